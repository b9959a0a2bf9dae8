-- Version 1 of the workspace file.  Released schemas are never changed: what comes next is a migration of its own.
--
-- Every record has one id in "record", whatever its kind, and its fields in the table of its kind, where
--   a date is YYYY-MM-DD, a time HH:MM, an amount whole öre, a choice its id, a boolean 0 or 1;
--   a column FIELD_key holds the folded text of FIELD, by which lists are sorted and filtered.
-- What a value may be (choices, ranges, loops among parents) is for the program to see to.

-- What holds for the file as a whole, such as its identity.
CREATE TABLE "workspace" (
  "name"  TEXT PRIMARY KEY,
  "value" TEXT NOT NULL
) STRICT;

CREATE TABLE "record" (
  "id"   INTEGER PRIMARY KEY,
  "kind" TEXT NOT NULL
) STRICT;
CREATE INDEX "record_kind" ON "record" ("kind", "id");

-- What a user did at once.  "at" is UTC milliseconds; "undoes" the step that this one takes back.
CREATE TABLE "step" (
  "id"     INTEGER PRIMARY KEY,
  "at"     INTEGER NOT NULL,
  "author" TEXT NOT NULL,
  "code"   TEXT NOT NULL,
  "undoes" INTEGER REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "digest" TEXT
) STRICT;
CREATE INDEX "step_undoes" ON "step" ("undoes") WHERE "undoes" IS NOT NULL;

-- What a step did to one record: JSON of only the fields that changed.  A deleted record is still named here.
CREATE TABLE "change" (
  "id"     INTEGER PRIMARY KEY,
  "step"   INTEGER NOT NULL REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "record" INTEGER NOT NULL,
  "kind"   TEXT NOT NULL,
  "before" TEXT,
  "after"  TEXT
) STRICT;
CREATE INDEX "change_step" ON "change" ("step");
CREATE INDEX "change_record" ON "change" ("record");

-- The texts of documents, each kept once; never altered.
CREATE TABLE "body" (
  "id"     INTEGER PRIMARY KEY,
  "digest" TEXT NOT NULL UNIQUE,
  "text"   TEXT NOT NULL
) STRICT;

-- The search index; its rowid is the record's id.
CREATE VIRTUAL TABLE "search" USING fts5 ("title", "text", tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3');

-- The kinds, in the order of their descriptions.


CREATE TABLE "organisation" (
  "id"             INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"           TEXT NOT NULL,
  "name_key"       TEXT,
  "short_name"     TEXT,
  "short_name_key" TEXT,
  "sort"           TEXT,
  "parent"         INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "board"          INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "succeeds"       INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "valid_from"     TEXT,
  "valid_to"       TEXT,
  "scenario"       INTEGER REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"          TEXT
) STRICT;
CREATE INDEX "organisation_name" ON "organisation" ("name_key");
CREATE INDEX "organisation_parent" ON "organisation" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "organisation_board" ON "organisation" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "organisation_succeeds" ON "organisation" ("succeeds") WHERE "succeeds" IS NOT NULL;
CREATE INDEX "organisation_scenario" ON "organisation" ("scenario") WHERE "scenario" IS NOT NULL;

CREATE TABLE "person" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"         TEXT NOT NULL,
  "name_key"     TEXT,
  "title"        TEXT,
  "title_key"    TEXT,
  "organisation" INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "email"        TEXT,
  "email_key"    TEXT,
  "phone"        TEXT,
  "phone_key"    TEXT,
  "notes"        TEXT
) STRICT;
CREATE INDEX "person_name" ON "person" ("name_key");
CREATE INDEX "person_organisation" ON "person" ("organisation") WHERE "organisation" IS NOT NULL;

CREATE TABLE "target_group" (
  "id"              INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"            TEXT NOT NULL,
  "name_key"        TEXT,
  "definition"      TEXT,
  "coverage"        TEXT,
  "coverage_reason" TEXT,
  "legal_basis"     INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"           TEXT
) STRICT;
CREATE INDEX "target_group_name" ON "target_group" ("name_key");
CREATE INDEX "target_group_legal_basis" ON "target_group" ("legal_basis") WHERE "legal_basis" IS NOT NULL;

CREATE TABLE "process" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"         TEXT NOT NULL,
  "name_key"     TEXT,
  "parent"       INTEGER REFERENCES "process" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position"     INTEGER,
  "purpose"      TEXT,
  "target_group" INTEGER REFERENCES "target_group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"        TEXT
) STRICT;
CREATE INDEX "process_order" ON "process" ("position", "name_key");
CREATE INDEX "process_name" ON "process" ("name_key");
CREATE INDEX "process_parent" ON "process" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "process_target_group" ON "process" ("target_group") WHERE "target_group" IS NOT NULL;

CREATE TABLE "task" (
  "id"             INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"           TEXT NOT NULL,
  "name_key"       TEXT,
  "process"        INTEGER REFERENCES "process" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position"       INTEGER,
  "description"    TEXT,
  "target_group"   INTEGER REFERENCES "target_group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "deadline"       TEXT,
  "deadline_key"   TEXT,
  "accountability" TEXT,
  "valid_from"     TEXT,
  "valid_to"       TEXT,
  "scenario"       INTEGER REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"          TEXT
) STRICT;
CREATE INDEX "task_order" ON "task" ("position", "name_key");
CREATE INDEX "task_name" ON "task" ("name_key");
CREATE INDEX "task_process" ON "task" ("process") WHERE "process" IS NOT NULL;
CREATE INDEX "task_target_group" ON "task" ("target_group") WHERE "target_group" IS NOT NULL;
CREATE INDEX "task_scenario" ON "task" ("scenario") WHERE "scenario" IS NOT NULL;

CREATE TABLE "scenario" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"         TEXT NOT NULL,
  "name_key"     TEXT,
  "description"  TEXT,
  "effective_on" TEXT,
  "status"       TEXT,
  "decision"     INTEGER REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"        TEXT
) STRICT;
CREATE INDEX "scenario_name" ON "scenario" ("name_key");
CREATE INDEX "scenario_effective_on" ON "scenario" ("effective_on") WHERE "effective_on" IS NOT NULL;
CREATE INDEX "scenario_decision" ON "scenario" ("decision") WHERE "decision" IS NOT NULL;

CREATE TABLE "assignment" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "task"         INTEGER NOT NULL REFERENCES "task" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role"         TEXT NOT NULL,
  "standing"     TEXT,
  "valid_from"   TEXT,
  "valid_to"     TEXT,
  "scenario"     INTEGER REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "basis"        INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "basis_place"  TEXT,
  "commitment"   INTEGER REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "confirmed_on" TEXT,
  "confirmed_by" INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"        TEXT
) STRICT;
CREATE INDEX "assignment_order" ON "assignment" ("valid_from");
CREATE INDEX "assignment_task" ON "assignment" ("task");
CREATE INDEX "assignment_organisation" ON "assignment" ("organisation");
CREATE INDEX "assignment_scenario" ON "assignment" ("scenario") WHERE "scenario" IS NOT NULL;
CREATE INDEX "assignment_basis" ON "assignment" ("basis") WHERE "basis" IS NOT NULL;
CREATE INDEX "assignment_commitment" ON "assignment" ("commitment") WHERE "commitment" IS NOT NULL;
CREATE INDEX "assignment_confirmed_by" ON "assignment" ("confirmed_by") WHERE "confirmed_by" IS NOT NULL;

CREATE TABLE "acceptance" (
  "id"          INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "finding"     TEXT NOT NULL,
  "finding_key" TEXT,
  "until"       TEXT,
  "reason"      TEXT NOT NULL,
  "by"          INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"       TEXT
) STRICT;
CREATE INDEX "acceptance_order" ON "acceptance" ("until");
CREATE INDEX "acceptance_finding" ON "acceptance" ("finding_key");
CREATE INDEX "acceptance_by" ON "acceptance" ("by") WHERE "by" IS NOT NULL;

CREATE TABLE "document" (
  "id"              INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"           TEXT NOT NULL,
  "title_key"       TEXT,
  "sort"            TEXT,
  "level"           TEXT,
  "designation"     TEXT,
  "designation_key" TEXT,
  "version"         TEXT,
  "issued_by"       INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "issued_on"       TEXT,
  "valid_from"      TEXT,
  "valid_to"        TEXT,
  "url"             TEXT,
  "body"            INTEGER REFERENCES "body" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"           TEXT
) STRICT;
CREATE INDEX "document_title" ON "document" ("title_key");
CREATE INDEX "document_issued_by" ON "document" ("issued_by") WHERE "issued_by" IS NOT NULL;
CREATE INDEX "document_body" ON "document" ("body") WHERE "body" IS NOT NULL;

CREATE TABLE "passage" (
  "id"                  INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "document"            INTEGER NOT NULL REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "quote"               TEXT NOT NULL,
  "place"               TEXT,
  "place_key"           TEXT,
  "tag"                 TEXT,
  "about"               INTEGER REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "starts_at_character" INTEGER,
  "ends_at_character"   INTEGER,
  "notes"               TEXT
) STRICT;
CREATE INDEX "passage_order" ON "passage" ("starts_at_character", "place_key");
CREATE INDEX "passage_document" ON "passage" ("document");
CREATE INDEX "passage_place" ON "passage" ("place_key");
CREATE INDEX "passage_about" ON "passage" ("about") WHERE "about" IS NOT NULL;

CREATE TABLE "mandate" (
  "id"          INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"       TEXT NOT NULL,
  "title_key"   TEXT,
  "text"        TEXT,
  "document"    INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "given_by"    INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "given_to"    INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "project"     INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due_on"      TEXT,
  "reported_on" TEXT,
  "status"      TEXT,
  "notes"       TEXT
) STRICT;
CREATE INDEX "mandate_title" ON "mandate" ("title_key");
CREATE INDEX "mandate_document" ON "mandate" ("document") WHERE "document" IS NOT NULL;
CREATE INDEX "mandate_given_by" ON "mandate" ("given_by") WHERE "given_by" IS NOT NULL;
CREATE INDEX "mandate_given_to" ON "mandate" ("given_to") WHERE "given_to" IS NOT NULL;
CREATE INDEX "mandate_project" ON "mandate" ("project") WHERE "project" IS NOT NULL;
CREATE INDEX "mandate_due_on" ON "mandate" ("due_on") WHERE "due_on" IS NOT NULL;

CREATE TABLE "project" (
  "id"                  INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"                TEXT NOT NULL,
  "name_key"            TEXT,
  "parent"              INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "registration_number" TEXT,
  "client"              INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "manager"             INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "home"                INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "description"         TEXT,
  "authority"           TEXT,
  "delimitations"       TEXT,
  "prerequisites"       TEXT,
  "result_audience"     TEXT,
  "target_group"        INTEGER REFERENCES "target_group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "handover_to"         TEXT,
  "starts_on"           TEXT,
  "ends_on"             TEXT,
  "extended_until"      TEXT,
  "phase"               TEXT,
  "notes"               TEXT
) STRICT;
CREATE INDEX "project_name" ON "project" ("name_key");
CREATE INDEX "project_parent" ON "project" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "project_client" ON "project" ("client") WHERE "client" IS NOT NULL;
CREATE INDEX "project_manager" ON "project" ("manager") WHERE "manager" IS NOT NULL;
CREATE INDEX "project_home" ON "project" ("home") WHERE "home" IS NOT NULL;
CREATE INDEX "project_target_group" ON "project" ("target_group") WHERE "target_group" IS NOT NULL;
CREATE INDEX "project_ends_on" ON "project" ("ends_on") WHERE "ends_on" IS NOT NULL;
CREATE INDEX "project_extended_until" ON "project" ("extended_until") WHERE "extended_until" IS NOT NULL;

CREATE TABLE "revision" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "project"      INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "number"       INTEGER NOT NULL,
  "on"           TEXT NOT NULL,
  "presented_to" INTEGER REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "summary"      TEXT,
  "document"     INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"        TEXT
) STRICT;
CREATE INDEX "revision_order" ON "revision" ("number");
CREATE INDEX "revision_project" ON "revision" ("project");
CREATE INDEX "revision_presented_to" ON "revision" ("presented_to") WHERE "presented_to" IS NOT NULL;
CREATE INDEX "revision_document" ON "revision" ("document") WHERE "document" IS NOT NULL;

CREATE TABLE "goal" (
  "id"          INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "text"        TEXT NOT NULL,
  "text_key"    TEXT,
  "project"     INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "parent"      INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sort"        TEXT,
  "measured_by" TEXT,
  "fulfilment"  TEXT,
  "assessment"  TEXT,
  "notes"       TEXT
) STRICT;
CREATE INDEX "goal_text" ON "goal" ("text_key");
CREATE INDEX "goal_project" ON "goal" ("project") WHERE "project" IS NOT NULL;
CREATE INDEX "goal_parent" ON "goal" ("parent") WHERE "parent" IS NOT NULL;

CREATE TABLE "indicator" (
  "id"         INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"       TEXT NOT NULL,
  "name_key"   TEXT,
  "definition" TEXT,
  "project"    INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "goal"       INTEGER REFERENCES "goal" ("id") DEFERRABLE INITIALLY DEFERRED,
  "agreement"  INTEGER REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "unit"       TEXT,
  "unit_key"   TEXT,
  "better"     TEXT,
  "baseline"   REAL,
  "target"     REAL,
  "target_on"  TEXT,
  "source"     INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"      TEXT
) STRICT;
CREATE INDEX "indicator_name" ON "indicator" ("name_key");
CREATE INDEX "indicator_project" ON "indicator" ("project") WHERE "project" IS NOT NULL;
CREATE INDEX "indicator_goal" ON "indicator" ("goal") WHERE "goal" IS NOT NULL;
CREATE INDEX "indicator_agreement" ON "indicator" ("agreement") WHERE "agreement" IS NOT NULL;
CREATE INDEX "indicator_source" ON "indicator" ("source") WHERE "source" IS NOT NULL;

CREATE TABLE "measurement" (
  "id"             INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "indicator"      INTEGER NOT NULL REFERENCES "indicator" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from_on"        TEXT,
  "on"             TEXT NOT NULL,
  "value"          REAL,
  "value_to"       REAL,
  "missing_reason" TEXT,
  "sort"           TEXT,
  "breakdown"      TEXT,
  "breakdown_key"  TEXT,
  "counted_by"     INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "source"         INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"          TEXT
) STRICT;
CREATE INDEX "measurement_order" ON "measurement" ("on");
CREATE INDEX "measurement_indicator" ON "measurement" ("indicator");
CREATE INDEX "measurement_counted_by" ON "measurement" ("counted_by") WHERE "counted_by" IS NOT NULL;
CREATE INDEX "measurement_source" ON "measurement" ("source") WHERE "source" IS NOT NULL;

CREATE TABLE "milestone" (
  "id"          INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"       TEXT NOT NULL,
  "title_key"   TEXT,
  "project"     INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "planned_on"  TEXT NOT NULL,
  "forecast_on" TEXT,
  "reached_on"  TEXT,
  "owner"       INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "gate"        INTEGER,
  "notes"       TEXT
) STRICT;
CREATE INDEX "milestone_order" ON "milestone" ("planned_on", "title_key");
CREATE INDEX "milestone_title" ON "milestone" ("title_key");
CREATE INDEX "milestone_project" ON "milestone" ("project");
CREATE INDEX "milestone_forecast_on" ON "milestone" ("forecast_on") WHERE "forecast_on" IS NOT NULL;
CREATE INDEX "milestone_owner" ON "milestone" ("owner") WHERE "owner" IS NOT NULL;

CREATE TABLE "action" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"        TEXT NOT NULL,
  "title_key"    TEXT,
  "project"      INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "owner"        INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "due_on"       TEXT,
  "done_on"      TEXT,
  "status"       TEXT,
  "priority"     TEXT,
  "origin"       INTEGER REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "description"  TEXT,
  "outcome"      TEXT,
  "notes"        TEXT
) STRICT;
CREATE INDEX "action_title" ON "action" ("title_key");
CREATE INDEX "action_project" ON "action" ("project") WHERE "project" IS NOT NULL;
CREATE INDEX "action_organisation" ON "action" ("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "action_owner" ON "action" ("owner") WHERE "owner" IS NOT NULL;
CREATE INDEX "action_due_on" ON "action" ("due_on") WHERE "due_on" IS NOT NULL;
CREATE INDEX "action_origin" ON "action" ("origin") WHERE "origin" IS NOT NULL;

CREATE TABLE "development_area" (
  "id"          INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"       TEXT NOT NULL,
  "title_key"   TEXT,
  "project"     INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "description" TEXT,
  "boundary"    TEXT,
  "responsible" INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status"      TEXT,
  "priority"    TEXT,
  "notes"       TEXT
) STRICT;
CREATE INDEX "development_area_title" ON "development_area" ("title_key");
CREATE INDEX "development_area_project" ON "development_area" ("project") WHERE "project" IS NOT NULL;
CREATE INDEX "development_area_responsible" ON "development_area" ("responsible") WHERE "responsible" IS NOT NULL;

CREATE TABLE "risk" (
  "id"                   INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"                TEXT NOT NULL,
  "title_key"            TEXT,
  "project"              INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sort"                 TEXT,
  "cause"                TEXT,
  "consequence"          TEXT,
  "probability"          INTEGER,
  "impact"               INTEGER,
  "response"             TEXT,
  "residual_probability" INTEGER,
  "residual_impact"      INTEGER,
  "owner"                INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status"               TEXT,
  "review_on"            TEXT,
  "number"               INTEGER,
  "notes"                TEXT
) STRICT;
CREATE INDEX "risk_title" ON "risk" ("title_key");
CREATE INDEX "risk_project" ON "risk" ("project");
CREATE INDEX "risk_owner" ON "risk" ("owner") WHERE "owner" IS NOT NULL;
CREATE INDEX "risk_review_on" ON "risk" ("review_on") WHERE "review_on" IS NOT NULL;

CREATE TABLE "group" (
  "id"              INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"            TEXT NOT NULL,
  "name_key"        TEXT,
  "sort"            TEXT,
  "project"         INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "purpose"         TEXT,
  "appointed_by"    INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "chair"           INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "interval_months" INTEGER,
  "notes"           TEXT
) STRICT;
CREATE INDEX "group_name" ON "group" ("name_key");
CREATE INDEX "group_project" ON "group" ("project") WHERE "project" IS NOT NULL;
CREATE INDEX "group_appointed_by" ON "group" ("appointed_by") WHERE "appointed_by" IS NOT NULL;
CREATE INDEX "group_chair" ON "group" ("chair") WHERE "chair" IS NOT NULL;

CREATE TABLE "membership" (
  "id"            INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "group"         INTEGER NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "person"        INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "function"      TEXT,
  "function_key"  TEXT,
  "represents"    INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "role"          TEXT,
  "share_percent" REAL,
  "from"          TEXT,
  "to"            TEXT,
  "notes"         TEXT
) STRICT;
CREATE INDEX "membership_order" ON "membership" ("function_key");
CREATE INDEX "membership_group" ON "membership" ("group");
CREATE INDEX "membership_person" ON "membership" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "membership_represents" ON "membership" ("represents") WHERE "represents" IS NOT NULL;

CREATE TABLE "meeting" (
  "id"        INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "group"     INTEGER NOT NULL REFERENCES "group" ("id") DEFERRABLE INITIALLY DEFERRED,
  "starts_on" TEXT NOT NULL,
  "starts_at" TEXT,
  "place"     TEXT,
  "place_key" TEXT,
  "status"    TEXT,
  "minutes"   TEXT,
  "notes"     TEXT
) STRICT;
CREATE INDEX "meeting_order" ON "meeting" ("starts_on", "starts_at");
CREATE INDEX "meeting_group" ON "meeting" ("group");

CREATE TABLE "agenda_item" (
  "id"        INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting"   INTEGER NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "position"  INTEGER,
  "title"     TEXT NOT NULL,
  "title_key" TEXT,
  "sort"      TEXT,
  "presenter" INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "decision"  INTEGER REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"     TEXT
) STRICT;
CREATE INDEX "agenda_item_order" ON "agenda_item" ("position", "title_key");
CREATE INDEX "agenda_item_meeting" ON "agenda_item" ("meeting");
CREATE INDEX "agenda_item_title" ON "agenda_item" ("title_key");
CREATE INDEX "agenda_item_presenter" ON "agenda_item" ("presenter") WHERE "presenter" IS NOT NULL;
CREATE INDEX "agenda_item_decision" ON "agenda_item" ("decision") WHERE "decision" IS NOT NULL;

CREATE TABLE "attendance" (
  "id"         INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting"    INTEGER NOT NULL REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "membership" INTEGER NOT NULL REFERENCES "membership" ("id") DEFERRABLE INITIALLY DEFERRED,
  "presence"   TEXT,
  "notes"      TEXT
) STRICT;
CREATE INDEX "attendance_meeting" ON "attendance" ("meeting");
CREATE INDEX "attendance_membership" ON "attendance" ("membership");

CREATE TABLE "decision" (
  "id"                  INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"               TEXT NOT NULL,
  "title_key"           TEXT,
  "number"              TEXT,
  "number_key"          TEXT,
  "project"             INTEGER REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "meeting"             INTEGER REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "body"                INTEGER REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "background"          TEXT,
  "question"            TEXT,
  "alternatives"        TEXT,
  "consequences"        TEXT,
  "proposal"            TEXT,
  "consequence_if_not"  TEXT,
  "needed_by"           TEXT,
  "decided"             TEXT,
  "reason"              TEXT,
  "decided_on"          TEXT,
  "registration_number" TEXT,
  "status"              TEXT,
  "prepares"            INTEGER REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
  "responsible"         INTEGER REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "effected_on"         TEXT,
  "follow_up"           TEXT,
  "notes"               TEXT
) STRICT;
CREATE INDEX "decision_order" ON "decision" ("decided_on", "title_key");
CREATE INDEX "decision_title" ON "decision" ("title_key");
CREATE INDEX "decision_project" ON "decision" ("project") WHERE "project" IS NOT NULL;
CREATE INDEX "decision_meeting" ON "decision" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "decision_body" ON "decision" ("body") WHERE "body" IS NOT NULL;
CREATE INDEX "decision_needed_by" ON "decision" ("needed_by") WHERE "needed_by" IS NOT NULL;
CREATE INDEX "decision_prepares" ON "decision" ("prepares") WHERE "prepares" IS NOT NULL;
CREATE INDEX "decision_responsible" ON "decision" ("responsible") WHERE "responsible" IS NOT NULL;

CREATE TABLE "status_report" (
  "id"                    INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "project"               INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "on"                    TEXT NOT NULL,
  "meeting"               INTEGER REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "summary"               TEXT,
  "done"                  TEXT,
  "next"                  TEXT,
  "needs"                 TEXT,
  "goals_forecast"        TEXT,
  "goals_forecast_reason" TEXT,
  "notes"                 TEXT
) STRICT;
CREATE INDEX "status_report_order" ON "status_report" ("on");
CREATE INDEX "status_report_project" ON "status_report" ("project");
CREATE INDEX "status_report_meeting" ON "status_report" ("meeting") WHERE "meeting" IS NOT NULL;

CREATE TABLE "status_light" (
  "id"            INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status_report" INTEGER NOT NULL REFERENCES "status_report" ("id") DEFERRABLE INITIALLY DEFERRED,
  "dimension"     TEXT NOT NULL,
  "light"         TEXT NOT NULL,
  "cause"         TEXT,
  "measure"       TEXT,
  "owner"         INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "green_by"      TEXT,
  "reason"        TEXT,
  "notes"         TEXT
) STRICT;
CREATE INDEX "status_light_status_report" ON "status_light" ("status_report");
CREATE INDEX "status_light_owner" ON "status_light" ("owner") WHERE "owner" IS NOT NULL;
CREATE INDEX "status_light_green_by" ON "status_light" ("green_by") WHERE "green_by" IS NOT NULL;

CREATE TABLE "publication" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "report"       TEXT NOT NULL,
  "report_key"   TEXT,
  "meeting"      INTEGER REFERENCES "meeting" ("id") DEFERRABLE INITIALLY DEFERRED,
  "published_on" TEXT NOT NULL,
  "language"     TEXT NOT NULL,
  "language_key" TEXT,
  "digest"       TEXT,
  "notes"        TEXT
) STRICT;
CREATE INDEX "publication_order" ON "publication" ("published_on");
CREATE INDEX "publication_report" ON "publication" ("report_key");
CREATE INDEX "publication_meeting" ON "publication" ("meeting") WHERE "meeting" IS NOT NULL;

CREATE TABLE "agreement" (
  "id"                      INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"                   TEXT NOT NULL,
  "title_key"               TEXT,
  "parent"                  INTEGER REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "registration_number"     TEXT,
  "registration_number_key" TEXT,
  "purpose"                 TEXT,
  "document"                INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "valid_from"              TEXT,
  "valid_to"                TEXT,
  "until_further_notice"    INTEGER,
  "notice_months"           INTEGER,
  "review_on"               TEXT,
  "status"                  TEXT,
  "notes"                   TEXT
) STRICT;
CREATE INDEX "agreement_title" ON "agreement" ("title_key");
CREATE INDEX "agreement_parent" ON "agreement" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "agreement_document" ON "agreement" ("document") WHERE "document" IS NOT NULL;
CREATE INDEX "agreement_valid_to" ON "agreement" ("valid_to") WHERE "valid_to" IS NOT NULL;
CREATE INDEX "agreement_review_on" ON "agreement" ("review_on") WHERE "review_on" IS NOT NULL;

CREATE TABLE "party" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "agreement"    INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "status"       TEXT,
  "signed_on"    TEXT,
  "notes"        TEXT
) STRICT;
CREATE INDEX "party_order" ON "party" ("signed_on");
CREATE INDEX "party_agreement" ON "party" ("agreement");
CREATE INDEX "party_organisation" ON "party" ("organisation");

CREATE TABLE "commitment" (
  "id"         INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "agreement"  INTEGER NOT NULL REFERENCES "agreement" ("id") DEFERRABLE INITIALLY DEFERRED,
  "number"     TEXT NOT NULL,
  "number_key" TEXT,
  "text"       TEXT NOT NULL,
  "notes"      TEXT
) STRICT;
CREATE INDEX "commitment_order" ON "commitment" ("number_key");
CREATE INDEX "commitment_agreement" ON "commitment" ("agreement");

CREATE TABLE "follow_up" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "commitment"   INTEGER NOT NULL REFERENCES "commitment" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "on"           TEXT,
  "status"       TEXT,
  "evidence"     TEXT,
  "notes"        TEXT
) STRICT;
CREATE INDEX "follow_up_order" ON "follow_up" ("on");
CREATE INDEX "follow_up_commitment" ON "follow_up" ("commitment");
CREATE INDEX "follow_up_organisation" ON "follow_up" ("organisation");

CREATE TABLE "consultation" (
  "id"                      INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"                   TEXT NOT NULL,
  "title_key"               TEXT,
  "parent"                  INTEGER REFERENCES "consultation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "registration_number"     TEXT,
  "registration_number_key" TEXT,
  "originator"              INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sender"                  INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "document"                INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sent_on"                 TEXT,
  "answer_by"               TEXT,
  "summary"                 TEXT,
  "status"                  TEXT,
  "notes"                   TEXT
) STRICT;
CREATE INDEX "consultation_order" ON "consultation" ("answer_by", "title_key");
CREATE INDEX "consultation_title" ON "consultation" ("title_key");
CREATE INDEX "consultation_parent" ON "consultation" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "consultation_originator" ON "consultation" ("originator") WHERE "originator" IS NOT NULL;
CREATE INDEX "consultation_sender" ON "consultation" ("sender") WHERE "sender" IS NOT NULL;
CREATE INDEX "consultation_document" ON "consultation" ("document") WHERE "document" IS NOT NULL;

CREATE TABLE "reply" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "consultation" INTEGER NOT NULL REFERENCES "consultation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "organisation" INTEGER NOT NULL REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "prepared_by"  INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "answer_by"    TEXT,
  "board_on"     TEXT,
  "decision"     INTEGER REFERENCES "decision" ("id") DEFERRABLE INITIALLY DEFERRED,
  "answered_on"  TEXT,
  "status"       TEXT,
  "position"     TEXT,
  "opinion"      TEXT,
  "conditions"   TEXT,
  "notes"        TEXT
) STRICT;
CREATE INDEX "reply_order" ON "reply" ("answer_by");
CREATE INDEX "reply_consultation" ON "reply" ("consultation");
CREATE INDEX "reply_organisation" ON "reply" ("organisation");
CREATE INDEX "reply_prepared_by" ON "reply" ("prepared_by") WHERE "prepared_by" IS NOT NULL;
CREATE INDEX "reply_board_on" ON "reply" ("board_on") WHERE "board_on" IS NOT NULL;
CREATE INDEX "reply_decision" ON "reply" ("decision") WHERE "decision" IS NOT NULL;

CREATE TABLE "funding" (
  "id"          INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"        TEXT NOT NULL,
  "name_key"    TEXT,
  "project"     INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "funder"      INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "scheme"      TEXT,
  "sort"        TEXT,
  "period_from" TEXT,
  "period_to"   TEXT,
  "applied"     INTEGER,
  "granted"     INTEGER,
  "received"    INTEGER,
  "repaid"      INTEGER,
  "report_by"   TEXT,
  "status"      TEXT,
  "conditions"  TEXT,
  "notes"       TEXT
) STRICT;
CREATE INDEX "funding_name" ON "funding" ("name_key");
CREATE INDEX "funding_project" ON "funding" ("project");
CREATE INDEX "funding_funder" ON "funding" ("funder") WHERE "funder" IS NOT NULL;
CREATE INDEX "funding_report_by" ON "funding" ("report_by") WHERE "report_by" IS NOT NULL;

CREATE TABLE "funding_report" (
  "id"       INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "funding"  INTEGER NOT NULL REFERENCES "funding" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sort"     TEXT,
  "due_on"   TEXT NOT NULL,
  "sent_on"  TEXT,
  "document" INTEGER REFERENCES "document" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"    TEXT
) STRICT;
CREATE INDEX "funding_report_order" ON "funding_report" ("due_on");
CREATE INDEX "funding_report_funding" ON "funding_report" ("funding");
CREATE INDEX "funding_report_document" ON "funding_report" ("document") WHERE "document" IS NOT NULL;

CREATE TABLE "budget_line" (
  "id"           INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "heading"      TEXT NOT NULL,
  "heading_key"  TEXT,
  "project"      INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "year"         INTEGER NOT NULL,
  "sort"         TEXT,
  "organisation" INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "funding"      INTEGER REFERENCES "funding" ("id") DEFERRABLE INITIALLY DEFERRED,
  "scenario"     INTEGER REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "budget"       INTEGER,
  "outcome"      INTEGER,
  "outcome_on"   TEXT,
  "forecast"     INTEGER,
  "notes"        TEXT
) STRICT;
CREATE INDEX "budget_line_order" ON "budget_line" ("year", "heading_key");
CREATE INDEX "budget_line_heading" ON "budget_line" ("heading_key");
CREATE INDEX "budget_line_project" ON "budget_line" ("project");
CREATE INDEX "budget_line_organisation" ON "budget_line" ("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "budget_line_funding" ON "budget_line" ("funding") WHERE "funding" IS NOT NULL;
CREATE INDEX "budget_line_scenario" ON "budget_line" ("scenario") WHERE "scenario" IS NOT NULL;

CREATE TABLE "deliverable" (
  "id"            INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "title"         TEXT NOT NULL,
  "title_key"     TEXT,
  "project"       INTEGER NOT NULL REFERENCES "project" ("id") DEFERRABLE INITIALLY DEFERRED,
  "parent"        INTEGER REFERENCES "deliverable" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sort"          TEXT,
  "theme"         TEXT,
  "theme_key"     TEXT,
  "status"        TEXT,
  "launched_on"   TEXT,
  "receiver"      INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "where_to_find" TEXT,
  "continues"     INTEGER,
  "continued_by"  INTEGER REFERENCES "organisation" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"         TEXT
) STRICT;
CREATE INDEX "deliverable_title" ON "deliverable" ("title_key");
CREATE INDEX "deliverable_project" ON "deliverable" ("project");
CREATE INDEX "deliverable_parent" ON "deliverable" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "deliverable_receiver" ON "deliverable" ("receiver") WHERE "receiver" IS NOT NULL;
CREATE INDEX "deliverable_continued_by" ON "deliverable" ("continued_by") WHERE "continued_by" IS NOT NULL;

CREATE TABLE "assessment" (
  "id"          INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "about"       INTEGER NOT NULL REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sort"        TEXT,
  "text"        TEXT NOT NULL,
  "on"          TEXT,
  "responsible" INTEGER REFERENCES "person" ("id") DEFERRABLE INITIALLY DEFERRED,
  "consulted"   TEXT,
  "notes"       TEXT
) STRICT;
CREATE INDEX "assessment_order" ON "assessment" ("on");
CREATE INDEX "assessment_about" ON "assessment" ("about");
CREATE INDEX "assessment_responsible" ON "assessment" ("responsible") WHERE "responsible" IS NOT NULL;

CREATE TABLE "setting" (
  "id"        INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "name"      TEXT NOT NULL,
  "name_key"  TEXT,
  "value"     TEXT,
  "value_key" TEXT,
  "notes"     TEXT
) STRICT;
CREATE INDEX "setting_name" ON "setting" ("name_key");

CREATE TABLE "link" (
  "id"    INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "from"  INTEGER NOT NULL REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "to"    INTEGER NOT NULL REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "sort"  TEXT,
  "notes" TEXT
) STRICT;
CREATE INDEX "link_from" ON "link" ("from");
CREATE INDEX "link_to" ON "link" ("to");
