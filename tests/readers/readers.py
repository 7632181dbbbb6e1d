#!/usr/bin/env python3
"""Extracts the text of PDF files with six readers, and looks for every word of their page documents in it.

usage: readers.py WORK MODULES PDFBOX LIST
LIST has a line for each file: page document, tab, PDF file. WORK is an empty folder; MODULES holds pdf.js, PDFBOX the jars of PDFBox.
Prints how many words each reader finds, and which are lacking; the exit status is 1 when any is.
"""
import re
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
XHTML = '{http://www.w3.org/1999/xhtml}'
INLINE = {'em', 'strong', 'a', 'span'}
GRAPHIC = {'bars', 'dumbbells', 'sparklines'}
# How readers write a hyphen that breaks a word, where they don't give the whole word: PDFium as U+FFFE or U+0002, others as it is. One that
# is written in a word is U+2010 at a line's end.
BROKEN = re.compile('[\u00ad\ufffe\x02]\\s*|(?<=\\w)-\\n\\s*')
# What a document holds and a file doesn't: joiners, marks of direction, unused soft hyphens.
UNSHOWN = re.compile('[\u00ad\u034f\u200b-\u200f\u2060-\u2064\ufeff]')
# The letters of a word that is wider than a line of text, and is broken anywhere; and of the least that is hyphenated. pdf.js and
# PDFBox leave out soft hyphens, so that they find what is between.
TORN, BROKEN_LEAST = 30, 4
WORD = re.compile(r'[^\W_]+')


def words(text):
    return Counter(WORD.findall(unicodedata.normalize('NFC', text)))


def classes(element):
    return set(element.get('class', '').split())


def is_graphic_cell(element, text):
    return element.tag == XHTML + 'td' and re.fullmatch(r'[-\d.\s]*', text)


def collect(element, in_graphic_table, texts):
    """Appends the texts below an element. Where a table draws graphics, cells of bare numbers may be theirs: they are left out."""
    if element.tag == XHTML + 'table':
        in_graphic_table = any(classes(th) & GRAPHIC for th in element.iter(XHTML + 'th'))
    if in_graphic_table and is_graphic_cell(element, ''.join(element.itertext())):
        texts.append(' ')
        return
    apart = '' if element.tag.removeprefix(XHTML) in INLINE else ' '
    texts.append(apart + (element.text or ''))
    for child in element:
        collect(child, in_graphic_table, texts)
        texts.append(child.tail or '')
    texts.append(apart)


def document_words(path):
    texts = []
    collect(ElementTree.parse(path).getroot().find(XHTML + 'body'), False, texts)
    return words(UNSHOWN.sub('', ''.join(texts)))


def run(*command):
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL).stdout.decode()


def by_poppler(path):
    return run('pdftotext', path, '-')


def by_mupdf(path):
    return run('mutool', 'draw', '-F', 'text', path)


def by_pdfium(path):
    import pypdfium2
    document = pypdfium2.PdfDocument(path)
    return '\n'.join(page.get_textpage().get_text_range() for page in document)


def by_pdfminer(path):
    from pdfminer.high_level import extract_text
    return extract_text(path)


def split(files, parts):
    return [files[i::parts] for i in range(parts)]


def by_pdfjs(work, modules, files):
    """Returns each file's text. Two processes share the work."""
    halves = split(files, 2)
    processes = []
    for number, half in enumerate(halves):
        folder = work / f'pdfjs{number}'
        folder.mkdir()
        processes.append(subprocess.Popen(['node', HERE / 'pdfjs.mjs', modules, folder, *half]))
    texts = {}
    for number, (process, half) in enumerate(zip(processes, halves)):
        if process.wait():
            sys.exit('pdf.js failed')
        for i, path in enumerate(half):
            texts[path] = (work / f'pdfjs{number}' / f'{i}.txt').read_text()
    return texts


def by_pdfbox(work, jars, files):
    """Returns the text of all files: one start of Java, on all pages in one file."""
    merged, text = work / 'all.pdf', work / 'all.txt'
    subprocess.run(['qpdf', '--empty', '--pages', *files, '--', merged], check=True)
    subprocess.run(['java', '-cp', f'{jars}/*', 'org.apache.pdfbox.tools.ExtractText', '-i', merged, '-o', text,
                    '-encoding', 'UTF-8'], check=True)
    return text.read_text()


def is_torn(word, text):
    """Tells whether a word that is wider than its column stands in two lines of it, with another column's between."""
    return len(word) >= TORN and any(word[:i] in text and word[i:] in text for i in range(10, len(word) - 10))


def missing(expected, text, least):
    """Returns the words that are not found, and the number of those found in pieces: in several lines, without anything between.
    Those are words of least letters or more."""
    lacking = expected - words(BROKEN.sub('', text))
    text = BROKEN.sub('', text)
    joined = re.sub('\\s*\n\\s*', '', text)
    in_pieces = [word for word in lacking if len(word) >= least and (word in joined or is_torn(word, text))]
    return lacking, sum(lacking.pop(word) for word in in_pieces)


def report(name, documents, texts, least):
    """Prints what a reader finds; returns whether it is all."""
    total = lost = pieces = 0
    for label, expected in documents.items():
        lacking, in_pieces = missing(expected, texts[label], least)
        total += sum(expected.values())
        lost += sum(lacking.values())
        pieces += in_pieces
        if lacking:
            print(f'  {label}: {" ".join(list(lacking)[:20])}')
    print(f'{name}: {total - lost} of {total} words' + (f', {pieces} of them in pieces' if pieces else ''))
    return not lost


def main():
    work, modules, jars = Path(sys.argv[1]), Path(sys.argv[2]), Path(sys.argv[3])
    pairs = [line.split('\t') for line in Path(sys.argv[4]).read_text().splitlines()]
    documents = {pdf: document_words(document) for document, pdf in pairs}
    files, found = list(documents), bool(pairs)
    with ProcessPoolExecutor(2) as pool:
        for name, reader in (('poppler', by_poppler), ('MuPDF', by_mupdf), ('PDFium', by_pdfium), ('pdfminer', by_pdfminer)):
            texts = dict(zip(files, pool.map(reader, files, chunksize=8)))
            found &= report(name, documents, texts, TORN)
    everything = sum(documents.values(), Counter())
    found &= report('pdf.js', documents, by_pdfjs(work, modules, files), BROKEN_LEAST)
    found &= report('PDFBox', {'all': everything}, {'all': by_pdfbox(work, jars, files)}, BROKEN_LEAST)
    return 0 if found else 1


sys.exit(main())
