"""Makes the documents that pykala and its peers are measured with, out of the papers of an example.

usage: documents.py PYKALA PROJECT FOLDER

FOLDER/pykala/NAME.xhtml is the page document; its siblings hold the same text as each peer reads it.
Every paragraph ends with words that only that document has, so that no cache can stand in for work.
"""

import copy
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import convert
import letters

HTML = "{http://www.w3.org/1999/xhtml}"
SIZES = (3, 12, 60)
PARTIES = 24
MOST_BLOCKS = 32  # a page
# Kept apart from what the layouts differ in by design: charts, side headings, contents, lines to fill in.
LEFT_OUT = {"header", "footer", "nav", "figure"}
CAPTIONED_PROSE = "p h2 h3 h4 ul ol dl table".split()


def emit_papers(pykala, project, folder):
    subprocess.run([pykala, "build", project, "-o", folder, "--emit", "xhtml"], check=True,
                   stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)


def name_of(element):
    return element.tag.removeprefix(HTML)


def clean(text):
    """Leaves out signs that are in few fonts: a peer would take them from another one, or set none."""
    text = (text or "").replace("\u00a0", " ")
    return "".join(c for c in text if c < "\u0250" or "\u2010" <= c <= "\u2026")


def simplified(element):
    """A copy with bare elements: no sections' classes, ids, links or lines to fill in."""
    name = name_of(element)
    if name == "span" and element.get("class") == "fill-in":
        return None
    copied = ElementTree.Element("span" if name == "a" else name)
    copied.text = clean(element.text)
    kept = {"lang", "scope", "type", "start", "colspan", "rowspan"}
    copied.attrib = {k: v for k, v in element.attrib.items() if k in kept}
    if name in ("td", "th") and element.get("class") == "numeric":
        copied.set("class", "numeric")
    if name == "table":
        copied.set("class", "wide")
    for child in element:
        made = simplified(child)
        if made is not None:
            copied.append(made)
        elif len(copied):
            copied[-1].tail = clean(copied[-1].tail) + " "
        if made is not None:
            made.tail = clean(child.tail)
    return copied


def spans_repeated(table):
    """Puts the text of a cell that spans rows into each of them: peers break such rows differently."""
    for body in table.iter(HTML + "tbody"):
        open_spans = []
        for row in body:
            for position, cell, left in open_spans:
                row.insert(position, copy.deepcopy(cell))
            open_spans = [(p, c, n - 1) for p, c, n in open_spans if n > 1]
            for position, cell in enumerate(list(row)):
                rows = int(cell.attrib.pop("rowspan", 1))
                if rows > 1:
                    open_spans.append((position, cell, rows - 1))


def definitions_as_paragraphs(element):
    term = None
    for child in element:
        if name_of(child) == "dt":
            term = "".join(child.itertext()).strip()
            continue
        paragraph = ElementTree.Element("p")
        strong = ElementTree.SubElement(paragraph, "strong")
        strong.text = clean(term) + ":"
        strong.tail = " " + clean(" ".join("".join(child.itertext()).split()))
        yield paragraph


def blocks_of(element):
    for child in element:
        name = name_of(child)
        if name == "section":
            yield from blocks_of(child)
        elif name == "dl":
            yield from definitions_as_paragraphs(child)
        elif name not in LEFT_OUT and name in CAPTIONED_PROSE:
            if name == "table":
                spans_repeated(child)
            if "".join(child.itertext()).strip():
                yield simplified(child)


def read_chapters(path):
    """The paper's chapters: a second-level heading and all up to the next one."""
    body = ElementTree.parse(path).getroot().find(HTML + "body")
    chapters = []
    for block in blocks_of(body):
        if block.tag == "h2":
            chapters.append([])
        if chapters:
            chapters[-1].append(block)
    return [chapter for chapter in chapters if len(chapter) > 1]


def read_pool(folder):
    shared = sorted((folder / "yhteiset").glob("*.xhtml"))
    own = [p for p in sorted(folder.glob("*/*.xhtml")) if p.parent.name != "yhteiset"]
    pool = [chapter for path in shared for chapter in read_chapters(path)]
    return pool, {p: [c for path in own if path.parent.name == p for c in read_chapters(path)]
                  for p in sorted({path.parent.name for path in own})}


def mark(element, party, counter):
    """Ends each paragraph with words of this document alone."""
    for paragraph in [element, *element.iter()]:
        if paragraph.tag not in ("p", "li") or any(child.tag in ("p", "ul", "ol") for child in paragraph):
            continue
        if paragraph is element and paragraph.get("marked"):
            continue
        counter[0] += 1
        last = paragraph[-1] if len(paragraph) else None
        words = f" Kohta {party.capitalize()} {counter[0]}."
        if last is None:
            paragraph.text = (paragraph.text or "").rstrip() + words
        else:
            last.tail = (last.tail or "").rstrip() + words
        if paragraph is element:
            paragraph.set("marked", "yes")


def marked(blocks, party):
    counter = [0]
    made = []
    for block in blocks:
        block = copy.deepcopy(block)
        mark(block, party, counter)
        block.attrib.pop("marked", None)
        made.append(block)
    return made


def document_of(blocks, party):
    html = ElementTree.Element("html", {"xmlns": HTML[1:-1], "lang": "fi"})
    title = f"Koeasiakirja, {party}"
    ElementTree.SubElement(ElementTree.SubElement(html, "head"), "title").text = title
    body = ElementTree.SubElement(html, "body")
    ElementTree.SubElement(body, "h1").text = title
    body.extend(marked(blocks, party))
    return html


def write_xhtml(document, path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(ElementTree.tostring(document, encoding="utf-8", xml_declaration=True))


def count_pages(pykala, path):
    made = subprocess.run([pykala, "typeset", path, "--emit", "pages"], capture_output=True, check=True)
    return made.stdout.count(b"\npage ") + made.stdout.startswith(b"page ")


def fill(pykala, blocks, party, pages, path):
    """Writes the document of as many blocks as fit on the pages."""
    low, high = 1, min(len(blocks), pages * MOST_BLOCKS)
    while low < high:
        middle = (low + high + 1) // 2
        write_xhtml(document_of(blocks[:middle], party), path)
        if count_pages(pykala, path) <= pages:
            low = middle
        else:
            high = middle - 1
    while low > 1 and blocks[low - 1].tag in ("h2", "h3", "h4"):
        low -= 1
    write_xhtml(document_of(blocks[:low], party), path)
    made = count_pages(pykala, path)
    if not pages * 0.95 <= made <= pages:
        raise SystemExit(f"{path}: {made} pages, not {pages}")


def blocks_for(pool, own, turn, pages):
    """The party's own chapters, then the shared ones from another start for each party, over again."""
    chapters = own + pool[turn % len(pool):] + pool[:turn % len(pool)]
    blocks = [block for chapter in chapters for block in chapter]
    return blocks * (1 + pages * MOST_BLOCKS // len(blocks))


def write_letters(pykala, pool, folder):
    """The letters, each of a page as pykala counts, and the document of all."""
    for name, document in [*letters.each_alone(pool), letters.all_in_one(pool)]:
        path = folder / "pykala" / f"{name}.xhtml"
        write_xhtml(document, path)
        convert.all_forms(path, folder)
    made = count_pages(pykala, path)
    if made != letters.COUNT:
        raise SystemExit(f"{path}: {made} pages, not {letters.COUNT}")


def main():
    pykala, project, folder = sys.argv[1], sys.argv[2], Path(sys.argv[3])
    emit_papers(pykala, project, folder / "papers")
    pool, own = read_pool(folder / "papers")
    for turn, party in enumerate(list(own)[:PARTIES]):
        for pages in SIZES:
            path = folder / "pykala" / f"{pages:02}-{party}.xhtml"
            fill(pykala, blocks_for(pool, own[party], turn * 5, pages), party, pages, path)
            convert.all_forms(path, folder)
    write_letters(pykala, pool, folder)


main()
