-- Version 3: a log from which a name can be erased without breaking its chain of digests, and that knows its own schema.
--
-- A step's digest does not cover texts themselves but their leaves: SHA-256 of a random salt and the text.  Erasing writes another text
-- under a new salt and destroys the old salt, so that nobody can try out what the old leaf stood for; "erasure" then says which leaf
-- stands for which.  Digests are made by the program (app/store/chain.c), after this.

-- What proves the chain as it was.
INSERT INTO "workspace" SELECT 'version_2_head', "id" || ' ' || ifnull("digest", '') FROM "step" ORDER BY "id" DESC LIMIT 1;

-- A mark that each transaction makes anew, and the one before it: a journal belongs to the file that has one of them.
INSERT INTO "workspace" SELECT 'mark', lower(hex(randomblob(16)));
INSERT INTO "workspace" SELECT 'mark_before', lower(hex(randomblob(16)));

-- "version" is that of the file when the step was written: what fields there were then.
CREATE TABLE "step_3" (
  "id"          INTEGER PRIMARY KEY,
  "at"          INTEGER NOT NULL,
  "author"      TEXT NOT NULL,
  "author_salt" BLOB NOT NULL,
  "code"        TEXT NOT NULL,
  "undoes"      INTEGER REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "version"     INTEGER NOT NULL,
  "digest"      TEXT
) STRICT;
INSERT INTO "step_3" SELECT "id", "at", "author", randomblob(16), "code", "undoes", 2, "digest" FROM "step" ORDER BY "id";
DROP TABLE "step";
ALTER TABLE "step_3" RENAME TO "step";
CREATE INDEX "step_undoes" ON "step" ("undoes") WHERE "undoes" IS NOT NULL;

-- A side that is not there has no salt.
CREATE TABLE "change_3" (
  "id"          INTEGER PRIMARY KEY,
  "step"        INTEGER NOT NULL REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "record"      INTEGER NOT NULL,
  "kind"        TEXT NOT NULL,
  "before"      TEXT,
  "before_salt" BLOB,
  "after"       TEXT,
  "after_salt"  BLOB
) STRICT;
INSERT INTO "change_3" SELECT "id", "step", "record", "kind", "before", iif("before" IS NULL, NULL, randomblob(16)),
  "after", iif("after" IS NULL, NULL, randomblob(16)) FROM "change" ORDER BY "id";
DROP TABLE "change";
ALTER TABLE "change_3" RENAME TO "change";
CREATE INDEX "change_step" ON "change" ("step");
CREATE INDEX "change_record" ON "change" ("record");

-- "step" is the one that brought the text; its digest covers the leaf, which is "digest" here.  An equal text is found by "finger", the
-- beginning of the text's own SHA-256, which goes when the text goes.
CREATE TABLE "body_3" (
  "id"     INTEGER PRIMARY KEY,
  "step"   INTEGER REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "finger" TEXT NOT NULL,
  "salt"   BLOB NOT NULL,
  "digest" TEXT NOT NULL,
  "text"   TEXT NOT NULL
) STRICT;
INSERT INTO "body_3" SELECT "body"."id", "brought"."step", substr("body"."digest", 1, 16), randomblob(16), "body"."digest", "body"."text"
  FROM "body" LEFT JOIN (SELECT json_extract("after", '$.body') AS "text", min("step") AS "step" FROM "change"
  WHERE "kind" = 'document' AND json_valid("after") GROUP BY 1) AS "brought" ON "brought"."text" = "body"."id" ORDER BY "body"."id";
DROP TABLE "body";
ALTER TABLE "body_3" RENAME TO "body";
CREATE INDEX "body_step" ON "body" ("step");
CREATE INDEX "body_finger" ON "body" ("finger");

-- What a step of erasing did: whose "part" ('author' of a step, 'before' or 'after' of a change, 'body') in which row of that table, the
-- leaf that was there and the one that is.  Values are not told.
CREATE TABLE "erasure" (
  "id"       INTEGER PRIMARY KEY,
  "step"     INTEGER NOT NULL REFERENCES "step" ("id") DEFERRABLE INITIALLY DEFERRED,
  "part"     TEXT NOT NULL,
  "row"      INTEGER NOT NULL,
  "old_leaf" TEXT NOT NULL,
  "new_leaf" TEXT NOT NULL
) STRICT;
CREATE INDEX "erasure_step" ON "erasure" ("step");
CREATE INDEX "erasure_row" ON "erasure" ("row", "part");
