"""The workbook of meetings, filled in and saved by openpyxl, comes back right. usage: meetings.py PYKALA SOURCE WORK"""
import datetime
import os
import shutil
import subprocess
import sys

import openpyxl

pykala, source, work = sys.argv[1:]
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


status, _, said = run("-o", "book.xlsx")
expect(status == 0, f"the workbook is written: {said}")
book = openpyxl.load_workbook("book.xlsx")
sheet = book["Kokoukset"]

# Saved as it is, it changes nothing.
book.save("same.xlsx")
status, told, said = run("--from", "same.xlsx")
expect(status == 0 and "says the same already" in told, f"nothing has changed: {told}{said}")

# As an officer does it: real dates, numbers and text, a sorted sheet with a column and a sheet of one's own.
rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
known = {row[0]: row for row in rows}
known["harjulahti/hallitus/neuvottelut/1"][4:8] = [datetime.date(2026, 2, 1), 7, "41/00.04.01/2026", "Päätetty"]
known["harjulahti/valtuusto/sopimus/1"][4] = datetime.datetime(2026, 4, 21, 18, 0)
known["saarikyla/hallitus/sopimus/1"][4:6] = [" 8.4.2026\u00a0", "52 §"]
rows.reverse()
for line, row in enumerate(rows, 2):
    for column, value in enumerate(row, 1):
        sheet.cell(line, column).value = value
sheet.insert_cols(5)
sheet["E1"], sheet["E3"] = "Omia merkintöjä", "=SUM(1,2)"
sheet["A1"].comment = openpyxl.comments.Comment("tarkistettu", "virkailija")
book.create_sheet("Muistio", 0)["B2"] = "Tunnus"
book.save("filled.xlsx")
status, told, said = run("--from", "filled.xlsx")
expect(status == 0, f"the workbook is read: {said}")
wanted = {
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Kokouspäivä: – → 2026-02-01",
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Pykälä: – → 7",
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Diaarinumero: – → 41/00.04.01/2026",
    "Harjulahden kunta, kunnanhallitus, Neuvottelut, Tulos: – → paatetty",
    "Harjulahden kunta, kunnanvaltuusto, Sopimus, Kokouspäivä: 2026-04-20 → 2026-04-21",
    "Saarikylän kunta, kunnanhallitus, Sopimus, Kokouspäivä: 2026-04-07 → 2026-04-08",
    "Saarikylän kunta, kunnanhallitus, Sopimus, Pykälä: 51 → 52",
    "project/kokoukset.xml was written",
}
expect(set(told.splitlines()) == wanted, f"these are the changes:\n{told}")

# A formula that no program has calculated is told by its cell.
sheet["F3"] = "=TODAY()"
book.save("formula.xlsx")
status, told, said = run("--from", "formula.xlsx")
expect(status == 1 and "Kokoukset!F3: error: Kokouspäivä: the formula has no value" in said, f"the formula is told: {told}{said}")
