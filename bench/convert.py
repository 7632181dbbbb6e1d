"""Turns a page document of documents.py into what each peer reads."""

import re
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

HERE = Path(__file__).parent
HTML = "{http://www.w3.org/1999/xhtml}"


def name_of(element):
    return element.tag.removeprefix(HTML)


def squeeze(text):
    return re.sub(r"[ \t\n\r]+", " ", text or "")


# HTML: the same elements and a style sheet.


def to_html(root, path):
    for element in root.iter():
        element.tag = name_of(element)
    head = root.find("head")
    head.insert(0, ElementTree.Element("meta", {"charset": "utf-8"}))
    ElementTree.SubElement(head, "style").text = (HERE / "peers" / "page.css").read_text()
    path.write_text("<!DOCTYPE html>\n" + ElementTree.tostring(root, encoding="unicode", method="html"))


# Typst

TYPST_SIGNS = re.compile(r"[\\#$*_`<>@=\-+/~\[\]\"']")
TYPST_HEADING = {"h1": "=", "h2": "==", "h3": "===", "h4": "===="}


def typst_text(text):
    escaped = TYPST_SIGNS.sub(lambda m: "\\" + m[0], squeeze(text))
    return re.sub(r"(^|\s)(\d+)\.(?=\s)", r"\1\2\\.", escaped)


def typst_inline(element):
    parts = [typst_text(element.text)]
    for child in element:
        inner = typst_inline(child)
        name = name_of(child)
        if name == "strong":
            inner = f"#strong[{inner}]"
        elif name == "em":
            inner = f"#emph[{inner}]"
        elif name == "br":
            inner = "#linebreak()"
        elif child.get("lang"):
            inner = f'#text(lang: "{child.get("lang")}")[{inner}]'
        parts += [inner, typst_text(child.tail)]
    return "".join(parts)


def is_block(element):
    return name_of(element) in ("p", "ul", "ol")


def typst_content(element):
    """What stands in an item or a cell: text, or blocks after it."""
    if not any(is_block(child) for child in element):
        return typst_inline(element).strip()
    text = typst_text(element.text).strip()
    return "\n\n".join(([text] if text else []) + [typst_block(child) for child in element])


def typst_list(element):
    items = ", ".join(f"[{typst_content(item)}]" for item in element)
    if name_of(element) == "ul":
        return f"#list({items})"
    form = "a)" if element.get("type") == "a" else "1."
    return f'#enum(numbering: "{form}", start: {element.get("start", "1")}, {items})'


def typst_cell(cell):
    align = ", align: right" if cell.get("class") == "numeric" else ""
    content = typst_content(cell)
    if name_of(cell) == "th":
        content = f"#strong[{content}]"
    spans = f"colspan: {cell.get('colspan', '1')}, rowspan: {cell.get('rowspan', '1')}"
    return f"table.cell({spans}{align})[{content}]"


def typst_rows(part):
    return [", ".join(typst_cell(cell) for cell in row) for row in part]


def typst_table(table):
    parts = {name_of(part): part for part in table if name_of(part) != "tbody"}
    bodies = [part for part in table if name_of(part) == "tbody"]
    columns = sum(int(cell.get("colspan", "1")) for cell in bodies[0][0])
    rows = [row for body in bodies for row in typst_rows(body)]
    if "thead" in parts:
        rows.insert(0, "table.header(" + ", ".join(typst_rows(parts["thead"])) + ")")
    made = f"table(columns: {columns},\n" + ",\n".join(rows) + ")"
    if "caption" not in parts:
        return f"#wide[#{made}]"
    return f"#wide[#figure(caption: [{typst_inline(parts['caption'])}], {made})]"


def typst_block(element):
    name = name_of(element)
    if name in TYPST_HEADING:
        return f"{TYPST_HEADING[name]} {typst_inline(element).strip()}"
    if name in ("ul", "ol"):
        return typst_list(element)
    if name == "table":
        return typst_table(element)
    return typst_inline(element).strip()


def typst_flow(element):
    """Text is indented beside the headings, in runs between what stands at the left margin. A section is a letter."""
    flow, parts = [], []
    for block in element:
        if name_of(block) == "section":
            parts += (["#pagebreak()"] if block.get("class") else []) + typst_flow(block)
        elif name_of(block) in ("h1", "h2", "table"):
            parts += [f"#beside[\n{chr(10).join(flow)}\n]"] if flow else []
            flow = []
            parts.append(typst_block(block))
        else:
            flow += [typst_block(block), ""]
    return parts + ([f"#beside[\n{chr(10).join(flow)}\n]"] if flow else [])


def to_typst(root, path):
    title = root.find(f"{HTML}head/{HTML}title").text
    start = (HERE / "peers" / "page.typ").read_text().replace("TITLE", title)
    path.write_text(start + "\n\n".join(typst_flow(root.find(HTML + "body"))) + "\n")


# LaTeX

LATEX_SIGNS = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}
LATEX_HEADING = {"h1": r"\section*", "h2": r"\subsection*", "h3": r"\subsubsection*", "h4": r"\paragraph*"}


def latex_text(text):
    return re.sub(r"[\\~^#$%&_{}]", lambda m: LATEX_SIGNS.get(m[0], "\\" + m[0]), squeeze(text))


def latex_inline(element):
    parts = [latex_text(element.text)]
    for child in element:
        inner = latex_inline(child)
        name = name_of(child)
        if name == "strong":
            inner = rf"\textbf{{{inner}}}"
        elif name == "em":
            inner = rf"\emph{{{inner}}}"
        elif name == "br":
            inner = r"\\"
        parts += [inner, latex_text(child.tail)]
    return "".join(parts)


def latex_content(element):
    if not any(is_block(child) for child in element):
        return latex_inline(element).strip()
    return "\n\n".join([latex_text(element.text).strip()] + [latex_block(child) for child in element]).strip()


def latex_list(element):
    kind = "itemize" if name_of(element) == "ul" else "enumerate"
    form = r"[label=\alph*)]" if element.get("type") == "a" else ""
    form = form or (f"[start={element.get('start')}]" if element.get("start") else "")
    items = "\n".join(rf"\item {latex_content(item)}" for item in element)
    return f"\\begin{{{kind}}}{form}\n{items}\n\\end{{{kind}}}"


def latex_cell(cell):
    content = latex_content(cell)
    if name_of(cell) == "th":
        content = rf"\bfseries {content}"
    return (r"\raggedleft " if cell.get("class") == "numeric" else "") + content


def latex_row(row):
    return " & ".join(latex_cell(cell) for cell in row) + r" \tabularnewline \hline"


def latex_table(table):
    rows = {"thead": [], "tbody": []}
    caption = ""
    for part in table:
        if name_of(part) == "caption":
            caption = latex_inline(part)
        else:
            rows[name_of(part)] += [latex_row(row) for row in part]
    columns = max(len(row) for part in table if name_of(part) != "caption" for row in part)
    width = f"p{{\\dimexpr(\\textwidth/{columns}-2\\tabcolsep-1.25\\arrayrulewidth)}}"
    head = "\n".join(rows["thead"]) + r"\endhead" if rows["thead"] else ""
    body = "\n".join(rows["tbody"])
    named = rf"\caption*{{{caption}}}\\" if caption else ""
    first = f"{named}\\hline\n" + head.replace("endhead", "endfirsthead") if head else ""
    named = "" if head else named
    return (f"{{\\tablesize\\begin{{longtable}}{{*{{{columns}}}{{|{width}}}|}}\n"
            f"{first}{named}\\hline\n{head}\n{body}\n\\end{{longtable}}}}")


def latex_block(element):
    name = name_of(element)
    if name in LATEX_HEADING:
        return f"{LATEX_HEADING[name]}{{{latex_inline(element).strip()}}}"
    if name in ("ul", "ol"):
        return latex_list(element)
    if name == "table":
        return latex_table(element)
    return latex_inline(element).strip()


def latex_flow(element):
    flow, parts = [], []
    for block in element:
        if name_of(block) == "section":
            parts += ([r"\newpage"] if block.get("class") else []) + latex_flow(block)
        elif name_of(block) in ("h1", "h2", "table"):
            parts += [r"\begin{beside}" + "\n" + "\n\n".join(flow) + "\n" + r"\end{beside}"] if flow else []
            flow = []
            parts.append(latex_block(block))
        else:
            flow.append(latex_block(block))
    return parts + ([r"\begin{beside}" + "\n" + "\n\n".join(flow) + "\n" + r"\end{beside}"] if flow else [])


def to_latex(root, path):
    title = root.find(f"{HTML}head/{HTML}title").text
    start = (HERE / "peers" / "page.tex").read_text().replace("TITLE", title)
    path.write_text(start + "\n\n".join(latex_flow(root.find(HTML + "body"))) + "\n\\end{document}\n")


def to_fo(path, made):
    subprocess.run(["xsltproc", "-o", made, HERE / "peers" / "fo.xsl", path], check=True)


def all_forms(path, folder):
    name = path.stem
    for form in ("html", "typst", "latex", "fo"):
        (folder / form).mkdir(exist_ok=True)
    to_typst(ElementTree.parse(path).getroot(), folder / "typst" / f"{name}.typ")
    to_latex(ElementTree.parse(path).getroot(), folder / "latex" / f"{name}.tex")
    to_fo(path, folder / "fo" / f"{name}.fo")
    to_html(ElementTree.parse(path).getroot(), folder / "html" / f"{name}.html")
