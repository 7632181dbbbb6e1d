#!/usr/bin/env python3
"""Looks for every word of page documents in their PDF files, as poppler reads those in the order in which they are painted.

usage: lost.py FOLDER…    A folder holds NAME.xhtml beside NAME.pdf; a document without a file was refused.
Prints the words that are lost; the exit status is 1 when any is.
"""
import subprocess
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from words import BROKEN, document_words, missing


def goes_over_pages(word, lines):
    """Tells whether a word begins at the end of a line and goes on at the beginning of another: what is between is a page's foot and
    head, and what is set again there."""
    begins = {line.split()[-1] for line in lines if line.strip()}
    goes_on = {line.split()[0] for line in lines if line.strip()}
    return any(begin.endswith(word[:i]) and other.startswith(word[i:])
               for i in range(1, len(word)) for begin in begins if begin.endswith(word[:i])
               for other in goes_on if other.startswith(word[i:]))


def lost(document):
    """Returns the number of a document's words, and those that its file lacks."""
    expected = document_words(document)
    pages = subprocess.run(['pdftotext', '-raw', document.with_suffix('.pdf'), '-'], check=True, stdout=subprocess.PIPE).stdout.decode()
    lacking, _ = missing(expected, pages.replace('\f', '\n'), 1)
    lines = BROKEN.sub('\n', pages).splitlines()
    return sum(expected.values()), [word for word in lacking if not goes_over_pages(word, lines)]


def main():
    documents = [path for folder in sys.argv[1:] for path in sorted(Path(folder).glob('*.xhtml')) if path.with_suffix('.pdf').exists()]
    with ProcessPoolExecutor(2) as pool:
        found = list(pool.map(lost, documents, chunksize=8))
    for document, (_, words) in zip(documents, found):
        if words:
            print(f'{document}: {" ".join(words[:20])}')
    count = sum(len(words) for _, words in found)
    print(f'{len(documents)} documents, {sum(total for total, _ in found)} words, {count} lost')
    return 1 if count or not documents else 0


sys.exit(main())
