#include "report/html.h"

/* Each colour has at least 4.5 : 1 against what it stands on (WCAG 2.2, 1.4.3). */
#define LIGHT                                                                                      \
    ":root{color-scheme:light dark;--text:#1a1a1a;--ground:#fff;--soft:#f4f4f4;--line:#767676;"    \
    "--link:#0b4f9e;--bad:#a40000;--warn:#7a5000;--good:#1d6b1d;--none:#555;--mark:#ffe08a}"
#define DARK                                                                                       \
    "@media screen and (prefers-color-scheme:dark){"                                               \
    ":root{--text:#ececec;--ground:#141414;--soft:#242424;--line:#8c8c8c;"                         \
    "--link:#9cc7ff;--bad:#ff9a8f;--warn:#f0c060;--good:#8fd98f;--none:#bbb;--mark:#5c4700}}"

#define TEXT                                                                                       \
    "html{font:1rem/1.5 system-ui,sans-serif;color:var(--text);background:var(--ground)}"          \
    "body{margin:0 auto;padding:1rem;max-width:56rem}"                                             \
    "h1,h2,h3,p,dd,td,th,a,code{overflow-wrap:anywhere}"                                           \
    "h1{font-size:1.75rem;line-height:1.2;margin:0 0 .5rem}"                                       \
    "h2{font-size:1.25rem;margin:1.75rem 0 .5rem}"                                                 \
    "h3{font-size:1.05rem;font-weight:600;margin:0 0 .4rem}"                                       \
    "h3,.said,.todo,li dd{white-space:pre-wrap}"                                                   \
    "a{color:var(--link)}a:focus-visible{outline:3px solid;outline-offset:3px}"                    \
    "th a,td a{display:inline-block;min-height:1.5rem}"                                            \
    "code{font-family:ui-monospace,monospace;font-size:.95em;unicode-bidi:isolate}"                \
    "pre{white-space:pre-wrap;background:var(--soft);padding:.5rem;margin:.25rem 0 .5rem}"         \
    "mark{background:var(--mark);color:inherit}"

#define PARTS                                                                                      \
    ".verdict{border-left:.5rem solid;padding:.75rem 1rem;margin-bottom:1rem;"                     \
    "background:var(--soft)}.verdict p{margin:0}"                                                  \
    ".verdict.rejected,.verdict.unchecked{border-color:var(--bad)}"                                \
    ".verdict.remarks{border-color:var(--warn)}.verdict.accepted{border-color:var(--good)}"        \
    ".verdict.missing{border-color:var(--none)}"                                                   \
    "ol.points{padding:0;margin:0;list-style:none}"                                                \
    "ol.points>li{border-top:1px solid var(--line);padding:.75rem 0}"                              \
    ".said{margin:0 0 .4rem}"                                                                      \
    "summary{font-weight:600;padding:.4rem 0}summary:focus-visible{outline:3px solid;"             \
    "outline-offset:3px}"                                                                          \
    ".error{color:var(--bad)}.warning{color:var(--warn)}"                                          \
    ".todo{margin:0 0 .5rem;padding-left:.75rem;border-left:.25rem solid var(--link)}"             \
    "dl{margin:0;display:grid;grid-template-columns:fit-content(60%) 1fr;gap:.1rem 1rem}"          \
    "dl+dl{margin-top:.75rem}dt{font-weight:600}dd{margin:0}li dl,.words{font-size:.9rem}"

/* Paths and names give way where there is little room, words and numbers don't. */
#define TABLES                                                                                     \
    "table{border-collapse:collapse;width:100%}"                                                   \
    "th,td{text-align:left;vertical-align:top;border-bottom:1px solid var(--line);"                \
    "padding:.35rem .4rem}thead th,td{overflow-wrap:normal}thead th{vertical-align:bottom}"        \
    "tbody th{font-weight:600}"                                                                    \
    "td.wide{overflow-wrap:anywhere}"                                                              \
    "td.number,th.number{text-align:right;font-variant-numeric:tabular-nums}"                      \
    "caption{text-align:left}.answers th[scope=row]{font-weight:400;width:45%}"                    \
    ".measure th{background:var(--soft);padding-top:.75rem}"                                       \
    "td.rejected,td.unchecked,td.missing{font-weight:600}"                                         \
    "td.rejected,td.unchecked{color:var(--bad)}"

/* A narrow window has no room for columns: each cell says its head. Programs that read aloud say it
 * already and skip these words. */
#define NARROW                                                                                     \
    "@media screen and (max-width:36rem){dl{display:block}dd{margin-bottom:.4rem}"                 \
    "thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}"           \
    "table,caption,tbody,tr,tbody th{display:block}.answers th[scope=row]{width:auto}"             \
    "td{display:inline-block;margin-right:1rem}"                                                   \
    "tr{border-bottom:1px solid var(--line);padding:.4rem 0}"                                      \
    "tbody th,td,td.number{border:0;padding:0;text-align:left}td.wide{display:block}"              \
    "td.blank{display:none}.answers td+td::before{content:none}"                                   \
    "td::before{content:attr(data-head) \": \";"                                                   \
    "content:attr(data-head) \": \" / \"\";font-weight:400;color:var(--text)}}"

/* Where the reader's own colours replace these, and grounds with them. */
#define FORCED                                                                                     \
    "@media (forced-colors:active){.verdict,pre{border:1px solid}"                                 \
    ".verdict{border-left-width:.5rem}mark{outline:1px solid}}"

#define PRINT                                                                                      \
    "@media print{@page{margin:18mm;@bottom-right{font:9pt sans-serif;"                            \
    "content:counter(page) \" / \" counter(pages)}}"                                               \
    "html{font-size:10.5pt}body{padding:0;max-width:none}a{color:inherit;text-decoration:none}"    \
    ".verdict{background:none;border:1px solid #555;border-left-width:.5rem}"                      \
    "pre{background:none;border:1px solid #555}mark{background:none;outline:1px solid}"            \
    "h2,h3{break-after:avoid}ol.points>li,tr,.words dl{break-inside:avoid}"                        \
    "thead{display:table-header-group}details:not([open]){display:none}"                           \
    ".measure{break-after:avoid}}"

const char html_style[] = LIGHT DARK TEXT PARTS TABLES NARROW FORCED PRINT;
