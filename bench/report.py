"""Writes bench/RESULTS.md from what measure.py has found.

usage: report.py RESULTS.json > RESULTS.md
"""

import json
import statistics
import sys
from collections import Counter
from pathlib import Path

SIZES = ("3", "12", "60")
LETTERS = 500
NAMES = {"pykala": "pykala", "typst": "Typst", "weasyprint": "WeasyPrint", "fop": "FOP", "chromium": "Chromium",
         "lualatex": "LuaLaTeX", "typst alone": "Typst without Python's start"}
SHORT_OF = {"weasyprint": "asked for PDF/UA-1; it has no PDF/A with tags beside it",
            "chromium": "tagged; it claims no standard", "lualatex": "untagged; tagging in this version is an experiment"}


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def table(head, rows, left=1):
    rule = "|" + "--|" * left + "--:|" * (len(head) - left)
    return "\n".join([row(*head), rule, *(row(*cells) for cells in rows)])


def milliseconds(value):
    return f"{value:.1f}" if value < 100 else f"{value:.0f}"


def span(times):
    return f"{milliseconds(statistics.median(times))} ({milliseconds(min(times))}–{milliseconds(max(times))})"


def rate(value):
    return f"{value:.1f}" if value < 20 else f"{value:.0f}"


def mebibytes(kibibytes):
    return f"{kibibytes / 1024:.0f}"


def peers_of(found):
    return list(found["versions"])


def cold_table(found):
    keys = [key for peer in peers_of(found) for key in (peer, f"{peer} alone") if key in found["cold"]["3"]]
    rows = [[NAMES[key], *(span(found["cold"][size][key]) for size in SIZES)] for key in keys]
    return table(["whole process, ms", "3 pages", "12 pages", "60 pages"], rows)


def batch_table(found):
    def cell(row, size, key):
        return statistics.median(found["batch"][size][row][key])
    rows = [[NAMES[row.removesuffix(" warm")] + (", warm" if row.endswith(" warm") else ""),
             *(milliseconds(cell(row, size, "each")) for size in SIZES),
             *(rate(cell(row, size, "rate")) for size in SIZES)] for row in found["batch"]["3"]]
    return table(["24 documents", "ms each: 3", "12", "60 pages", "documents a second: 3", "12", "60 pages"], rows)


def letters_table(found):
    rows = []
    for peer, made in found["letters"].items():
        one, many = statistics.median(made["one"]), statistics.median(made["many"])
        differs = f"{made['missing']} / {made['extra']} / {made['lost']}"
        rows.append([NAMES[peer], f"{one:.2f}", rate(LETTERS / one), f"{many:.2f}", rate(LETTERS / many), made["pages"],
                     made["bytes"], differs])
    return table(["500 letters", "one file: s", "letters a second", "500 files: s", "letters a second", "pages of the one file",
                  "its bytes", "words missing / too many / letters lost"], rows)


def starts_line(found):
    true, version = (statistics.median(found["starts"][name]) for name in ("true", "version"))
    return f"A process that does nothing (`true`) takes {true:.1f} ms here, `pykala --version` {version:.1f}."


def size_table(found):
    rows = []
    for peer in peers_of(found):
        looks = [found["looks"][size][peer] for size in SIZES]
        rows.append([NAMES[peer], *(mebibytes(look["memory"]) for look in looks),
                     *(f"{look['bytes'] / look['pages']:.0f}" for look in looks),
                     *(look["pages"] for look in looks)])
    return table(["", "peak MiB: 3", "12", "60", "bytes a page: 3", "12", "60", "pages: 3", "12", "60"], rows)


def text_list(found):
    lines = []
    for peer in peers_of(found):
        looks = [found["looks"][size][peer] for size in SIZES]
        missing = sum((Counter(look["missing"]) for look in looks), Counter())
        extra = sum((Counter(look["extra"]) for look in looks), Counter())
        lost = sum((Counter(look["lost"]) for look in looks), Counter())
        seen = f": {', '.join(sorted(missing | extra)[:12])}" if missing or extra else ""
        lines.append(f"- {NAMES[peer]}: {missing.total()} words missing, {extra.total()} too many, "
                     f"{lost.total()} letters lost{seen}")
    return "\n".join(lines)


def verdict(found, peer, flavour):
    return "passes" if found["conformance"][peer][flavour] else "fails"


def conformance_table(found):
    rows = [[NAMES[peer], verdict(found, peer, "ua1"), verdict(found, peer, "2a"), SHORT_OF.get(peer, "")]
            for peer in peers_of(found)]
    return table(["veraPDF, 12 pages", "PDF/UA-1", "PDF/A-2a", ""], rows, 4)


def hyphen_table(found):
    rows = []
    for peer in peers_of(found):
        counts = found["hyphens"][peer]
        known = counts["compound"] + counts["syllable"] + counts["wrong"]
        share = f"{100 * counts['compound'] / known:.0f} %" if known else "–"
        wrong = f"{counts['wrong']} ({100 * counts['wrong'] / known:.1f} %)" if known else "0"
        rows.append([NAMES[peer], known + counts["unknown"], share, counts["syllable"], wrong, counts["unknown"],
                     ", ".join(counts["words"][:4])])
    return table(["60 pages", "words cut", "at a compound's seam", "at another right place", "wrongly",
                  "dictionary doesn't know", "some of the wrong"], rows)


def limit_table(found):
    rows = []
    for peer in ("pykala", "typst"):
        if peer not in peers_of(found):
            continue
        for size in SIZES:
            limit = found["limit"][size][peer]
            total = limit["deflate"] + limit["write"]
            key = "typst alone" if peer == "typst" else peer
            cold = statistics.median(found["cold"][size][key])
            rows.append([f"{NAMES[peer]}, {size} pages", limit["plain"], limit["bytes"], milliseconds(limit["deflate"]),
                         milliseconds(limit["write"]), f"{cold / total:.1f}"])
    return table(["", "bytes plain", "deflated", "deflate ms", "write ms", "whole process, as times of these two"], rows)


def reached(value, goal, at_least=False):
    return "reached" if (value >= goal if at_least else value <= goal) else "**not reached**"


def fastest(found, size):
    times = {key: statistics.median(runs) for key, runs in found["cold"][size].items()
             if key not in ("pykala", "typst")}
    key = min(times, key=times.get)
    return NAMES[key], times[key]


def aims_of_starts(found):
    """Wished for in milliseconds on a machine where a process that does nothing takes half of one."""
    true = statistics.median(found["starts"]["true"])
    taken = {"`pykala --version`": (3.7, statistics.median(found["starts"]["version"])),
             "cold, 3 pages": (8, statistics.median(found["cold"]["3"]["pykala"]))}
    return [[f"{what}: {goal} ms on a machine where `true` takes 0.5, {2 * goal:.1f} times that", f"{ours / true:.1f} times",
             reached(ours / true, 2 * goal)] for what, (goal, ours) in taken.items()]


def aims_of_time(found, peers):
    rows = []
    for size, part in (("3", 4), ("60", 10)):
        name, theirs = fastest(found, size)
        ours = statistics.median(found["cold"][size]["pykala"])
        rows.append([f"cold, {size} pages: at most 1/{part} of the fastest peer's time ({name})",
                     f"1/{theirs / ours:.1f}", reached(ours, theirs / part)])
    rows += aims_of_starts(found)
    for size in SIZES:
        rates = {peer: statistics.median(found["batch"][size][peer]["rate"]) for peer in peers_of(found)}
        best = max(peers, key=rates.get)
        times = rates["pykala"] / rates[best]
        rows.append([f"24 × {size}, the start counted: at least 20 times the fastest peer's throughput ({NAMES[best]})",
                     f"{times:.1f} times", reached(times, 20, True)])
    for form, what in (("one", "in one file"), ("many", "as 500 files")):
        taken = {peer: statistics.median(found["letters"][peer][form]) for peer in peers_of(found)}
        best = min(peers, key=taken.get)
        times = taken[best] / taken["pykala"]
        rows.append([f"500 letters {what}: at least 10 times as fast as the fastest peer ({NAMES[best]})",
                     f"{times:.1f} times", reached(times, 10, True)])
    return rows


def aims_of_size(found, peers):
    rows = []
    for size in SIZES:
        looks = found["looks"][size]
        leanest = min(peers, key=lambda peer: looks[peer]["memory"])
        part = looks["pykala"]["memory"] / looks[leanest]["memory"]
        rows.append([f"peak memory, {size} pages: at most 1/3 of the leanest peer's ({NAMES[leanest]})",
                     f"1/{1 / part:.1f}", reached(part, 1 / 3)])
    good = [peer for peer in peers if all(found["conformance"][peer][flavour] for flavour in ("ua1", "2a"))]
    for size in SIZES if good else ():
        looks = found["looks"][size]
        smallest = min(good, key=lambda peer: looks[peer]["bytes"])
        part = looks["pykala"]["bytes"] / looks[smallest]["bytes"]
        rows.append([f"bytes, {size} pages: at most half of the smallest conforming peer's ({NAMES[smallest]})",
                     f"{100 * part:.0f} %", reached(part, 0.5)])
    return rows


def aims_of_limit(found):
    rows = []
    for size in SIZES:
        limit = found["limit"][size]["pykala"]
        ours = statistics.median(found["cold"][size]["pykala"])
        times = ours / (limit["deflate"] + limit["write"])
        rows.append([f"{size} pages cold: at most twice the time of deflating and writing the same bytes",
                     f"{times:.1f} times", reached(times, 2)])
        each = statistics.median(found["batch"][size]["pykala warm"]["each"])
        times = each / (limit["deflate"] + limit["write"])
        rows.append([f"the same for one of the warm batch of 24 × {size}", f"{times:.1f} times", reached(times, 2)])
    return rows


def aims(found):
    peers = [peer for peer in peers_of(found) if peer != "pykala"]
    return table(["aim", "measured", ""], aims_of_time(found, peers) + aims_of_size(found, peers) + aims_of_limit(found), 3)


def main():
    found = json.loads(Path(sys.argv[1]).read_text())
    machine = found["machine"]
    versions = ", ".join(f"{NAMES[peer]} {version}" for peer, version in found["versions"].items())
    example = found["example"]
    middle = statistics.median(example["times"])
    print(f"""# Results

Written by script/bench; [README.md](README.md) tells what is measured, and how.

{machine['date']}, {machine['cpu']}, {machine['cores']} cores, {machine['memory'] / 1e6:.0f} GB, {machine['system']}. \
The load average was {found['load'][0]:.1f} at the start and {found['load'][1]:.1f} at the end: the measuring itself \
is two processes in the batches, one otherwise; what is above that was other people's work on the same machine.

{versions}

## Aims

{aims(found)}

## One document, from a cold start

Median (least–greatest). Everybody in turn, so that what disturbs the machine disturbs all.

{cold_table(found)}

{starts_line(found)}

Typst comes from PyPI as a Python module; the second row counts nothing but its work, which is what is compared with.

## A batch on both cores

{batch_table(found)}

The clock counts all from the start of the processes to their end; in the rows called warm all have set a document before
it starts. LuaLaTeX can't stay. pykala is two processes of `pykala typeset`. The whole way from XML to PDF, `pykala build` of Central Finland: \
{example['papers']} papers, {example['pages']} pages in {middle / 1000:.2f} s, \
{example['papers'] / middle * 1000:.0f} papers a second.

## A letter to each of 500 recipients

{letters_table(found)}

Whole processes (Typst's are Python's, too); every letter is a page, with a name, an address, a date and a text of its own.
The 500 files are made by two processes with half of them each.{" LuaLaTeX made each tenth of them, and its time is ten times that." if "lualatex" in found["letters"] else ""}

## Memory, bytes, pages

{size_table(found)}

Memory is the largest process's: Chromium has several more.

## What each made

The words of the page document against those that pdftotext finds, hyphens left out, in the three files. Where no
letter is lost, words are missing because they stand there in pieces: cut without a hyphen, or at the edge of a cell
whose neighbour pdftotext reads between; what is too many else was printed again on a further page.

{text_list(found)}

{conformance_table(found)}

{hyphen_table(found)}

WeasyPrint and Chromium have no Finnish patterns here and cut no words: what they show are words written with a hyphen.
libvoikko, which judges, is also what pykala asks.

## The limit

What it takes to deflate the same streams at zlib's level 6 and to write the file with fsync, by a small C program:

{limit_table(found)}""")


main()
