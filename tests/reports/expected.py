"""What every sheet of a steering pack must hold, asked of the workspace file with SQL of its own.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import sqlite3

import maps
import words
from asked import IN_TREE, NO_LIGHT, RANK, TREE, Workspace, as_of, days


class Expected(Workspace):
    def __init__(self, path, meeting, descriptions, language):
        database = sqlite3.connect(path)
        found = database.execute('SELECT m."starts_on", m."group", g."project" FROM "meeting" m JOIN "group" g ON g."id" '
                                 '= m."group" '
                                 'WHERE m."id" = ?', (meeting,)).fetchone()
        super().__init__(database, descriptions, language, found[2])
        self.meeting, self.date, self.group = meeting, found[0], found[1]
        last = database.execute('SELECT p."published_on", p."id", m."starts_on" FROM "publication" p JOIN "meeting" m ON m."id" = '
                                'p."meeting" '
                                'WHERE p."report" = \'steering-pack\' AND m."group" = ? AND m."starts_on" < ? '
                                'ORDER BY m."starts_on" DESC, p."published_on" DESC LIMIT 1', (self.group, self.date)).fetchone()
        self.since, publication, self.before_date = last or (None, None, None)
        self.moment = self.published(publication) if last else None
        self.before = Workspace(as_of(database, self.moment), descriptions, language, found[2]) if last else None

    def published(self, publication):
        """From when on changes are later than what was published: after the step that made it, or after its day."""
        made = self.one('SELECT MIN(s."at") "at" FROM "change" c JOIN "step" s ON s."id" = c."step" WHERE c."record" = :p AND '
                        'c."before" IS NULL', p=publication)["at"]
        if datetime.datetime.fromtimestamp(made / 1000, datetime.timezone.utc).date().isoformat() == self.since:
            return made + 1
        end = datetime.datetime.fromisoformat(self.since + "T00:00:00+00:00") + datetime.timedelta(days=1)
        return end.timestamp() * 1000

    def was(self, kind, record, expression):
        """What a value was when the last pack was published."""
        row = self.before and self.before.one(f'SELECT {expression} "v" FROM "{kind}" WHERE "id" = :r', r=record)
        return row["v"] if row else ""

    def projects(self):
        return [row["id"] for row in self.rows(TREE + 'SELECT "id" FROM "tree"')]

    def near(self, column):
        """Of the pack's projects, or of none."""
        return "1" if self.project is None else f'({column} {IN_TREE} OR {column} IS NULL)'

    # ---- Sheets ------------------------------------------------------------------------------------------------------------

    def light_row(self, area, dimension, now, before):
        light, was = now[dimension], before.get(dimension, NO_LIGHT)
        trend = ""
        if RANK.get(light[0]) and RANK.get(was[0]):
            change = RANK[was[0]] - RANK[light[0]]
            trend = words.TRENDS[self.language][(change > 0) - (change < 0)]
        return [area, self.light_cell(light), self.light_cell(was), trend, *light[1:5]]

    def overview(self):
        rows, projects = [], self.projects()
        for project in projects:
            now = self.lights(project, self.date)
            before = self.before.lights(project, self.before_date) if self.before else {}
            if project == self.project:
                rows += [self.light_row(d["label"][self.language], d["id"], now, before)
                         for d in self.field("status_light", "dimension")["choices"] if d["id"] in now]
            elif "overall" in now and (len(projects) <= 12 or now["overall"][0] != "green"):
                rows.append(self.light_row(self.title(project), "overall", now, before))
        return rows

    def needs(self):
        """The lines of the second table: done and next of the project, needs of all."""
        lists = {"done": [], "next": [], "needs": []}
        for project in self.projects():
            report = self.report(project, self.date)
            for name in lists if report else []:
                lines = [line.strip() for line in report[name].split("\n") if line.strip()]
                if project == self.project:
                    lists[name] += lines
                elif name == "needs":
                    lists[name] += [f"{self.title(project)}: {line}" for line in lines]
        return [sorted(lines) for lines in lists.values()]

    def agenda(self):
        rows = self.rows('SELECT a.*, d."number" "n", d."title" "t" FROM "agenda_item" a LEFT JOIN "decision" d ON d."id" '
                         '= a."decision" '
                         'WHERE a."meeting" = :m ORDER BY a."position" IS NULL, a."position", a."id"', m=self.meeting)
        given = [row["position"] for row in rows if row["position"] != ""]
        return [[given[place] if place < len(given) else (given or [0])[-1] + place + 1 - len(given), row["title"],
                 self.choice("agenda_item", "sort", row["sort"]), self.person(row["presenter"]),
                 f'{row["n"]}: {row["t"]}' if row["n"] else row["t"]] for place, row in enumerate(rows)]

    def decisions(self):
        w = words.PARTS[self.language]
        needed = self.rows(TREE + 'SELECT * FROM "decision" d WHERE d."id" IN (SELECT "decision" FROM "agenda_item" WHERE '
                                  '"meeting" = :m '
                           'AND "sort" = \'decision\') OR ("status" = \'needed\' AND ("body" IS NULL OR "body" = :g OR '
                           '"meeting" = :m) '
                           f'AND ("meeting" IS NULL OR "meeting" = :m) AND {self.near(chr(34) + "project" + chr(34))})',
                           m=self.meeting, g=self.group)
        rows = []
        for d in needed:
            prepared = self.rows('SELECT * FROM "decision" WHERE "prepares" = :d ORDER BY "decided_on", "id"', d=d["id"])
            told = []
            for p in prepared:
                state = " ".join(filter(None, (self.choice("decision", "status", p["status"]), p["decided_on"])))
                told.append(p["title"] + (f" ({state})" if state else ""))
            parts = [(w[0], "\n".join(filter(None, (d["title"], d["question"])))), (w[1], d["background"]),
                     (w[2], d["alternatives"] or w[8]), (w[3], d["consequences"])]
            parts += [(f'{w[3]}: {self.choice("assessment", "sort", a["sort"])}', a["text"])
                      for a in self.rows('SELECT * FROM "assessment" WHERE "about" = :d', d=d["id"])]
            parts += [(w[4], "\n".join(told)), (w[5], d["consequence_if_not"] or w[8]), (w[6], d["proposal"] or w[8]),
                      (w[7], d["needed_by"])]
            rows += [[d["number"] or "*", part, text] for part, text in parts if text]
        return rows

    def decision_follow_up(self):
        rows = self.rows(TREE + 'SELECT d.* FROM "decision" d LEFT JOIN "meeting" m ON m."id" = d."meeting" WHERE '
                                'd."decided_on" <= :date '
                         f'AND d."status" IS NOT \'needed\' AND (d."body" = :g OR m."group" = :g OR d."project" {IN_TREE})',
                         date=self.date, g=self.group)
        told = [row for row in rows if not self.since or (row["status"] in ("decided", "approved") and not row["effected_on"])
                or row["decided_on"] >= self.before_date or row["effected_on"] >= self.before_date]
        return [[row["decided_on"], row["number"], row["title"], self.title(row["responsible"]),
                 self.choice("decision", "status", row["status"]), row["effected_on"],
                 "" if row["effected_on"] else days(row["decided_on"], self.date)] for row in told]

    # What is told of each kind, and under which topic: lights are compared from pack to pack.
    TOLD = {"project": "D ends_on, D extended_until, A manager", "milestone": "D planned_on, D forecast_on, D reached_on, A owner",
            "mandate": "D due_on, D reported_on, A given_to",
            "decision": "D needed_by, D decided_on, D effected_on, A responsible",
            "action": "D due_on, D done_on, A organisation, A owner", "meeting": "D starts_on", "agreement": "D valid_from, D valid_to",
            "consultation": "D answer_by", "deliverable": "D launched_on, A receiver, A continued_by",
            "budget_line": "M budget, M forecast, M outcome", "funding": "M granted, M applied, M received, M repaid",
            "risk": "R status, R probability, R impact, A owner", "development_area": "A responsible",
            "assignment": "A role, A standing, A valid_from, A valid_to"}

    def changed(self):
        """record → kind, values before (None: not there), values now, the moment of the last change of each field"""
        records = {}
        for c in self.rows('SELECT c.*, s."at" "at" FROM "change" c JOIN "step" s ON s."id" = c."step" WHERE s."at" >= :end '
                           'ORDER BY c."id"', end=self.moment):
            before, after = (json.loads(c[side]) if c[side] else None for side in ("before", "after"))
            kind, first, _, moments = records.setdefault(c["record"], (c["kind"], before and dict(before), None, {}))
            for name in {**(before or {}), **(after or {})}:
                if first is not None:
                    first.setdefault(name, (before or {}).get(name))
                moments[name] = c["at"]
            moments[""] = c["at"]
            records[c["record"]] = (kind, first, after is not None, moments)
        return records

    def about(self, kind, record, side):
        """Whether a record is the pack's, and in force."""
        names = [field["id"] for field in self.kinds[kind]["fields"]]
        if "scenario" in names and side.one(f'SELECT "scenario" "s" FROM "{kind}" WHERE "id" = :r', r=record)["s"] != "":
            return False
        way = {"project": '"id"', "meeting": '(SELECT "project" FROM "group" WHERE "id" = "meeting"."group")'}.get(
            kind, '"project"' if "project" in names else None)
        project = way and side.one(f'SELECT {way} "p" FROM "{kind}" WHERE "id" = :r', r=record)["p"]
        return not project or self.project is None or project in self.projects()

    def told(self, kind, field, value):
        description = self.field(kind, field)
        if value in (None, ""):
            return ""
        if description["type"] == "reference":
            return self.title(value) or self.before.title(value)
        if description["type"] == "choice":
            return self.choice(kind, field, value)
        return value / 100000 if description["type"] == "money" else value

    def changes(self):
        if not self.before:
            return []
        day = lambda at: datetime.datetime.fromtimestamp(at / 1000, datetime.timezone.utc).date().isoformat()
        topics = dict(zip("LDMRAX", words.TOPICS[self.language]))
        rows = self.changed_lights(topics["L"])
        for record, (kind, was, here, moments) in self.changed().items():
            if kind not in self.TOLD or not (was is not None or here) or not self.about(kind, record, self if here else self.before):
                continue
            label = lambda field: (words.THOUSANDS[self.language] if self.field(kind, field)["type"] == "money" else "{}").format(
                self.field(kind, field)["label"][self.language])
            if not here:
                rows.append([topics["X"], self.before.title(record), self.kinds[kind]["label"][self.language], "",
                             words.GONE[self.language], day(moments[""])])
                continue
            now = self.one(f'SELECT * FROM "{kind}" WHERE "id" = :r', r=record)
            for topic, field in (entry.split(" ") for entry in self.TOLD[kind].split(", ")):
                before = (was or {}).get(field)
                if field not in moments or (before if before is not None else "") == now[field]:
                    continue
                rows.append([topics[topic], self.title(record), label(field),
                             words.NEW[self.language] if was is None else self.told(kind, field, before),
                             self.told(kind, field, now[field]), day(moments[field])])
                if was is None:
                    break
        return rows

    def changed_lights(self, topic):
        rows = []
        for project in self.projects():
            if not self.before.title(project):
                continue
            now, before = self.lights(project, self.date), self.before.lights(project, self.before_date)
            for d in self.field("status_light", "dimension")["choices"]:
                old, new = before.get(d["id"], NO_LIGHT), now.get(d["id"], NO_LIGHT)
                if old[0] != new[0]:
                    computed = d["id"] not in now or new[5] == words.COMPUTED[self.language]
                    set_on = self.date if computed else self.report(project, self.date)["on"]
                    rows.append([topic, self.title(project), d["label"][self.language], self.light_cell(old), self.light_cell(new),
                                 set_on])
        return rows

    def responsibility_map(self):
        return maps.rows(self, self.date)

    def responsibility_findings(self):
        return maps.findings(self, self.date)

    def subprojects(self):
        rows = []
        for project in self.rows(TREE + f'SELECT * FROM "project" WHERE "id" {IN_TREE} AND "id" IS NOT :project '
                                 'AND "phase" IS NOT \'cancelled\''):
            now = self.lights(project["id"], self.date).get("overall", ("not_assessed", *NO_LIGHT[1:]))
            before = self.before.lights(project["id"], self.before_date).get("overall", NO_LIGHT) if self.before else NO_LIGHT
            report = self.report(project["id"], self.date) or {"done": "", "next": ""}
            latest = self.one('SELECT MAX(COALESCE("forecast_on", "planned_on")) "v" FROM "milestone" WHERE "project" = :p '
                              'AND "reached_on" IS NULL', p=project["id"])["v"]
            rows.append([project["name"], self.person(project["manager"]), self.light_cell(now, True),
                         self.light_cell(before, True), report["done"],
                         report["next"], project["ends_on"], max(latest, project["extended_until"] or project["ends_on"])])
        return rows

    def timeline(self):
        rows = self.rows(TREE + f'SELECT m.*, p."name" "n" FROM "milestone" m JOIN "project" p ON p."id" = m."project" '
                         f'WHERE m."project" {IN_TREE}')
        return [[row["n"], row["title"], words.GATE[self.language] if row["gate"] == 1 else "", row["planned_on"],
                 self.was("milestone", row["id"], '"forecast_on"'), row["forecast_on"], row["reached_on"],
                 days(row["planned_on"], row["reached_on"] or row["forecast_on"] or row["planned_on"])
                 if row["reached_on"] or row["forecast_on"] else "",
                 self.person(row["owner"])] for row in rows]

    def lines(self, sort):
        tkr = lambda ore: "" if ore == "" else ore / 100000
        rows = self.rows(TREE + 'SELECT b.*, f."name" "f", f."funder" "by" FROM "budget_line" b LEFT JOIN "funding" f ON '
                                'f."id" = b."funding" '
                         f'WHERE b."project" {IN_TREE} AND b."scenario" IS NULL AND (b."sort" IS \'revenue\') = :revenue',
                         revenue=sort == "revenue")
        return [[self.title(row["by"]) or row["f"], row["year"], row["heading"], tkr(row["budget"]), tkr(row["outcome"]),
                 row["outcome_on"], tkr(self.was("budget_line", row["id"], '"forecast"')), tkr(row["forecast"]),
                 "" if row["forecast"] == "" else tkr(row["forecast"] - (row["budget"] or 0)), row["notes"]]
                for row in rows]

    def economy(self):
        return self.lines("cost") or self.lines("revenue")

    def risk_rows(self, opportunities):
        score = '"probability" * "impact"'
        rows = self.rows(TREE + f'SELECT *, {score} "score", "residual_probability" * "residual_impact" "after", (SELECT '
                                f'COUNT(*) FROM '
                         f'"risk" o WHERE o."project" {IN_TREE} AND o."id" <= r."id") "place" FROM "risk" r WHERE '
                         f'"project" {IN_TREE} '
                         'AND "status" IS NOT \'closed\' AND ("sort" IS \'opportunity\') = :o', o=opportunities)
        found = []
        for row in rows:
            was, trend = self.was("risk", row["id"], score), ""
            if "" not in (was, row["score"]):
                change = (row["score"] - was) * (1 if opportunities else -1)
                trend = words.TRENDS[self.language][(change > 0) - (change < 0)]
            number = row["number"] if row["number"] != "" else row["place"]
            found.append([number, row["title"], row["consequence"], row["probability"], row["impact"], row["score"], was, trend,
                          row["response"], row["after"], self.person(row["owner"])])
        return found

    def risks(self):
        return self.risk_rows(False) or self.risk_rows(True)

    def grid(self):
        counts = {}
        for row in self.risk_rows(False):
            counts[row[3], row[4]] = counts.get((row[3], row[4]), 0) + 1
        return [[counts.get((probability, impact), "") for impact in range(1, 6)] for probability in range(5, 0, -1)]

    def actions(self):
        rows = self.rows(TREE + 'SELECT a.*, o."name" "o" FROM "action" a LEFT JOIN "organisation" o ON o."id" = '
                                'a."organisation" '
                         'WHERE a."status" IS NOT \'cancelled\' AND (a."done_on" IS NULL OR a."done_on" > :since) AND '
                         f'(a."status" IS NOT \'done\' OR a."done_on" IS NOT NULL) AND '
                         f'{self.near("a." + chr(34) + "project" + chr(34))}',
                         since=self.since or "")
        late = lambda row: row["status"] != "done" and not row["done_on"] and row["due_on"] and row["due_on"] < self.date
        return [[row["title"], row["o"], self.person(row["owner"]), row["due_on"], self.choice("action", "status", row["status"]),
                 days(row["due_on"], self.date) if late(row) else "", self.title(row["origin"])] for row in rows]

    def series(self, indicator):
        """Each series' rows, the newest first, the one that leads first; with the name of its body."""
        keys = self.rows('SELECT "counted_by" "body", COALESCE("sort", \'outcome\') "sort", COALESCE("breakdown", \'\') "part", '
                         'COUNT("value") "n", MIN("on" || printf(\'%020d\', "id")) "first" FROM "measurement" WHERE "indicator" = :i '
                         'AND "on" <= :date GROUP BY 1, 2, 3', i=indicator, date=self.date)
        keys.sort(key=lambda k: (k["n"] == 0, k["sort"] != "outcome", k["part"] != "", -k["n"], k["first"]))
        for key in keys:
            name = self.one('SELECT COALESCE("short_name", "name") "n" FROM "organisation" WHERE "id" = :o', o=key["body"])
            parts = ([name["n"]] if name and len({k["body"] for k in keys}) > 1 else []) + ([key["part"]] if key["part"] else [])
            rows = self.rows('SELECT * FROM "measurement" WHERE "indicator" = :i AND "on" <= :date AND "counted_by" IS :body AND '
                             'COALESCE("sort", \'outcome\') = :sort AND COALESCE("breakdown", \'\') = :part ORDER BY "on" DESC, "id" DESC',
                             i=indicator, date=self.date, body=key["body"] or None, sort=key["sort"], part=key["part"])
            yield f" ({', '.join(parts)})" if parts else "", rows

    @staticmethod
    def latest(rows):
        return next((row for row in rows if row["value"] != ""), rows[0])

    def period(self, row):
        text = " –\n".join(filter(None, (row["from_on"], row["on"])))
        if row["sort"] not in ("", "outcome"):
            text += f' ({self.choice("measurement", "sort", row["sort"])})'
        if row["value_to"] != "":
            text += words.UP_TO[self.language] + self.number(row["value_to"])
        if row["value"] == "" and row["missing_reason"]:
            text += f': {row["missing_reason"]}'
        return text

    def goals(self):
        near = self.near('"project"')
        goals = self.rows(TREE + f'SELECT * FROM "goal" WHERE {near}')
        rows, used = [], set()
        for row in self.rows(TREE + f'SELECT * FROM "indicator" WHERE {near}'):
            goal = self.one('SELECT * FROM "goal" WHERE "id" = :g', g=row["goal"]) or {"text": "", "fulfilment": ""}
            used.add(row["goal"])
            for place, (name, measured) in enumerate(list(self.series(row["id"])) or [("", [])]):
                newest = self.latest(measured) if measured else None
                leads = lambda value: value if place == 0 else ""
                rows.append([goal["text"], row["name"] + name, row["unit"], leads(row["baseline"]), newest["value"] if newest else "",
                             self.period(newest) if newest else "", leads(row["target"]),
                             leads(self.choice("goal", "fulfilment", goal["fulfilment"])),
                             (self.title(newest["source"]) if newest else "") or self.title(row["source"])])
        return rows + [[goal["text"], "", "", "", "", "", "", self.choice("goal", "fulfilment", goal["fulfilment"]), ""]
                       for goal in goals if goal["id"] not in used]

    def calendar(self):
        end = str(datetime.date.fromisoformat(self.date) + datetime.timedelta(days=90))
        # How a kind that has no project of its own comes to one.
        ways = {"project": 'k."id"', "meeting": '(SELECT "project" FROM "group" WHERE "id" = k."group")',
                "funding_report": '(SELECT "project" FROM "funding" WHERE "id" = k."funding")'}
        who = {"meeting": "group", "funding": "funder", "mandate": "given_to", "project": "manager", "decision": "responsible",
               "reply": "prepared_by", "milestone": "owner", "action": "owner", "risk": "owner"}
        seen, rows = set(), []
        for kind, description in self.kinds.items():
            if kind == "acceptance":
                continue
            for field in (f for f in description["fields"] if f["deadline"]):
                way = ways.get(kind) or ('k."project"' if any(f["id"] == "project" for f in description["fields"]) else None)
                near = self.near(way) if way else "1"
                for row in self.rows(TREE + f'SELECT k.* FROM "{kind}" k WHERE k."{field["id"]}" BETWEEN :date AND :end '
                                            f'AND {near}',
                                     date=self.date, end=end):
                    key = (row["id"], row[field["id"]])
                    if key in seen or any(row[s["field"]] == s["choice"] if s.get("choice") else row[s["field"]]
                                          for s in description.get("settled") or []):
                        continue
                    seen.add(key)
                    by = row[who[kind]] if kind in who else ""
                    person = kind in who and self.field(kind, who[kind]).get("targets") == ["person"]
                    rows.append([row[field["id"]], self.title(row["id"]),
                                 f'{description["label"][self.language]}: {field["label"][self.language]}',
                                 self.person(by) if person else self.title(by)])
        return rows

    def valid(self, first, last):
        return f'({first} IS NULL OR {first} <= :date) AND ({last} IS NULL OR {last} >= :date)'

    def staffing(self):
        rows = self.rows(TREE + 'SELECT m.*, g."name" "g", o."name" "o", p."title" "pt", p."name" "pn", po."name" "po" '
                                'FROM "membership" m '
                         'JOIN "group" g ON g."id" = m."group" LEFT JOIN "organisation" o ON o."id" = m."represents" LEFT '
                         'JOIN "person" p '
                         'ON p."id" = m."person" LEFT JOIN "organisation" po ON po."id" = p."organisation" '
                         f'WHERE m."scenario" IS NULL AND (m."group" = :g OR g."project" {IN_TREE}) AND ' + self.valid('m."from"', 'm."to"'),
                         g=self.group, date=self.date)
        return [[row["g"], self.choice("membership", "role", row["role"]), row["function"] or row["pt"] or row["pn"],
                 row["o"] or row["po"], "" if row["share_percent"] == "" else row["share_percent"] / 100] for row in rows]

    def agreements(self):
        rows = []
        for c in self.rows('SELECT c.*, a."title" "t" FROM "commitment" c JOIN "agreement" a ON a."id" = c."agreement" WHERE '
                           'a."status" IS NOT \'ended\' AND ' + self.valid('a."valid_from"', 'a."valid_to"'), date=self.date):
            newest = self.rows('SELECT f.*, o."name" "o" FROM "follow_up" f JOIN "organisation" o ON o."id" = '
                               'f."organisation" WHERE '
                               'f."commitment" = :c AND (f."on" IS NULL OR f."on" <= :date) AND NOT EXISTS (SELECT 1 FROM '
                               '"follow_up" n '
                               'WHERE n."commitment" = :c AND n."organisation" = f."organisation" AND (n."on" IS NULL OR '
                               'n."on" <= :date) '
                               'AND (COALESCE(n."on", \'\'), n."id") > (COALESCE(f."on", \'\'), '
                               'f."id"))', c=c["id"], date=self.date)
            told = [[f["o"], self.choice("follow_up", "status", f["status"]), f["evidence"]] for f in newest] or [["", "", ""]]
            rows += [[c["t"], c["number"], c["text"], *each] for each in told]
        return rows

    def consultations(self):
        rows = self.rows('SELECT r.*, c."title" "t", c."answer_by" "common", o."name" "o" FROM "reply" r JOIN "consultation" c '
                         'ON c."id" = r."consultation" JOIN "organisation" o ON o."id" = r."organisation" WHERE :since IS '
                         'NULL OR '
                         'c."status" IS NOT \'closed\' OR c."answer_by" >= :since OR r."answered_on" >= :since', since=self.since)
        return [[row["t"], row["o"], row["answer_by"] or row["common"], row["board_on"], row["answered_on"],
                 self.choice("reply", "position", row["position"]) or self.choice("reply", "status", row["status"]),
                 row["conditions"]] for row in rows]

    def deliverables(self):
        rows = self.rows(TREE + 'SELECT d.*, r."name" "r", c."name" "c" FROM "deliverable" d LEFT JOIN "organisation" r '
                         'ON r."id" = d."receiver" LEFT JOIN "organisation" c ON c."id" = d."continued_by" '
                         f'WHERE d."project" {IN_TREE}')
        return [[row["theme"], row["title"], self.choice("deliverable", "status", row["status"]), row["launched_on"], row["r"],
                 row["where_to_find"], row["c"] or words.CONTINUES[self.language].get(row["continues"], "")] for row in rows]

    def documents(self):
        sorts = ["law", "ordinance", "regulation", "agreement", "guideline", "budget_assignment", "government_assignment",
                 "directive", "plan", "routine"]
        rows = self.rows('SELECT * FROM "document" WHERE "sort" IN (SELECT "value" FROM json_each(:sorts)) AND '
                         + self.valid('"valid_from"', '"valid_to"'), sorts=json.dumps(sorts), date=self.date)
        return [[self.choice("document", "level", row["level"]), self.choice("document", "sort", row["sort"]), row["designation"],
                 row["title"], row["valid_from"], row["valid_to"]] for row in rows]

    def meetings(self):
        rows = self.rows(TREE + 'SELECT m.*, g."name" "g" FROM "meeting" m JOIN "group" g ON g."id" = m."group" WHERE '
                                'm."status" = \'held\' '
                         f'AND m."starts_on" <= :date AND (m."group" = :g OR g."project" {IN_TREE})',
                         g=self.group, date=self.date)
        found = []
        for row in rows:
            n, all_of, others, any_of = self.database.execute(
                'SELECT TOTAL("came" AND "member"), TOTAL("member"), TOTAL("came" AND NOT "member"), COUNT(*) FROM (SELECT COALESCE('
                'a."presence" IN (\'present\', \'deputy\'), 0) "came", m."group" = ? "member" FROM "attendance" a JOIN "membership" m '
                'ON m."id" = a."membership" WHERE a."meeting" = ?)', (row["group"], row["id"])).fetchone()
            came = (f"{n:.0f} {words.OF[self.language]} {all_of:.0f}" if not others
                    else words.OTHERS[self.language].format(round(n), round(all_of), round(others)))
            decided = self.rows('SELECT "title" FROM "decision" WHERE "meeting" = :m AND "status" IS NOT \'needed\'', m=row["id"])
            found.append([row["starts_on"], row["g"], came if any_of else "",
                          sorted(d["title"] for d in decided)])
        return found
