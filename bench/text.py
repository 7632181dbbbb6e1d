"""What a PDF says, as pdftotext reads it, against what its page document says."""

import re
import subprocess
import unicodedata
import xml.etree.ElementTree as ElementTree
from collections import Counter

HTML = "{http://www.w3.org/1999/xhtml}"
HYPHENS = "-\u00ad\u2010\u2011"
PAGE_NUMBER = re.compile(r"^\d+ ?\(\d+\)$")
BULLETS = "•◦▪–‣\uf0b7"


def words_of(text):
    """Words without hyphens: those at line ends can't be told from those that were there."""
    # Some break lines after a dash; that is no difference.
    text = unicodedata.normalize("NFKC", text).replace("–", " ")
    return Counter(word for word in text.translate({ord(h): None for h in HYPHENS}).split()
                   if word not in BULLETS)


def read_lines(pdf):
    made = subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True)
    lines = [line.strip() for line in made.stdout.decode().replace("\f", "\n").split("\n")]
    return [line for line in lines if line and not PAGE_NUMBER.match(line)]


def joined(lines, known):
    """One text; a word that was cut at a line's end is whole again, where that makes a known one: not sosiaali- ja."""
    def whole(cut):
        return cut[1] + cut[2] if cut[1] + cut[2] in known else f"{cut[1]}-\n{cut[2]}"
    return re.sub(f"(\\w+)[{HYPHENS}]\n(\\w+)", whole, "\n".join(lines))


def labels(root):
    for ordered in root.iter(HTML + "ol"):
        first = int(ordered.get("start", "1"))
        for number in range(first, first + len(ordered)):
            yield f"{chr(96 + number)})" if ordered.get("type") == "a" else f"{number}."


def spaced(element):
    """The text with a space around each block."""
    yield element.text or ""
    for child in element:
        inline = child.tag.removeprefix(HTML) in ("span", "em", "strong")
        yield from ([] if inline else [" "])
        yield from spaced(child)
        yield from ([] if inline else [" "])
        yield child.tail or ""


def letters(words):
    return Counter("".join(words.elements()))


def differences(page_document, pdf):
    """
    The words that the file lacks, those it has too many, but for table heads, which each page repeats, and the letters
    that it lacks. Where the letters of both are the same, a word was only cut at the edge of a table's cell, and there is
    no difference.
    """
    root = ElementTree.parse(page_document).getroot()
    expected = words_of("".join(spaced(root.find(HTML + "body")))) + Counter(labels(root))
    heads = {word for head in root.iter(HTML + "thead") for word in words_of("".join(spaced(head)))}
    known = {part for word in expected for part in re.findall(r"\w+", word)}
    made = words_of(joined(read_lines(pdf), known))
    missing, extra = expected - made, made - expected
    lost = letters(missing) - letters(extra)
    extra = Counter({word: n for word, n in extra.items() if word not in heads})
    return (Counter(), Counter(), lost) if letters(missing) == letters(extra) else (missing, extra, lost)
