"""A workspace file at a moment, asked with SQL of its own: titles, lights, numbers in words.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import json
import sqlite3

import words

TREE = ('WITH RECURSIVE "tree" ("id") AS (SELECT "id" FROM "project" WHERE "id" IS :project '
        'OR (:project IS NULL AND "parent" IS NULL) UNION SELECT p."id" FROM "project" p JOIN "tree" t ON p."parent" = t."id") ')
IN_TREE = 'IN (SELECT "id" FROM "tree")'
NO_LIGHT = ("", "", "", "", "", "", "")
RANK = {"green": 1, "amber": 2, "red": 3}


def days(first, last):
    return (datetime.date.fromisoformat(last) - datetime.date.fromisoformat(first)).days


def as_of(database, moment):
    """A copy of the database as it was before that moment (in milliseconds): later changes taken back, the newest first."""
    copy = sqlite3.connect(":memory:")
    database.backup(copy)
    changes = copy.execute('SELECT c."record", c."kind", c."before", c."after" FROM "change" c JOIN "step" s ON s."id" = '
                           'c."step" '
                           'WHERE s."at" >= ? ORDER BY c."id" DESC', (moment,)).fetchall()
    for record, kind, before, after in changes:
        if before is None:
            copy.execute(f'DELETE FROM "{kind}" WHERE "id" = ?', (record,))
            continue
        values = json.loads(before)
        if after is None:
            copy.execute('INSERT INTO "record" ("id", "kind") VALUES (?, ?)', (record, kind))
            names = ", ".join(f'"{name}"' for name in values)
            copy.execute(f'INSERT INTO "{kind}" ("id", {names}) VALUES (?{", ?" * len(values)})', (record, *values.values()))
        for name, value in values.items():
            copy.execute(f'UPDATE "{kind}" SET "{name}" = ? WHERE "id" = ?', (value, record))
    return copy


class Workspace:
    """A database at a moment, with the words of a language."""

    def __init__(self, database, descriptions, language, project):
        self.database, self.kinds, self.language, self.project = database, descriptions, language, project

    def rows(self, sql, **parameters):
        cursor = self.database.execute(sql, {"project": self.project, **parameters})
        names = [column[0] for column in cursor.description]
        return [dict(zip(names, ("" if value is None else value for value in row))) for row in cursor.fetchall()]

    def one(self, sql, **parameters):
        return next(iter(self.rows(sql, **parameters)), None)

    def field(self, kind, field):
        return next(f for f in self.kinds[kind]["fields"] if f["id"] == field)

    def choice(self, kind, field, value):
        return next((c["label"][self.language] for c in self.field(kind, field)["choices"] if c["id"] == value), "")

    def person(self, record):
        found = self.one('SELECT p."name" "n", p."title" "t", o."short_name" "s" FROM "person" p LEFT JOIN "organisation" o '
                         'ON o."id" = p."organisation" WHERE p."id" = :record', record=record)
        if not found:
            return ""
        return ", ".join(filter(None, (found["t"], found["s"]))) if found["t"] else found["n"]

    def title(self, record):
        """As the program titles records: the fields that name it, one after another."""
        found = self.one('SELECT "kind" FROM "record" WHERE "id" = :record', record=record)
        if not found:
            return ""
        kind, parts = found["kind"], []
        for name in self.kinds[kind]["title"]:
            field = self.field(kind, name)
            value = self.one(f'SELECT "{name}" "v" FROM "{kind}" WHERE "id" = :record', record=record)["v"]
            if field["type"] == "reference":
                value = self.title(value)
            elif field["type"] == "choice" and len(str(value)) > 1:
                # The letters of responsibility are told as letters.
                value = self.choice(kind, name, value)
            parts.append(str(value))
        return " · ".join(part for part in parts if part)

    # ---- Lights ------------------------------------------------------------------------------------------------------------

    def threshold(self, name, project, otherwise):
        for key in (f"{name}.{project}", name):
            found = self.one('SELECT "value" "v" FROM "setting" WHERE "name" = :key', key=key)
            if found:
                return int(found["v"])
        return otherwise

    def light_at(self, value, name, project, amber, red):
        amber, red = self.threshold(f"lights.{name}.amber", project, amber), self.threshold(f"lights.{name}.red", project, red)
        return "red" if value >= red else "amber" if value >= amber else "green"

    def suggested(self, project, dimension, date):
        texts = words.SUGGESTIONS[self.language]
        if dimension == "time":
            rows = self.rows('SELECT * FROM "milestone" WHERE "project" = :p', p=project)
            delays = [0 if row["reached_on"] else days(row["planned_on"], max(row["forecast_on"] or row["planned_on"], date))
                      for row in rows]
            amber = self.threshold("lights.time.amber", project, 1)
            if rows:
                worst = max(0, *delays)
                late = sum(delay >= amber and delay > 0 for delay in delays)
                return self.light_at(worst, "time", project, 1, 30), texts["time"].format(late, len(rows), worst)
        if dimension == "cost":
            return self.suggested_cost(project, texts)
        if dimension == "risk":
            rows = self.rows('SELECT "probability" * "impact" "s" FROM "risk" WHERE "project" = :p AND "status" IS NOT '
                             '\'closed\' '
                             'AND "sort" IS NOT \'opportunity\'', p=project)
            amber = self.threshold("lights.risk.amber", project, 10)
            scores = [row["s"] for row in rows if row["s"] != ""]
            if rows:
                told = texts["risk"].format(amber, sum(score >= amber for score in scores), max(scores, default=0))
                return self.unless_unknown(self.light_at(max(scores, default=0), "risk", project, 10, 15), told if scores else "",
                                           len(rows) - len(scores), len(rows))
        if dimension == "benefit":
            count = lambda test: self.one(f'SELECT COUNT(*) "n" FROM "goal" WHERE "project" = :p AND {test}', p=project)["n"]
            counts = [count(f'"fulfilment" = \'{f}\'') for f in ("not_met", "partly_met", "met")]
            if count("1"):
                return self.unless_unknown("red" if counts[0] else "amber" if counts[1] else "green",
                                           texts["benefit"].format(*counts) if sum(counts) else "", count("1") - sum(counts), count("1"))
        return None

    def unless_unknown(self, light, told, unknown, rows):
        """Green only where all is known, and what is not known is said."""
        missing = words.SUGGESTIONS[self.language]["unknown"].format(unknown, rows) if unknown else ""
        return "not_assessed" if unknown and light == "green" else light, " ".join(filter(None, (told, missing)))

    def suggested_cost(self, project, texts):
        sums = self.one('SELECT COUNT(*) "n", TOTAL("budget") "b", TOTAL("forecast") "f", COUNT("forecast") "nf", '
                        'SUM("budget" IS NULL AND "forecast" > 0) "u" FROM "budget_line" WHERE "project" = :p AND '
                        '"scenario" IS NULL AND "sort" IS NOT \'revenue\'', p=project)
        if not sums["n"]:
            return None
        above = sums["f"] - sums["b"]
        percent = above * 100 / sums["b"] if sums["b"] > 0 else float("inf") if above > 0 else 0
        light = self.light_at(percent, "cost", project, 2, 10)
        word = texts["deficit" if above > 0 else "surplus"]
        if sums["nf"] < sums["n"]:
            light = "not_assessed" if light == "green" else light
            told = texts["incomplete"].format(sums["nf"], sums["n"]) + ("" if light == "not_assessed" else " " + texts["over"])
        elif above == 0:
            told = texts["none"]
        elif abs(percent) >= 1000:
            told = texts["deviation"].format(self.amount(above, "+"), word)
        else:
            sign = "+" if percent > 0 else ""
            told = texts["percent"].format(self.amount(above, "+"), sign + self.fixed(percent, 1 if abs(percent) < 10 else 0) + " %",
                                           word)
        if sums["u"]:
            told += " " + texts["unbudgeted"].format(sums["u"], sums["n"])
        return light, told

    # ---- Numbers in sentences ------------------------------------------------------------------------------------------------

    def fixed(self, value, decimals):
        text = f"{abs(value):,.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        text = text.replace(",", "G").replace(".", words.SV_DECIMAL[self.language]).replace("G", words.GROUPS[self.language])
        return text if value >= 0 or not any(c in "123456789" for c in text) else "−" + text

    def amount(self, ore, sign=""):
        kronor = ore / 100
        unit = 0 if abs(kronor) < 1000 else 1 if abs(kronor) < 1e7 else 2
        value = kronor / 1000 ** unit
        decimals = 2 if unit == 0 else 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
        return words.AMOUNTS[self.language][unit].format((sign if ore > 0 else "") + self.fixed(value, decimals))

    def number(self, value):
        decimals = next(d for d in range(16) if abs(round(value, d) - value) <= 1e-12 * abs(value))
        return self.fixed(value, decimals)

    def report(self, project, date):
        return self.one('SELECT * FROM "status_report" WHERE "project" = :p AND "on" <= :date ORDER BY "on" DESC, "id" '
                        'DESC LIMIT 1',
                        p=project, date=date)

    def lights(self, project, date):
        """dimension → light, cause, measure, owner, green by, mark, mark with the reason"""
        found, counted = {}, {}
        report = self.report(project, date)
        set_lights = {row["dimension"]: row for row in self.rows('SELECT * FROM "status_light" WHERE "status_report" = :r',
                                                                 r=report["id"])} if report else {}
        dimensions = self.field("status_light", "dimension")["choices"]
        for d in [d for d in dimensions if d["id"] != "overall"] + [d for d in dimensions if d["id"] == "overall"]:
            suggestion = self.suggested(project, d["id"], date)
            if d["id"] == "overall" and counted:
                worst = max(counted.values(), key=lambda light: RANK.get(light, 0))
                first = next(d for d in dimensions if d["id"] in counted and RANK.get(counted[d["id"]], 0) == RANK.get(worst, 0))
                suggestion = ((worst, words.WORST[self.language].format(first["label"][self.language])) if RANK.get(worst)
                              else ("not_assessed", words.NO_AREA[self.language]))
            light = self.judged(set_lights.get(d["id"]), suggestion)
            if light:
                found[d["id"]], counted[d["id"]] = light
        return found

    def judged(self, row, suggestion):
        """A light as shown, and what it counts for in the whole."""
        if row is None:
            mark = words.COMPUTED[self.language]
            return suggestion and ((*suggestion, "", "", "", mark, mark), suggestion[0])
        shown = [row["light"], row["cause"], row["measure"], self.person(row["owner"]), row["green_by"], "", ""]
        if not suggestion or suggestion[0] == row["light"]:
            return tuple(shown), row["light"]
        # Grey is computed where nobody knows: then no reason is asked for.
        asked_for = words.NO_REASON[self.language] if RANK.get(suggestion[0], 0) else ""
        computed, reason = words.IN_SENTENCE[self.language][suggestion[0]], row["reason"] or asked_for
        told = words.IN_SENTENCE[self.language][row["light"]], computed, *filter(None, (reason,)), suggestion[1]
        told = (words.OTHERWISE_TOLD if reason else words.OTHERWISE_UNREASONED)[self.language].format(*told)
        shown[1] = "\n".join(filter(None, (row["cause"], told)))
        whole = words.OTHERWISE_WHOLE if reason else words.OTHERWISE
        shown[5:] = words.OTHERWISE[self.language].format(computed), whole[self.language].format(computed, reason)
        worse = RANK.get(suggestion[0], 0) > RANK.get(row["light"], 0) and not row["reason"]
        return tuple(shown), suggestion[0] if worse else row["light"]

    def light_cell(self, light, whole=False):
        """The word of a light with its mark."""
        return " ".join(filter(None, (words.LIGHTS[self.language].get(light[0], ""), light[6 if whole else 5])))
