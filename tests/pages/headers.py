#!/usr/bin/env python3
"""Compares the header cells that table cells name in the tags with HTML's algorithm for assigning header cells.

usage: headers.py PYKALA DOCUMENT…
The algorithm (https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-assigning-header-cells) is written here step by step as it
stands there, scanning the whole table for each cell. Four things differ on purpose (docs/page-document.md): page documents have no
column groups, so that scope="colgroup" is read as "col"; in a column, a row header ends a block of headings as a td does; a cell for
which more than 32 hold names none; a table with columns that are drawn is left out.
"""
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from concurrent.futures import ThreadPoolExecutor

XHTML = '{http://www.w3.org/1999/xhtml}'
MOST = 32
GRAPHIC = {'bars', 'dumbbells', 'sparklines'}


def name(element):
    return element.tag.removeprefix(XHTML)


class Cell:
    def __init__(self, element, x, y, part):
        self.element, self.x, self.y, self.part = element, x, y, part
        self.width, self.height = int(element.get('colspan', 1)), int(element.get('rowspan', 1))
        self.is_header, self.scope = name(element) == 'th', element.get('scope')
        self.is_empty = len(element) == 0 and not (element.text or '').strip(' \t\r\n\f')


class Table:
    """The cells of a table in their slots. A cell ends with its part (thead, tbody)."""

    def __init__(self, element):
        self.cells, self.slots, y = [], {}, 0
        for part in [child for child in element if name(child) in ('thead', 'tbody')] or [element]:
            rows = [row for row in part if name(row) == 'tr']
            for i, row in enumerate(rows):
                self.add_row(row, y + i, y + len(rows), part)
            y += len(rows)

    def add_row(self, row, y, end, part):
        x = 0
        for element in row:
            while (x, y) in self.slots:
                x += 1
            cell = Cell(element, x, y, part)
            cell.height = min(cell.height, end - y)
            self.cells.append(cell)
            for slot in [(x + i, y + k) for i in range(cell.width) for k in range(cell.height)]:
                self.slots[slot] = cell


def is_heading(cell, dx):
    """Tells whether a cell belongs to a block of headers: in a row all th, in a column those that are column headers."""
    return cell.is_header and (dx != 0 or cell.scope in ('col', 'colgroup'))


def scan(table, principal, headers, x, y, dx, dy):
    """The internal algorithm for scanning and assigning header cells."""
    opaque = []
    in_block = is_heading(principal, dx)
    block = [principal] if in_block else []
    while True:
        x, y = x + dx, y + dy
        if x < 0 or y < 0:
            return
        current = table.slots.get((x, y))
        if current is None:
            continue
        if is_heading(current, dx):
            in_block = True
            block.append(current)
            if dx == 0:
                blocked = any(cell.x == current.x and cell.width == current.width for cell in opaque)
            else:
                blocked = any(cell.y == current.y and cell.height == current.height for cell in opaque)
                blocked = blocked or current.scope != 'row'
            if not blocked:
                headers.append(current)
        elif in_block:
            in_block = False
            opaque += block
            block = []


def headers_of(table, principal):
    headers = []
    if principal.element.get('headers') is not None:
        for token in principal.element.get('headers').split():
            headers += [cell for cell in table.cells if cell.is_header and cell.element.get('id') == token]
    else:
        for y in range(principal.y, principal.y + principal.height):
            scan(table, principal, headers, principal.x, y, -1, 0)
        for x in range(principal.x, principal.x + principal.width):
            scan(table, principal, headers, x, principal.y, 0, -1)
        headers += [cell for cell in table.cells
                    if cell.is_header and cell.scope == 'rowgroup' and cell.part is principal.part
                    and cell.x < principal.x + principal.width and cell.y < principal.y + principal.height]
    found = {id(cell): cell for cell in headers if not cell.is_empty and cell is not principal}
    return set(found) if len(found) <= MOST else set()


def tagged_cells(pykala, document):
    """Returns the (id, headers) of all cells in the tags, by table."""
    tags = subprocess.run([pykala, 'typeset', document, '--emit', 'tags'], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    tables = []
    for line in tags.stdout.decode().splitlines():
        words = line.split()
        if words[:1] == ['Table']:
            tables.append([])
        elif words[:1] in (['TH'], ['TD']):
            fields = dict(word.split('=', 1) for word in words if '=' in word)
            tables[-1].append((fields.get('id'), {header for header in fields.get('headers', '').split(',') if header}))
    return tables


def check(pykala, document):
    """Returns how many cells were compared, and what differs."""
    faults, compared = [], 0
    tagged = tagged_cells(pykala, document)
    if not tagged:
        return 0, []
    tables = list(ElementTree.parse(document).getroot().iter(XHTML + 'table'))
    if len(tables) != len(tagged):
        return 0, [f'{document}: {len(tables)} tables, {len(tagged)} of them tagged']
    for number, (element, cells) in enumerate(zip(tables, tagged)):
        if any(GRAPHIC & set(th.get('class', '').split()) for th in element.iter(XHTML + 'th')):
            continue
        table = Table(element)
        if len(table.cells) != len(cells):
            faults.append(f'{document}: table {number}: {len(table.cells)} cells, {len(cells)} tagged')
            continue
        names = {id(cell): tag for cell, (tag, _) in zip(table.cells, cells)}
        for cell, (_, named) in zip(table.cells, cells):
            wanted = {names[header] for header in headers_of(table, cell)}
            compared += 1
            if wanted != named:
                faults.append(f'{document}: table {number}, column {cell.x}, row {cell.y}: {sorted(named)} instead of {sorted(wanted)}')
    return compared, faults


def main():
    pykala, *documents = sys.argv[1:]
    with ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda document: check(pykala, document), documents))
    faults = [fault for _, found in results for fault in found]
    compared = sum(count for count, _ in results)
    print(*faults[:30], sep='\n')
    print(f'{compared} cells, {len(faults)} of them with other headers than HTML gives')
    return 0 if compared and not faults else 1


sys.exit(main())
