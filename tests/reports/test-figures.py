#!/usr/bin/python3
"""Figures that were not true once: sums that lack a line, lights set otherwise than computed, series of several bodies, texts that look
like dates, numbers with decimals of their own, what was published and what came after it.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, os.path.join(os.environ["SAMSYN_SOURCE"], "tests"))

import openpyxl

import words
import workspace
from tap import check, done

NOW, DAY = "2016-02-20", "2016-02-29"
FRAME = [{"kind": "project", "key": "p", "name": "P", "starts_on": "2016-01-01", "ends_on": "2017-06-30"},
         {"kind": "group", "key": "g", "name": "Steering", "sort": "steering", "project": "p"},
         {"kind": "meeting", "key": "m", "group": "g", "starts_on": DAY}]
SHEET = {sheet: {"sv": names[0], "en": names[2]} for sheet, names in words.SHEETS.items()}


def line(key, **amounts):
    return {"kind": "budget_line", "key": key, "heading": key, "project": "p", "year": 2016, "sort": "cost", **amounts}


class World:
    """A new workspace with the frame and some records, and its packs."""

    def __init__(self, folder, name, records, now=NOW):
        self.path = os.path.join(folder, name + ".samsyn")
        workspace.samsyn("new", self.path, SAMSYN_NOW=now)
        self.add(FRAME + records, now)

    def add(self, records, now=NOW):
        with open(self.path + ".json", "w", encoding="utf-8") as file:
            json.dump({"samsyn": 1, "records": records}, file)
        workspace.samsyn("import", self.path, self.path + ".json", SAMSYN_NOW=now)

    def list(self, kind):
        return json.loads(workspace.samsyn("list", self.path, kind, "--format=json"))["records"]

    def report(self, language, report="steering-pack", on=DAY):
        output = f"{self.path}-{report}-{language}.xlsx"
        arguments = [f"--meeting={workspace.meeting_of(self.path, on, 'Steering')}"] if report == "steering-pack" else []
        workspace.samsyn("report", self.path, report, *arguments, f"--language={language}", f"--output={output}", "--force",
                         SAMSYN_NOW=NOW)
        return openpyxl.load_workbook(output)

    def rows(self, language, sheet, **arguments):
        """The cells of a sheet of the pack, row by row, without the empty ones."""
        book = self.report(language, **arguments)
        name = SHEET[sheet][language]
        return [[cell for cell in row if cell.value is not None] for row in book[name].iter_rows()] if name in book.sheetnames else []

    def light(self, language, area):
        """What the overview says of an area: status and cause."""
        for row in self.rows(language, "overview"):
            if row and row[0].value == area:
                return [cell.value for cell in row[1:]]
        return []


def texts(rows):
    return [str(cell.value) for row in rows for cell in row]


def find(rows, first):
    return next(([cell.value for cell in row], [cell.number_format for cell in row]) for row in rows if row and row[0].value == first)


COST = {"sv": "Kostnad", "en": "Cost"}
TOTAL = {"sv": "Summa", "en": "Total"}
GREY = {language: light["not_assessed"] + " " + words.COMPUTED[language] for language, light in words.LIGHTS.items()}
RED = {language: light["red"] + " " + words.COMPUTED[language] for language, light in words.LIGHTS.items()}


def check_missing_forecast(folder, language):
    world = World(folder, "missing-" + language, [line("A", budget=1000000, outcome=100000, forecast=900000),
                                                  line("B", budget=5000000, outcome=1000000)])
    rows = world.rows(language, "economy")
    share = {"sv": "1 av 2", "en": "1 of 2"}[language]
    values, formats = find(rows, TOTAL[language])
    check(f"{language}: the total row says of how many lines the forecast is", f'#,##0" ({share})"' in formats, str(formats))
    check(f"{language}: no deviation is summed where a forecast is missing", values[-1] == share, str(values))
    sentence = {"sv": "prognos för 1 av 2 poster", "en": "forecast for 1 of 2 lines"}[language]
    check(f"{language}: the sentence and the chart say it", sentence in " ".join(texts(rows)), str(texts(rows)))
    year, _ = find(rows, "2016")
    check(f"{language}: an incomplete forecast has no bar", not isinstance(year[-1], (int, float)) and share in str(year[-1]), str(year))
    check(f"{language}: the light is grey and says why",
          world.light(language, COST[language]) == [GREY[language], words.SUGGESTIONS[language]["incomplete"].format(1, 2)],
          str(world.light(language, COST[language])))


def check_budgets(folder, language):
    world = World(folder, "unbudgeted-" + language, [line("A", outcome=3000000, forecast=3000000), line("B", budget=1000, forecast=1000)])
    status, cause = world.light(language, COST[language])
    check(f"{language}: what is forecast without a budget is over it", status == RED[language]
          and words.SUGGESTIONS[language]["unbudgeted"].format(1, 2) in cause, status + cause)
    deviations = {row[1].value: row[-1].value for row in world.rows(language, "economy") if row and row[0].value == 2016}
    check(f"{language}: and is a deviation of its own", deviations == {"A": 3000, "B": 0}, str(deviations))
    world = World(folder, "tiny-" + language, [line("A", budget=1, forecast=30000000)])
    status, cause = world.light(language, COST[language])
    amount = {"sv": "+30 mkr", "en": "SEK +30 m"}[language]
    check(f"{language}: a tiny budget is over, by an amount", status == RED[language] and amount in cause and "%" not in cause, cause)
    world = World(folder, "huge-" + language, [line(f"L{i}", budget="9000000000000.00", forecast="9000000000000.00") for i in range(12)])
    check(f"{language}: sums of the largest amounts do not run over",
          world.light(language, COST[language])[0] == words.LIGHTS[language]["green"] + " " + words.COMPUTED[language])


def check_risks(folder, language):
    risk = {"sv": "Risk", "en": "Risk"}[language]
    unknown = {"kind": "risk", "key": "r", "title": "R", "project": "p"}
    known = {"kind": "risk", "key": "s", "title": "S", "project": "p", "probability": 5, "impact": 5}
    told = words.SUGGESTIONS[language]["unknown"]
    check(f"{language}: a risk that is not assessed makes no green light",
          World(folder, "risk-" + language, [unknown]).light(language, risk) == [GREY[language], told.format(1, 1)])
    status, cause = World(folder, "risks-" + language, [unknown, known]).light(language, risk)
    check(f"{language}: what is known to be bad stays so", status == RED[language] and cause.endswith(told.format(1, 2)), cause)


def light(dimension, colour, **values):
    return {"kind": "status_light", "key": dimension, "status_report": "s", "dimension": dimension, "light": colour, **values}


def check_lights(folder, language):
    time, overall = {"sv": ("Tid", "Helhet"), "en": ("Time", "Overall")}[language]
    late = [{"kind": "milestone", "key": "k", "title": "K", "project": "p", "planned_on": "2015-04-01", "forecast_on": "2016-03-15"},
            {"kind": "status_report", "key": "s", "project": "p", "on": "2016-02-15"}]
    green, red = (words.IN_SENTENCE[language][colour] for colour in ("green", "red"))
    mark = words.LIGHTS[language]["green"] + " " + words.OTHERWISE[language].format(red)
    for name, reason in (("without", None), ("with", "We know better")):
        world = World(folder, f"set-{name}-{language}", late + [light("time", "green", **({"reason": reason} if reason else {}))])
        status, cause = world.light(language, time)
        told = words.OTHERWISE_TOLD[language].format(green, red, reason or words.NO_REASON[language], "")[:-2]
        check(f"{language}: a green light set {name} a reason on what is late shows both", status == mark and told in cause, status + cause)
        check(f"{language}: and counts in the whole as {'set' if reason else 'computed'}", world.light(language, overall)[0]
              == (RED if not reason else {language: words.LIGHTS[language]["green"] + " " + words.COMPUTED[language]})[language])
    world = World(folder, "whole-" + language, late + [light("overall", "green"), light("time", "red")])
    check(f"{language}: the whole is not better than its parts unremarked", world.light(language, overall)[0] == mark)


def check_grey(folder, language):
    """What nobody has assessed gainsays no light, so no reason is missing; one that is given is shown."""
    unknown = [{"kind": "risk", "key": "r", "title": "R", "project": "p"}, {"kind": "status_report", "key": "s", "project": "p", "on": "2016-02-15"}]
    green, grey = (words.IN_SENTENCE[language][colour] for colour in ("green", "not_assessed"))
    cause = words.SUGGESTIONS[language]["unknown"].format(1, 1)
    for name, reason, told in (("without", None, words.OTHERWISE_UNREASONED[language].format(green, grey, cause)),
                               ("with", "We know", words.OTHERWISE_TOLD[language].format(green, grey, "We know", cause))):
        world = World(folder, f"grey-{name}-{language}", unknown + [light("risk", "green", **({"reason": reason} if reason else {}))])
        found = world.light(language, "Risk")
        check(f"{language}: a light set {name} a reason where nothing was computed", told in found[1]
              and words.NO_REASON[language] not in " ".join(found), found)


def check_series(folder, language):
    body = lambda key: {"kind": "organisation", "key": key, "name": key}
    value = lambda key, on, number, **more: {"kind": "measurement", "key": key, "indicator": "i", "on": on, "value": number, **more}
    world = World(folder, "series-" + language, [
        body("City"), body("State"), {"kind": "indicator", "key": "i", "name": "Places", "project": "p", "baseline": 1, "target": 90},
        value("1", "2015-01-31", 10, counted_by="City", sort="outcome"), value("2", "2015-12-31", 20, counted_by="City"),
        value("3", "2014-12-31", 500, counted_by="State", sort="outcome"),
        *(value(f"f{i}", f"2016-01-0{i}", 600 + i, counted_by="City", sort="forecast") for i in range(1, 6)),
        value("b", "2016-01-31", 7, counted_by="City", sort="outcome", breakdown="girls")])
    rows = world.rows(language, "goals")
    form = {"sv": "Places (City): från 10 (2015-01-31) till 20 (2015-12-31); målet är 90.",
            "en": "Places (City): from 10 (2015-01-31) to 20 (2015-12-31); the target is 90."}[language]
    told = [text for text in texts(rows) if "2015-01-31)" in text]
    check(f"{language}: the sentence is of one body, one sort, one breakdown", told == [form], str(told))
    names = [row[0].value for row in rows if row and str(row[0].value).startswith("Places (") and len(row) > 2]
    check(f"{language}: the others stand beside, the outcomes first", names == ["Places (City)", "Places (State)", "Places (City, girls)",
                                                                               "Places (City)"], str(names))
    drawn = [row[1].value for row in rows if len(row) == 3 and row[0].is_date]
    check(f"{language}: the chart is of that series", drawn == [10, 20], str(drawn))


def check_numbers(folder, language):
    world = World(folder, "numbers-" + language, [
        {"kind": "indicator", "key": "i", "name": "Rate", "project": "p", "target": 0.001},
        {"kind": "measurement", "key": "1", "indicator": "i", "on": "2015-01-31", "value": 0.004},
        {"kind": "measurement", "key": "2", "indicator": "i", "on": "2016-01-31", "value": 0.0012},
        {"kind": "indicator", "key": "j", "name": "Huge", "project": "p", "target": 1e300},
        {"kind": "measurement", "key": "3", "indicator": "j", "on": "2015-01-31", "value": 1234567.5},
        {"kind": "measurement", "key": "4", "indicator": "j", "on": "2016-01-31", "value": 1e300},
        line("Rooms", budget=45000, outcome=12000, forecast=48000), line("Paper", budget=450, outcome=0, forecast=450)])
    rows = world.rows(language, "goals")
    told = " ".join(texts(rows))
    wanted = {"sv": ("från 0,004 (", "till 0,0012 (", "målet är 0,001.", "från 1\u00a0234\u00a0567,5 (", "till 1e300 ("),
              "en": ("from 0.004 (", "to 0.0012 (", "the target is 0.001.", "from 1,234,567.5 (", "to 1e300 (")}[language]
    check(f"{language}: numbers in sentences have their own decimals", all(text in told for text in wanted), told)
    shown = {cell.value: cell.number_format for row in rows for cell in row if isinstance(cell.value, float)}
    check(f"{language}: and in cells", shown.get(0.0012) == "#,##0.0000" and shown.get(0.004) == "#,##0.000" and "E" in shown.get(1e300, ""),
          str(shown))
    rows = world.rows(language, "economy")
    sentence = {"sv": "Utfallet är 12 tkr av budgeterade 45,5 tkr; prognosen är 48,5 tkr: underskott 3 tkr.",
                "en": "The outcome is SEK 12 k of SEK 45.5 k budgeted; the forecast is SEK 48.5 k: deficit SEK 3 k."}[language]
    check(f"{language}: small amounts are told in thousands", sentence in texts(rows), str(texts(rows)))
    shown = {cell.value: cell.number_format for row in rows for cell in row if isinstance(cell.value, float)}
    check(f"{language}: a part of a thousand is not 0", shown.get(0.45) == "#,##0.00", str(shown))


def check_dates(folder):
    world = World(folder, "dates", [
        {"kind": "agreement", "key": "a", "title": "2016-03-01", "registration_number": "2017-01-12", "valid_from": "2016-01-07"},
        {"kind": "decision", "key": "d", "title": "D", "number": "2016-11-12", "status": "needed", "meeting": "m", "project": "p",
         "needed_by": "2016-05-06"}])
    for report in ("all-data", "steering-pack"):
        cells = [cell for sheet in world.report("en", report).worksheets for row in sheet.iter_rows() for cell in row]
        dates = {str(cell.value)[:10] for cell in cells if cell.is_date}
        kept = {str(cell.value) for cell in cells if cell.data_type == "s"}
        check(f"{report}: what only looks like a date stays a text", "2016-11-12" in kept and not dates & {"2017-01-12", "2016-11-12", "2016-03-01"},
              str(dates))
        check(f"{report}: what is a date is one", "2016-05-06" in dates and "2016-05-06" not in kept, str(dates))


def check_before(folder):
    """What is done later on the day of publication is since."""
    frame = [{"kind": "meeting", "key": "m0", "group": 0, "starts_on": "2016-01-15"},
             {"kind": "publication", "key": "b", "report": "steering-pack", "meeting": "m0", "published_on": "2016-01-10", "language": "sv"}]
    for name, made, expected in (("on its day", "2016-01-10T10:00:00Z", ["2016-04-01"]), ("afterwards", "2016-01-12T10:00:00Z", ["2016-04-09"])):
        world = World(folder, "before " + name, [{"kind": "milestone", "key": "k", "title": "K", "project": "p", "planned_on": "2016-03-01",
                                                  "forecast_on": "2016-04-01"}], "2016-01-09T10:00:00Z")
        frame[0]["group"] = world.list("group")[0]["id"]
        world.add(frame, made) if name == "on its day" else None
        milestone = world.list("milestone")[0]["id"]
        world.add([{"kind": "milestone", "id": milestone, "forecast_on": "2016-04-09"}], "2016-01-10T11:00:00Z")
        world.add(frame, made) if name != "on its day" else None
        rows = world.rows("en", "timeline")
        before = [str(cell.value)[:10] for row in rows for cell in row if row[0].value == "P" and cell.column_letter == "E"]
        check(f"published {name}: what was said then", before == expected, str(before))


def check_century(folder, language):
    world = World(folder, "century-" + language, [
        {"kind": "project", "key": "q", "name": "Until further notice", "parent": "p", "starts_on": "2016-02-01", "ends_on": "9999-12-31"},
        {"kind": "project", "key": "r", "name": "Typing mistake", "parent": "p", "starts_on": "1016-02-01", "ends_on": "2016-12-31"},
        {"kind": "project", "key": "s", "name": "Ordinary", "parent": "p", "starts_on": "2016-03-01", "ends_on": "2016-12-31"},
        {"kind": "milestone", "key": "k", "title": "K", "project": "p", "planned_on": "2016-06-01"}])
    book = world.report(language)
    sheet = book[SHEET["timeline"][language]]
    # The caption has the marks too, and no day.
    bars = {row[0].value: row for row in sheet.iter_rows() if row[4].value is not None
            and ("◂" in str(row[0].value) or "▸" in str(row[0].value) or row[0].value == "Ordinary")}
    check(f"{language}: bars that are cut are marked at their names", set(bars) == {"Until further notice ▸", "◂ Typing mistake", "Ordinary"},
          str(list(bars)))
    mark = {"sv": "Staplar märkta ◂ eller ▸ fortsätter utanför diagrammet.", "en": "Bars marked ◂ or ▸ go on beyond the chart."}[language]
    check(f"{language}: and the mark is explained", any(mark in str(cell.value) for row in sheet.iter_rows() for cell in row))
    drawn = {name: (str(row[4].value)[:10], row[5].value) for name, row in bars.items()}
    check(f"{language}: they are drawn within the ordinary ones", drawn == {"Until further notice ▸": ("2016-02-01", 516),
          "◂ Typing mistake": ("2016-01-01", 366), "Ordinary": ("2016-03-01", 306)}, str(drawn))
    with zipfile.ZipFile(f"{world.path}-steering-pack-{language}.xlsx") as archive:
        charts = [archive.read(name).decode() for name in archive.namelist() if name.startswith("xl/charts/")]
    days = [float(value) for chart in charts if "<c:barDir val=\"bar\"/>" in chart for value in re.findall(r'<c:(?:min|max) val="([^"]+)"', chart)]
    check(f"{language}: the axis is near the status date", len(days) == 2 and 42300 < min(days) < max(days) < 43000, str(days))


def check_questions(folder):
    """A date a century away is imported, and questioned."""
    path = os.path.join(folder, "asked.samsyn")
    workspace.samsyn("new", path)
    with open(path + ".json", "w", encoding="utf-8") as file:
        json.dump({"samsyn": 1, "records": [{"kind": "project", "key": "a", "name": "Far", "ends_on": "9999-12-31"},
                                            {"kind": "project", "key": "b", "name": "Near", "ends_on": "2017-12-31"}]}, file)
    result = subprocess.run([workspace.SAMSYN, "import", path, path + ".json"], capture_output=True, text=True,
                            env=dict(os.environ, SAMSYN_NOW=NOW))
    check("a date a century away is taken", result.returncode == 0 and "Created 2" in result.stdout, result.stderr)
    check("and questioned, no other", "Far: Ends on: 9999-12-31 is 7983 years away" in result.stderr and "Near" not in result.stderr,
          result.stderr)


def check_attendance(folder, language):
    person = lambda key: {"kind": "person", "key": key, "name": key}
    member = lambda key, group: {"kind": "membership", "key": "m" + key, "group": group, "person": key, "role": "member"}
    came = lambda key, how: {"kind": "attendance", "key": "a" + key, "meeting": "h", "membership": "m" + key, "presence": how}
    world = World(folder, "attendance-" + language, [
        {"kind": "group", "key": "o", "name": "Other"}, {"kind": "meeting", "key": "h", "group": "g", "starts_on": "2016-01-20", "status": "held"},
        *(person(key) for key in "abc"), member("a", "g"), member("b", "g"), member("c", "o"),
        came("a", "present"), came("b", "absent"), came("c", "present")])
    told = texts(world.rows(language, "meetings"))
    check(f"{language}: who is no member of the group is counted apart", words.OTHERS[language].format(1, 2, 1) in told, str(told))


def main():
    with tempfile.TemporaryDirectory() as folder:
        for language in ("sv", "en"):
            for each in (check_missing_forecast, check_budgets, check_risks, check_lights, check_grey, check_series, check_numbers, check_century,
                         check_attendance):
                each(folder, language)
        check_dates(folder)
        check_questions(folder)
        check_before(folder)
    done()


main()
