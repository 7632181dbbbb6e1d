#!/usr/bin/env python3
"""Makes the fonts of this folder, whose letters are leaves and twigs of different heights and widths: a family with CFF outlines,
and a variable one, as real ones are too large for tests. usage: make.py FOLDER    Needs fontTools; run it again only when a test needs more of them."""
import sys

from fontTools.agl import UV2AGL
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables.TupleVariation import TupleVariation

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


def twig(pen, width, height):
    pen.moveTo((40, 0))
    pen.lineTo((40, height))
    pen.lineTo((100, height))
    pen.lineTo((width - 40, 0))
    pen.closePath()


def make_variable(folder):
    names = ['.notdef'] + [UV2AGL.get(c, 'uni%04X' % c) for c in CHARACTERS if c not in (0xA0, 0xAD)]
    cmap = {c: UV2AGL.get(c, 'uni%04X' % c) for c in CHARACTERS if c not in (0xA0, 0xAD)}
    cmap[0xA0] = 'space'
    glyphs, widths, variations = {}, {}, {}
    for i, name in enumerate(names):
        width, height = 300 + i * 37 % 300, 400 + i * 7 % 300
        pen = TTGlyphPen(None)
        if name not in ('.notdef', 'space'):
            twig(pen, width, height)
            # Heavier: the points on the right, and the width, move by 100 units.
            moves = [(0, 0), (0, 0), (80, 0), (100, 0), (0, 0), (100, 0), (0, 0), (0, 0)]
            variations[name] = [TupleVariation({'wght': (0, 1, 1)}, moves)]
        glyphs[name] = pen.glyph()
        widths[name] = (width, 40)
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder(names)
    font.setupCharacterMap(cmap)
    font.setupGlyf(glyphs)
    font.setupHorizontalMetrics(widths)
    font.setupHorizontalHeader(ascent=800, descent=-200)
    font.setupNameTable({'familyName': 'Varpu', 'styleName': 'Regular', 'uniqueFontIdentifier': 'Varpu', 'fullName': 'Varpu',
                         'psName': 'Varpu-Regular', 'version': 'Version 1.000'})
    font.setupFvar([('wght', 400, 400, 700, 'Weight')], [{'location': {'wght': 400}, 'stylename': 'Regular'},
                                                         {'location': {'wght': 700}, 'stylename': 'Bold'}])
    font.setupGvar(variations)
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWeightClass=400, sxHeight=450, sCapHeight=650, fsType=0, fsSelection=0x40)
    font.setupPost()
    font.font['head'].created = font.font['head'].modified = 0
    font.font.recalcTimestamp = False
    font.save(f'{folder}/Varpu.ttf')


make_variable(sys.argv[1])
make(sys.argv[1], 'Regular', 400, 37)
make(sys.argv[1], 'Bold', 700, 41)
