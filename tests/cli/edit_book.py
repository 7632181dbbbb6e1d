"""Edits a workbook of answers. usage: edit_book.py BOOK [put KEY COLUMN TEXT | drop KEY | forget KEY | fact NAME TEXT | uncolumn COLUMN | copy]…"""

import sys

import openpyxl

path, *words = sys.argv[1:]
book = openpyxl.load_workbook(path)
sheet = book["Vastaukset"]
head = next(row for row in sheet.iter_rows() if any(cell.value == "#tunnus" for cell in row))
columns = {cell.value[1:]: cell.column for cell in head if cell.value}


def row_of(key):
    return next(row for row in range(head[0].row, sheet.max_row + 1) if (sheet.cell(row, columns["tunnus"]).value or "").strip() == key)


while words:
    action = words.pop(0)
    if action == "put":
        key, column, text = words[:3]
        del words[:3]
        sheet.cell(row_of(key), columns[column]).value = text
    elif action == "drop":
        sheet.delete_rows(row_of(words.pop(0)))
    elif action == "forget":
        sheet.cell(row_of(words.pop(0)), columns["tunnus"]).value = None
    elif action == "fact":
        name, text = words[:2]
        del words[:2]
        next(row for row in book["Tiedot"].iter_rows() if row[0].value == name)[1].value = text
    elif action == "uncolumn":
        sheet.delete_cols(columns[words.pop(0)])
    elif action == "copy":
        book.copy_worksheet(sheet)
    else:
        sys.exit(f"{action} is no action")
book.save(path)
