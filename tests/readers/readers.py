#!/usr/bin/env python3
"""Extracts the text of PDF files with six readers, and looks for every word of their page documents in it.

usage: readers.py WORK MODULES PDFBOX LIST
LIST has a line for each file: page document, tab, PDF file. WORK is an empty folder; MODULES holds pdf.js, PDFBOX the jars of PDFBox.
Prints how many words each reader finds, and which are lacking; the exit status is 1 when any is.
"""
import subprocess
import sys
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from words import BROKEN_LEAST, TORN, document_words, missing

HERE = Path(__file__).parent


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
