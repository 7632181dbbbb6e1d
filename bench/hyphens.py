"""Where a PDF's words are cut at line ends, as libvoikko, a dictionary of Finnish, sees them.

usage: hyphens.py FILE.pdf: prints JSON: how many cuts stand between the parts of a compound, at another place where
the word may be cut, and where it may not; and how many are in words that the dictionary does not know.
"""

import json
import re
import sys

import libvoikko

import text

CUT = re.compile(r"(\w+)[-\u00ad\u2010]\n(\w+)")


def boundaries(voikko, word):
    """Offsets between a compound's parts, however it is read; None when the word isn't known."""
    sets = []
    for analysis in voikko.analyze(word):
        offset, found = 0, set()
        for sign in analysis["STRUCTURE"]:
            if sign == "=":
                found.add(offset)
            else:
                offset += 1
        sets.append(found)
    return set.intersection(*sets) if sets else None


def kind_of(voikko, before, after):
    word = before + after
    compound = boundaries(voikko, word)
    if compound is None:
        return "unknown"
    if len(before) in compound:
        return "compound"
    pattern = voikko.getHyphenationPattern(word)
    return "syllable" if pattern[len(before)] in "-=" else "wrong"


def main():
    voikko = libvoikko.Voikko("fi")
    voikko.setNoUglyHyphenation(False)
    counts = dict.fromkeys(("compound", "syllable", "wrong", "unknown"), 0)
    wrong = []
    for before, after in CUT.findall("\n".join(text.read_lines(sys.argv[1]))):
        kind = kind_of(voikko, before, after)
        counts[kind] += 1
        if kind == "wrong":
            wrong.append(f"{before}-{after}")
    print(json.dumps({**counts, "words": wrong}))


main()
