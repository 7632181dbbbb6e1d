#!/usr/bin/env python3
"""Tests ink.py with small files in which text stands where it must not, and some in which it only nearly does."""
import sys
import tempfile
from pathlib import Path

import ink

WIDTH, HEIGHT, MARGINS = 300, 200, (10, 10)
# A table of two cells, whose texts are the marked contents 0 and 1, with a rule below each: 50 to 150 and 150 to 250.
RULES = '0.5 g 50 88 100 .5 re f 150 88 100 .5 re f'
TABLE = ['<</Type/StructTreeRoot/K 7 0 R/ParentTree 11 0 R>>', '<</S/Table/P 6 0 R/K[8 0 R]>>', '<</S/TR/P 7 0 R/K[9 0 R 10 0 R]>>',
         '<</S/TD/P 8 0 R/Pg 3 0 R/K 0>>', '<</S/TD/P 8 0 R/Pg 3 0 R/K 1>>', '<</Nums[0[9 0 R 10 0 R]]>>']


def text(x, y, words, mark=None):
    shown = f'BT /F 12 Tf 0 g {x} {y} Td ({words}) Tj ET'
    return shown if mark is None else f'/TD<</MCID {mark}>>BDC {shown} EMC'


def image(x, y):
    return f'q 40 0 0 40 {x} {y} cm BI /W 1 /H 1 /BPC 8 /CS /G ID\n\x80\nEI Q'


def write(path, content):
    """Writes a file with one page."""
    objects = ['<</Type/Catalog/Pages 2 0 R/StructTreeRoot 6 0 R/MarkInfo<</Marked true>>>>', '<</Type/Pages/Kids[3 0 R]/Count 1>>',
               f'<</Type/Page/Parent 2 0 R/MediaBox[0 0 {WIDTH} {HEIGHT}]/Contents 5 0 R/Resources<</Font<</F 4 0 R>>>>/StructParents 0>>',
               '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', f'<</Length {len(content)}>>\nstream\n{content}\nendstream', *TABLE]
    data, places = '%PDF-1.7\n', []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f'{number} 0 obj\n{body}\nendobj\n'
    table = ''.join(f'{place:010} 00000 n \n' for place in places)
    data += (f'xref\n0 {len(places) + 1}\n0000000000 65535 f \n{table}trailer <</Size {len(places) + 1}/Root 1 0 R>>\n'
             f'startxref\n{len(data)}\n%%EOF\n')
    path.write_bytes(data.encode('latin-1'))


# What a page holds, and the fault that it has.
CASES = {
    'lines below each other': ([text(50, 100, 'Kunnanvaltuusto'), text(50, 86, 'Kunnanvaltuusto')], None),
    'a line over another': ([text(50, 100, 'Kunnanvaltuusto'), text(50, 97, 'Kunnanvaltuusto')], 'text over text'),
    'a word over the end of another': ([text(50, 100, 'Kunnanvaltuusto'), text(130, 100, 'ja')], 'text over text'),
    'letters whose boxes meet': ([text(50, 100, 'A'), text(56.5, 100, 'V')], None),
    'text off the page': ([text(50, -8, 'Kunnanvaltuusto')], 'text in the margin'),
    'text in the left margin': ([text(20, 100, 'Kunnanvaltuusto')], 'text in the margin'),
    'text in the right margin': ([text(220, 100, 'Kunnanvaltuusto')], 'text in the margin'),
    'a rule off the page': (['50 50 400 .5 re f'], 'ink off the page'),
    'an image off the page': ([image(280, 50)], 'ink off the page'),
    'text beside an image': ([image(50, 50), text(100, 60, 'Kunta')], None),
    'text over an image': ([image(50, 50), text(60, 60, 'Kunta')], 'text over an image'),
    'texts in their cells': ([RULES, text(54, 92, 'Kunta', 0), text(154, 92, 'Kunta', 1)], None),
    'text beyond its cell': ([RULES, text(54, 92, 'Kunnanvaltuusto ja', 0), text(200, 92, 'Kunta', 1)], 'text beyond its cell'),
    'text above a table': ([RULES, text(54, 120, 'Kunnanvaltuusto ja')], None),
}


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'page.pdf'
        for name, (contents, expected) in CASES.items():
            write(path, '\n'.join(contents))
            _, faults = ink.measure(path, MARGINS)
            found = [fault.split(': ')[2].split(' at ')[0] for fault in faults]
            if found != ([expected] if expected else []):
                print(f'{name}: {faults} instead of {expected}')
                failed += 1
    print(f'{len(CASES) - failed} passed, {failed} failed')
    return 1 if failed else 0


sys.exit(main())
