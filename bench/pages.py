"""Puts a page of each paper of Central Finland beside the same page as Typst sets it: docs/vertailu-*.png.

usage: pages.py FOLDER PYKALA: FOLDER holds what script/bench has put there.
"""

import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import typst
from PIL import Image

import convert
from convert import HTML, name_of, typst_block, typst_inline

HERE = Path(__file__).parent
FOLDER, PYKALA = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
WORK, DOCS = FOLDER / "pages", HERE.parent / "docs"
FONTS = "/usr/share/fonts/truetype/crosextra"
DPI, SHADES = 72, 24
# Name of the picture, the paper, the page.
PAPERS = (("paatosehdotus", "joutsa/sopimus-kunnanhallitus", 1),
          ("sopimus", "yhteiset/sopimus", 4), ("suunnitelma", "yhteiset/suunnitelma", 3),
          ("seuranta", "joutsa/seuranta-2026", 1), ("seuranta-alue", "yhteiset/seuranta-2026", 1))
# Typst's better way to break lines, which it keeps for justified text; what its page document asks for beside.
MORE = """
#set par(linebreaks: "optimized")
#set grid(row-gutter: 6pt)
#let side(heading, body) = block(above: 12pt, grid(columns: (42mm, 1fr), column-gutter: 4mm, heading, body))
#set page(margin: (top: 34mm), header: context [#set text(size: 11pt); #place(top + left, dy: 10mm,
  grid(columns: (46mm, 1fr, 46mm), align: (left, center, right), column-gutter: 4mm, HEAD,
  counter(page).display("1 (1)", both: true)))])
"""


def typst_side(section):
    first, *rest = section
    return f"#side[\n{typst_block(first)}\n][\n{chr(10).join(flow(rest))}\n]"


def typst_definitions(element):
    cells = ", ".join(f"[#strong[{typst_inline(child).strip()}]]" if name_of(child) == "dt" else
                      f"[{convert.typst_content(child)}]" for child in element)
    return f"#grid(columns: 2, column-gutter: 4mm, {cells})"


def typst_contents(element):
    lines = [typst_inline(link).strip() for link in element.iter(HTML + "a")]
    return "*Sisällys*\n\n" + "\n\n".join(lines)


def own(block):
    if (block.get("class") or "").startswith("bar-chart"):
        return ""  # The peer has the chart's numbers in no other form; pykala draws it.
    kinds = {"dl": typst_definitions, "nav": typst_contents, "table": convert.typst_table}
    return kinds.get(name_of(block), typst_block)(block)


def flow(blocks):
    """Blocks as Typst; those without a side heading are indented by the caller."""
    parts = []
    for block in blocks:
        if name_of(block) == "section":
            side = "side" in (block.get("class") or "").split()
            parts.append(typst_side(block) if side else "\n\n".join(flow(block)))
        else:
            parts.append(own(block))
        parts.append("")
    return parts


def body_of(root):
    parts = []
    for block in root.find(HTML + "body"):
        name = name_of(block)
        if name in ("header", "footer"):
            continue
        placed = "\n".join(flow([block]))
        wide = "wide" in (block.get("class") or "")
        full = name in ("h1", "h2", "section", "nav") or (name == "table" and wide)
        parts.append(placed if full else f"#beside[\n{placed}\n]")
    return "\n\n".join(parts)


def head_of(root):
    lines = {p.get("class"): typst_inline(p).strip() for p in root.find(f"{HTML}body/{HTML}header") if name_of(p) == "p"}
    left = [f"*{lines['organisation']}*"] + [lines[kind] for kind in ("body", "notice") if kind in lines]
    return f"[{' #linebreak() '.join(left)}], [*{lines['kind']}*]"


def set_with_typst(paper):
    root = ElementTree.parse(WORK / "xhtml" / f"{paper}.xhtml").getroot()
    title = root.find(f"{HTML}head/{HTML}title").text
    start = (HERE / "peers" / "page.typ").read_text().replace("TITLE", title)
    source, made = WORK / "page.typ", WORK / "page.pdf"
    source.write_text(start + MORE.replace("HEAD", head_of(root)) + body_of(root) + "\n")
    typst.compile(str(source), output=str(made), root="/", font_paths=[FONTS], ignore_system_fonts=True)
    return made


def picture(pdf, page):
    stem = WORK / "page"
    subprocess.run(["pdftoppm", "-png", "-singlefile", "-r", str(DPI), "-f", str(page), "-l", str(page), pdf, stem], check=True)
    return Image.open(stem.with_suffix(".png")).convert("RGB")


def beside(left, right):
    gap = 12
    both = Image.new("RGB", (left.width + right.width + 3 * gap, left.height + 2 * gap), "#c8c8c8")
    both.paste(left, (gap, gap))
    both.paste(right, (left.width + 2 * gap, gap))
    return both.quantize(SHADES)


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    project = HERE.parent / "examples" / "keski-suomi"
    for more in (["-o", WORK / "pdf"], ["-o", WORK / "xhtml", "--emit", "xhtml"]):
        subprocess.run([PYKALA, "build", project, *more], check=True, stdout=subprocess.DEVNULL)
    for name, paper, page in PAPERS:
        pair = beside(picture(WORK / "pdf" / f"{paper}.pdf", page), picture(set_with_typst(paper), page))
        pair.save(DOCS / f"vertailu-{name}.png", optimize=True)


main()
