"""Measures how time and memory grow with pages and with papers; draws growth.png and writes the tables of README.md.

usage: growth.py FOLDER PYKALA: FOLDER holds what script/bench has put there.
"""

import json
import re
import shutil
import subprocess
import sys
import textwrap
import time
from pathlib import Path

HERE = Path(__file__).parent
FOLDER, PYKALA = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
WORK = FOLDER / "growth"
EXAMPLE = HERE.parent / "examples" / "keski-suomi"
PAGES = (1, 3, 10, 30, 100, 300, 1000)
BLOCKS_A_PAGE = 9
PARTIES = (10, 100, 1000)
PAPERS_A_PARTY = 10
BEGIN, END = "<!-- bench/growth.py writes from here … -->", "<!-- … to here -->"


def timed(*command):
    """Seconds, the largest process's peak in MiB, and what was printed."""
    noted = WORK / "noted"
    start = time.perf_counter()
    made = subprocess.run(["/usr/bin/time", "-o", noted, "-f", "%M", *command], capture_output=True, check=True)
    return time.perf_counter() - start, int(noted.read_text().split()[-1]) / 1024, made.stdout.decode()


def best_of(runs, *command):
    """The quickest of some runs: what growth is, the machine's other work hides."""
    return min((timed(*command) for _ in range(runs)), key=lambda run: run[0])


def page_document(pages):
    """The first long document, its body cut or repeated."""
    source = sorted((FOLDER / "documents" / "pykala").glob("60-*.xhtml"))[0].read_text()
    head, body = source.split("</h1>", 1)
    blocks = [match[0] for match in re.finditer(r"<(p|ul|ol|table|h[234])\b.*?</\1>(?=<(?:p|ul|ol|table|h\d|/body))", body)]
    wanted = pages * BLOCKS_A_PAGE
    path = WORK / f"{pages}.xhtml"
    path.write_text(head + "</h1>" + "".join((blocks * (1 + wanted // len(blocks)))[:wanted]) + "</body></html>")
    return path


def page_count(pdf):
    made = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout.decode()
    return int(re.search(r"Pages: +(\d+)", made)[1])


def measure_pages():
    rows = []
    for pages in PAGES:
        document, pdf = page_document(pages), WORK / "growth.pdf"
        seconds, peak, _ = best_of(5 if pages <= 100 else 2, PYKALA, "typeset", document, "-o", pdf)
        rows.append([page_count(pdf), seconds, peak])
        print("pages", rows[-1], file=sys.stderr)
    return rows


def project(parties):
    """A project in which each party has ten papers: Central Finland's report on the matter, two pages each."""
    folder = WORK / f"project-{parties}"
    shutil.rmtree(folder, ignore_errors=True)
    subprocess.run([HERE / "generate", folder, "--parties", str(parties), "--years", "1"], check=True, capture_output=True)
    papers = "".join(f'<paperi tunnus="selostus-{n}" pohja="selostus" aihe="sopimus" laajuus="osapuoli"><nimi>Selostus {n}'
                     "</nimi></paperi>" for n in range(1, PAPERS_A_PARTY + 1))
    wanted = re.sub(r"<paperit>.*</paperit>", f"<paperit>{papers}</paperit>", (folder / "hanke.xml").read_text(), flags=re.S)
    (folder / "hanke.xml").write_text(wanted)
    report = re.search(r"<selostus>.*?</selostus>", (EXAMPLE / "sopimus.xml").read_text(), re.S)[0]
    agreement = (folder / "sopimus.xml").read_text().replace("<voimassaolo", report + "<voimassaolo", 1)
    (folder / "sopimus.xml").write_text(agreement)
    return folder


def first_party(folder):
    return re.search(r'<osapuoli tunnus="([^"]+)"', (folder / "osapuolet.xml").read_text())[1]


def measure_papers():
    rows = []
    for parties in PARTIES:
        folder, out = project(parties), WORK / "papers"
        shutil.rmtree(out, ignore_errors=True)
        one_each = ["--paper", "selostus-1"]
        choices = [[*one_each, "--party", first_party(folder)], one_each, []] if parties == PARTIES[0] else [[]]
        for choice in choices:
            seconds, peak, said = best_of(3 if parties < 1000 else 1, PYKALA, "build", folder, "-o", out, *choice)
            rows.append([int(re.match(r"(\d+) papers?", said)[1]), seconds, peak])
            print("papers", rows[-1], said.strip(), file=sys.stderr)
    return rows


def draw(pages, papers):
    import matplotlib
    matplotlib.use("Agg")
    from matplotlib import pyplot
    figure, axes = pyplot.subplots(1, 2, figsize=(10, 4.2), dpi=90)
    for axis, rows, unit in ((axes[0], pages, "pages in one document"), (axes[1], papers, "papers in one batch")):
        counts, seconds, peaks = zip(*rows)
        axis.loglog(counts, seconds, "o-", color="#1b5e8c", label="time, s")
        axis.loglog(counts, [seconds[-1] / counts[-1] * n for n in counts], ":", color="#1b5e8c", label="in proportion")
        axis.loglog(counts, [peak / 1000 for peak in peaks], "s-", color="#b35900", label="peak memory, GiB")
        axis.set_xlabel(unit)
        axis.grid(True, alpha=0.3)
        axis.legend()
    figure.tight_layout()
    figure.savefig(HERE / "growth.png")


def table(name, memory, rows):
    head = [name, *(str(count) for count, _, _ in rows)]
    lines = [head, ["---", *["--:"] * len(rows)], ["seconds", *(f"{seconds:.2f}" for _, seconds, _ in rows)],
             [memory, *(f"{peak:.0f}" for _, _, peak in rows)]]
    return "\n".join("| " + " | ".join(line) + " |" if line[0] != "---" else "|" + "|".join(line) + "|" for line in lines)


def in_words(pages, papers):
    (first, _, least), (count, seconds, peak) = pages[0], pages[-1]
    each = ", ".join(f"{1000 * seconds / count:.1f} ms among {count}" for count, seconds, _ in papers if count >= 100)
    page = f"{1000 * seconds / count:.1f} ms and {(peak - least) / (count - first):.2f} MiB"
    return "\n".join(textwrap.wrap(f"Of the longest document a page takes {page}; of the batches a paper takes {each}.", 119))


def write_tables(pages, papers):
    readme = HERE / "README.md"
    made = [table("pages", "peak MiB", pages), table("papers", "peak MiB of a process", papers), in_words(pages, papers)]
    before, rest = readme.read_text().split(BEGIN)
    after = rest.split(END, 1)[1]
    readme.write_text(before + BEGIN + "\n\n" + "\n\n".join(made) + "\n\n" + END + after)


def main():
    WORK.mkdir(parents=True, exist_ok=True)
    pages, papers = measure_pages(), measure_papers()
    (FOLDER / "growth.json").write_text(json.dumps({"pages": pages, "papers": papers}))
    draw(pages, papers)
    write_tables(pages, papers)


main()
