"""Sets documents with LuaLaTeX, two processes at a time: it has no way to stay warm. See batch.py."""

import subprocess
from pathlib import Path

import batch


def set_one(source, made):
    subprocess.run(["lualatex", "-interaction=batchmode", f"-output-directory={Path(made).parent}", source],
                   stdout=subprocess.DEVNULL, check=True)


if __name__ == "__main__":
    batch.run(set_one)
