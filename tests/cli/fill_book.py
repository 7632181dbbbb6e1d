"""Fills a workbook of answers as an officer would, from the same answers in XML. usage: fill.py FORM ANSWERS OUT [plain|careless]

plain writes what the form asks for; careless writes the same as people do: other words for the same, numbers with units, days
as text, spaces of all kinds, and rows, columns, sheets and colours of their own.
"""

import datetime
import sys
import xml.etree.ElementTree as ET

import openpyxl
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

SPACE = "{urn:pykala:1}"
WORDS = {"kylla": ["kyllä", "Kyllä ", "K", "x", 1, True, "joo"], "ei": ["ei", "Ei", "E", 0, False, "ei.", "EI"],
         "tehty": ["tehty", "Tehty", "kyllä"], "eiTehty": ["ei tehty", "Ei tehty", "ei"], "kesken": ["kesken", "Kesken\u00a0"],
         "eiAloitettu": ["ei aloitettu", "Ei aloitettu", "aloittamatta"], "kaynnissa": ["käynnissä", "Käynnissä", "ka\u0308ynnissa\u0308"],
         "toteutunut": ["toteutunut", "Toteutettu"], "keskeytynyt": ["keskeytynyt", "Keskeytynyt "]}


class Form:
    def __init__(self, book, careless):
        self.sheet = book["Vastaukset"]
        self.careless = careless
        self.turn = 0
        head = next(row for row in self.sheet.iter_rows() if any(cell.value == "#tunnus" for cell in row))
        self.columns = {cell.value[1:]: cell.column for cell in head if cell.value}
        self.rows = {}
        for row in range(head[0].row + 1, self.sheet.max_row + 1):
            key = self.sheet.cell(row, self.columns["tunnus"]).value
            if key:
                self.rows[" ".join(key.split()[:4])] = row

    def put(self, key, column, value):
        if value is not None and value != "":
            cell = self.sheet.cell(self.rows[key], self.columns[column])
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # openpyxl takes = for the beginning of a formula

    def word(self, value):
        self.turn += 1
        return WORDS[value][self.turn % len(WORDS[value])] if self.careless else WORDS[value][0]

    def day(self, value):
        self.turn += 1
        day = datetime.date.fromisoformat(value)
        if not self.careless or self.turn % 3 == 0:
            return day
        return f"{day.day}.{day.month}.{day.year} " if self.turn % 3 == 1 else value

    def number(self, value, unit):
        self.turn += 1
        if not self.careless:
            return float(value) if "." in value else int(value)
        text = value.replace(".", ",")
        return [text, f"{text} {unit}", f"\u202f{text}\u00a0"][self.turn % 3]


def text_of(element, name):
    child = element.find(SPACE + name)
    return child.text if child is not None else None


def put_remark(form, key, element):
    remark = element.find(SPACE + "huomautus")
    if remark is not None:
        form.put(key, "huomautus", remark.text)
        form.put(key, "ei-julkinen", "x" if remark.get("julkinen") == "ei" else None)


def put_answer(form, key, answer):
    given = answer[0]
    name = given.tag[len(SPACE):]
    if name == "eiKoske":
        form.put(key, "ei-koske", given.text)
    elif name == "tekstivastaus":
        form.put(key, "vastaus", given.text)
    elif name in ("kyllaEi", "tehtyEiTehty"):
        form.put(key, "vastaus", form.word(given.get("arvo")))
    else:
        form.put(key, "vastaus", form.number(given.get("arvo"), "%" if name == "osuus" else given.get("yksikko", "kpl")))
    day, last = given.get("paivays"), given.get("asti")
    if day:
        plain = [datetime.date.fromisoformat(one) for one in (day, last or day)]
        form.put(key, "paivays", f"{plain[0].day}.{plain[0].month}.–{plain[1].day}.{plain[1].month}.{plain[1].year}" if last
                 else form.day(day))
    form.put(key, "lahde", given.get("lahde"))
    year = given.get("tilastovuosi")
    form.put(key, "tilastovuosi", year if form.careless else year and int(year))
    put_remark(form, key, answer)


def fill(form, root):
    form.put("paivays", "vastaus", form.day(root.get("paivays")))
    form.put("vastaaja", "vastaus", text_of(root.find(SPACE + "vastaaja"), "tehtava"))
    for measure in root.iter(SPACE + "toimenpideseuranta"):
        name = measure.get("toimenpide")
        people = [one.text for one in measure.iter(SPACE + "vastuuhenkilo") if one.text]
        if people:
            form.put(f"vastuu {name}", "vastaus", ";\n".join(people))
        status = measure.find(SPACE + "tila")
        if status is not None:
            form.put(f"tila {name}", "vastaus", form.word(status.get("arvo")))
            put_remark(form, f"tila {name}", measure)
        for answer in measure.iter(SPACE + "vastaus"):
            key = next(key for key in form.rows if key.startswith("mittari ") and key.endswith(f" {name} {answer.get('mittari')}"))
            put_answer(form, key, answer)
    for number, proposal in enumerate(root.iter(SPACE + "muutosehdotus"), 1):
        form.put(f"ehdotus {number} toimenpide", "vastaus", proposal.get("toimenpide"))
        form.put(f"ehdotus {number} kohde", "vastaus", proposal.get("kohde"))
        for part in ("nykyinenTeksti", "ehdotettuTeksti", "perustelut"):
            form.put(f"ehdotus {number} {part}", "vastaus", text_of(proposal, part))
    for remark in root.findall(SPACE + "huomautus"):
        form.put("huomautus ei" if remark.get("julkinen") == "ei" else "huomautus", "vastaus", remark.text)


def make_own(book, form):
    """What an officer adds for themselves does no harm."""
    sheet = form.sheet
    sheet.cell(form.rows["vastaaja"], form.columns["vastaus"]).fill = PatternFill("solid", fgColor="FF0000")
    sheet.cell(form.rows["vastaaja"], form.columns["vastaus"]).comment = Comment("tarkista", "virasto")
    sheet.cell(sheet.max_row + 2, form.columns["kysymys"]).value = "Omat muistiinpanot"
    sheet.cell(sheet.max_row, form.columns["vastaus"]).value = "kysy vielä"
    sheet.cell(5, sheet.max_column + 2).value = "oma sarake"
    book.create_sheet("Omat luvut", 0).append(["kylla", 1, "=1/0"])
    sheet.insert_cols(form.columns["vastaus"])
    sheet.insert_rows(5, 2)


def main(form_path, answers, out, way="plain"):
    book = openpyxl.load_workbook(form_path)
    form = Form(book, way == "careless")
    fill(form, ET.parse(answers).getroot())
    if form.careless:
        make_own(book, form)
    book.save(out)


if __name__ == "__main__":
    main(*sys.argv[1:])
