"""Workbooks of answers, filled in and saved by LibreOffice, give the same figures as the answers in XML.
usage: answers.py PYKALA SOURCE WORK SOFFICE; needs openpyxl and uno, and tests/cli among the folders of modules"""
import os
import shutil
import subprocess
import sys

from office import Office
from office_form import filled

pykala, source, work, soffice = sys.argv[1:]
YEAR = "project/seuranta/2027"
PARTIES = ["alpi", "berta", "celia", "dora"]
shutil.rmtree(work, ignore_errors=True)
os.makedirs(work)
os.chdir(work)
shutil.copytree(os.path.join(source, "tests/data/followup"), "project", copy_function=shutil.copyfile)


def run(program, *arguments):
    """Runs a program, which has to succeed, and returns its output."""
    done = subprocess.run([program, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        sys.exit(f"{arguments} gives {done.returncode}:\n{done.stdout}{done.stderr}")
    return done.stdout


run(pykala, "new", "seuranta", "project", "--year", "2027", "-o", "forms")
run(pykala, "followup", "project", "--year", "2027", "-o", "figures")
verdict = run(pykala, "check", "project", "--lang", "en").splitlines()
wanted = next(line for line in verdict if line.startswith("Answers for 2027:"))
with Office(soffice, work) as office:
    for careless in (False, True):
        shutil.rmtree("books", ignore_errors=True)
        shutil.rmtree("figures-of-books", ignore_errors=True)
        shutil.copytree("project", "books")
        for party in PARTIES:
            os.remove(f"books/seuranta/2027/{party}.xml")
            office.fill(f"forms/{party}.xlsx", f"books/seuranta/2027/{party}.xlsx", filled(f"{YEAR}/{party}.xml", careless))
        told = run(pykala, "check", "books", "--lang", "en")
        if wanted not in told:
            sys.exit(f"not {wanted}:\n{told}")
        run(pykala, "followup", "books", "--year", "2027", "-o", "figures-of-books")
        run(sys.executable, os.path.join(source, "tests/cli/same_figures.py"), "figures", "figures-of-books")
