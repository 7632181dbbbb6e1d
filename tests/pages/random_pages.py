#!/usr/bin/env python3
"""Writes page documents that look random, the same for the same seed: any elements, classes, spans, words and characters that a page
document may have, and some that it may not. Every one is either set, and then right, or refused.

usage: random_pages.py SEED COUNT FOLDER
"""
import random
import sys
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

WORDS = ('kunta ja hyvinvointialueen Keski-Suomen sosiaali- terveyspalvelut yhteistyösopimus (611/2021) 14 § 1 234,5 € STM:n e-lasku '
         'päätöksenteko ”lainaus” – — … Åland š ž đ ŋ 25.11.2025 62 % −3 +4 A/B https://www.example.fi/polku/tiedosto?x=1 '
         'etunimi.sukunimi@example.fi hyvinvointikoordinaattori småbarnspedagogik välfärdsområdesfullmäktige').split()
ODD = ['mer\u00adkit', 'tyh\u200bjä', 'sito\u2060va', '\ufeffalku', 'a\u0308iti', 'o\u0308', 'EU\u2011direktiivi', '1\u20442',
       'fi\u200cfi', 'n\u0303', 'e\u0301', 'X' * 90, '0123456789abcdef' * 6, 'lentokonesuihkuturbiinimoottoriapumekaanikkoaliupseerioppilas',
       'a-b-c-d-e-f-g-h-i-j-k-l-m-n-o-p-q-r-s-t-u-v-w-x-y-z-å-ä-ö', '\u00a0', '100\u00a0000', '<', '&', '"', '●', '○', '◊',
       '✓', '☐Valmis', 'A↣B', 'q\u0301kirje', '😀', '☑☐']  # the last six are not in the font
LONG = ['1234567890' * 12, 'Å' * 60, 'https://www.example.fi/' + 'polku/' * 25, 'hyvinvointialueyhteistyösopimusneuvottelu' * 3,
        'kunta_hyvinvointi_alue_' * 8, 'a.b@' + 'example' * 14 + '.fi', 'f' * 200, 'kunta/' * 30]
RARE = ['שלום', 'كلمة', '🇫🇮', '漢字', 'x\u0301\u0302y', '\u202eoikealta', '𓀀']


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.ids = []
        self.strange = self.random.random() < 0.1  # may hold what is refused
        self.long = self.random.choice([0, 0, 0.01, 0.1])  # the share of texts with a word that no line holds
        self.tall = self.random.random() < 0.08  # may hold what no page holds
        self.most = self.random.choice([1, 1, 2, 2, 5])  # of blocks, and of chapters

    def chance(self, share):
        return self.random.random() < share

    def word(self):
        if self.strange and self.chance(0.01):
            return self.random.choice(RARE)
        return self.random.choice(ODD if self.chance(0.06) else WORDS)

    def words(self, most):
        words = [self.word() for _ in range(self.random.randint(1, most))]
        if self.chance(self.long):
            words[self.random.randrange(len(words))] = self.random.choice(LONG)
        return ' '.join(words)

    def number(self):
        return self.random.choice(['1', '12,5', '1 234,5', '−3', '62 %', 'ei raportoitu', '–', '+4', '0', '99,999'])

    def attributes(self, classes=(), share=0.3, new_id=True):
        text = ''
        chosen = [name for name in classes if self.chance(share)]
        if chosen:
            text += f' class="{" ".join(chosen)}"'
        if self.chance(0.05):
            langs = ['fi', 'sv', 'en', 'se', 'sv-FI', 'de', 'zh-Hant-TW', 'x-oma']
            text += f' lang="{self.random.choice(langs + (["fi_FI", "suomi"] if self.strange else []))}"'
        if new_id and self.chance(0.08):
            self.ids.append(f'i{len(self.ids)}')
            text += f' id="{self.ids[-1]}"'
        return text

    def inline(self, most, depth=0):
        parts = []
        for _ in range(self.random.randint(1, 3)):
            text = escape(self.words(most))
            kind = self.random.random() if depth < 3 else 1
            if kind < 0.06:
                text = f'<em>{self.inline(3, depth + 1)}</em>'
            elif kind < 0.12:
                text = f'<strong>{self.inline(3, depth + 1)}</strong>'
            elif kind < 0.16:
                title = self.random.choice(['', ' title=""', ' title="Selite\u00ad"'])
                text = f'<a href="https://example.fi/{len(parts)}"{title}>{text}</a>'
            elif kind < 0.19 and self.ids:
                text = f'<a href="#{self.random.choice(self.ids)}">{text}</a>'
            elif kind < 0.21:
                text = f'<span class="nowrap">{self.inline(self.random.choice([2, 4, 20]), 3)}</span>'
            elif kind < 0.23:
                text = f'{text}<br/>{escape(self.words(3))}'
            elif kind < 0.24:
                text = f'{text} <span class="fill-in"/>'
            elif kind < 0.26:
                text = '<span class="symbol" title="toteutunut">●</span>'
            elif kind < 0.28:
                text = f'<span lang="sv">{text}</span>'
            elif kind < 0.29:
                held = f'<span class="nowrap">{escape(self.words(9))}</span>'
                text = f'<a href="https://example.fi/{"x" * 90}"><em>{text}</em><br/>{held}</a>'
            elif kind < 0.30:
                text = f'<span class="fill-in"/>{text}<span class="fill-in"/>'
            elif kind < 0.31:
                text = f'<span class="label">{text}</span>'
            parts.append(text)
        return self.random.choice([' ', ' ', '']).join(parts)

    def paragraph(self):
        classes = ('small', 'keep-with-next', 'lead', 'no-hyphens')
        return f'<p{self.attributes(classes, 0.1)}>{self.inline(25)}</p>\n'

    def items(self, depth):
        text = ''
        for _ in range(self.random.randint(1, 5)):
            inner = self.inline(8)
            if depth < 3 and self.chance(0.2):
                inner = f'<p>{inner}</p>' * self.random.randint(1, 2) if self.chance(0.5) else inner
                inner += self.listing(depth + 1)
            text += f'<li{self.attributes(("keep",), 0.1)}>{inner}</li>\n'
        return text

    def listing(self, depth=0):
        if self.chance(0.03):
            return '<ul></ul>'
        classes = ('compact', 'keep')
        if self.chance(0.5):
            return f'<ul{self.attributes(classes)}>{self.items(depth)}</ul>\n'
        kind = self.random.choice(['', ' type="a"', ' type="1" start="7"'])
        return f'<ol{kind}{self.attributes(classes)}>{self.items(depth)}</ol>\n'

    def terms(self):
        text = ''
        for _ in range(self.random.randint(1, 4)):
            text += f'<dt{self.attributes()}>{self.inline(200 if self.tall and self.chance(0.05) else 3)}</dt>'
            for _ in range(self.random.choice([1, 1, 1, 2, 3, 0])):
                text += f'<dd{self.attributes()}>{self.inline(12)}</dd>\n'
        return f'<dl{self.attributes(("compact", "keep"))}>{text}</dl>\n'

    def cell(self, header, columns, rows):
        spans = f' colspan="{columns}"' if columns > 1 else ''
        spans += f' rowspan="{rows}"' if rows > 1 else ''
        content = self.inline(6) if self.chance(0.7) else self.number()
        if self.chance(0.05):
            content = ''
        if self.chance(0.05):
            content = f'<p>{self.inline(5)}</p><ul><li>{self.inline(4)}</li></ul>'
        if self.chance(0.03):
            content = self.listing(self.random.randint(1, 3)) + f'<p>{self.inline(5)}</p>'
        if self.tall and self.chance(0.05):
            content = self.lengthy()
        scope = f' scope="{header}"' if header else ''
        name = 'th' if header else 'td'
        return f'<{name}{scope}{spans}{self.attributes(("numeric",), 0.2)}>{content}</{name}>'

    def lengthy(self):
        """Blocks that may be taller than a page."""
        kinds = [lambda: f'<p>{self.inline(300)}</p>', lambda: f'<p>{self.inline(9)}</p>' * self.random.randint(5, 80),
                 lambda: f'<p>{"<br/>".join("x" * self.random.randint(5, 100))}</p>', lambda: ''.join(self.listing(1) for _ in range(9))]
        return ''.join(self.random.choice(kinds)() for _ in range(self.random.randint(1, 3)))

    def rows(self, columns, count, header):
        """Rows whose cells, spans counted, fill a grid."""
        taken, text = [[False] * columns for _ in range(count)], ''
        for y in range(count):
            text += f'<tr{self.attributes()}>'
            for x in range(columns):
                if taken[y][x]:
                    continue
                wide, tall = 1, 1
                while x + wide < columns and not taken[y][x + wide] and self.chance(0.12):
                    wide += 1
                while y + tall < count and self.chance(self.random.choice([0, 0, 0.5]) if self.tall else 0.08):
                    tall += 1
                for row in taken[y:y + tall]:
                    row[x:x + wide] = [True] * wide
                scope = header or ('row' if x == 0 and self.chance(0.7) else None)
                text += self.cell(scope, wide, tall)
            text += '</tr>\n'
        return text

    def table(self):
        columns = self.random.choice([1, 2, 3, 3, 4, 5, 6, 8, 12])
        text = f'<caption>{self.inline(6)}</caption>\n' if self.chance(0.7) else ''
        if self.chance(0.7):
            text += f'<thead>{self.rows(columns, self.random.choice([1, 1, 2]), "col")}</thead>\n'
        for _ in range(self.random.choice([1, 1, 2])):
            text += f'<tbody>{self.rows(columns, self.random.choice([1, 2, 4, 9, 30]), None)}</tbody>\n'
        if self.strange and self.chance(0.3):
            text += '<tbody><tr><td>1</td><td>2</td></tr></tbody>'
        return f'<table{self.attributes(("wide", "plain", "compact", "keep", "sign"), 0.2)}>{text}</table>\n'

    def chart(self):
        lines, rows = self.chance(0.5), ''
        series = self.random.randint(1, 4 if self.strange else 3) if lines else 1
        targets = '' if lines else ''.join(f'<th scope="col" class="{name}">Tavoite</th>'
                                           for name in ('target-low', 'target-high') if self.chance(0.3))
        head = f'<th scope="col">{self.inline(2)}</th>'
        head += ''.join(f'<th scope="col">{self.inline(self.random.choice([1, 1, 9]))}, %</th>' for _ in range(series)) + targets
        for i in range(self.random.choice([1, 2, 5, 8, 40])):
            label = str(2030 - i * self.random.choice([1, 1, 3])) if lines else self.inline(self.random.choice([3, 3, 25]))
            rows += f'<tr><th scope="row">{label}</th>' + ''.join(
                f'<td class="numeric">{self.number()}</td>' for _ in range(series + targets.count('<th'))) + '</tr>\n'
        kind = ('line-chart' if lines else 'bar-chart') + self.random.choice(['', '', ' wide', ' compact'])
        return (f'<table class="{kind}"><caption>{self.inline(self.random.choice([5, 40]))}</caption><thead><tr>{head}</tr></thead>'
                f'<tbody>{rows}</tbody></table>\n')

    def graphics(self):
        kinds = [self.random.choice(['bars', 'dumbbells', 'sparklines']) for _ in range(self.random.choice([1, 1, 2, 4]))]
        holds = {'bars': ['72.7 75 -', '-3.5', '0 - 1', '1000000 2 3'], 'dumbbells': ['1 2.5', '- 3', '4 4'],
                 'sparklines': ['1 - 3 4.5', '1 2', ' '.join('123456789' * 7), '-']}
        heads = ''.join(f'<th scope="col" class="{kind}">{self.inline(self.random.choice([1, 1, 12]))}</th>' for kind in kinds)
        rows = ''
        for _ in range(self.random.choice([1, 5, 12, 60])):
            text = self.inline(self.random.choice([3, 3, 30]))
            drawn = ''.join(f'<td>{self.random.choice(holds[kind]) if self.chance(0.9) else ""}</td>' for kind in kinds)
            rows += f'<tr><th scope="row">{text}</th><td class="numeric">{self.number()}</td>{drawn}</tr>\n'
        return (f'<table{self.attributes(("wide", "compact", "plain"), 0.2)}><thead><tr><th scope="col">Nimi</th>'
                f'<th scope="col" class="numeric">Arvo</th>{heads}</tr></thead><tbody>{rows}</tbody></table>\n')

    def figure(self):
        alt = self.random.choice(['', 'Neljä ruutua', 'Ruu\u00addut &amp; muut'])
        caption = f'<figcaption>{self.inline(6)}</figcaption>' if self.chance(0.6) else ''
        width = f' width="{self.random.randint(5, 300 if self.strange else 180)}"' if self.chance(0.5) else ''
        source = self.random.choice(['ruudut.png', 'ruudut16.png', 'kyljellaan.jpg'])
        return f'<figure{self.attributes(("wide",))}><img src="{source}" alt="{alt}"{width}/>{caption}</figure>\n'

    def section(self, depth):
        side = self.chance(0.4)
        most = 150 if self.tall and self.chance(0.2) else 4
        start = f'<h2>{self.inline(most)} A</h2>' if side else ''
        classes = ('side',) if side else ('wide', 'keep', 'break-before', 'landscape')
        sides = [' class="side"'] * 2 + [' class="side wide"', ' class="landscape side"']
        chosen = self.random.choice(sides) if side else self.attributes(classes, 0.15, False)
        return f'<section{chosen}>{start}{self.blocks(depth + 1)}</section>\n'

    def block(self, depth):
        makers = [self.paragraph] * 8 + [self.listing, self.listing, self.terms, self.table, self.table, self.chart, self.graphics,
                                         self.figure]
        if depth < 2 and self.chance(0.1):
            return self.section(depth)
        return self.random.choice(makers)()

    def blocks(self, depth=0):
        return ''.join(self.block(depth) for _ in range(self.random.randint(1, self.most)))

    def header(self):
        if self.chance(0.4):
            return ''
        names = ['organisation', 'body', 'kind', 'date', 'record-number', 'notice', 'contact']
        self.random.shuffle(names)
        text = ''.join(f'<p class="{name}"{self.attributes((), 0, False)}>{self.inline(self.random.choice([2, 4, 15]))}</p>\n'
                       for name in names if self.chance(0.6))
        if self.chance(0.2):
            width = self.random.choice(['', ' width="20"', ' width="60"'])
            text += f'<img src="ruudut.png" alt="{self.random.choice(["", "Vaakuna"])}"{width}/>'
        return f'<header>{text}</header>\n'

    def document(self):
        chapters = ''
        for i in range(self.random.randint(0, self.most - 1)):
            chapters += f'<h2 id="c{i}"{" class=" + quoteattr("break-before") if self.chance(0.1) else ""}>{self.inline(5)} A</h2>\n'
            self.ids.append(f'c{i}')
            chapters += self.blocks()
            if self.chance(0.3):
                chapters += f'<h3 id="d{i}">{self.inline(self.random.choice([5, 60]))} A</h3>\n<h4>{self.inline(5)} A</h4>\n{self.blocks()}'
        contents = ''
        if chapters and self.chance(0.3):
            links = ''
            for i in range(chapters.count('<h2 id="c')):
                inner = f'<ol><li><a href="#d{i}">{escape(self.words(9))}</a></li></ol>' if f'<h3 id="d{i}"' in chapters else ''
                links += f'<li><a href="#c{i}">{self.inline(self.random.choice([5, 5, 40]), 3)}</a>{inner}</li>\n'
            contents = f'<nav class="toc">{self.random.choice(["", "<h2>Sisällys</h2>"])}<ol>{links}</ol></nav>\n'
        lang = self.random.choice(['fi', 'fi', 'fi', 'sv', 'en'])
        footer = ''.join(f'<p>{self.inline(6)}</p>' for _ in range(self.random.randint(1, 2)))
        footer = f'<footer>{footer}</footer>\n' if self.chance(0.2) else ''
        title = escape(self.words(4))
        return (f'<html xmlns="http://www.w3.org/1999/xhtml" lang="{lang}">\n<head><title>{title} A</title></head>\n<body>\n'
                f'{self.header()}<h1>{self.inline(6)} A</h1>\n{contents}{self.blocks()}{chapters}{footer}</body>\n</html>\n')


def main():
    seed, count, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    for number in range(count):
        text = Maker(seed * 1000003 + number).document()
        (folder / f'{number:05}.xhtml').write_text(text, encoding='utf-8')


main()
