"""Sets documents with Typst in two processes, each of which has set one before. See batch.py."""

import os
from pathlib import Path

import typst

import batch

compiler = None


def set_one(source, made):
    global compiler
    if compiler is None:
        compiler = typst.Compiler(root="/", font_paths=[os.environ["FONTS"]], ignore_system_fonts=True)
    compiler.compile(input=str(Path(source).absolute()), output=str(made), pdf_standards=["a-2a", "ua-1"])


if __name__ == "__main__":
    batch.run(set_one)
