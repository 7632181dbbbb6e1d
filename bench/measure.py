"""Runs pykala and its peers side by side on the same documents, and writes down what came of it as JSON.

usage: measure.py FOLDER PYKALA PEER…: FOLDER holds what script/bench has put there.
"""

import ctypes
import json
import os
import re
import select
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

import text

HERE = Path(__file__).parent
FOLDER, PYKALA = Path(sys.argv[1]).absolute(), str(Path(sys.argv[2]).absolute())
DOCUMENTS, MADE = FOLDER / "documents", FOLDER / "made"
PYTHON = str(FOLDER / "venv" / "bin" / "python")
FONTS = "/usr/share/fonts/truetype/crosextra"
SIZES = (3, 12, 60)
# How many times: those that take a second are more even, and there is one machine.
RUNS = {3: 21, 12: 11, 60: 7}
SLOW_RUNS = {3: 4, 12: 3, 60: 2}
QUICK = ("pykala", "typst")
FEW = 6  # of the long documents are enough for those that take a minute a batch
NO_WARM_UP = "-"
LETTER_RUNS = 5
STARTS = 41
FOP = ["java", "-cp", f"{FOLDER}/fop/*"]

FORMS = {"pykala": ("pykala", "xhtml"), "typst": ("typst", "typ"), "weasyprint": ("html", "html"),
         "fop": ("fo", "fo"), "chromium": ("html", "html"), "lualatex": ("latex", "tex")}


def cold_command(peer, source, made):
    return {
        "pykala": [PYKALA, "typeset", source, "-o", made],
        # No site packages but this one: Python itself starts as fast as it can.
        "typst": [PYTHON, "-S", HERE / "peers" / "cold_typst.py", source, made],
        "weasyprint": [FOLDER / "venv" / "bin" / "weasyprint", "-q", "--pdf-variant", "pdf/ua-1", source, made],
        "fop": FOP + ["org.apache.fop.cli.Main", "-q", "-c", HERE / "peers" / "fop.xconf", "-fo", source, "-pdf", made],
        "chromium": ["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                     "--generate-pdf-document-outline", "--export-tagged-pdf", f"--print-to-pdf={made}", source],
        "lualatex": ["lualatex", "-interaction=batchmode", f"-output-directory={made.parent}", source],
    }[peer]


def batch_command(peer, folder, warm_up, sources):
    if peer == "fop":
        return FOP + ["groovy.ui.GroovyMain", HERE / "peers" / "batch_fop.groovy", HERE / "peers" / "fop.xconf", folder,
                      warm_up, *sources]
    # As in cold_command: what needs no other packages starts faster without them.
    quickly = ["-S"] if peer == "typst" else []
    return [PYTHON, *quickly, HERE / "peers" / f"batch_{peer}.py", folder, warm_up, *sources]


def environment(peer):
    made = {**os.environ, "FONTS": FONTS, "LC_ALL": "C.UTF-8"}
    if peer == "typst":
        made["PYTHONPATH"] = str(next((FOLDER / "venv" / "lib").glob("python3*")) / "site-packages")
    return made


def source_of(peer, document):
    form, ending = FORMS[peer]
    return DOCUMENTS / form / f"{document}.{ending}"


def run(peer, command):
    """Milliseconds of a whole process, and what it printed."""
    start = time.perf_counter()
    process = subprocess.run(command, env=environment(peer), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    taken = (time.perf_counter() - start) * 1000
    if process.returncode:
        raise SystemExit(f"measure: {peer} ended with {process.returncode}: {process.stderr.decode()[-2000:]}")
    return taken, process.stdout.decode()


def documents_of(pages):
    return sorted(path.stem for path in (DOCUMENTS / "pykala").glob(f"{pages:02}-*.xhtml"))


def made_file(peer, document):
    folder = MADE / peer
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"{document}.pdf"


def cold(peers, pages):
    """Times of whole processes in milliseconds, everybody in turn; Typst's also without Python's start."""
    document = documents_of(pages)[0]
    times = {peer: [] for peer in peers}
    inside = []
    for turn in range(RUNS[pages] + 1):
        for peer in peers:
            if turn > (RUNS if peer in QUICK else SLOW_RUNS)[pages]:
                continue
            taken, printed = run(peer, cold_command(peer, source_of(peer, document), made_file(peer, document)))
            if turn == 0:  # The first one finds files that are not in memory yet.
                continue
            times[peer].append(taken)
            if peer == "typst":
                inside.append(float(printed) * 1000)
    return {**times, "typst alone": inside} if inside else times


def memory(peer, pages):
    """The largest process's peak, in KiB."""
    document = documents_of(pages)[0]
    noted = FOLDER / "memory"
    command = cold_command(peer, source_of(peer, document), made_file(peer, document))
    subprocess.run(["/usr/bin/time", "-o", noted, "-f", "%M", *command], env=environment(peer), check=True,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return int(noted.read_text())


def arrivals(folder):
    """A descriptor that tells by inotify(7) of the files that are given their names in the folder."""
    libc, moved_to = ctypes.CDLL(None), 0x80
    watch = libc.inotify_init()
    if watch < 0 or libc.inotify_add_watch(watch, os.fsencode(folder), moved_to) < 0:
        raise SystemExit(f"measure: {folder} can't be watched")
    return watch


def names_of(events):
    at, names = 0, []
    while at < len(events):
        size = int.from_bytes(events[at + 12:at + 16], sys.byteorder)
        names.append(events[at + 16:at + 16 + size].rstrip(b"\0").decode())
        at += 16 + size
    return names


def written_times(watch, halves):
    """When the clock started, and for each half when its documents were written after that. Each process is stopped when
    it has written its first one, and goes on when all have."""
    times, start = [[] for _ in halves], None
    while start is None or any(len(own) + 1 < len(half["names"]) for own, half in zip(times, halves)):
        if not select.select([watch], [], [], 60)[0]:
            raise SystemExit("measure: pykala wrote nothing for a minute")
        for name in names_of(os.read(watch, 65536)):
            half = next(half for half in halves if name in half["names"])
            if name == half["names"][0]:
                half["process"].send_signal(signal.SIGSTOP)
                half["ready"] = True
            else:
                times[halves.index(half)].append(time.perf_counter())
        if start is None and all(half.get("ready") for half in halves):
            start = time.perf_counter()
            for half in halves:
                half["process"].send_signal(signal.SIGCONT)
    return start, times


def batch_pykala(sources, folder, warm_ups):
    """Two processes of typeset, one a core. A file has its name when it is whole."""
    folder.mkdir(parents=True, exist_ok=True)
    watch = arrivals(folder)
    halves = []
    for number, warm_up in enumerate(warm_ups):
        own = [warm_up, *sources[number::2]]
        halves.append({"names": [f"{source.stem}.pdf" for source in own],
                       "process": subprocess.Popen([PYKALA, "typeset", *own, "-o", folder])})
    start, times = written_times(watch, halves)
    os.close(watch)
    if any([half["process"].wait() for half in halves]):
        raise SystemExit("measure: pykala failed")
    each = [after - before for half in times for before, after in zip([start, *half], half)]
    return {"rate": len(sources) / (max(half[-1] for half in times) - start), "each": statistics.median(each) * 1000}


def batch_from_start(peer, sources, folder):
    """The same from a cold start, which counts, without a warm-up. Of pykala two processes with half of the files each."""
    start = time.perf_counter()
    if peer == "pykala":
        halves = [subprocess.Popen([PYKALA, "typeset", *sources[i::2], "-o", folder], stdout=subprocess.DEVNULL)
                  for i in range(2)]
        if any([half.wait() for half in halves]):
            raise SystemExit("measure: pykala failed")
    else:
        run(peer, batch_command(peer, folder, NO_WARM_UP, sources))
    total = time.perf_counter() - start
    return {"rate": len(sources) / total, "each": total * 2 / len(sources) * 1000}


def batch_warm(peer, sources, folder, pages):
    warm_ups = [source_of(peer, document) for document in documents_of(12 if pages == 3 else 3)[-2:]]
    if peer == "pykala":
        return batch_pykala(sources, folder, warm_ups)
    printed = json.loads(run(peer, batch_command(peer, folder, warm_ups[-1], sources))[1].splitlines()[-1])
    return {"rate": len(sources) / printed["total"], "each": statistics.median(printed["each"]) * 1000}


def batch(row, pages):
    """Documents a second on both cores, and what one takes of a core in milliseconds. A row is a peer, with "warm" behind
    it where its start doesn't count."""
    peer, warm = row.split()[0], row.endswith(" warm")
    documents = documents_of(pages)
    if pages == 60 and peer not in QUICK:
        documents = documents[:FEW]
    sources = [source_of(peer, document) for document in documents]
    folder = MADE / f"{peer}-batch"
    return batch_warm(peer, sources, folder, pages) if warm else batch_from_start(peer, sources, folder)


def batches(peers, pages):
    rows = [row for peer in peers for row in ([peer] if peer == "lualatex" else [peer, f"{peer} warm"])]
    made = {row: [] for row in rows}
    for turn in range(5 if pages < 60 else 2):
        for row in rows:
            if turn == 0 or row.split()[0] in QUICK or (pages == 3 and turn < 2):
                made[row].append(batch(row, pages))
    return {row: {key: [one[key] for one in runs] for key in runs[0]} for row, runs in made.items()}


def letters(peers):
    """Seconds for 500 letters as one file of 500 pages and as 500 files, whole processes, everybody in turn."""
    names = sorted(path.stem for path in (DOCUMENTS / "pykala").glob("letter-*.xhtml"))
    found = {peer: {"one": [], "many": []} for peer in peers}
    for turn in range(LETTER_RUNS):
        for peer in peers:
            if turn and peer not in QUICK:
                continue
            some = names[::10] if peer == "lualatex" else names  # which takes a second for each
            command = cold_command(peer, source_of(peer, "letters"), made_file(peer, "letters"))
            found[peer]["one"].append(run(peer, command)[0] / 1000)
            made = batch_from_start(peer, [source_of(peer, name) for name in some], MADE / f"{peer}-letters")
            found[peer]["many"].append(len(names) / made["rate"])
    for peer in peers:
        pdf = made_file(peer, "letters")
        missing, extra, lost = text.differences(DOCUMENTS / "pykala" / "letters.xhtml", pdf)
        found[peer].update(pages=page_count(pdf), bytes=pdf.stat().st_size, missing=missing.total(),
                           extra=extra.total(), lost=lost.total())
    return found


def starts():
    """Milliseconds of a process that does nothing, and of pykala's that only says its version, in turn."""
    commands = {"true": ["/bin/true"], "version": [PYKALA, "--version"]}
    times = {name: [] for name in commands}
    for _ in range(STARTS):
        for name, command in commands.items():
            times[name].append(run("pykala", command)[0])
    return times


def build_example():
    """The program's own batch, from XML on: pykala build of Central Finland."""
    command = [PYKALA, "build", HERE.parent / "examples" / "keski-suomi", "-o", MADE / "keski-suomi"]
    runs = [run("pykala", command) for _ in range(5)]
    papers, pages = re.search(r"(\d+) papers, (\d+) pages", runs[0][1]).groups()
    return {"papers": int(papers), "pages": int(pages), "times": [taken for taken, _ in runs]}


def page_count(pdf):
    made = subprocess.run(["pdfinfo", pdf], capture_output=True, check=True).stdout.decode()
    return int(re.search(r"Pages: +(\d+)", made)[1])


def conformance(pdf):
    """For ua1 and 2a, whether veraPDF passes the file, else the clauses that it breaks."""
    checked = subprocess.run([HERE.parent / "tests" / "conformance" / "verapdf.sh", pdf], capture_output=True)
    said, failed = checked.stdout.decode(), checked.stderr.decode()
    verdict = {flavour: f"veraPDF {flavour}: 1 of 1" in said for flavour in ("ua1", "2a")}
    return {**verdict, "said": failed[:4000]}


def hyphens(pdf):
    made = subprocess.run([PYTHON, HERE / "hyphens.py", pdf], capture_output=True, check=True)
    return json.loads(made.stdout)


def limit(peer, pages):
    pdf = made_file(peer, documents_of(pages)[0])
    pieces = subprocess.run([PYTHON, HERE / "limit.py", pdf], capture_output=True, check=True).stdout
    made = subprocess.run([FOLDER / "limit", FOLDER / "limit.bin", "6", "31"], input=pieces, capture_output=True, check=True)
    return {**json.loads(made.stdout), "plain": len(pieces)}


def look_at(peer, pages):
    document = documents_of(pages)[0]
    pdf = made_file(peer, document)
    missing, extra, lost = text.differences(DOCUMENTS / "pykala" / f"{document}.xhtml", pdf)
    return {"pages": page_count(pdf), "bytes": pdf.stat().st_size, "missing": missing, "extra": extra, "lost": lost,
            "memory": memory(peer, pages)}


def output_of(*command):
    made = subprocess.run(command, capture_output=True)
    return (made.stdout + made.stderr).decode()


def versions(peers):
    asked = {
        "pykala": lambda: output_of(PYKALA, "--version").split()[1],
        "typst": lambda: output_of(PYTHON, "-m", "pip", "show", "typst"),
        "weasyprint": lambda: output_of(PYTHON, "-m", "pip", "show", "weasyprint"),
        "fop": lambda: next((FOLDER / "fop").glob("fop-core-*.jar")).stem.removeprefix("fop-core-"),
        "chromium": lambda: output_of("chromium", "--version").split()[1],
        "lualatex": lambda: re.search(r"Version ([\d.]+ \(TeX Live \d+)", output_of("lualatex", "--version"))[1] + ")",
    }
    found = {peer: asked[peer]() for peer in peers}
    return {peer: (re.search(r"^Version: (.*)", said, re.M) or [None, said])[1] for peer, said in found.items()}


def machine():
    cpu = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())[1]
    memory_size = int(re.search(r"MemTotal: +(\d+)", Path("/proc/meminfo").read_text())[1])
    return {"cpu": cpu, "cores": os.cpu_count(), "memory": memory_size, "system": output_of("uname", "-sr").strip(),
            "date": time.strftime("%Y-%m-%d")}


def main():
    peers = ["pykala", *sys.argv[3:]]
    found = {"machine": machine(), "versions": versions(peers), "load": [os.getloadavg()[0]]}
    say = lambda what: print(f"bench: {what} ({time.strftime('%H:%M:%S')})", file=sys.stderr, flush=True)
    found["cold"], found["batch"], found["looks"], found["limit"] = {}, {}, {}, {}
    for pages in SIZES:
        say(f"{pages} pages, whole processes")
        found["cold"][pages] = cold(peers, pages)
        found["looks"][pages] = {peer: look_at(peer, pages) for peer in peers}
        found["limit"][pages] = {peer: limit(peer, pages) for peer in peers if peer in QUICK}
    found["starts"] = starts()
    for pages in SIZES:
        say(f"24 × {pages} pages")
        found["batch"][pages] = batches(peers, pages)
    say("500 letters")
    found["letters"] = letters(peers)
    found["example"] = build_example()
    found["load"].append(os.getloadavg()[0])
    say("what they made")
    found["conformance"] = {peer: conformance(made_file(peer, documents_of(12)[0])) for peer in peers}
    found["hyphens"] = {peer: hyphens(made_file(peer, documents_of(60)[0])) for peer in peers}
    (FOLDER / "results.json").write_text(json.dumps(found, indent=1, ensure_ascii=False))


main()
