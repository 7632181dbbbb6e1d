"""A letter to each of 500 recipients: as 500 page documents, and as one of 500 pages. Every
paragraph ends in words of its own, so that no cache can stand in for work."""

import datetime
import xml.etree.ElementTree as ElementTree

COUNT = 500
PARAGRAPH = range(120, 500)  # characters: less is a heading's companion, more a page of its own
LONGEST = 1400  # characters of paragraphs that fit on a page, whoever sets it
FIRST_DAY = datetime.date(2026, 1, 7)

FIRST_NAMES = """Aino Veikko Eila Tauno Helmi Onni Kaarina Eero Saimi Urho Lempi Arvo Sirkka Yrjö Tyyne Väinö Irja Olavi
    Hilkka Toivo Raili Jalmari Aune Kalevi Martta""".split()
SURNAMES = """Ahokas Haapaniemi Kankaanpää Koskenkorva Lähteenmäki Mustajärvi Niinikoski Pitkäranta Rautiainen Saarikivi
    Syrjälä Tervonen Törmänen Uusitalo Vanhatalo Vehkaperä Viljakainen Virkkunen Ylätupa Öhman""".split()
STREETS = "Kirkko Koulu Ranta Sepän Myllyn Asema Harju Niitty Lehti Tuomi Kauppa Puisto Mäki Järven Suvi Pelto".split()
TOWNS = "Joutsa Keuruu Konnevesi Kuhmoinen Laukaa Luhanka Multia Muurame Petäjävesi Pihtipudas Toivakka Uurainen".split()


def element(name, text="", **attributes):
    made = ElementTree.Element(name, attributes)
    made.text = text
    return made


def lines(*texts):
    """A paragraph of lines."""
    made = element("p", texts[0])
    for text in texts[1:]:
        ElementTree.SubElement(made, "br").tail = text
    return made


def name_of(number):
    return f"{FIRST_NAMES[number % len(FIRST_NAMES)]} {SURNAMES[number // len(FIRST_NAMES)]}"


def address_of(number):
    street = f"{STREETS[number % len(STREETS)]}tie {number // 3 + 1} {'ABCDE'[number % 5]} {number % 41 + 1}"
    return street, f"{40000 + 17 * number} {TOWNS[number % len(TOWNS)]}"


def date_of(number):
    date = FIRST_DAY + datetime.timedelta(days=number)
    return f"{date.day}.{date.month}.{date.year}"


def paragraphs_of(pool):
    """The texts of the chapters' plain paragraphs and items, each once."""
    blocks = [block for chapter in pool for top in chapter for block in top.iter() if block.tag in ("p", "li")]
    texts = [" ".join(block.text.split()) for block in blocks if block.text and not len(block)]
    return list(dict.fromkeys(text for text in texts if len(text) in PARAGRAPH))


def body_of(paragraphs, number):
    """As many paragraphs as fit, from another start for each letter. All end in words that no other letter has."""
    made, left = [], LONGEST
    for count, text in enumerate(paragraphs[7 * number % len(paragraphs):] + paragraphs):
        left -= len(text)
        if left < 0:
            return made
        made.append(element("p", f"{text} Kohta {SURNAMES[number // len(FIRST_NAMES)]} {number}.{count + 1}."))


def letter(paragraphs, number, heading):
    """The blocks of a letter."""
    name = name_of(number)
    return [heading, lines(name, *address_of(number)), element("p", date_of(number)),
            element("p", f"Hyvä {name},"), *body_of(paragraphs, number),
            element("p", f"Vastaa viimeistään {date_of(number + 30)} tunnuksella KS-{1000 + 3 * number}."),
            lines("Ystävällisin terveisin", "Keski-Suomen hyvinvointialue")]


def subject_of(number):
    return f"Lausuntopyyntö KS-{1000 + 3 * number}, {name_of(number)}"


def document_of(title, blocks):
    html = element("html", xmlns="http://www.w3.org/1999/xhtml", lang="fi")
    ElementTree.SubElement(ElementTree.SubElement(html, "head"), "title").text = title
    ElementTree.SubElement(html, "body").extend(blocks)
    return html


def each_alone(pool):
    """The letters as documents of their own."""
    paragraphs = paragraphs_of(pool)
    for number in range(COUNT):
        subject = subject_of(number)
        yield f"letter-{number:03}", document_of(subject, letter(paragraphs, number, element("h1", subject)))


def all_in_one(pool):
    """The same letters as one document, each on a page of its own."""
    paragraphs = paragraphs_of(pool)
    title = "Lausuntopyynnöt"
    blocks = [element("h1", title)]
    for number in range(COUNT):
        section = element("section", **({"class": "break-before"} if number else {}))
        section.extend(letter(paragraphs, number, element("h2", subject_of(number))))
        blocks.append(section)
    return "letters", document_of(title, blocks)
