"""A PDF file as the pieces that limit.c reads: what stands in its streams decoded, and all between them.

usage: limit.py FILE.pdf > pieces
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

STREAM = re.compile(rb"stream\r?\n(.*?)\r?\nendstream", re.DOTALL)


def decoded(path):
    """The file with its compressed streams unpacked; object streams stay as they are, unpacked."""
    with tempfile.TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.pdf"
        subprocess.run(["qpdf", "--stream-data=uncompress", "--object-streams=preserve", "--newline-before-endstream", "--decode-level=generalized",
                        "--warning-exit-0", path, plain], check=True, stderr=subprocess.DEVNULL)
        return plain.read_bytes()


def piece(packed, data):
    return bytes([packed]) + len(data).to_bytes(4, "little") + data if data else b""


def main():
    data, at = decoded(sys.argv[1]), 0
    for found in STREAM.finditer(data):
        sys.stdout.buffer.write(piece(0, data[at:found.start(1)]) + piece(1, found[1]))
        at = found.end(1)
    sys.stdout.buffer.write(piece(0, data[at:]))


main()
