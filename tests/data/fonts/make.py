#!/usr/bin/env python3
"""Makes the fonts of this folder, whose letters are leaves of different heights and widths: a family with CFF outlines, as real
ones are too large for tests. usage: make.py FOLDER    Needs fontTools; run it again only when a test needs more of them."""
import sys

from fontTools.agl import UV2AGL
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

CHARACTERS = [c for c in range(0x20, 0x7F)] + [0xA0, 0xA7, 0xC4, 0xC5, 0xD6, 0xE4, 0xE5, 0xF6, 0xAD, 0x2010, 0x2013, 0x201D]


def leaf(pen, width, height):
    pen.moveTo((40, 0))
    pen.curveTo((40, height / 2), (width / 2, height), (width - 40, height))
    pen.curveTo((width - 40, height / 2), (width / 2, 0), (40, 0))
    pen.closePath()


def make(folder, style, weight, step):
    names, widths, strings = ['.notdef'], {'.notdef': (500, 0)}, {}
    strings['.notdef'] = T2CharStringPen(500, None).getCharString()
    cmap = {}
    for character in CHARACTERS:
        name = UV2AGL.get(character, 'uni%04X' % character)
        if name not in names:
            names.append(name)
        cmap[character] = name
        width = 300 + character * step % 400
        pen = T2CharStringPen(width, None)
        if character not in (0x20, 0xA0):
            leaf(pen, width, 400 + character * 7 % 300)
        strings[name] = pen.getCharString()
        widths[name] = (width, 40)
    font = FontBuilder(1000, isTTF=False)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(cmap)
    post = 'Lehti-' + style
    font.setupCFF(post, {'FullName': 'Lehti ' + style}, strings, {})
    font.setupHorizontalMetrics(widths)
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({'familyName': 'Lehti', 'styleName': style, 'uniqueFontIdentifier': post, 'fullName': 'Lehti ' + style,
                         'psName': post, 'version': 'Version 1.000'})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWeightClass=weight, fsType=0, sxHeight=450, sCapHeight=650,
                  fsSelection=0x20 if weight == 700 else 0x40)
    font.setupPost()
    font.font['head'].macStyle = weight == 700
    font.font['head'].created = font.font['head'].modified = 0
    font.font.recalcTimestamp = False
    font.save(f'{folder}/{post}.otf')


make(sys.argv[1], 'Regular', 400, 37)
make(sys.argv[1], 'Bold', 700, 41)
