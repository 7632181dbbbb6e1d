"""The workbook of meetings, filled in and saved by LibreOffice, comes back right.
usage: meetings.py PYKALA SOURCE WORK SOFFICE"""
import os
import shutil
import subprocess
import sys

from office import Office

pykala, source, work, soffice = sys.argv[1:]
shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
os.chdir(work)
shutil.copytree(os.path.join(source, "examples/asian-vaiheet"), "project", copy_function=shutil.copyfile)


def run(*arguments):
    """Runs pykala new kokoukset and returns its status, output and messages."""
    done = subprocess.run([pykala, "new", "kokoukset", "project", *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout, done.stderr


def expect(holds, what):
    if not holds:
        sys.exit(f"does not hold: {what}")


def row_of(sheet, key):
    """Returns the index of the row with an id."""
    return next(line for line in range(1000) if sheet.getCellByPosition(0, line).String == key)


def fill(book):
    """Fills in a new meeting, changes others, and adds a sheet and a comment of one's own."""
    sheet = book.Sheets.getByName("Kokoukset")
    line = row_of(sheet, "harjulahti/hallitus/neuvottelut/1")
    sheet.getCellByPosition(4, line).Value = 46054
    sheet.getCellByPosition(5, line).Value = 7
    sheet.getCellByPosition(6, line).String = "41/00.04.01/2026"
    sheet.getCellByPosition(7, line).String = "päätetty"
    sheet.getCellByPosition(9, line).String = "kunnanjohtaja"
    line = row_of(sheet, "harjulahti/valtuusto/sopimus/1")
    sheet.getCellByPosition(4, line).String = "21.4.2026"
    sheet.getCellByPosition(5, line).Formula = "=30+3"
    line = row_of(sheet, "saarikyla/hallitus/sopimus/1")
    sheet.getCellByPosition(5, line).String = "§ 52"
    sheet.Annotations.insertNew(sheet.getCellByPosition(1, 1).CellAddress, "tarkistettu")
    book.Sheets.insertNewByName("Muistio", 0)
    book.Sheets.getByName("Muistio").getCellByPosition(0, 0).String = "Tunnus"


status, _, said = run("-o", "book.xlsx")
expect(status == 0, f"the workbook is written: {said}")
with Office(soffice, work) as office:
    office.fill("book.xlsx", "same.xlsx", lambda book: None)
    office.fill("book.xlsx", "filled.xlsx", fill)
status, told, said = run("--from", "same.xlsx")
expect(status == 0 and "says the same already" in told, f"nothing has changed: {told}{said}")
status, told, said = run("--from", "filled.xlsx")
expect(status == 0, f"the workbook is read: {said}")
wanted = {
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Kokouspäivä: – → 2026-02-01",
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Pykälä: – → 7",
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Diaarinumero: – → 41/00.04.01/2026",
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Tulos: – → paatetty",
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Esittelijän tehtävä: – → kunnanjohtaja",
    "Harjulahden kunta, kunnanvaltuusto, Sopimus, Kokouspäivä: 2026-04-20 → 2026-04-21",
    "Harjulahden kunta, kunnanvaltuusto, Sopimus, Pykälä: 32 → 33",
    "Saarikylän kunta, kunnanhallitus, Sopimus, Pykälä: 51 → 52",
    "project/kokoukset.xml was written",
}
expect(set(told.splitlines()) == wanted, f"these are the changes:\n{told}")
