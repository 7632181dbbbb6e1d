/* Pages: names, anchors, and the two dumps. */
#include "page/page.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

/* Document > H1 > leaf, P > (leaf, Link > leaf) */
struct sample {
    struct page_tag document, heading, heading_leaf, paragraph, leaf, link, link_leaf;
    struct page_item items[6];
    struct page page;
    struct page_anchor anchors[3];
    struct page_bookmark bookmark;
    struct page_document pages;
};

static void append(struct page_tag *parent, struct page_tag *child, enum page_role role,
                   size_t index)
{
    child->role = role;
    child->index = index;
    child->parent = parent;
    if (parent->last)
        parent->last->next = child;
    else
        parent->first = child;
    parent->last = child;
}

static struct page_item run(struct page_tag *tag, pt64 y, const char *text)
{
    return (struct page_item){.kind = PAGE_RUN,
                              .tag = tag,
                              .run = {.size = PT(11),
                                      .x = PT(72),
                                      .y = y,
                                      .width = PT(30),
                                      .text = text,
                                      .text_size = strlen(text)}};
}

static void make_tags(struct sample *s)
{
    s->document.role = PAGE_DOCUMENT;
    append(&s->document, &s->heading, PAGE_H1, 1);
    append(&s->heading, &s->heading_leaf, PAGE_CONTENT, 2);
    append(&s->document, &s->paragraph, PAGE_P, 3);
    append(&s->paragraph, &s->leaf, PAGE_CONTENT, 4);
    append(&s->paragraph, &s->link, PAGE_LINK, 5);
    append(&s->link, &s->link_leaf, PAGE_CONTENT, 6);
    s->paragraph.lang = "sv";
}

static void make_sample(struct sample *s)
{
    memset(s, 0, sizeof *s);
    make_tags(s);
    s->items[0] = run(&s->heading_leaf, PT(72), "Otsikko \"yksi\"");
    s->items[1] = run(&s->leaf, PT(100), "kun");
    s->items[2] = run(&s->leaf, PT(100), "\xC2\xAD");
    s->items[2].run.soft_hyphen = true;
    s->items[3] = run(&s->leaf, PT(114), "ta ja");
    s->items[3].run.space_after = true;
    s->items[3].colour = 0x336699;
    s->items[4] = (struct page_item){.kind = PAGE_FILL,
                                     .artifact = PAGE_ARTIFACT_LAYOUT,
                                     .fill = {PT(72), PT(120), PT(100), 32}};
    s->items[5] = (struct page_item){
        .kind = PAGE_ANNOTATION,
        .tag = &s->link_leaf,
        .annotation = {{PT(72), PT(90), PT(10), PT(12)}, &s->heading, NULL, "Otsikkoon"}};
    s->page = (struct page){PT(595), PT(842), s->items, 6, 6};
    s->anchors[0] = (struct page_anchor){&s->document, 0, 0};
    s->anchors[1] = (struct page_anchor){&s->heading, 0, PT(60)};
    s->anchors[2] = (struct page_anchor){&s->link, 0, PT(90)};
    s->bookmark = (struct page_bookmark){1, "Otsikko", &s->heading};
    s->pages = (struct page_document){.pages = &s->page,
                                      .page_count = 1,
                                      .root = &s->document,
                                      .tag_count = 7,
                                      .anchors = s->anchors,
                                      .anchor_count = 3,
                                      .bookmarks = &s->bookmark,
                                      .bookmark_count = 1};
}

static void test_role_names(void **state)
{
    (void)state;
    assert_string_equal(page_role_name(PAGE_CONTENT), "");
    assert_string_equal(page_role_name(PAGE_DOCUMENT), "Document");
    assert_string_equal(page_role_name(PAGE_LBODY), "LBody");
    assert_string_equal(page_role_name(PAGE_TOCI), "TOCI");
    assert_string_equal(page_role_name(PAGE_STRONG), "Strong");
}

static void test_anchor_is_found_or_not(void **state)
{
    (void)state;
    struct sample s;
    make_sample(&s);
    assert_ptr_equal(page_anchor_of(&s.pages, &s.document), &s.anchors[0]);
    assert_ptr_equal(page_anchor_of(&s.pages, &s.heading), &s.anchors[1]);
    assert_ptr_equal(page_anchor_of(&s.pages, &s.link), &s.anchors[2]);
    assert_null(page_anchor_of(&s.pages, &s.paragraph));
    assert_null(page_anchor_of(&s.pages, &s.link_leaf));
}

static void test_dump_of_pages(void **state)
{
    (void)state;
    struct sample s;
    make_sample(&s);
    struct buf out = {0};
    page_dump(&s.pages, &out);
    assert_string_equal(out.data, "page 1 595 842\n"
                                  "run 72 72 w 30 11 \"Otsikko \\\"yksi\\\"\" #2\n"
                                  "run 72 100 w 30 11 \"kun\" #4\n"
                                  "run 72 100 w 30 11 \"\xC2\xAD\" soft-hyphen #4\n"
                                  "run 72 114 w 30 11 \"ta ja\" space 336699 #4\n"
                                  "fill 72 120 100 0.5 layout\n"
                                  "link 72 90 10 12 to #1 says \"Otsikkoon\" #6\n"
                                  "bookmark 1 \"Otsikko\" to #1\n");
    buf_free(&out);
}

static void test_dump_of_tags(void **state)
{
    (void)state;
    struct sample s;
    make_sample(&s);
    struct buf out = {0};
    page_dump_tags(&s.pages, &out);
    assert_string_equal(out.data, "Document #0\n"
                                  "  H1 #1\n"
                                  "    \"Otsikko \\\"yksi\\\"\" #2\n"
                                  "  P #3 lang=sv\n"
                                  "    \"kunta ja \" #4\n"
                                  "    Link #5\n"
                                  "      \"[link]\" #6\n");
    buf_free(&out);
}

static void test_dump_of_cells_and_lists(void **state)
{
    (void)state;
    static const char *const headers[] = {"a", "b"};
    struct page_tag table = {.role = PAGE_TABLE};
    struct page_tag cell = {0}, header = {0}, list = {0}, figure = {0};
    append(&table, &header, PAGE_TH, 1);
    append(&table, &cell, PAGE_TD, 2);
    append(&cell, &list, PAGE_L, 3);
    append(&cell, &figure, PAGE_FIGURE, 4);
    header.id = "a";
    header.scope = PAGE_SCOPE_COLUMN;
    header.column_span = 2;
    header.row_span = 1;
    cell.headers = headers;
    cell.headers_count = 2;
    cell.row_span = 3;
    list.numbering = PAGE_LIST_DECIMAL;
    figure.alt = "Kuva";
    struct page_document document = {.root = &table, .tag_count = 5};
    struct buf out = {0};
    page_dump_tags(&document, &out);
    assert_string_equal(out.data, "Table #0\n"
                                  "  TH #1 id=a scope=column colspan=2\n"
                                  "  TD #2 rowspan=3 headers=a,b\n"
                                  "    L #3 decimal\n"
                                  "    Figure #4 alt=\"Kuva\"\n");
    buf_free(&out);
}

static const struct page_point zigzag[] = {{PT(1), PT(5)}, {PT(11), 0}, {PT(21), PT(9)}, {0, 0}};

static struct page_item path(enum page_path_paint paint, pt64 width)
{
    return (struct page_item){.kind = PAGE_PATH,
                              .artifact = PAGE_ARTIFACT_LAYOUT,
                              .path = {.paint = paint,
                                       .x = PT(100),
                                       .y = PT(200),
                                       .points = zigzag,
                                       .point_count = 4,
                                       .width = width}};
}

static void test_dump_of_paths(void **state)
{
    (void)state;
    struct page_item items[] = {path(PAGE_PATH_LINE, PT(1.5)), path(PAGE_PATH_SEGMENTS, PT(1)),
                                path(PAGE_PATH_OUTLINE, PT(1)), path(PAGE_PATH_AREA, 0)};
    items[0].path.dash = PT(5);
    items[0].path.gap = PT(3);
    items[3].colour = 0x1B5E8C;
    struct page page = {PT(595), PT(842), items, 4, 4};
    struct page_document document = {.pages = &page, .page_count = 1};
    struct buf out = {0};
    page_dump(&document, &out);
    assert_string_equal(out.data, "page 1 595 842\n"
                                  "line 101 205 111 200 121 209 100 200 w 1.5 dash 5 3 layout\n"
                                  "segments 101 205 111 200 121 209 100 200 w 1 layout\n"
                                  "outline 101 205 111 200 121 209 100 200 w 1 layout\n"
                                  "area 101 205 111 200 121 209 100 200 1b5e8c layout\n");
    buf_free(&out);
}

static void assert_box(struct page_box box, pt64 x, pt64 y, pt64 width, pt64 height)
{
    assert_int_equal(box.x, x);
    assert_int_equal(box.y, y);
    assert_int_equal(box.width, width);
    assert_int_equal(box.height, height);
}

static void test_boxes_of_items(void **state)
{
    (void)state;
    struct page_item area = path(PAGE_PATH_AREA, PT(2)), line = path(PAGE_PATH_LINE, PT(2));
    assert_box(page_item_box(&area), PT(100), PT(200), PT(21), PT(9));
    assert_box(page_item_box(&line), PT(99), PT(199), PT(23), PT(11));
    struct sample s;
    make_sample(&s);
    assert_box(page_item_box(&s.items[0]), PT(72), PT(72) - PT(11) * 3 / 4, PT(30), PT(11));
    assert_box(page_item_box(&s.items[4]), PT(72), PT(120), PT(100), 32);
    assert_box(page_item_box(&s.items[5]), PT(72), PT(90), PT(10), PT(12));
    const struct page_box a = {0, 10, 5, 5}, b = {3, 0, 10, 2};
    assert_box(page_box_union(&a, &b), 0, 0, 13, 15);
    assert_box(page_box_union(&b, &a), 0, 0, 13, 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(test_role_names),
        cmocka_unit_test(test_anchor_is_found_or_not),
        cmocka_unit_test(test_dump_of_pages),
        cmocka_unit_test(test_dump_of_tags),
        cmocka_unit_test(test_dump_of_cells_and_lists),
        cmocka_unit_test(test_dump_of_paths),
        cmocka_unit_test(test_boxes_of_items),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
