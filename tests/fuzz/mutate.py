"""Runs mutants of files and projects through an instrumented build; script/mutate tells how.

usage: mutate.py BUILD WORK FILES PROJECTS SEED: BUILD holds the program and the fuzz targets; WORK is emptied.
"""

import collections
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mutants import Files, Projects

BUILD, WORK = Path(sys.argv[1]).absolute(), Path(sys.argv[2]).absolute()
FILES, PROJECTS, SEED = (int(word) for word in sys.argv[3:6])
BROKEN = WORK / "broken"
PYKALA = BUILD / "pykala"
FILES_AT_ONCE, PROJECTS_AT_ONCE = 500, 25
SECONDS = 600  # of one process; check and the fuzz targets stop at a minute a file themselves
KEPT_OF_A_KIND = 10
FORMATS = ([], ["--format", "json"], ["--spelling"], ["--format", "sarif"], ["--format", "html", "-o", "receipts"])
SUFFIXES = {"xml": ".xml", "page": ".xhtml", "sheet": ".xsl"}


def fuzz_target(name):
    return [BUILD / f"tests/fuzz/fuzz_{name}", "-timeout=60", "-rss_limit_mb=4096"]


def environment(folder):
    # Without the check that strstr's text ends, which goes through all of a large file at each call; script/fuzz has it.
    options = {"ASAN_OPTIONS": "malloc_context_size=3:quarantine_size_mb=32:intercept_strstr=0",
               "UBSAN_OPTIONS": "print_stacktrace=1:halt_on_error=1"}
    more = {name: f"{os.environ.get(name, '')}:{said}:exitcode=99:log_path={folder}/report" for name, said in options.items()}
    return {**os.environ, **more, "LC_ALL": "C.UTF-8"}


def reports(folder):
    """What sanitizers have written, whichever process it was."""
    return "".join(path.read_text(errors="replace") for path in sorted(folder.glob("report.*")))


def run(folder, command):
    """What is wrong with a run, in a line and at length; None when nothing is."""
    for path in folder.glob("report.*"):
        path.unlink()
    status = None
    with open(folder / "said", "w+", errors="replace") as said:
        try:
            status = subprocess.run(command, cwd=folder, env=environment(folder), stdin=subprocess.DEVNULL, stdout=said, stderr=said,
                                    timeout=SECONDS).returncode
        except subprocess.TimeoutExpired:
            pass
        told = reports(folder)
        if status in (0, 1) and not told:
            return None
        said.seek(0)
        lines = (told + said.read()).splitlines()
    summary = next((line for line in lines if line.startswith("SUMMARY:")), None) or next((line for line in lines if "runtime error:" in line), None)
    return (summary or f"{Path(command[0]).name}: {'too long' if status is None else f'status {status}'}",
            " ".join(map(str, command)) + "\n" + "\n".join(lines[:100] + lines[100:][-100:]) + "\n")


def narrow(go, items):
    """Those items with which go(items) finds something wrong, each with what it is."""
    wrong = go(items) if items else None
    if not wrong or len(items) == 1:
        return [(items[0], wrong)] if wrong else []
    half = len(items) // 2
    return narrow(go, items[:half]) + narrow(go, items[half:]) or [(item, ("only together: " + wrong[0], wrong[1])) for item in items]


def try_files(files, number):
    """Makes some mutants and runs them; what is wrong, as (path, (line, text))."""
    folder = WORK / f"files-{number}"
    folder.mkdir(parents=True)
    paths = collections.defaultdict(list)
    for one in range(number, min(number + FILES_AT_ONCE, FILES)):
        kind, data = files.make(one)
        path = folder / f"{SEED}-{one}{SUFFIXES[kind]}"
        path.write_bytes(data)
        paths[kind].append(path)
    how = FORMATS[number // FILES_AT_ONCE % len(FORMATS)]
    found = narrow(lambda some: run(folder, [PYKALA, "check", *how, *some]), paths["xml"])
    found += narrow(lambda some: run(folder, [PYKALA, "typeset", "-o", "papers", *some]), paths["page"])
    for target, kinds in (("input", ["xml"]), ("doc", ["xml", "page"]), ("sheet", ["sheet"])):
        found += narrow(lambda some: run(folder, fuzz_target(target) + some), [path for kind in kinds for path in paths[kind]])
    return folder, found


def own_command(rng, base, path):
    """A command beside check."""
    year = rng.choice(("2026", "2027"))
    party = ["--party", "joutsa"] if base == "region" else []
    return rng.choices((
        ["build", path, "-o", f"{path.name}-papers", "--jobs", "1", *party],
        ["build", path, "--emit", rng.choice(("data", "xhtml", "doc", "pages", "tags")), "--jobs", "1", *party],
        ["list", path],
        ["followup", path, "--year", year, *rng.choice((
            ["-o", f"{path.name}-figures"], ["--format", "json"], ["--format", "xlsx", "-o", f"{path.name}.xlsx"]))],
        ["new", "seuranta", path, "--year", year, "-o", f"{path.name}-forms"]), (20, 5, 25, 30, 20))[0]


def try_projects(projects, number):
    folder = WORK / f"projects-{number}"
    folder.mkdir(parents=True)
    made = []
    for one in range(number, min(number + PROJECTS_AT_ONCE, PROJECTS)):
        path = folder / f"{SEED}-{one}"
        made.append((path, own_command(*projects.make(one, path), path)))
    how = FORMATS[number // PROJECTS_AT_ONCE % len(FORMATS)]
    found = narrow(lambda some: run(folder, [PYKALA, "check", *how, *some]), [path for path, _ in made])
    for path, command in made:
        found += [(path, wrong) for wrong in [run(folder, [PYKALA, *command])] if wrong]
    return folder, found


def keep(found, kinds):
    """Keeps what went wrong, a few of each kind."""
    for path, (line, text) in found:
        kinds[line].append(path.name)
        if len(kinds[line]) > KEPT_OF_A_KIND:
            continue
        BROKEN.mkdir(exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, BROKEN / path.name, dirs_exist_ok=True)
        else:
            shutil.copy(path, BROKEN)
        with open(BROKEN / f"{path.name}.txt", "a") as file:
            file.write(text)


def try_all(name, count, at_once, work, kinds):
    start = told = time.monotonic()
    jobs = len(os.sched_getaffinity(0))
    with ThreadPoolExecutor(jobs) as pool:
        for done, (folder, found) in enumerate(pool.map(work, range(0, count, at_once)), 1):
            keep(found, kinds)
            shutil.rmtree(folder)
            if time.monotonic() - told > 60:
                told = time.monotonic()
                print(f"{min(count, done * at_once)} of {count} {name}, {sum(map(len, kinds.values()))} that went wrong", flush=True)
    print(f"{count} mutated {name}, seed {SEED}: {time.monotonic() - start:.0f} s", flush=True)


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    WORK.mkdir(parents=True)
    kinds = collections.defaultdict(list)
    files, projects = Files(SEED), Projects(SEED, WORK / "bases")
    try_all("files", FILES, FILES_AT_ONCE, lambda number: try_files(files, number), kinds)
    try_all("projects", PROJECTS, PROJECTS_AT_ONCE, lambda number: try_projects(projects, number), kinds)
    for line, names in sorted(kinds.items(), key=lambda kind: -len(kind[1])):
        print(f"{len(names)} × {line}\n    {BROKEN.relative_to(Path.cwd())}/{names[0]}")
    sys.exit(1 if kinds else 0)


main()
