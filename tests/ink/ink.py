#!/usr/bin/env python3
"""Measures the ink of PDF files: nothing stands off the page or in its margins, no text over another, over an image or beyond its cell.

usage: ink.py [--margins LEFT,RIGHT] FILE_OR_FOLDER…
Margins are in mm. Prints a line for each fault, with the page and both texts; the exit status is 1 when there is any. The boxes of
texts are PDFium's, as wide as their letters advance and as high as they are. Where two of them meet, both texts are painted, each
alone, and compared dot by dot: a kerned pair or an accent below a descender is no fault, a letter over a letter is one.
"""
import argparse
import ctypes
import sys
from bisect import bisect_left, bisect_right
from collections import namedtuple
from concurrent.futures import ProcessPoolExecutor
from itertools import islice
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium

MM = 72 / 25.4
# What may be beyond an edge, in points: letters that reach over their advance (an italic j), edges that are drawn over.
SLACK = 2
# Boxes that share less are not looked at: kerned neighbours share more, but not in both directions.
MEETING = 0.3
# Texts are compared at six dots a point. A dot that is this much darker than paper has ink; so many dots with ink of both texts are a
# letter over another.
SCALE, INKED, SHARED = 6, 96, 6
# So many faults of a page are told.
MOST = 9
# Up to so high a painted rectangle is a rule.
RULE = 1.5
# More than this is not between a cell's last line and the rule below.
PADDING = 8
# Edges of columns that are the same differ by the rounding of their numbers.
NEAR = 0.2

Box = namedtuple('Box', 'left bottom right top')
Thing = namedtuple('Thing', 'box handle')


def meet(a, b, least=MEETING):
    return (min(a.right, b.right) - max(a.left, b.left) > least and
            min(a.top, b.top) - max(a.bottom, b.bottom) > least)


def within(inner, outer, slack):
    return (inner.left >= outer.left - slack and inner.right <= outer.right + slack and
            inner.bottom >= outer.bottom - slack and inner.top <= outer.top + slack)


def box_of(handle):
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(handle, *edges):
        raise ValueError('an object without bounds')
    return Box(*(edge.value for edge in edges))


def colour_of(handle):
    parts = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(handle, *parts)
    return tuple(part.value for part in parts)


def is_near(place, places):
    """Tells whether a place is among sorted ones, but for their rounding."""
    i = bisect_left(places, place - NEAR)
    return i < len(places) and places[i] <= place + NEAR


def meeting_pairs(boxes):
    """Returns the pairs of indices of boxes that meet. The boxes are walked through from left to right."""
    order = sorted(range(len(boxes)), key=lambda i: boxes[i].left)
    open_, pairs = [], []
    for i in order:
        open_ = [k for k in open_ if boxes[k].right - boxes[i].left > MEETING]
        pairs += [(k, i) for k in open_ if meet(boxes[k], boxes[i])]
        open_.append(i)
    return pairs


class Page:
    """A page's painted things by their kinds, and the faults that are found among them."""

    def __init__(self, page):
        self.page = page
        width, height = page.get_size()
        self.sheet = Box(0, 0, width, height)
        self.handles = [pdfium.FPDFPage_GetObject(page, i) for i in range(pdfium.FPDFPage_CountObjects(page))]
        self.texts, self.images, self.rules, self.others = [], [], [], []
        for handle in self.handles:
            self.sort(Thing(box_of(handle), handle))
        self.textpage, self.hidden = page.get_textpage(), False

    def sort(self, thing):
        box, kind = thing.box, pdfium.FPDFPageObj_GetType(thing.handle)
        if kind == pdfium.FPDF_PAGEOBJ_TEXT:
            if box.top - box.bottom > MEETING and box.right - box.left > MEETING:  # else a space
                self.texts.append(thing)
        elif kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            self.images.append(thing)
        elif kind == pdfium.FPDF_PAGEOBJ_PATH and box.top - box.bottom <= RULE:
            self.rules.append(thing)
        else:
            self.others.append(thing)

    def text(self, thing):
        size = pdfium.FPDFTextObj_GetText(thing.handle, self.textpage, None, 0)
        buffer = ctypes.create_string_buffer(size)
        pdfium.FPDFTextObj_GetText(thing.handle, self.textpage, ctypes.cast(buffer, ctypes.POINTER(pdfium.FPDF_WCHAR)), size)
        return buffer.raw[:size].decode('utf-16-le').rstrip('\0')[:60]

    def fault(self, what, thing, other=None):
        named = f'{what}: “{self.text(thing)}”' + (f', “{self.text(other)}”' if other else '')
        return f'{named} at {thing.box.left:.1f} {self.sheet.top - thing.box.top:.1f}'

    def painted(self, thing, box):
        """Returns which dots of a box a thing paints, when it is alone on the page."""
        if not self.hidden:
            self.hidden = True
            for handle in self.handles:
                pdfium.FPDFPageObj_SetIsActive(handle, False)
        pdfium.FPDFPageObj_SetIsActive(thing.handle, True)
        crop = (box.left, box.bottom, self.sheet.right - box.right, self.sheet.top - box.top)
        bitmap = self.page.render(scale=SCALE, crop=crop, grayscale=True)
        pdfium.FPDFPageObj_SetIsActive(thing.handle, False)
        return [dot < 255 - INKED for dot in bytes(bitmap.buffer)]

    def is_over(self, one, other):
        box = Box(max(one.box.left, other.box.left), max(one.box.bottom, other.box.bottom),
                  min(one.box.right, other.box.right), min(one.box.top, other.box.top))
        return sum(map(bool.__and__, self.painted(one, box), self.painted(other, box))) >= SHARED

    def overlaps(self):
        texts = self.texts
        for i, k in meeting_pairs([text.box for text in texts]):
            if self.is_over(texts[i], texts[k]):
                yield self.fault('text over text', texts[i], texts[k])

    def over_images(self):
        for image in self.images:
            for text in self.texts:
                if meet(image.box, text.box, SLACK):
                    yield self.fault('text over an image', text)

    def off_the_page(self, margins):
        left, right = margins
        inner = Box(left * MM, 0, self.sheet.right - right * MM, self.sheet.top)
        for text in self.texts:
            if not within(text.box, inner, SLACK):
                yield self.fault('text in the margin', text)
        for thing in self.images + self.rules + self.others:
            if not within(thing.box, self.sheet, SLACK):
                yield f'ink off the page at {thing.box.left:.1f} {self.sheet.top - thing.box.top:.1f}'

    def tables(self):
        """Returns the texts of each table's cells."""
        tree = pdfium.FPDF_StructTree_GetForPage(self.page)
        tables, numbers = [], {}
        for i in range(pdfium.FPDF_StructTree_CountChildren(tree)):
            collect_cells(pdfium.FPDF_StructTree_GetChildAtIndex(tree, i), tables, False)
        pdfium.FPDF_StructTree_Close(tree)
        for text in self.texts:
            number = pdfium.FPDFPageObj_GetMarkedContentID(text.handle)
            if number >= 0:  # else an artifact
                numbers.setdefault(number, []).append(text)
        return [[text for number in table for text in numbers.get(number, [])] for table in tables]

    def table_rules(self):
        """Returns the boxes of rules between rows, which go from one edge of columns to another. Underlines have the colour of text;
        a line to fill in is content, and ends anywhere."""
        inks = {colour_of(text.handle) for text in self.texts}
        rules = [rule.box for rule in self.rules
                 if colour_of(rule.handle) not in inks and pdfium.FPDFPageObj_GetMarkedContentID(rule.handle) < 0]
        ends = {}
        for rule in rules:
            ends.setdefault(rule.top, []).append(rule.right)
        edges = sorted(rule.left for rule in rules if is_near(rule.left, sorted(ends[rule.top])))
        edges += [end for rule in rules if is_near(rule.left, edges) or is_near(rule.right, edges) for end in (rule.left, rule.right)]
        edges.sort()
        return [rule for rule in rules if is_near(rule.left, edges) and is_near(rule.right, edges)]

    def beyond_cells(self):
        """Finds texts of cells that reach over an edge of their column: the first rule below a cell is as wide as the cell. A table's
        last rule is close below its last text; others are of the next table."""
        rules = sorted(self.table_rules(), key=lambda box: -box.top)
        heights = [-rule.top for rule in rules]
        for texts in filter(None, self.tables() if rules else []):
            end = bisect_right(heights, -min(text.box.bottom for text in texts) + PADDING)
            for text in texts:
                below = rules[bisect_left(heights, -text.box.bottom - SLACK):end]
                rule = next((rule for rule in below if min(rule.right, text.box.right) - max(rule.left, text.box.left) > SLACK), None)
                if rule and not (rule.left - SLACK <= text.box.left and text.box.right <= rule.right + SLACK):
                    yield self.fault('text beyond its cell', text)

    def faults(self, margins):
        yield from self.off_the_page(margins)
        yield from self.over_images()
        yield from self.beyond_cells()
        yield from self.overlaps()


def type_of(element):
    size = pdfium.FPDF_StructElement_GetType(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    pdfium.FPDF_StructElement_GetType(element, buffer, size)
    return buffer.raw.decode('utf-16-le').rstrip('\0')


def collect_cells(element, tables, in_cell):
    """Appends to tables, for each below an element, the numbers of marked content in its cells."""
    kind = type_of(element)
    if kind == 'Table':
        tables.append([])
    in_cell = in_cell or kind in ('TH', 'TD')
    for i in range(pdfium.FPDF_StructElement_CountChildren(element)):
        child = pdfium.FPDF_StructElement_GetChildAtIndex(element, i)
        if child:
            collect_cells(child, tables, in_cell)
        elif in_cell:
            tables[-1].append(pdfium.FPDF_StructElement_GetChildMarkedContentID(element, i))  # -1 of an annotation


def measure(path, margins):
    """Returns the number of a file's texts, and its faults."""
    document, count, faults = pypdfium2.PdfDocument(path), 0, []
    for number in range(len(document)):
        page = Page(document[number])
        count += len(page.texts)
        faults += [f'{path}: page {number + 1}: {fault}' for fault in islice(page.faults(margins), MOST)]
        page.page.close()
    document.close()
    return count, faults


def files_of(names):
    for name in map(Path, names):
        yield from sorted(name.rglob('*.pdf')) if name.is_dir() else [name]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument('--margins', type=lambda text: tuple(map(float, text.split(','))), default=(0, 0))
    parser.add_argument('names', nargs='+')
    options = parser.parse_args()
    files = list(files_of(options.names))
    with ProcessPoolExecutor(2) as pool:
        measured = list(pool.map(measure, files, [options.margins] * len(files), chunksize=4))
    faults = [fault for _, found in measured for fault in found]
    for fault in faults:
        print(fault)
    print(f'{len(files)} files, {sum(count for count, _ in measured)} texts, {len(faults)} faults')
    return 1 if faults or not files else 0


if __name__ == '__main__':
    sys.exit(main())
