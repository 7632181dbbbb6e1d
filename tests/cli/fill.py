"""Fills in cells of a workbook: fill.py FILE CELL=VALUE… A number (=46335) becomes one, all else text."""
import re
import sys
import zipfile
from xml.sax.saxutils import escape

path, sheet = sys.argv[1], "xl/worksheets/sheet1.xml"
with zipfile.ZipFile(path) as book:
    parts = {name: book.read(name) for name in book.namelist()}
xml = parts[sheet].decode()
for assignment in sys.argv[2:]:
    cell, value = assignment.split("=", 1)
    if value.startswith("="):
        kind, content = "", f"<v>{value[1:]}</v>"
    else:
        kind, content = ' t="inlineStr"', f'<is><t xml:space="preserve">{escape(value)}</t></is>'
    new = re.compile(rf'<c r="{cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)')
    xml, count = new.subn(lambda found: f'<c r="{cell}"{found[1] or ""}{kind}>{content}</c>', xml)
    if count != 1:
        sys.exit(f"there is no cell {cell}")
parts[sheet] = xml.encode()
with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
    for name, part in parts.items():
        book.writestr(name, part)
