"""Makes mutants of the files and projects of examples/ and tests/: the same seed and number give the same mutant.

What is changed is bytes, markup, whole elements and values, so that some mutants are not well formed, some break the schema
and some only the rules; a few are repeated beyond the sizes at which libxml2 allocates and stops otherwise.
"""

import random
import re
import shutil
import tarfile
import zlib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOKENS = [token.encode() for token in (
    "<", ">", "</", "/>", "<a", "<a ", "</a>", "-->", "--", "->", "–>", "<!--", "<!", "]]>", "]]", "<![CDATA[", "<![", "<?", "?>", "<?a ", "<?xml ",
    "<!DOCTYPE a [", "<!ENTITY a 'b'>", "&", ";", "&a;", "&amp;", "&lt;", "&#", "&#x", "&#0;", "&#9;", "&#10;", "&#x9b;", "&#x85;", "&#xD800;", "&#xFFFE;",
    "&#x110000;", "&#99999999999;", "\"", "'", "=", "=\"\"", " a=\"", " xmlns=\"\"", " xmlns:p=\"urn:pykala:1\"", " xml:id=\"a\"", "p:", ":", "”", "“", "’",
    "\ufffe", "\uffff", "\ufeff", "\u2028", "\u0085", "\u200b", "\u00ad", "\u202e", "\U000e0020", "\U0001f1eb\U0001f1ee", "👩‍👩‍👧", "ä", "ä\ufffe", "é", "𝔘",
    "\r", "\r\n", "\n", "\t", " ", "\u00a0", "\0", "\x1b[2J", "\x7f", "%", "%s%n", "{urn:pykala:1}", "⟦", "=1+1", "-1", "0", "99999999999999999999",
    "2026-02-30", "1e999", "../", "/etc/passwd", "http://example.invalid/", ".", "")]
# What a text may have, but seldom has.
WORDS = [word.encode() for word in (
    "ﬁ", "ß", "İ", "Ǆ", "ä-", "-ö", "§", " § 14", "–", "...", "1 234,5", "“", "’", "a" * 300, "hyvinvointialueyhtymähallitus", "ljusnarsbergs kommunfullmäktige",
    "a\u0301", "\u0301", "\u0308\u0308\u0308", "\u00ad", "\u200b", "\u200d", "\u2060", "\u00a0", "\u202f", "\u2028", "\u2029", "\u0085", "\u202e", "\u2067", "\ufeff",
    "\ufffd", "\ufdd0", "\U0010ffff", "\U000e0001", "\ue000", "🇫🇮", "🇫", "👩‍👩‍👧", "👍🏽", "1️⃣", "عربي", "עברית", "हिन्दी", "ไทย", "한국어", "日本語", "𝔘", "ⴰ", "=1+1", "\t", "\n",
    " ", "", "http://a.fi/" + "b" * 80)]
TOKENS += [bytes([byte]) for byte in (0x80, 0x9b, 0xa0, 0xc0, 0xc2, 0xe2, 0xed, 0xf0, 0xf4, 0xfe, 0xff)]
SIZES = 6 * (2, 3, 10, 41) + (100, 299, 1025, 4096)
# A text buffer of libxml2's; what glibc maps instead of taking it from the heap; half of an int of UTF-16; its longest text.
LARGE = (300, 4000, 131_088, 140_000)
HUGE = (5_700_000, 10_000_100)
ENCODINGS = ("US-ASCII", "ISO-8859-1", "ISO-8859-15", "windows-1252", "UTF-16", "UTF-16LE", "UTF-32", "UTF-7", "EBCDIC-CP-FI",
             "Shift_JIS", "GB18030", "ISO-2022-JP", "utf-8", "UTF8", "latin1", "", "x", "A" * 200)
CODECS = ("latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-7", "cp1252", "utf-8-sig")
TAG = re.compile(rb"<([A-Za-z][\w.-]*)[^<>]*>")
VALUE = re.compile(rb"=\"([^\"<]*)\"")
NAME = re.compile(rb"[A-Za-z][\w.-]+")
TEXT = re.compile(rb">([^<>]*[^<>\s][^<>]*)<")


def part(rng, data, most=200):
    """Where a part of the data begins and ends."""
    begin = rng.randrange(len(data) + 1)
    return begin, min(len(data), begin + rng.randrange(rng.choice((2, 9, most))))


def place(rng, data):
    """A place for something new: anywhere, or beside markup."""
    at = rng.randrange(len(data) + 1)
    found = data.find(rng.choice((b"<", b">", b"\"", b" ", b"/")), at) if rng.random() < 0.5 else at
    return found + rng.randrange(2) if 0 <= found < len(data) else at


def put(data, begin, end, new):
    return data[:begin] + new + data[end:]


def match(rng, data, pattern):
    """One of the places where the pattern stands, or None."""
    if not data:
        return None
    return pattern.search(data, rng.randrange(len(data))) or pattern.search(data)


def element(rng, data):
    """Where an element begins and ends: up to its own end tag, if there are none of its name in it."""
    found = match(rng, data, TAG)
    if not found:
        return None
    if found[0].endswith(b"/>"):
        return found.span()
    end = data.find(b"</" + found[1] + b">", found.end())
    return None if end < 0 else (found.start(), end + len(found[1]) + 3)


def flip(rng, data, other):
    changed = bytearray(data)
    for _ in range(rng.choice((1, 1, 2, 8))):
        if changed:
            at = rng.randrange(len(changed))
            changed[at] = rng.choice((changed[at] ^ 1 << rng.randrange(8), rng.randrange(256)))
    return bytes(changed)


def insert(rng, data, other):
    at = place(rng, data)
    return put(data, at, at, rng.choice(TOKENS))


def delete(rng, data, other):
    return put(data, *part(rng, data), b"")


def duplicate(rng, data, other):
    begin, end = part(rng, data)
    return put(data, end, end, data[begin:end] * rng.choice((1, 1, 2, 10)))


def exchange(rng, data, other):
    """Two parts of the data for each other."""
    first, second = sorted((part(rng, data), part(rng, data)))
    if first[1] > second[0]:
        return data
    moved = put(data, *second, data[slice(*first)])
    return put(moved, *first, data[slice(*second)])


def splice(rng, data, other):
    """A part of another file instead of one of this."""
    begin, end = part(rng, other, 2000)
    return put(data, *part(rng, data), other[begin:end])


def truncate(rng, data, other):
    return data[:rng.randrange(len(data) + 1)]


def repeat(rng, data, other):
    """A token again and again."""
    at, token = place(rng, data), rng.choice(TOKENS) or b" "
    return put(data, at, at, token * rng.choice(SIZES))


def encode(rng, data, other):
    """Another encoding than it says, or says another."""
    if rng.random() < 0.4:
        return data.decode(errors="replace").encode(rng.choice(CODECS), errors="replace")
    said = b"<?xml version=\"%s\" encoding=\"%s\"?>" % (rng.choice((b"1.0", b"1.0", b"1.1")), rng.choice(ENCODINGS).encode())
    return said + re.sub(rb"^<\?xml[^>]*>", b"", data)


def drop_element(rng, data, other):
    found = element(rng, data)
    return put(data, *found, b"") if found else data


def copy_element(rng, data, other):
    """An element, perhaps another file's, at another tag, perhaps many times."""
    source = rng.choice((data, data, other))
    found, beside = element(rng, source), match(rng, data, TAG)
    if not found or not beside:
        return data
    at = rng.choice(beside.span())
    return put(data, at, at, source[slice(*found)] * rng.choice((1, 1, 1, 2, 30)))


def change_value(rng, data, other):
    """An attribute's value for another one's, a token or nothing."""
    pattern = rng.choice((VALUE, VALUE, TEXT))
    found, source = match(rng, data, pattern), match(rng, other if rng.random() < 0.3 else data, VALUE)
    if not found:
        return data
    value = rng.choice((source[1] if source else b"", found[1] + rng.choice(TOKENS), rng.choice(TOKENS), found[1] * rng.choice(SIZES)))
    return put(data, *found.span(1), value.translate(None, b"<\"&"))


def change_text(rng, data, other):
    """Words in a text, or a text for another one: most of it is as valid as before."""
    found, source = match(rng, data, TEXT), match(rng, rng.choice((data, other)), TEXT)
    if not found or not source:
        return data
    if rng.random() < 0.3:
        return put(data, *found.span(1), source[1])
    at = rng.randrange(*found.span(1))
    while data[at] & 0xC0 == 0x80:  # inside a character
        at -= 1
    return put(data, at, at, rng.choice(WORDS) * rng.choice((1, 1, 1, 2, 20)))


def change_name(rng, data, other):
    """A name for another one, everywhere or here."""
    found, source = match(rng, data, NAME), match(rng, rng.choice((data, other)), NAME)
    if not found or not source:
        return data
    return data.replace(found[0], source[0]) if rng.random() < 0.3 else put(data, *found.span(), source[0])


ROUGH = (flip, insert, insert, insert, delete, duplicate, exchange, splice, truncate, repeat, encode)
GENTLE = (drop_element, copy_element, copy_element, change_value, change_value, change_name) + 6 * (change_text,)


def enlarge(rng, data):
    """A token repeated up to a size at which the parser does something else."""
    size = rng.choice(HUGE) if rng.random() < 0.01 else rng.choice(LARGE)
    at, token = place(rng, data), rng.choice(TOKENS) or b"a"
    return put(data, at, at, (token * (size // len(token) + 1))[:size])


def mutate(rng, data, other, gentle):
    """Some changes, most of which keep it well formed if it is to be gentle."""
    for _ in range(rng.choice((1, 1, 1, 2, 2, 3, 5))):
        data = rng.choice(GENTLE if rng.random() < gentle else ROUGH)(rng, data, other)[:200_000]
    return enlarge(rng, data) if rng.random() < 0.02 else data


def with_checksums(data):
    """A PNG file whose parts have their own checksums again: without them libpng reads none of what was changed."""
    made, at = data[:8], 8
    while at + 12 <= len(data):
        end = at + 8 + int.from_bytes(data[at:at + 4], "big")
        made += data[at:end] + zlib.crc32(data[at + 4:end]).to_bytes(4, "big")
        at = end + 4
    return made


def bare(data):
    """A file of tests/broken without the marks of its faults; those that stand for bytes or an encoding hold."""
    if "⟦".encode() not in data:
        return data
    encoding, text = re.fullmatch("(?:⟦in ([^⟧]*)⟧)?(.*)", data.decode(), re.DOTALL).groups()
    parts = re.split("⟦=([0-9A-F]*)⟧", text)
    return b"".join(bytes.fromhex(part) if odd % 2 else re.sub("⟦[^⟧]*⟧", "", part).encode(encoding or "utf-8") for odd, part in enumerate(parts))


def read_all(*patterns):
    return [bare(path.read_bytes()) for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern) if path.is_file())]


def read_corpus(target):
    with tarfile.open(ROOT / f"tests/fuzz/corpus/{target}.tar.gz") as archive:
        return [archive.extractfile(member).read() for member in archive if member.isfile()]


class Files:
    """Mutants of files: the kind of each, and its bytes."""

    def __init__(self, seed):
        self.seed = seed
        self.kinds = {
            "xml": read_all("examples/*/*.xml", "examples/*/seuranta/*/*.xml", "tests/broken/*/**/*.xml", "tests/data/**/*.xml") + read_corpus("input"),
            "page": read_all("tests/golden/layout/*.xhtml") + read_corpus("doc"),
            "sheet": read_all("templates/**/*.xsl", "tests/data/omat-pohjat/**/*.xsl") + read_corpus("sheet"),
        }

    def make(self, number):
        rng = random.Random(f"{self.seed} file {number}")
        kind = rng.choices(("xml", "page", "sheet"), (80, 10, 10))[0]
        bases = self.kinds[kind]
        base = min(rng.choice(bases), rng.choice(bases), key=len)  # the larger ones take longer and tell less
        return kind, mutate(rng, base, rng.choice(bases), gentle=0.3)


class Projects:
    """Mutants of projects: folders in which one file or two are changed."""

    def __init__(self, seed, folder):
        self.seed, self.folder = seed, folder
        shutil.rmtree(folder, ignore_errors=True)
        tests = ROOT / "tests"
        self.copy(tests / "data/kolme", "kolme")
        self.copy(tests / "data/followup", "followup")
        self.copy(tests / "broken/base/agreement", "valid")
        self.copy(tests / "broken/base/followup", "answers")
        self.copy(ROOT / "examples/puitesopimus-2022", "frame")
        self.copy(ROOT / "examples/keski-suomi", "region")
        self.own_templates()
        for kind in ("png", "jpg"):
            self.pictures(kind)
        self.weights = {"region": 1, "frame": 3, "kolme": 12, "followup": 12, "valid": 6, "answers": 12, "own": 12, "png": 6, "jpg": 6}
        self.files = {name: sorted(path for path in (folder / name).rglob("*") if path.is_file()) for name in self.weights}

    def copy(self, source, name):
        shutil.copytree(source, self.folder / name)

    def edit(self, path, before, after):
        text = (self.folder / path).read_text()
        assert before in text, path
        (self.folder / path).write_text(text.replace(before, after, 1))

    def own_templates(self):
        """The project of three parties with templates of its own, as in tests/cli/own-templates.sh."""
        self.copy(ROOT / "tests/data/kolme", "own")
        self.copy(ROOT / "tests/data/omat-pohjat", "own/pohjat")
        self.edit("own/hanke.xml", "  </tiedostot>", '    <pohjaKansio polku="pohjat"/>\n  </tiedostot>')
        self.edit("own/hanke.xml", "  </paperit>", '    <paperi tunnus="tiedote" pohja="tiedote" aihe="sopimus" laajuus="osapuoli"'
                  ' osapuolet="alue"><nimi>Tiedote</nimi></paperi>\n  </paperit>')

    def pictures(self, kind):
        """A project that shows two pictures."""
        self.copy(ROOT / "tests/broken/base/agreement", kind)
        for path in (ROOT / "tests/broken/rules/image-missing").iterdir():
            (self.folder / kind / path.name).write_bytes(bare(path.read_bytes()))
        (self.folder / kind / "kuvat").mkdir()
        for file, name in (("osapuolet.xml", "vaakuna"), ("sopimus.xml", "kuvat/kartta")):
            shutil.copy(ROOT / f"tests/golden/layout/kuvio.{kind}", self.folder / kind / f"{name}.{kind}")
            self.edit(f"{kind}/{file}", f"{name}.png", f"{name}.{kind}")

    def make(self, number, folder):
        """Writes the project into the folder; returns the choices' source and the base's name, for more choices."""
        rng = random.Random(f"{self.seed} project {number}")
        name = rng.choices(list(self.weights), list(self.weights.values()))[0]
        shutil.copytree(self.folder / name, folder)
        for _ in range(rng.choice((1, 1, 1, 2, 3))):
            path = rng.choice(self.files[name])
            target = folder / path.relative_to(self.folder / name)
            other = rng.choice(self.files[name]).read_bytes()
            changed = mutate(rng, target.read_bytes(), other, gentle=0.9 if path.suffix in (".xml", ".xsl") else 0)
            target.write_bytes(with_checksums(changed) if path.suffix == ".png" and rng.random() < 0.7 else changed)
        return rng, name
