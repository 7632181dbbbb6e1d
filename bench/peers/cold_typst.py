"""Sets one document with Typst. Prints the seconds of that alone: Python's own start is not Typst's fault."""

import os
import sys
import time

import typst

start = time.perf_counter()
typst.compile(os.path.abspath(sys.argv[1]), output=sys.argv[2], root="/", font_paths=[os.environ["FONTS"]],
              ignore_system_fonts=True, pdf_standards=["a-2a", "ua-1"])
print(time.perf_counter() - start)
