#!/usr/bin/env python3
"""Turns the answers of a project of bench/generate into workbooks, filled by openpyxl, for measuring how long their check takes.
Needs openpyxl. usage: books.py PYKALA PROJECT YEAR"""

import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "tests", "cli"))
import fill_book  # noqa: E402

pykala, project, year = sys.argv[1:]
folder = os.path.join(project, "seuranta", year)
subprocess.run([pykala, "new", "seuranta", project, "--year", year], stdout=subprocess.DEVNULL, check=True)
for name in sorted(os.listdir(folder)):
    stem, ending = os.path.splitext(name)
    if ending != ".xml" or stem == "katsaus":
        continue
    answers, form = os.path.join(folder, name), os.path.join(folder, stem + ".xlsx")
    with open(answers, encoding="utf-8") as file:
        is_blank = 'paivays=""' in file.read()  # the form of a party that hasn't answered
    if not is_blank:
        fill_book.main(form, answers, form)
    os.remove(answers)
