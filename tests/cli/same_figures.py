"""Compares the figures of the same answers in XML and in workbooks: only files and places differ. usage: same_figures.py FOLDER FOLDER"""

import csv
import os
import sys


def figures(folder, name):
    with open(os.path.join(folder, name), newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        row.pop("rivi", None)
        cell = row.pop("solu", "")
        file = row.get("tiedosto") or ""
        if file.endswith(".xlsx") and name != "osapuolitilanne.csv" and not cell.startswith("Vastaukset!"):
            sys.exit(f"{name}: an answer without its cell: {row}")
        row["tiedosto"] = file.rpartition(".")[0]
    return rows


one, other = sys.argv[1:]
for name in sorted(os.listdir(one)):
    for left, right in zip(figures(one, name), figures(other, name), strict=True):
        if left != right:
            sys.exit(f"{name}: {left} is not {right}")
