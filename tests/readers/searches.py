#!/usr/bin/env python3
"""Searches papers set in narrow columns for a hundred words that stand hyphenated there and nowhere whole.

usage: searches.py PYKALA WORK MODULES DOCUMENT…
WORK is an empty folder; MODULES holds pdf.js. Prints how many of the words PDFium's and pdf.js' own searches find; the exit status is
1 when one is lacking.
"""
import re
import subprocess
import sys
from pathlib import Path

import pypdfium2

HERE = Path(__file__).parent
RUN = re.compile(r'^run \S+ \S+ w \S+ \S+ "(.*?)"( soft-hyphen)?', re.M)
WORDS = 100
MARGINS = range(80, 115, 5)
THEME = """<?xml version="1.0" encoding="UTF-8"?>
<teema xmlns="urn:pykala:1">
  <fontti laji="leipa" perhe="Carlito"/>
  <fontti laji="otsikko" perhe="Carlito"/>
  <marginaali vasen="20" oikea="{}"/>
</teema>
"""


def typeset(pykala, document, theme, *options):
    return subprocess.run([pykala, 'typeset', document, '--theme', theme, *options], check=True, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL).stdout.decode()


def hyphenated_words(pages):
    """Returns the words that stand in two lines of a dump of pages and whole nowhere in it."""
    runs = RUN.findall(pages)
    text, found = ' '.join(run for run, _ in runs), []
    for (before, _), (_, hyphen), (after, _) in zip(runs, runs[1:], runs[2:]):
        start, end = re.search(r' ([^\W_]+)$', before), re.match(r'([^\W_]+) ', after)
        if hyphen and start and end:
            word = start[1] + end[1]
            if not re.search(rf'\b{word}\b', text):
                found.append(word)
    return found


def collect(pykala, work, documents):
    """Returns the words to look for by PDF file."""
    words, seen = {}, set()
    for margin in MARGINS:
        theme = work / f'{margin}.xml'
        theme.write_text(THEME.format(margin))
        for document in documents:
            found = hyphenated_words(typeset(pykala, document, theme, '--emit', 'pages'))
            new = [word for word in dict.fromkeys(found) if word not in seen][:WORDS - len(seen)]
            if new:
                pdf = work / f'{len(words)}.pdf'
                typeset(pykala, document, theme, '-o', pdf)
                words[pdf] = new
                seen.update(new)
    return words


def found_by_pdfium(words):
    found = set()
    for pdf, wanted in words.items():
        pages = [page.get_textpage() for page in pypdfium2.PdfDocument(pdf)]
        found.update(word for word in wanted if any(page.search(word, match_whole_word=True).get_next() for page in pages))
    return found


def found_by_pdfjs(words, work, modules):
    (work / 'list').write_text(''.join('\t'.join([str(pdf), *wanted]) + '\n' for pdf, wanted in words.items()))
    subprocess.run(['node', HERE / 'pdfjs-search.mjs', modules, work / 'list', work / 'found'], check=True)
    return set((work / 'found').read_text().split())


def main():
    pykala, work, modules, *documents = sys.argv[1:]
    work = Path(work)
    words = collect(pykala, work, documents)
    wanted = {word for list in words.values() for word in list}
    complete = len(wanted) == WORDS
    for name, found in (('PDFium', found_by_pdfium(words)), ('pdf.js', found_by_pdfjs(words, work, modules))):
        print(f'{name} finds {len(wanted & found)} of {len(wanted)} hyphenated words', *sorted(wanted - found)[:20])
        complete &= wanted <= found
    return 0 if complete else 1


sys.exit(main())
