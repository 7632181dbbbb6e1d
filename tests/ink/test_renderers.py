#!/usr/bin/env python3
"""Tests renderers.py with drawings of its own: what is left out, put elsewhere or coloured otherwise is found, a dot's move isn't."""
import sys

import renderers

WIDTH, HEIGHT = 120, 80


def draw(boxes):
    """Returns a drawing with boxes (x, y, width, height, colour) on white."""
    dots = bytearray(b"\xff" * 3 * WIDTH * HEIGHT)
    for x, y, width, height, colour in boxes:
        for row in range(y, y + height):
            dots[3 * (row * WIDTH + x) : 3 * (row * WIDTH + x + width)] = bytes(colour) * width
    return WIDTH, HEIGHT, bytes(dots)


def words(x, y, colour=(0, 0, 0)):
    """Returns the boxes of a line of letters, as dark as one of text is."""
    return [(x + 4 * i, y, 2, 5, colour) for i in range(10)]


PAGE = words(20, 20) + words(20, 40)
CASES = [
    ("the same", PAGE, False),
    ("a dot to the right", words(21, 20) + words(21, 40), False),
    ("a dot below", words(20, 21) + words(20, 41), False),
    ("a line left out", words(20, 20), True),
    ("a line elsewhere", words(20, 20) + words(60, 60), True),
    ("a line in red", words(20, 20) + words(20, 40, (255, 0, 0)), True),
    ("paler letters", words(20, 20) + words(20, 40, (200, 200, 200)), True),
]


def main():
    failed = 0
    for name, boxes, differs in CASES:
        found = renderers.compare(draw(PAGE), draw(boxes))[0]
        if (found > renderers.MOST) != differs:
            print(f"{name}: the drawings differ by {found:.0f} of 255, at most {renderers.MOST} are taken for the same")
            failed += 1
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
