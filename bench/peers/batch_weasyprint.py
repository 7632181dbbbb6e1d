"""Sets documents with WeasyPrint in two processes, each of which has set one before. See batch.py."""

import logging

import weasyprint
from weasyprint.text.fonts import FontConfiguration

import batch

fonts = None


def set_one(source, made):
    global fonts
    if fonts is None:
        logging.getLogger("weasyprint").setLevel(logging.ERROR)
        fonts = FontConfiguration()
    weasyprint.HTML(filename=source).write_pdf(made, font_config=fonts, pdf_variant="pdf/ua-1")


if __name__ == "__main__":
    batch.run(set_one)
