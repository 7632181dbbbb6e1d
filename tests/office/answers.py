"""Workbooks of answers, filled in and saved by LibreOffice, give the same figures as the answers in XML.
usage: answers.py PYKALA SOURCE WORK SOFFICE; needs openpyxl and uno, and tests/cli among the folders of modules"""
import datetime
import os
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import fill_book
from office import Office

pykala, source, work, soffice = sys.argv[1:]
YEAR = "project/seuranta/2027"
PARTIES = ["alpi", "berta", "celia", "dora"]
shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
os.chdir(work)
shutil.copytree(os.path.join(source, "tests/data/followup"), "project", copy_function=shutil.copyfile)


def run(program, *arguments):
    """Runs a program, which has to succeed, and returns its output."""
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{arguments} gives {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


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


def filled(party, careless):
    """Returns what fills in a party's form with its answers in XML."""
    answers = ET.parse(f"{YEAR}/{party}.xml").getroot()

    def fill(book):
        form = Form(book, careless)
        fill_book.fill(form, answers)
        if careless:
            book.Sheets.insertNewByName("Omat luvut", 0)
            form.sheet.Annotations.insertNew(
                form.sheet.getCellByPosition(1, 1).CellAddress, "tarkista")
    return fill


run(pykala, "new", "seuranta", "project", "--year", "2027", "-o", "forms")
run(pykala, "followup", "project", "--year", "2027", "-o", "figures")
verdict = run(pykala, "check", "project", "--lang", "en").splitlines()
wanted = next(line for line in verdict if line.startswith("Answers for 2027:"))
with Office(soffice, work) as office:
    for careless in (False, True):
        shutil.rmtree("books", ignore_errors=True)
        shutil.rmtree("figures-of-books", ignore_errors=True)
        shutil.copytree("project", "books")
        for party in PARTIES:
            os.remove(f"books/seuranta/2027/{party}.xml")
            office.fill(f"forms/{party}.xlsx", f"books/seuranta/2027/{party}.xlsx", filled(party, careless))
        told = run(pykala, "check", "books", "--lang", "en")
        if wanted not in told:
            sys.exit(f"not {wanted}:\n{told}")
        run(pykala, "followup", "books", "--year", "2027", "-o", "figures-of-books")
        run(sys.executable, os.path.join(source, "tests/cli/same_figures.py"), "figures", "figures-of-books")
