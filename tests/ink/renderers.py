#!/usr/bin/env python3
"""Compares the pages of PDF files as poppler, MuPDF, Ghostscript and PDFium draw them.

usage: renderers.py FILE|FOLDER...

Each page is drawn at 60 dots an inch. The mean colour of each square of SIDE dots is compared with poppler's: hinting and
smoothing move ink by a fraction of a dot, but what one of them leaves out, puts elsewhere or draws in another colour changes
whole squares. Prints the greatest difference of each; the exit status is 1 where one is above MOST.
"""

import math
import subprocess
import sys

import pypdfium2

from ink import files_of

DPI = 60
SIDE = 12  # dots of a square: 5 mm
MOST = 28  # of 255: the greatest difference of a square's mean red, green or blue


def read_ppm(data):
    """Returns a list of (width, height, dots) of the pictures in PPM data; a dot is three bytes."""
    pages, at = [], 0
    while at < len(data):
        fields = []
        while len(fields) < 4:
            end = data.index(b"\n", at)
            line = data[at:end].split(b"#")[0]
            fields += line.split()
            at = end + 1
        width, height = int(fields[1]), int(fields[2])
        size = 3 * width * height
        pages.append((width, height, data[at : at + size]))
        at += size
    return pages


def run(*command):
    return read_ppm(subprocess.run(command, check=True, capture_output=True).stdout)


def poppler(path):
    pages = subprocess.run(["pdfinfo", path], check=True, capture_output=True, text=True).stdout
    count = int(next(line.split()[1] for line in pages.splitlines() if line.startswith("Pages:")))
    return [run("pdftoppm", "-r", str(DPI), "-singlefile", "-f", str(i), path)[0] for i in range(1, count + 1)]


def mupdf(path):
    return run("mutool", "draw", "-q", "-r", str(DPI), "-c", "rgb", "-F", "ppm", "-o", "-", path)


def ghostscript(path):
    return run("gs", "-q", "-dSAFER", "-dNOPAUSE", "-dBATCH", f"-r{DPI}", "-sDEVICE=ppmraw", "-dTextAlphaBits=4",
               "-dGraphicsAlphaBits=4", "-sOutputFile=-", path)


def pdfium(path):
    pages = []
    for page in pypdfium2.PdfDocument(path):
        bitmap = page.render(scale=DPI / 72, rev_byteorder=True)
        rows = bytes(bitmap.buffer)
        pages.append((bitmap.width, bitmap.height,
                      b"".join(rows[i * bitmap.stride : i * bitmap.stride + 3 * bitmap.width] for i in range(bitmap.height))))
    return pages


def colour(page, x, y):
    """Returns the mean red, green and blue of the square whose first dot is at x, y."""
    width, _, dots = page
    rows = b"".join(dots[3 * (i * width + x) : 3 * (i * width + x + SIDE)] for i in range(y, y + SIDE))
    return [sum(rows[channel::3]) / SIDE / SIDE for channel in range(3)]


def distance(own, other):
    return max(abs(a - b) for a, b in zip(own, other))


def difference(page, other, x, y):
    """Returns how much two squares differ, or the least when the other drawing is moved by a dot at the most."""
    own = colour(page, x, y)
    least = distance(own, colour(other, x, y))
    if least > MOST:
        moves = [(dx, dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        least = min(distance(own, colour(other, x + dx, y + dy)) for dx, dy in moves)
    return least


def compare(page, other):
    """Returns the greatest difference between two drawings, and where it is, in points."""
    width, height = min(page[0], other[0]), min(page[1], other[1])
    places = [(x, y) for y in range(1, height - SIDE, SIDE) for x in range(1, width - SIDE, SIDE)]
    worst, x, y = max((difference(page, other, x, y), x, y) for x, y in places)
    return worst, x * 72 / DPI, y * 72 / DPI


def compare_file(path, own, name, other):
    """Prints the pages that differ. Returns the greatest difference, infinite where there is another number of pages."""
    if len(own) != len(other):
        print(f"{path}: {name} draws {len(other)} pages, poppler {len(own)}")
        return math.inf
    worst = 0
    for number, (a, b) in enumerate(zip(own, other), 1):
        found, x, y = compare(a, b)
        worst = max(worst, found)
        if found > MOST:
            print(f"{path}: page {number}: {name} differs from poppler by {found:.0f} at {x:.0f}, {y:.0f} pt")
    return worst


def main(names):
    others = {"MuPDF": mupdf, "Ghostscript": ghostscript, "PDFium": pdfium}
    worst = dict.fromkeys(others, 0)
    count = 0
    for path in files_of(names):
        own = poppler(path)
        count += len(own)
        for name, draw in others.items():
            worst[name] = max(worst[name], compare_file(path, own, name, draw(path)))
    print(f"{count} pages, greatest difference of 255: " + ", ".join(f"{name} {most:.1f}" for name, most in worst.items()))
    return 0 if count and max(worst.values()) <= MOST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
