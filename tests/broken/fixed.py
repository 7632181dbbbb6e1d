"""check --fix on every broken submission: the copy differs from the file by the changes of the list and nothing else, the
faults corrected are gone, no other came, and what is told of the copy stays when it is corrected again.
usage: fixed.py PYKALA BROKEN-FOLDER WORK"""
import json, os, shutil, subprocess, sys

pykala, broken, work = sys.argv[1:]
failures = []
# Faults that stand behind others: nothing can be said of them before those are corrected.
BEHIND = {line.strip() for line in open(os.path.join(broken, "behind.txt"), encoding="utf-8") if line[0] != "#"}
seen = set()

def lay(group):
    subprocess.run(["perl", f"{broken}/broken.pl", "--bare", f"{group}/*", f"{work}/{group}"], check=True)
    return [f"{work}/{group}/{name}" for name in sorted(os.listdir(f"{work}/{group}"))]

def check(*arguments):
    run = subprocess.run([pykala, "check", "--format", "json", "--lang", "en", *arguments], capture_output=True)
    if run.returncode not in (0, 1, 4) or run.stderr:
        failures.append(f"{arguments[:3]} …: status {run.returncode}: {run.stderr.decode()}")
    return run.returncode, json.loads(run.stdout or "[]")

def text_of(path, changes):
    """The text of a file in UTF-8, which the changes are made in."""
    data = open(path, "rb").read()
    encoding = next((change["was"] for change in changes if change["line"] is None), None)
    if encoding == "UTF-16":
        return data.decode("utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le" if data[1] == 0 else "utf-16-be")
    if encoding is None:
        return data.decode()
    assert encoding == "Windows-1252", encoding
    text, at = "", 0
    while at < len(data): # what is UTF-8 stays
        for size in (1, 2, 3, 4):
            try:
                text += data[at:at + size].decode()
                break
            except UnicodeDecodeError:
                pass
        else:
            text, size = text + data[at:at + 1].decode("cp1252"), 1
        at += size
    return text

def offset(text, line, column):
    """The offset of a place. Lines end with CR LF, LF or CR."""
    starts, at = [text.startswith("\ufeff")], 0
    while at < len(text):
        if text[at] == "\n" or (text[at] == "\r" and text[at + 1:at + 2] != "\n"):
            starts.append(at + 1)
        at += 1
    return starts[line - 1] + column - 1

def applied(path, changes):
    text = text_of(path, changes)
    for number in sorted({change["round"] for change in changes}):
        for change in reversed([one for one in changes if one["round"] == number and one["line"]]):
            begin, end = (offset(text, change[line], change[column])
                          for line, column in (("line", "column"), ("endLine", "endColumn")))
            assert text[begin:end] == change["was"], (path, change)
            text = text[:begin] + change["now"] + text[end:]
    return text.encode()

def faults(diagnostics):
    """What is told, without the places and names of copies."""
    return {(one["rule"], one["message"]) for one in diagnostics}

def judge(name, before, found):
    corrected = {(change["rule"], change["message"]) for one in found["files"] for change in one["changes"]}
    after = faults(found["diagnostics"])
    for one in sorted(after - before):
        key = f"{name}: {one[0]}: {one[1]}"
        seen.add(key)
        if key not in BEHIND:
            failures.append(f"not told before: {key}")
    for one in sorted(corrected & after):
        failures.append(f"{name}: corrected and still there: {one}")
    for one in found["files"]:
        if one["left"]:
            failures.append(f"{name}: {one['left']} left in {one['file']}")
        if one["changes"] and open(one["copy"], "rb").read() != applied(one["file"], one["changes"]):
            failures.append(f"{name}: the copy of {one['file']} is not what the list says")

def again(name, paths, found, out):
    """Corrects the copies again, in their project, where nothing is left to correct."""
    status, more = check("--fix", "-o", out, *paths)
    if any(one["changes"] for one in more["files"]) or os.path.exists(out):
        failures.append(f"{name}: corrected again: {more['files']}")
    if faults(more["diagnostics"]) != faults(found["diagnostics"]):
        failures.append(f"{name}: not the same when it is corrected again")
    return status

def correct_files(group):
    """Files by themselves: all of a folder at once."""
    paths, out = lay(group), f"{work}/{group}-fixed"
    status, told = check(*paths)
    before = {os.path.basename(path): set() for path in paths}
    for one in told:
        before[os.path.basename(one["file"])].add((one["rule"], one["message"]))
    status, found = check("--fix", "-o", out, *paths)
    for path in paths:
        name = os.path.basename(path)
        own = {"files": [one for one in found["files"] if one["file"] == path],
               "diagnostics": [one for one in found["diagnostics"] if one["file"] in (path, f"{out}/{name}")]}
        judge(f"{group}/{name}", before[name], own)
        if own["files"] and own["files"][0]["changes"]:
            shutil.copy(f"{out}/{name}", path)
    if again(group, paths, found, f"{work}/again") != status:
        failures.append(f"{group}: another status when it is corrected again")
    return sum(bool(one["changes"]) for one in found["files"])

def correct_projects(group):
    """Those projects of a folder, each by itself, of which a certain correction is told."""
    paths, count = lay(group), 0
    status, told = check(*paths)
    for path in paths:
        own = [one for one in told if (one["file"] or "").startswith(path + "/")]
        count += any(one["certain"] for one in own) and correct_project(group, path, own)
    return count

def correct_project(group, path, told):
    name, out = f"{group}/{os.path.basename(path)}", f"{path}-fixed"
    status, found = check("--fix", "-o", out, path)
    judge(name, faults(told), found)
    shutil.copytree(out, path, dirs_exist_ok=True)
    if again(name, [path], found, f"{work}/again") != status:
        failures.append(f"{name}: another status when it is corrected again")
    return 1

shutil.rmtree(work, ignore_errors=True)
corrected = sum(correct_files(group) for group in ("alone", "files", "odd", "xml"))
corrected += sum(correct_projects(group) for group in ("answers", "cases", "followup", "projects", "rules"))
failures += [f"stands behind nothing any more: {one}" for one in sorted(BEHIND - seen)]
print(*failures, sep="\n")
print(f"{corrected} submissions corrected, {len(failures)} failures")
sys.exit(bool(failures) or corrected < 30)
