"""The words of a page document, and which of them a text lacks that a reader of its PDF file found."""
import re
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter

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
# The parts that such a word is found in at most.
PARTS = 4
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
    apart = '' if element.tag.removeprefix(XHTML) in INLINE and 'fill-in' not in classes(element) else ' '
    texts.append(apart + (element.text or ''))
    for child in element:
        collect(child, in_graphic_table, texts)
        texts.append(child.tail or '')
    texts.append(apart)


def document_words(path):
    texts = []
    collect(ElementTree.parse(path).getroot().find(XHTML + 'body'), False, texts)
    return words(UNSHOWN.sub('', ''.join(texts)))


def is_torn(word, text):
    """Tells whether a word that is wider than its column is in a few parts, with something between: another column, or a page's end."""
    if len(word) < TORN:
        return False
    for _ in range(PARTS):
        found = next((i for i in range(len(word), 0, -1) if word[:i] in text), 0)
        word = word[found:]
        if not word:
            return True
    return False


def missing(expected, text, least):
    """Returns the words that are not found, and the number of those found in pieces: in several lines, without anything between.
    Those are words of least letters or more."""
    lacking = expected - words(BROKEN.sub('', text))
    text = BROKEN.sub('', text)
    joined = re.sub('\\s*\n\\s*', '', text)
    in_pieces = [word for word in lacking if len(word) >= least and (word in joined or is_torn(word, joined))]
    return lacking, sum(lacking.pop(word) for word in in_pieces)
