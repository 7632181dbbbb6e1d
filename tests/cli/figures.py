#!/usr/bin/env python3
"""Compares the figures of a year in all their forms: the JSON, which has the whole summary; the tables of it as CSV, plain
and for a Finnish Excel; and the workbook, read by what its parts say. Each form must have every value of the JSON, numbers
as numbers, dates as dates, and text as text that is never a formula.
usage: figures.py FILE.json FOLDER FOLDER-FOR-EXCEL FILE.xlsx"""
import csv, datetime, io, json, os, re, sys, zipfile
from decimal import Decimal
import xml.etree.ElementTree as tree

json_path, folder, excel_folder, workbook_path = sys.argv[1:]
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OUTER = ("vuosi", "toimenpide", "mittari", "laji", "taso", "yksikko", "esimerkki")


def shown(text):
    """A text on one line, as programs get it: no control characters, and none that set the direction."""
    text = re.sub("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]", "", text)
    return re.sub("[\x00-\x1f\x7f-\x9f\u2028\u2029]", " ", text)


def rows_of(name, element, outer, rows):
    """Adds the rows of an element and all in it: what each column holds, numbers as Decimal."""
    row = {key: element[key] for key in element if not isinstance(element[key], list)}
    around = {key: row.get(key, outer.get(key)) for key in OUTER}
    for child, items in element.items():
        if not isinstance(items, list):
            continue
        words = [item if isinstance(item, str) else item.get("teksti", "") for item in items]
        if child in tables and tables[child]["parent"] == name:
            for item in items:
                rows_of(child, item if isinstance(item, dict) else {"teksti": item}, around, rows)
        elif child == "huomautus":
            row[child] = "; ".join(words)
            row["huomautusJulkinen"] = next((item["julkinen"] for item in items if isinstance(item, dict)), None)
        else:
            row[child] = "; ".join(words)
    known = tables[name]["columns"]
    unknown = [key for key in row if key not in known and row[key] is not None]
    assert not unknown, "no column of %s holds %s" % (name, unknown)
    rows[name].append({key: row.get(key, outer.get(key) if key in OUTER else None) for key in known})


def read_csv(path, separator, mark):
    data = open(path, "rb").read()
    assert data.startswith(b"\xef\xbb\xbf") == mark, path + ": the byte order mark"
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n") and text.count("\n") == text.count("\r\n") == text.count("\r"), path + ": the ends of lines"
    table = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator, strict=True))
    assert all(len(line) == len(table[0]) for line in table), path + ": a line has other columns"
    return table


def same_text(place, cell, value):
    """A cell of CSV may have apostrophes that the value hasn't, before what would begin a formula."""
    plain = shown(value)
    assert cell == plain or (cell.replace("'", "") == plain.replace("'", "") and "'" in cell), "%s: %r, not %r" % (place, cell, plain)


def check_csv(place, cell, value, decimal):
    if value is None:
        assert cell == "", "%s: %r, not empty" % (place, cell)
    elif isinstance(value, Decimal):
        assert re.fullmatch(r"-?[0-9]+(%s[0-9]+)?" % re.escape(decimal), cell), "%s: %r is no number" % (place, cell)
        assert Decimal(cell.replace(decimal, ".")) == value, "%s: %r, not %s" % (place, cell, value)
    else:
        same_text(place, cell, value)


def serial(text):
    return (datetime.date.fromisoformat(text) - datetime.date(1899, 12, 30)).days


def is_date(text):
    return isinstance(text, str) and re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text) and text >= "1900-03-01"


class Workbook:
    def __init__(self, path):
        self.parts = zipfile.ZipFile(path)
        assert self.parts.testzip() is None
        for name in self.parts.namelist():
            tree.fromstring(self.parts.read(name))
        styles = self.read("xl/styles.xml")
        codes = {one.get("numFmtId"): one.get("formatCode") for one in styles.iter(MAIN + "numFmt")}
        fonts = list(styles.find(MAIN + "fonts"))
        self.styles = [(codes.get(one.get("numFmtId"), one.get("numFmtId")), fonts[int(one.get("fontId"))].find(MAIN + "b") is not None)
                       for one in styles.find(MAIN + "cellXfs")]
        self.names = [one.get("name") for one in self.read("xl/workbook.xml").iter(MAIN + "sheet")]

    def read(self, part):
        return tree.fromstring(self.parts.read(part))

    def sheet(self, name):
        return self.read("xl/worksheets/sheet%d.xml" % (self.names.index(name) + 1))


def cell_name(column, row):
    letters = ""
    while column >= 0:
        letters, column = chr(65 + column % 26) + letters, column // 26 - 1
    return letters + str(row)


def text_of(cell):
    text = cell.findtext(MAIN + "is/" + MAIN + "t")
    return re.sub("_x([0-9A-Fa-f]{4})_", lambda found: chr(int(found.group(1), 16)), text)


def fifteen(number):
    """The digits of a number that Excel keeps."""
    return "%.15g" % float(number)


def check_cell(place, cell, value, styles):
    if value is None or value == "":
        assert cell is None or len(cell) == 0, place + ": it is not empty"
        return
    assert cell is not None and cell.find(MAIN + "f") is None, place + ": it is missing, or a formula"
    form = styles[int(cell.get("s"))][0]
    if isinstance(value, Decimal) or is_date(value):
        assert cell.get("t", "n") == "n", place + ": it is no number"
        wanted = value if isinstance(value, Decimal) else serial(value)
        assert fifteen(cell.findtext(MAIN + "v")) == fifteen(wanted), "%s: %s, not %s" % (place, cell.findtext(MAIN + "v"), value)
        assert (form == "d.m.yyyy") == (not isinstance(value, Decimal)), place + ": the format is " + form
    else:
        assert cell.get("t") == "inlineStr" and form == "@", place + ": it is no text"
        assert text_of(cell) == shown(value), "%s: %r, not %r" % (place, text_of(cell), value)


def check_sheet(name, rows, workbook):
    sheet = workbook.sheet(name)
    columns = tables[name]["columns"]
    cells = {cell.get("r"): cell for cell in sheet.iter(MAIN + "c")}
    for at, column in enumerate(columns):
        head = cells[cell_name(at, 1)]
        assert text_of(head) == column and workbook.styles[int(head.get("s"))][1], name + ": the head is not bold"
    for at, row in enumerate(rows):
        for number, column in enumerate(columns):
            place = "%s, row %d, %s" % (name, at + 2, column)
            check_cell(place, cells.get(cell_name(number, at + 2)), row[column], workbook.styles)
    last = max(int(re.sub("[A-Z]+", "", one)) for one in cells)
    assert last == len(rows) + 1, "%s: %d rows, not %d" % (name, last - 1, len(rows))
    assert sheet.find(".//" + MAIN + "pane").get("ySplit") == "1" and sheet.find(".//" + MAIN + "pane").get("state") == "frozen"
    assert sheet.find(MAIN + "autoFilter").get("ref") == "A1:" + cell_name(len(columns) - 1, last), name + ": the filter"
    assert len(sheet.find(MAIN + "cols")) == len(columns), name + ": the widths"


order = ["seurantakooste", "osapuolitilanne", "toimenpidekooste", "osapuolentila", "mittarikooste", "ryhmakooste",
         "osapuolenvastaus", "trendi", "muutosehdotus", "huomautus", "vuosikatsaus", "toimenpidekatsaus", "seuraavaAskel"]
parents = dict(zip(order, ["", "seurantakooste", "seurantakooste", "toimenpidekooste", "toimenpidekooste", "mittarikooste",
                           "mittarikooste", "mittarikooste", "seurantakooste", "seurantakooste", "seurantakooste",
                           "vuosikatsaus", "toimenpidekatsaus"]))
assert sorted(os.listdir(folder)) == sorted(name + ".csv" for name in order), "other files: %s" % os.listdir(folder)
plain = {name: read_csv(os.path.join(folder, name + ".csv"), ",", False) for name in order}
excel = {name: read_csv(os.path.join(excel_folder, name + ".csv"), ";", True) for name in order}
tables = {name: {"columns": plain[name][0], "parent": parents[name]} for name in order}

summary = json.load(open(json_path, encoding="utf-8"), parse_float=Decimal, parse_int=Decimal)
rows = {name: [] for name in order}
rows_of("seurantakooste", summary, {}, rows)

workbook = Workbook(workbook_path)
assert workbook.names == order, "the sheets are %s" % workbook.names
checked = 0
for name in order:
    assert excel[name][0] == plain[name][0], name + ": the columns for Excel"
    assert len(plain[name]) == len(excel[name]) == len(rows[name]) + 1, "%s: the number of rows" % name
    for at, row in enumerate(rows[name]):
        for number, column in enumerate(tables[name]["columns"]):
            place = "%s, line %d, %s" % (name, at + 2, column)
            check_csv(place, plain[name][at + 1][number], row[column], ".")
            check_csv(place + " (for Excel)", excel[name][at + 1][number], row[column], ",")
            checked += isinstance(row[column], Decimal)
    check_sheet(name, rows[name], workbook)
print(checked, "numbers are the same in all forms")
