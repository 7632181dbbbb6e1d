"""Forms of answers that are filled in by LibreOffice."""
import datetime
import xml.etree.ElementTree as ET

import fill_book


class Form(fill_book.Form):
    """A form that is open in LibreOffice."""

    def __init__(self, book, careless):
        self.sheet = book.Sheets.getByName("Vastaukset")
        self.careless = careless
        self.turn = 0
        cursor = self.sheet.createCursor()
        cursor.gotoEndOfUsedArea(False)
        texts = self.sheet.getCellRangeByPosition(0, 0, cursor.RangeAddress.EndColumn,
                                                  cursor.RangeAddress.EndRow).getDataArray()
        heads = next(line for line, row in enumerate(texts) if "#tunnus" in row)
        self.columns = {name[1:]: column for column, name in enumerate(texts[heads]) if name}
        self.rows = {" ".join(row[self.columns["tunnus"]].split()[:4]): line
                     for line, row in enumerate(texts) if line > heads and row[self.columns["tunnus"]]}

    def put(self, key, column, value):
        if value is None or value == "":
            return
        cell = self.sheet.getCellByPosition(self.columns[column], self.rows[key])
        if isinstance(value, bool):
            cell.Formula = "=TRUE()" if value else "=FALSE()"
        elif isinstance(value, datetime.date):
            cell.Value = (value - datetime.date(1899, 12, 30)).days
        elif isinstance(value, str):
            cell.String = value
        else:
            cell.Value = value


def filled(path, careless):
    """Returns what fills in a form with the answers of a file of XML."""
    answers = ET.parse(path).getroot()

    def fill(book):
        form = Form(book, careless)
        fill_book.fill(form, answers)
        if careless:
            book.Sheets.insertNewByName("Omat luvut", 0)
            form.sheet.Annotations.insertNew(
                form.sheet.getCellByPosition(1, 1).CellAddress, "tarkista")
    return fill
