"""The round of a year, played with the 24 parties of Central Finland: forms go out, are filled in by LibreOffice, by other programs
and by hand, and come back late, broken, twice, for another year, under another's name or not at all; receipts go back, corrections
come, and the papers are made. Every party ends as it should, and nothing is lost.
usage: round.py PYKALA SOURCE WORK SOFFICE; needs openpyxl and uno, and tests/cli among the folders of modules"""
import filecmp
import glob
import os
import re
import shutil
import subprocess
import sys

import fill_book
from office import Office
from office_form import filled

pykala, source, work, soffice = sys.argv[1:]
YEAR = "seuranta/2027"
faults = []
shutil.rmtree(work, ignore_errors=True)
os.makedirs(f"{work}/sent")
os.chdir(work)
shutil.copytree(os.path.join(source, "examples/keski-suomi"), "answered", copy_function=shutil.copyfile)
parties = sorted(name[:-4] for name in os.listdir(f"answered/{YEAR}") if name != "katsaus.xml")
by_office, by_program, by_hand = parties[:8], parties[8:14], parties[14:]


def expect(is_so, what):
    if not is_so:
        faults.append(what)


def run(status, *arguments):
    """Runs the program, which has to end with the status, and returns what it prints."""
    done = subprocess.run([pykala, *arguments], capture_output=True, text=True)
    expect(done.returncode == status, f"{arguments} gives {done.returncode}, not {status}:\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
    return done.stdout


def read(path):
    with open(path, "rb") as file:
        return file.read()


def write(path, data):
    with open(path, "wb") as file:
        file.write(data)


def answers_of(party):
    return f"answered/{YEAR}/{party}.xml"


def fill_all(office):
    """Fills in the form of each party, in sent/, as its answers in XML say."""
    for number, party in enumerate(by_office):
        office.fill(f"forms/{party}.xlsx", f"sent/{party}.xlsx", filled(answers_of(party), number % 2 == 1))
    for number, party in enumerate(by_program):
        fill_book.main(f"forms/{party}.xlsx", answers_of(party), f"sent/{party}.xlsx", ("plain", "careless")[number % 2])
    for party in by_hand:
        shutil.copyfile(answers_of(party), f"sent/{party}.xml")


def put(path, name):
    """Puts a file into the folder in which answers come."""
    shutil.copyfile(path, f"saapuneet/{name}")


def put_bytes(data, name):
    write(f"saapuneet/{name}", data)


def receive(status):
    return run(status, "receive", "--lang", "fi", "--year", "2027", "project", "saapuneet")


def expect_taken(name, verdict):
    receipt = f"saapuneet/vastaanotetut/{name}.txt"
    expect(os.path.exists(receipt) and verdict in read(receipt).decode(), f"{name} is not {verdict}")
    expect(os.path.exists(f"saapuneet/vastaanotetut/{name}.html"), f"{name} has no receipt as HTML")


def expect_returned(name, words):
    receipt = f"saapuneet/palautettavat/{name}.txt"
    expect(os.path.exists(receipt), f"{name} is not sent back")
    if os.path.exists(receipt):
        text = re.sub(r"\s+", " ", read(receipt).decode())
        expect(words in text, f"the receipt of {name} does not say: {words}\n{text}")


def states():
    """Returns what has become of each party's answers."""
    told = run(0, "check", "--lang", "en", f"project/{YEAR}")
    expect("aiemmat" not in told, f"the earlier answers are told of:\n{told}")
    return dict(re.findall(r"^  ([a-z-]+) +([a-z ]+)", told, re.MULTILINE))


# The parties' answers were written into the example; one of them answers after the deadline. In the project nobody has answered.
late = by_hand[0]
write(answers_of(late), re.sub(rb'paivays="[-0-9]+"', b'paivays="2028-02-15"', read(answers_of(late)), count=1))
shutil.copytree("answered", "project", copy_function=shutil.copyfile)
for path in glob.glob(f"project/{YEAR}/*.xml"):
    if not path.endswith("katsaus.xml"):
        os.remove(path)
run(0, "new", "seuranta", "project", "--year", "2027", "-o", "forms")
with Office(soffice, work) as office:
    fill_all(office)
os.makedirs("saapuneet")

# The first mail. What isn't named here comes as it should.
half, dated, wrong_year, wrong_name, number, untouched, again = (
    by_hand[1], by_hand[2], by_hand[3], by_office[0], by_program[0], by_office[1], by_hand[4])
odd = {half, dated, wrong_year, wrong_name, number, untouched}
for party in parties:
    for ending in ("xml", "xlsx"):
        if party not in odd and os.path.exists(f"sent/{party}.{ending}"):
            put(f"sent/{party}.{ending}", f"{party}.{ending}")
put_bytes(read(f"sent/{half}.xml")[:1500], f"{half}.xml")
put_bytes(re.sub(rb'paivays="(\d+)-0?(\d+)-0?(\d+)"', rb'paivays="\3.\2.\1"', read(f"sent/{dated}.xml"), count=1), f"{dated}.xml")
put(f"project/seuranta/2026/{wrong_year}.xml", f"{wrong_year}.xml")
put(f"sent/{by_office[2]}.xlsx", f"{wrong_name}.xlsx")
fill_book.main(f"forms/{number}.xlsx", answers_of(number), f"saapuneet/{number}.xlsx")
subprocess.run([sys.executable, os.path.join(source, "tests/cli/edit_book.py"), f"saapuneet/{number}.xlsx", "put",
                "tila asumisen-kehittaminen", "vastaus", "puolivälissä"], check=True)
put(f"forms/{untouched}.xlsx", f"{untouched}.xlsx")
put(f"sent/{again}.xml", f"{again} (2).xml")
put_bytes(b"PK\3\4 not a workbook", "vastauksemme.docx")
receive(1)
for party in parties:
    if party not in odd:
        expect_taken(f"{party}.xml" if party in by_hand else f"{party}.xlsx", "Hyväksytty")
expect_taken(f"{again} (2).xml", "jo otettu vastaan")
expect_returned(f"{half}.xml", "Hylätty")
expect_returned(f"{dated}.xml", "kirjoita")
expect_returned(f"{wrong_year}.xml", "2026")
expect_returned(f"{wrong_name}.xlsx", by_office[2])
expect_returned(f"{number}.xlsx", "puolivälissä")
expect_returned(f"{untouched}.xlsx", "Puuttuu")
expect_returned("vastauksemme.docx", "ei tiedetä, kenen vastaukset nämä ovat")
found = states()
for party in odd:
    expect(found.get(party) == "missing", f"{party} is {found.get(party)} though nothing of it was accepted")

# The second: corrections, and one that changes what was accepted.
changed = by_program[1]
for party in sorted(odd):
    ending = "xml" if party in by_hand else "xlsx"
    put(f"sent/{party}.{ending}", f"{party}.{ending}")
first = read(f"project/{YEAR}/{changed}.xml")
shutil.copyfile(f"sent/{changed}.xlsx", f"saapuneet/{changed}.xlsx")
subprocess.run([sys.executable, os.path.join(source, "tests/cli/edit_book.py"), f"saapuneet/{changed}.xlsx", "put", "vastaaja",
                "vastaus", "hallintojohtaja"], check=True)
receive(0)
expect(read(f"project/{YEAR}/aiemmat/{changed}-1.xml") == first, f"the earlier answers of {changed} are not kept")
expect(os.path.exists(f"project/{YEAR}/aiemmat/{changed}-1.xlsx"), f"the earlier workbook of {changed} is not kept")
put(f"sent/{changed}.xlsx", f"{changed}.xlsx")
receive(0)
expect(read(f"project/{YEAR}/{changed}.xml") != first, "earlier answers have come back")
put(f"saapuneet/vastaanotetut/{changed}-2.xlsx", f"{changed}.xlsx")
receive(0)

# All that was sent is somewhere, and every party ends as in the example, in which everybody wrote XML.
expect(not [name for name in os.listdir("saapuneet") if os.path.isfile(f"saapuneet/{name}")], "something was not received")
expect(not os.listdir("saapuneet/kasittelyssa"), "something is still in hand")
found = states()
for party in parties:
    expect(found.get(party, "").startswith("accepted"), f"{party} is {found.get(party)}")
expect(found.get("multia") == "missing", f"multia is {found.get('multia')}")
write(answers_of(changed), re.sub(rb"<tehtava>[^<]*", b"<tehtava>hallintojohtaja", read(answers_of(changed)), count=1))
run(0, "followup", "answered", "--year", "2027", "-o", "figures")
run(0, "followup", "project", "--year", "2027", "-o", "figures-received")
same = subprocess.run([sys.executable, os.path.join(source, "tests/cli/same_figures.py"), "figures", "figures-received"],
                      capture_output=True, text=True)
expect(same.returncode == 0, f"the figures are others:\n{same.stdout}{same.stderr}")
papers = "seuranta-osapuoli-2027,seuranta-hallitus-2027,muutos-hallitus-2027"
for project in ("answered", "project"):
    run(0, "build", project, "-o", f"papers-{project}", "--paper", papers)
made = sorted(glob.glob("papers-answered/**/*.pdf", recursive=True))
expect(len(made) > 60, f"only {len(made)} papers were made")
for path in made:
    other = path.replace("papers-answered", "papers-project")
    expect(os.path.exists(other) and filecmp.cmp(path, other, shallow=False), f"{other} is another paper")
if faults:
    sys.exit("\n".join(faults))
