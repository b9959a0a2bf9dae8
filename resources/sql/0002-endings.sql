-- Version 2: what a scenario ends, and seats in groups that it proposes.
CREATE TABLE "ending" (
  "id"       INTEGER PRIMARY KEY REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "scenario" INTEGER NOT NULL REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED,
  "record"   INTEGER NOT NULL REFERENCES "record" ("id") DEFERRABLE INITIALLY DEFERRED,
  "notes"    TEXT
) STRICT;
CREATE INDEX "ending_scenario" ON "ending" ("scenario");
CREATE INDEX "ending_record" ON "ending" ("record");
ALTER TABLE "membership" ADD COLUMN "scenario" INTEGER REFERENCES "scenario" ("id") DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX "membership_scenario" ON "membership" ("scenario") WHERE "scenario" IS NOT NULL;
