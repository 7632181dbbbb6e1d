#include "grow.h"

enum { DEPTH = 5, BLOCKS = 40, CELLS = 60, INLINES = 30 };

struct growth {
    struct fuzz *fuzz;
    struct buf *out;
    int depth;
    int heading; /* the last level */
    int ids;     /* that elements have */
};

static const char *const words[] = {
    "sopimus",
    "hyvinvointialueen",
    "ä",
    "Yhdyspintasuunnitelma",
    "lainsäädäntöneuvottelukunta",
    "611/2021",
    "14\xC2\xA0§",
    "2–4",
    "1\xC2\xA0"
    "234,5",
    "62\xC2\xA0%",
    "−3",
    "https://www.finlex.fi/fi/laki/ajantasa/2021/20210611",
    "Säynät­salo",
    "överenskommelse",
    "välfärdsområdesfullmäktige",
    "\xE2\x80\x9Dlainaus\xE2\x80\x9D",
    "Wwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwwww"
    "wwwwwww",
    "kunnanhallitus@esimerkki.fi",
    "ei",
    "e\xCC\x81",
    "日本",
    "&amp;",
    "\xC2\xAD",
    "\xE2\x80\x8B",
    "ffiffl",
};

static bool chance(struct growth *g, unsigned of)
{
    return fuzz_below(g->fuzz, of) == 1;
}

static void text(struct growth *g)
{
    unsigned count = 1 + fuzz_below(g->fuzz, chance(g, 8) ? 400 : 12);
    for (unsigned i = 0; i < count; i++)
        buf_printf(g->out, "%s%s", i ? " " : "", FUZZ_PICK(g->fuzz, words));
}

static void open(struct growth *g, const char *name, const char *const *classes, size_t count)
{
    static const char *const langs[] = {"sv", "fi", "en", "x-a"};
    buf_printf(g->out, "<%s", name);
    if (count && chance(g, 3)) {
        buf_printf(g->out, " class=\"%s", classes[fuzz_below(g->fuzz, (unsigned)count)]);
        if (chance(g, 4))
            buf_printf(g->out, " %s", classes[fuzz_below(g->fuzz, (unsigned)count)]);
        buf_char(g->out, '"');
    }
    if (chance(g, 10))
        buf_printf(g->out, " lang=\"%s\"", FUZZ_PICK(g->fuzz, langs));
    if (chance(g, 6))
        buf_printf(g->out, " id=\"k%d\"", ++g->ids);
}

static void close(struct growth *g, const char *name)
{
    buf_printf(g->out, "</%s>\n", name);
}

static void inlines(struct growth *g);

static void link(struct growth *g)
{
    static const char *const targets[] = {"https://www.finlex.fi/", "mailto:a@b.fi"};
    buf_string(g->out, "<a href=\"");
    if (g->ids && chance(g, 2))
        buf_printf(g->out, "#k%d", 1 + (int)fuzz_below(g->fuzz, (unsigned)g->ids));
    else
        buf_string(g->out, FUZZ_PICK(g->fuzz, targets));
    buf_string(g->out, chance(g, 2) ? "\" title=\"Otsikko\">" : "\">");
    text(g);
    buf_string(g->out, "</a>");
}

static void one_inline(struct growth *g)
{
    static const char *const wrapped[] = {"em", "strong", "span class=\"nowrap\"",
                                          "span class=\"label\"", "span lang=\"sv\""};
    static const char *const ends[] = {"em", "strong", "span", "span", "span"};
    unsigned kind = fuzz_below(g->fuzz, 12);
    if (kind < 5 && g->depth < 2 * DEPTH) {
        buf_printf(g->out, "<%s>", wrapped[kind]);
        inlines(g);
        buf_printf(g->out, "</%s>", ends[kind]);
    } else if (kind == 5) {
        buf_string(g->out, "<br/>");
    } else if (kind == 6) {
        buf_string(g->out, "<span class=\"fill-in\"></span>");
    } else if (kind == 7) {
        link(g);
    } else if (kind == 8) {
        buf_string(g->out, "<span class=\"symbol\" title=\"valmis\">●</span>");
    } else {
        text(g);
    }
}

static void inlines(struct growth *g)
{
    g->depth++;
    text(g);
    for (unsigned i = fuzz_below(g->fuzz, 4); i > 0; i--) {
        buf_char(g->out, ' ');
        one_inline(g);
    }
    g->depth--;
}

static void paragraph(struct growth *g)
{
    static const char *const classes[] = {"small", "keep-with-next", "lead", "no-hyphens"};
    open(g, "p", classes, 4);
    buf_char(g->out, '>');
    inlines(g);
    close(g, "p");
}

static void list(struct growth *g);

/* What an item, a description or a cell holds. */
static void content(struct growth *g)
{
    unsigned kind = fuzz_below(g->fuzz, 6);
    if (kind < 3 || g->depth >= DEPTH) {
        inlines(g);
        return;
    }
    for (unsigned i = 1 + fuzz_below(g->fuzz, 3); i > 0; i--) {
        if (chance(g, 3))
            list(g);
        else
            paragraph(g);
    }
}

static void list(struct growth *g)
{
    static const char *const classes[] = {"compact", "keep", "no-hyphens"};
    bool ordered = chance(g, 2);
    g->depth++;
    open(g, ordered ? "ol" : "ul", classes, 3);
    if (ordered && chance(g, 3))
        buf_printf(g->out, " start=\"%u\"", fuzz_below(g->fuzz, 60000));
    if (ordered && chance(g, 3))
        buf_string(g->out, " type=\"a\"");
    buf_char(g->out, '>');
    for (unsigned i = 1 + fuzz_below(g->fuzz, chance(g, 8) ? BLOCKS : 5); i > 0; i--) {
        buf_string(g->out, "<li>");
        content(g);
        close(g, "li");
    }
    close(g, ordered ? "ol" : "ul");
    g->depth--;
}

static void terms(struct growth *g)
{
    static const char *const classes[] = {"compact", "keep", "no-hyphens"};
    g->depth++;
    open(g, "dl", classes, 3);
    buf_char(g->out, '>');
    for (unsigned i = 1 + fuzz_below(g->fuzz, 5); i > 0; i--) {
        buf_string(g->out, "<dt>");
        inlines(g);
        close(g, "dt");
        buf_string(g->out, "<dd>");
        content(g);
        close(g, "dd");
    }
    close(g, "dl");
    g->depth--;
}

static void cell(struct growth *g, bool head, bool first, unsigned span)
{
    static const char *const classes[] = {"numeric", "no-hyphens"};
    static const char *const targets[] = {"target-low", "target-high", "numeric"};
    bool header = head || (first && chance(g, 2));
    if (header)
        open(g, "th", head ? targets : classes, head ? 3 : 2);
    else
        open(g, "td", classes, 2);
    if (header)
        buf_printf(g->out, " scope=\"%s\"", head ? "col" : "row");
    if (span > 1)
        buf_printf(g->out, " colspan=\"%u\"", span);
    buf_char(g->out, '>');
    if (head)
        inlines(g);
    else if (chance(g, 3))
        buf_string(g->out, FUZZ_PICK(g->fuzz, words));
    else if (!chance(g, 8))
        content(g);
    close(g, header ? "th" : "td");
}

static void row(struct growth *g, unsigned columns, bool head)
{
    buf_string(g->out, "<tr>");
    for (unsigned i = 0, span; i < columns; i += span) {
        span = chance(g, 8) ? 1 + fuzz_below(g->fuzz, columns - i) : 1;
        cell(g, head, i == 0, span);
    }
    close(g, "tr");
}

static void table(struct growth *g)
{
    static const char *const classes[] = {"wide",      "plain",      "keep",
                                          "bar-chart", "line-chart", "no-hyphens"};
    unsigned columns = 1 + fuzz_below(g->fuzz, chance(g, 8) ? 16 : 5);
    unsigned rows = 1 + fuzz_below(g->fuzz, chance(g, 8) ? CELLS : 5);
    g->depth += 2;
    open(g, "table", classes, 6);
    buf_char(g->out, '>');
    if (chance(g, 2)) {
        buf_string(g->out, "<caption>");
        inlines(g);
        close(g, "caption");
    }
    buf_string(g->out, "<thead>");
    row(g, columns, true);
    buf_string(g->out, "</thead><tbody>");
    for (; rows > 0; rows--)
        row(g, columns, false);
    buf_string(g->out, "</tbody>");
    close(g, "table");
    g->depth -= 2;
}

/* Writes numbers that can be drawn, seldom a word. */
static void numbers(struct growth *g, unsigned count)
{
    static const char *const values[] = {"0",    "5",      "-3",  "12.5",         "-",
                                         "0.25", "100000", "100", "-999999999999"};
    for (unsigned i = 0; i < count; i++)
        buf_printf(g->out, " %s ", chance(g, 64) ? "a" : FUZZ_PICK(g->fuzz, values));
}

static void graphic_cell(struct growth *g, unsigned class)
{
    static const unsigned counts[][4] = {{1, 3, 3, 0}, {2, 2, 2, 0}, {5, 3, 1, 40}};
    buf_string(g->out, "<td>");
    numbers(g, counts[class][fuzz_below(g->fuzz, 4)]);
    close(g, "td");
}

/* A table of text and graphic columns. */
static void graphics(struct growth *g)
{
    static const char *const classes[] = {"bars", "dumbbells", "sparklines"};
    unsigned kinds[6], columns = 1 + fuzz_below(g->fuzz, 6);
    buf_string(g->out, "<table><thead><tr>");
    for (unsigned i = 0; i < columns; i++) {
        kinds[i] = fuzz_below(g->fuzz, 4);
        if (kinds[i] == 3)
            cell(g, true, false, 1);
        else
            buf_printf(g->out, "<th scope=\"col\" class=\"%s\">Kuvio</th>", classes[kinds[i]]);
    }
    buf_string(g->out, "<th scope=\"col\">Luku</th></tr></thead><tbody>");
    for (unsigned rows = 1 + fuzz_below(g->fuzz, 40); rows > 0; rows--) {
        buf_string(g->out, "<tr>");
        if (chance(g, 8)) {
            cell(g, false, true, columns);
        } else {
            for (unsigned i = 0; i < columns; i++)
                kinds[i] == 3 ? cell(g, false, i == 0, 1) : graphic_cell(g, kinds[i]);
        }
        buf_string(g->out, "<td>5</td></tr>");
    }
    buf_string(g->out, "</tbody></table>");
}

static void figure(struct growth *g)
{
    static const char *const classes[] = {"wide"};
    open(g, "figure", classes, 1);
    buf_printf(g->out, "><img src=\"kuvio.%s\" alt=\"Kuvio\"", chance(g, 2) ? "jpg" : "png");
    if (chance(g, 2))
        buf_printf(g->out, " width=\"%u\"", 1 + fuzz_below(g->fuzz, 400));
    buf_string(g->out, "/>");
    if (chance(g, 2)) {
        buf_string(g->out, "<figcaption>");
        inlines(g);
        close(g, "figcaption");
    }
    close(g, "figure");
}

static void heading(struct growth *g)
{
    static const char *const classes[] = {"break-before"};
    int level = 2 + (int)fuzz_below(g->fuzz, (unsigned)(g->heading < 4 ? g->heading : 3));
    char name[] = {'h', (char)('0' + level), '\0'};
    g->heading = level;
    open(g, name, classes, level < 4 ? 1 : 0);
    buf_char(g->out, '>');
    inlines(g);
    close(g, name);
}

static void blocks(struct growth *g, unsigned count);

static void section(struct growth *g)
{
    static const char *const classes[] = {"side",         "landscape", "wide",
                                          "break-before", "keep",      "no-hyphens"};
    unsigned kind = fuzz_below(g->fuzz, 6);
    g->depth++;
    buf_printf(g->out, "<section class=\"%s\">", classes[kind]);
    if (kind == 0)
        heading(g);
    blocks(g, 1 + fuzz_below(g->fuzz, 6));
    close(g, "section");
    g->depth--;
}

static void contents(struct growth *g)
{
    if (!g->ids)
        return;
    buf_string(g->out, "<nav class=\"toc\"><ol>");
    for (int i = 1; i <= g->ids; i++)
        buf_printf(g->out, "<li><a href=\"#k%d\">Kohta %d</a></li>", i, i);
    buf_string(g->out, "</ol></nav>\n");
}

static void block(struct growth *g)
{
    static void (*const kinds[])(struct growth *) = {
        paragraph, list, terms, table, figure, heading, contents, section,
    };
    /* Bytes below GRAPHICS mean what they meant before there were graphics: the corpus is older. */
    enum { GRAPHICS = 248 };
    unsigned choice = fuzz_byte(g->fuzz), kind = choice % (sizeof kinds / sizeof *kinds);
    if (choice >= GRAPHICS)
        graphics(g);
    else
        kinds[kind == 7 && g->depth >= DEPTH ? 0 : kind](g);
}

static void blocks(struct growth *g, unsigned count)
{
    for (; count > 0; count--)
        block(g);
}

static void header(struct growth *g)
{
    static const char *const classes[] = {"organisation", "body",          "kind",
                                          "date",         "record-number", "notice"};
    buf_string(g->out, "<header>");
    if (chance(g, 2))
        buf_string(g->out, "<img src=\"kuvio.png\" alt=\"Logo\"/>");
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        if (!chance(g, 2))
            continue;
        buf_printf(g->out, "<p class=\"%s\">", classes[i]);
        text(g);
        close(g, "p");
    }
    close(g, "header");
}

void grow_document(struct fuzz *fuzz, struct buf *out)
{
    struct growth g = {.fuzz = fuzz, .out = out, .heading = 1};
    buf_string(out, "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"fi\"><head>"
                    "<title>Koe</title></head>\n<body>");
    if (chance(&g, 2))
        header(&g);
    buf_string(out, "<h1>");
    inlines(&g);
    close(&g, "h1");
    blocks(&g, 1 + fuzz_below(fuzz, chance(&g, 8) ? BLOCKS : 8));
    if (chance(&g, 3)) {
        buf_string(out, "<footer><p>");
        inlines(&g);
        buf_string(out, "</p></footer>");
    }
    buf_string(out, "</body></html>\n");
}
