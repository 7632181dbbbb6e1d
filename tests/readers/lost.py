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
    """Tells whether a word stands in two parts: one ends with a line behind which the other doesn't follow, but which begins another.
    What is between is a page's foot and head, and the other cells of its row."""
    text, starts = '', []
    for line in lines:
        starts.append(len(text))
        text += line.strip()
    for i in range(1, len(word)):
        ends = {at for at in starts if text.endswith(word[:i], 0, at)}
        begins = {at for at in starts if text.startswith(word[i:], at)}
        if ends - begins and begins - ends:
            return True
    return False


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
