#!/usr/bin/env python3
"""Says where the bytes of PDF files of pykala's go: bench/bytes.py FILE.pdf..."""

import re
import sys
import zlib

KINDS = ["content", "structure", "outline", "links", "other", "places", "fonts", "maps", "images",
         "profile", "XMP", "xref", "rest"]
STREAM = re.compile(rb"(\d+) 0 obj\n<<(.*?)/Length (\d+)>>stream\n", re.S)
# What an object in an object stream is, by what it holds.
PACKED = [("links", rb"/Subtype/Link"), ("outline", rb"/Title.*/Parent|/Type/Outlines"),
          ("other", rb"/Type ?/(Page|Catalog|Font)|/Producer"),
          ("structure", rb"/S/\w+|/Type/StructTreeRoot")]
# What a stream is, by the key of the object that names it.
NAMED = [("fonts", rb"/FontFile2 (\d+)"), ("maps", rb"/(?:CIDToGIDMap|ToUnicode|Encoding) (\d+)"),
         ("profile", rb"/DestOutputProfile (\d+)"), ("content", rb"/Contents (\d+)"),
         ("XMP", rb"/Metadata (\d+)"), ("images", rb"/(?:I\d+|SMask) (\d+)")]


def streams(file):
    """The streams as (number, dictionary, bytes, length in the file)."""
    at = 0
    while match := STREAM.search(file, at):
        end = match.end() + int(match[3])
        at = end + len(b"\nendstream\nendobj\n")
        yield int(match[1]), match[2], file[match.end():end], at - match.start()


def unpack(dictionary, data):
    """The head of an object stream and its objects."""
    first = int(re.search(rb"/First (\d+)", dictionary)[1])
    offsets = [int(number) for number in data[:first].split()][1::2]
    ends = offsets[1:] + [len(data) - first]
    return data[:first], [data[first + a:first + b] for a, b in zip(offsets, ends)]


def kind_of(text):
    return next((kind for kind, pattern in PACKED if re.search(pattern, text, re.S)), "other")


def share(sizes, head, objects, length):
    """Shares an object stream's bytes out by what its parts take when deflated alone."""
    parts = {"places": head}
    for text in objects:
        parts[kind_of(text)] = parts.get(kind_of(text), b"") + text
    weights = {kind: len(zlib.compress(text)) for kind, text in parts.items()}
    for kind, weight in weights.items():
        sizes[kind] += length * weight / sum(weights.values())


def measure(file):
    sizes = dict.fromkeys(KINDS, 0)
    named, found = {}, list(streams(file))
    for number, dictionary, data, length in found:
        texts = [dictionary]
        if b"/Type/ObjStm" in dictionary:
            head, texts = unpack(dictionary, zlib.decompress(data))
            share(sizes, head, texts, length)
        for kind, pattern in NAMED:
            named.update((int(name), kind) for text in texts for name in re.findall(pattern, text))
    for number, dictionary, data, length in found:
        if b"/Type/XRef" in dictionary:
            sizes["xref"] += length
        elif b"/Type/ObjStm" not in dictionary:
            sizes[named.get(number, "rest")] += length
    sizes["rest"] += len(file) - sum(sizes.values())
    return sizes


def main():
    print("| file | bytes |", " | ".join(KINDS), "|")
    print("|---" * (len(KINDS) + 2) + "|")
    for name in sys.argv[1:]:
        with open(name, "rb") as source:
            file = source.read()
        cells = [f"{size:.0f}" for size in measure(file).values()]
        print("|", name.split("/")[-1], "|", len(file), "|", " | ".join(cells), "|")


main()
