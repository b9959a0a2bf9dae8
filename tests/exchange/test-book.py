"""Workbooks as others see them: openpyxl opens ours, our reader opens those of others, and the audit sees every broken rule.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import datetime
import html
import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
from tap import check, done

TOOL = sys.argv[1]
FOLDER = tempfile.TemporaryDirectory()
INVALID, HOSTILE, PROTECTED = 0, 1, 2
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def path(name):
    return os.path.join(FOLDER.name, name)


def run(*args, **env):
    result = subprocess.run([TOOL, *args], capture_output=True, env={**os.environ, "LANGUAGE": "en", **env}, check=False)
    return result.returncode, result.stdout.decode(), result.stderr.decode()


def rewrite(name, changes, source="sv.xlsx", extra=()):
    """A copy of a workbook in which texts of parts are replaced: {part: [(pattern, replacement)]}; None drops a part."""
    found = set()
    with zipfile.ZipFile(path(source)) as old, zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED) as new:
        for part in old.namelist():
            text = old.read(part)
            for pattern, replacement in changes.get(part, []):
                text, n = re.subn(pattern.encode(), replacement.encode(), text, flags=re.DOTALL)
                found.add((part, pattern, n > 0))
            new.writestr(part, text)
        for part, text in extra:
            new.writestr(part, text)
    assert all(hit for _, _, hit in found) and len(found) == sum(map(len, changes.values())), found
    return path(name)


def cells(file, *args):
    status, out, err = run("read", file, *args)
    return [line.split("\t") for line in out.splitlines()], status, err


# ---- Ours, as others see them -------------------------------------------------------------------------------------------------

def test_ours():
    for kind in ("sv", "en", "hostile", "streamed"):
        status, _, err = run("write", kind, path(kind + ".xlsx"))
        check(f"the {kind} workbook is written", status == 0, err)
    book = openpyxl.load_workbook(path("sv.xlsx"))
    check("openpyxl reads the sheets", book.sheetnames == ["Läs mig", "Nulägesbild", "nulägesBILD (2)", "Karta"], book.sheetnames)
    sheet = book["Nulägesbild"]
    check("dates are dates", sheet["B6"].value == datetime.datetime(2016, 2, 29) and sheet["B6"].is_date, sheet["B6"].value)
    check("dates before 1900 are texts", sheet["B5"].value == "1899-12-31", sheet["B5"].value)
    check("a date in a column of texts stays a text", sheet["A5"].value == "2016-05-01", sheet["A5"].value)
    check("amounts are numbers", (sheet["F5"].value, sheet["G5"].value) == (1234.56, 1234.56789), [sheet["F5"].value, sheet["G5"].value])
    check("thousands have a format of thousands", sheet["G5"].number_format == "#,##0", sheet["G5"].number_format)
    check("a light is a symbol and a word", sheet["I5"].value == "● Grön – enligt plan", sheet["I5"].value)
    check("a trend is an arrow and a word", sheet["J5"].value == "↓ Sämre", sheet["J5"].value)
    check("a count of none in a grid is blank", sheet["O5"].value is None, sheet["O5"].value)
    check("the total row sums", sheet["D17"].value == "=SUBTOTAL(109,T_Nulagesbild[Typ 3])", sheet["D17"].value)
    check("tables have names of their own", sorted(sheet.tables) == ["T_Nulagesbild", "T_Nulagesbild_2"], list(sheet.tables))
    rules = [(str(r.sqref), r.rules[0].formula[0]) for r in sheet.conditional_formatting]
    due = [r for r in rules if r[1].startswith("AND(ISNUMBER(C6),C6<42510)")]
    check("due dates are marked but for settled rows", due and due[0][0] == "C6:C7 C9:C10 C12:C13 C15:C16", rules)
    check("a link leads inside", book["Läs mig"]["A5"].hyperlink.location == "'Nulägesbild'!A1", book["Läs mig"]["A5"].hyperlink)
    check("there are three charts", len(sheet._charts) == 3, len(sheet._charts))
    check("the properties say the language", book.properties.keywords == "Language: sv", book.properties.keywords)
    check("the creation date is the status date", book.properties.created == datetime.datetime(2016, 5, 20, 12), book.properties.created)
    sheet = book["Karta"]
    check("a column of a unit folds under that to its left", (sheet.column_dimensions["B"].outlineLevel,
          sheet.column_dimensions["C"].outlineLevel, sheet.sheet_properties.outlinePr.summaryRight) == (0, 1, False))
    comment = sheet["B5"].comment
    check("a comment is behind its cell", comment and (comment.text, comment.author) == ("Grund: 2 kap. 7 §\n_x005F_x0041_ & <b>", "Samsyn"),
          comment)
    check("pages end between groups", [b.id for b in sheet.row_breaks.brk] == [24, 44], [b.id for b in sheet.row_breaks.brk])
    check("cells have values and formats of their own", [(sheet[f"D{row}"].value, sheet[f"D{row}"].number_format) for row in (5, 6, 7)]
          == [(1234.567, "#,##0"), ("■ Röd – kräver styrgruppens beslut", "General"), (datetime.datetime(2016, 5, 19), "yyyy\\-mm\\-dd")],
          [(sheet[f"D{row}"].value, sheet[f"D{row}"].number_format) for row in (5, 6, 7)])
    check("a light among others is marked alone", "D6" in [str(r.sqref) for r in sheet.conditional_formatting],
          [str(r.sqref) for r in sheet.conditional_formatting])


def test_hostile():
    book = openpyxl.load_workbook(path("hostile.xlsx"))
    formulas = [c.coordinate for s in book for row in s.iter_rows() for c in row if c.data_type == "f" and "SUBTOTAL" not in str(c.value)]
    check("no text of a user's becomes a formula", not formulas, formulas)
    sheet = book.worksheets[0]
    check("a hostile text is a text", sheet["A5"].data_type == "s" and str(sheet["A5"].value).startswith("=HYPERLINK"), sheet["A5"].value)
    check("what looks like an escape stays itself", "_x0041_" in cells(path("hostile.xlsx"))[0][-1][4], cells(path("hostile.xlsx"))[0][-1])
    with zipfile.ZipFile(path("hostile.xlsx")) as parts:
        foot = html.unescape(re.search("<oddFooter>(.*?)</oddFooter>", parts.read("xl/worksheets/sheet1.xml").decode(), re.DOTALL)[1])
    left = re.sub("^&L&8&\"Arial,Regular\"|&A&R.*$", "", foot)
    check("codes in a footer are text", left.startswith("&&P =HYPERLINK") and "&" not in left.replace("&&", ""), foot)
    links = [c.hyperlink for s in book for row in s.iter_rows() for c in row if c.hyperlink]
    check("no link leads outside", links and not [x for x in links if x.target], links)
    with zipfile.ZipFile(path("hostile.xlsx")) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
    check("a chart's title is no reference", "<c:f>HYPERLINK" not in chart and "=HYPERLINK" in chart, chart[:800])


def test_same_bytes():
    first = open(path("sv.xlsx"), "rb").read()
    for name, env in (("sv_SE", {"LC_ALL": "sv_SE.UTF-8"}), ("C", {"LC_ALL": "C"}), ("east", {"TZ": "Pacific/Kiritimati"}),
                      ("west", {"TZ": "Pacific/Pago_Pago", "LANGUAGE": "sv"})):
        status, _, err = run("write", "sv", path(name + ".xlsx"), **env)
        check(f"the same bytes in {name}", status == 0 and open(path(name + ".xlsx"), "rb").read() == first, err)


def test_full_tmp():
    status, _, err = run("write", "sv", path("tmpdir.xlsx"), TMPDIR="/nonexistent")
    check("the temporary directory is not used", status == 0, err)


# ---- The audit ----------------------------------------------------------------------------------------------------------------

SHEET, BOOK, STYLES, STRINGS = "xl/worksheets/sheet2.xml", "xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"
BROKEN = {
    "is not called “Read me”": {BOOK: [("Läs mig\"", "Annat\"")]},
    "has merged cells": {SHEET: [("</sheetData>", "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"A1:B1\"/></mergeCells>")]},
    "columns that are folded away": {"xl/worksheets/sheet4.xml": [(" outlineLevel=\"1\"", " outlineLevel=\"1\" hidden=\"1\"")]},
    "is not set up for A4 landscape": {SHEET: [("orientation=\"landscape\"", "orientation=\"portrait\"")]},
    "not set up for A4": {SHEET: [("paperSize=\"9\"", "paperSize=\"1\"")]},
    "is not one page wide": {SHEET: [("<pageSetUpPr fitToPage=\"1\"/>", "")]},
    "header of the sheet “Nulägesbild” is not frozen": {SHEET: [("state=\"frozen\"", "state=\"split\"")]},
    "does not repeat its header": {BOOK: [("'Nulägesbild'!\\$4:\\$4", "'Nulägesbild'!$5:$5")]},
    "print area of the sheet “Nulägesbild” leaves": {BOOK: [("'Nulägesbild'!\\$A\\$1:\\$\\w+\\$\\d+", "'Nulägesbild'!$A$1:$B$9")]},
    "foot of the sheet": {SHEET: [("&amp;N", "")]},
    "properties have no title": {"docProps/core.xml": [("<dc:title>.*?</dc:title>", "")]},
    "properties have no subject": {"docProps/core.xml": [("<dc:subject>.*?</dc:subject>", "")]},
    "properties have no author": {"docProps/core.xml": [("<dc:creator>.*?</dc:creator>", "")]},
    "properties do not say its language": {"docProps/custom.xml": [("name=\"Language\"", "name=\"Other\"")]},
    "chart without a text": {"xl/drawings/drawing1.xml": [(" descr=\"[^\"]*\"", "")]},
    "has no title in A1": {SHEET: [("<c r=\"A1\"[^>]*><v>\\d+</v></c>", "")]},
    "does not say its purpose": {SHEET: [("<c r=\"A2\"[^>]*><v>\\d+</v></c>", "")]},
    "does not begin in A4": {"xl/tables/table2.xml": [("ref=\"A4:", "ref=\"A5:")]},
    "not exactly one empty row": {SHEET: [("(<row r=\"17\".*?</row>)", "\\1<row r=\"18\"><c r=\"A18\" t=\"str\"><v>x</v></c></row>")]},
    "a text outside its tables": {SHEET: [("(<row r=\"17\".*?</row>)", "\\1<row r=\"18\"><c r=\"A18\" t=\"str\"><v>x</v></c></row>")]},
    "a number outside its tables": {SHEET: [("(<row r=\"17\".*?</row>)", "\\1<row r=\"18\"><c r=\"A18\"><v>7</v></c></row>")]},
    "an empty row inside a table": {SHEET: [("<row r=\"8\".*?</row>", "")]},
    "a column without a title": {"xl/tables/table2.xml": [("name=\"Typ 3\"", "name=\"\"")]},
    "two columns of the same title": {"xl/tables/table2.xml": [("name=\"Typ 3\"", "name=\"TYP 4\"")]},
    "reads otherwise than its cells": {"xl/tables/table2.xml": [("name=\"Typ 3\"", "name=\"Annat\"")]},
    "without a header row": {"xl/tables/table2.xml": [(" totalsRowCount=\"1\"", " totalsRowCount=\"1\" headerRowCount=\"0\"")]},
    "date that is written as text": {STRINGS: [(">1899-12-31<", ">2016-05-20<")]},
    "not both symbol and word": {STRINGS: [(">● Grön – enligt plan<", ">●<")]},
    "light, severity or trend": {STRINGS: [(">↓ Sämre<", ">Sämre<")]},
    "a formula outside a total row": {SHEET: [("<c r=\"D6\"([^>]*)>", "<c r=\"D6\"\\1><f>1+1</f>")]},
    "an error instead of a value": {SHEET: [("<c r=\"D6\"([^>]*)><v>.*?</v>", "<c r=\"D6\"\\1 t=\"e\"><v>#REF!</v>")]},
    "has text whose colour": {STYLES: [("<color rgb=\"FFFFFFFF\"/>", "<color rgb=\"FF3F5A7F\"/>")]},
    "A conditional format of the workbook": {STYLES: [("FF14532D", "FF9FCFA5")]},
    "is empty": {"xl/worksheets/sheet3.xml": [("<sheetData>.*</sheetData>", "<sheetData/>")]},
    "has no table": {"xl/worksheets/_rels/sheet3.xml.rels": [("<Relationship .*?/>", "")]},
}


def test_audit():
    for kind in ("sv", "en", "hostile", "streamed"):
        status, out, err = run("audit", path(kind + ".xlsx"))
        check(f"the {kind} workbook keeps the rules", status == 0 and out == "", out + err)
    for number, (fault, changes) in enumerate(BROKEN.items()):
        status, out, err = run("audit", rewrite(f"broken-{number}.xlsx", changes))
        check(f"the audit tells: … {fault}", status == 0 and fault in out, [out, err])


# ---- Those of others ------------------------------------------------------------------------------------------------------------

def test_openpyxl():
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Svar"
    sheet.append(["Å", 1, 2.5, True, datetime.date(2016, 5, 20), datetime.datetime(2016, 5, 20, 13, 30), datetime.time(9, 5), "=1+1"])
    sheet["C9"] = "#N/A"
    sheet["C9"].data_type = "e"
    book.create_sheet("Dold").sheet_state = "hidden"
    book.save(path("other.xlsx"))
    got, status, err = cells(path("other.xlsx"))
    values = [(c[3], c[4]) for c in got]
    check("a workbook of openpyxl is read", status == 0 and values[:7] == [
        ("text", "\\303\\205"), ("number", "1"), ("number", "2.5"), ("boolean", "1"), ("date", "2016-05-20"), ("date", "2016-05-20 13:30:00"),
        ("date", "09:05:00")], [got, err])
    check("a formula is not evaluated", got[7][3:7] == ["text", "", "0", "1+1"], got[7])
    check("an error is one", got[8][1:5] == ["8", "2", "error", "#N/A"], got[8])
    book.epoch = openpyxl.utils.datetime.CALENDAR_MAC_1904
    sheet["A2"] = datetime.date(2016, 5, 20)
    book.save(path("mac.xlsx"))
    got = [c for c in cells(path("mac.xlsx"))[0] if c[1:3] == ["1", "0"]]
    check("dates that count from 1904 are read", got and got[0][3:6] == ["date", "2016-05-20", "42510"], got)


def package(name, sheet, strings="", main=MAIN, root="worksheet", target="worksheets/sheet1.xml", part="xl/worksheets/sheet1.xml"):
    """A workbook written by hand; `sheet` is the whole part."""
    with zipfile.ZipFile(path(name), "w", zipfile.ZIP_DEFLATED, compresslevel=1) as parts:
        parts.writestr("_rels/.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="r1" Type="{OFFICE}/officeDocument" '
                       'Target="/xl/workbook.xml"/></Relationships>')
        parts.writestr("xl/workbook.xml", f'<x:workbook xmlns:x="{main}" xmlns:rel="{OFFICE}"><x:sheets><x:sheet name="A" sheetId="1" '
                       'rel:id="a"/></x:sheets></x:workbook>')
        parts.writestr("xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{PACKAGE}"><Relationship Id="a" Type="{OFFICE}/worksheet" '
                       f'Target="{target}"/><Relationship Id="s" Type="{OFFICE}/sharedStrings" Target="./../xl/sharedStrings.xml"/></Relationships>')
        parts.writestr("xl/sharedStrings.xml", f'<x:sst xmlns:x="{main}">{strings}</x:sst>')
        parts.writestr(part, sheet)
    return path(name)


def test_forms():
    strings = '<x:si><x:r><x:t>rik</x:t></x:r><x:r><x:t xml:space="preserve"> text</x:t></x:r><x:rPh sb="0" eb="1"><x:t>ko</x:t></x:rPh></x:si>'
    sheet = (f'<x:worksheet xmlns:x="{MAIN}"><x:sheetData><x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:t>i_x00C5_n</x:t></x:is>'
             '</x:c><x:c r="E1" t="str"><x:f>A1</x:f><x:v>sist</x:v></x:c><x:c><x:v>1e3</x:v></x:c></x:row><x:row r="7"><x:c t="d">'
             '<x:v>2016-05-20T00:00:00</x:v></x:c></x:row><x:row><x:c t="b"><x:v>0</x:v></x:c></x:row></x:sheetData></x:worksheet>')
    got, status, err = cells(package("forms.xlsx", sheet, strings))
    check("prefixes, rich and inline texts, and cells without a reference are read", [c[1:5] for c in got] == [
        ["0", "0", "text", "rik text"], ["0", "1", "text", "i\\303\\205n"], ["0", "4", "text", "sist"], ["0", "5", "number", "1e3"],
        ["6", "0", "date", "2016-05-20"], ["7", "0", "boolean", "0"]], [got, err])
    strict = "http://purl.oclc.org/ooxml/spreadsheetml/main"
    got, status, err = cells(package("strict.xlsx", sheet.replace(MAIN, strict), strings.replace(MAIN, strict), main=strict))
    check("the strict form of the standard is read", len(got) == 6, [got, err])


def refused(name, code, file):
    status, out, err = run("read", file)
    check(f"{name} is refused", status == 1 and err.startswith(f"{code} ") and len(err) > 40, [out[:200], err])


def test_refused():
    empty = f'<worksheet xmlns="{MAIN}"><sheetData>%s</sheetData></worksheet>'
    refused("a document type", HOSTILE, package("doctype.xlsx", '<!DOCTYPE w [<!ENTITY a "b">]>' + empty % ""))
    refused("a bomb", HOSTILE, package("bomb.xlsx", empty % (" " * (40 << 20))))
    refused("a part too large", HOSTILE, package("large.xlsx", empty % f'<row><c t="str"><v>{os.urandom(33 << 20).hex()}</v></c></row>'))
    refused("a depth without end", HOSTILE, package("deep.xlsx", empty % ("<a>" * 5000)))
    refused("a target outside", HOSTILE, package("climb.xlsx", empty % "", target="../../../etc/passwd"))
    refused("a name that climbs", HOSTILE, package("name.xlsx", empty % "", part="../sheet1.xml"))
    refused("an absolute name", HOSTILE, package("absolute.xlsx", empty % "", part="/etc/passwd"))
    refused("a sheet that is not there", INVALID, package("gone.xlsx", empty % "", target="worksheets/other.xml"))
    refused("broken XML", INVALID, package("broken.xlsx", empty % "<row>"))
    refused("a cell outside", INVALID, package("outside.xlsx", empty % '<row r="1"><c r="XFE1"><v>1</v></c></row>'))
    refused("a row outside", INVALID, package("row.xlsx", empty % '<row r="99999999999"><c><v>1</v></c></row>'))
    refused("a shared text that is not there", INVALID, package("shared.xlsx", empty % '<row><c t="s"><v>7</v></c></row>'))
    for name, content, code in (("an old .xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, PROTECTED), ("a text", b"a,b\n1,2\n", INVALID),
                                ("an empty file", b"", INVALID), ("half a zip", open(path("sv.xlsx"), "rb").read()[:9000], INVALID)):
        with open(path("raw.xlsx"), "wb") as file:
            file.write(content)
        refused(name, code, path("raw.xlsx"))
    with zipfile.ZipFile(path("twice.xlsx"), "w") as parts:
        for _ in range(2):
            parts.writestr("xl/workbook.xml", "<a/>")
    refused("a part that stands twice", HOSTILE, path("twice.xlsx"))
    refused("a file that is not there", INVALID, path("nowhere.xlsx"))


def test_damaged():
    """Every byte range of a real file may be damaged: the reader says so, or reads; it does not crash."""
    content = open(path("sv.xlsx"), "rb").read()
    crashed = []
    for place in range(0, len(content), len(content) // 60):
        with open(path("damaged.xlsx"), "wb") as file:
            file.write(content[:place] + b"\xa5" * 40 + content[place + 40:])
        status, _, err = run("read", path("damaged.xlsx"))
        if status not in (0, 1):
            crashed.append((place, status, err))
    check("damaged files are refused or read", not crashed, crashed)


test_ours()
test_hostile()
test_same_bytes()
test_full_tmp()
test_audit()
test_openpyxl()
test_forms()
test_refused()
test_damaged()
done()
