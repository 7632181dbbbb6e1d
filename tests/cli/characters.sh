#!/bin/sh
# A character that no font has, such as a hieroglyph, is told with its place by every command; in answers it costs these
# answers and no paper. One that only the papers' font lacks is set from another, which is told once.
. "$SOURCE/tests/cli/lib.sh"

begin 'in the answers of a party'
copy keski-suomi
edit seuranta/2026/joutsa.xml 's|<tekstivastaus>|&𓀀𓀁 |'
line=$(grep -n '𓀀𓀁' project/seuranta/2026/joutsa.xml | cut -d : -f 1)
run "$PYKALA" check project
gives 1
prints "project/seuranta/2026/joutsa.xml:$line:22: error: neither the font Carlito nor its fallback has a glyph for U+13000"
prints "project/seuranta/2026/joutsa.xml:$line:23: error: neither the font Carlito nor its fallback has a glyph for U+13001"
grep -qE '^  joutsa +rejected' stdout || fail 'the answers are not rejected'
run "$PYKALA" check project/seuranta/2026/joutsa.xml
gives 1
prints 'U+13000'

begin 'no paper is lost: they say that the answers were rejected'
run "$PYKALA" build project -o out --paper seuranta-osapuoli-2026,seuranta-alue-2026
gives 1
says "project/seuranta/2026/joutsa.xml:$line:22: error: "
prints '25 papers'
whole_files out
[ -s out/joutsa/seuranta-2026.pdf ] || fail "the party's report is missing"
pdftotext -raw out/yhteiset/seuranta-2026.pdf - | tr -s '[:space:]' ' ' | grep -q 'mukana eivät ole Joutsan kunnan vastaukset' || fail 'the report does not say so'

begin 'its figures do not count elsewhere, either'
run "$PYKALA" followup project --year 2026 --table osapuolitilanne
gives 1
says 'U+13000'
grep -q 'joutsa,.*hylatty' stdout || fail 'the answers are not rejected'

# Soft hyphens, zero-width spaces, joiners and marks before a letter; also with comments between them.
for row in "$(many 129 "$(printf '\302\255')")" "$(many 300 "$(printf '\342\200\213')")" "$(many 130 "$(printf '\315\217')")" \
    "$(many 86 "$(printf '\357\270\217')")" "$(many 86 "$(printf '\342\200\215')")" "a$(many 33 "$(printf '\314\210')")" \
    "$(many 100 "$(printf '\302\255<!-- -->')")"; do
    begin "a letter with too much around it: $(printf %s "$row" | head -c 20 | od -An -tx1)"
    copy keski-suomi
    edit seuranta/2026/joutsa.xml "s|<tekstivastaus>|&$row|"
    run "$PYKALA" check project
    gives 1
    grep -qE '^project/seuranta/2026/joutsa.xml:[0-9]+:[0-9]+: error: a letter has more than 64 bytes' stdout || fail 'it is not told'
    grep -qE '^  joutsa +rejected' stdout || fail 'the answers are not rejected'
done

begin 'no paper is lost to it'
run "$PYKALA" build project -o out --paper seuranta-osapuoli-2026,seuranta-alue-2026
gives 1
prints '25 papers'
whole_files out

begin 'so many different letters that papers have no codes for them'
copy keski-suomi
perl -CS -e 'for $a ("a" .. "z") { print join("", map { $a . "\x{AD}" x $_ } 1 .. 13), " " }' >letters
edit seuranta/2026/joutsa.xml "s|<tekstivastaus>|&$(cat letters)|"
run "$PYKALA" check project
gives 1
prints 'the file has more than 300 different letters'

begin 'letters in parts, soft hyphens and a family are few'
copy puitesopimus-2022
perl -CS -e 'print join " ", map { "a\x{308}$_\x{AD}$_\x{200D}" } "a" .. "z"' >letters
edit sopimus.xml "0,/<kappale>/s||&$(cat letters) |"
run "$PYKALA" check project
gives 0

begin 'in the project itself'
copy puitesopimus-2022
edit osapuolet.xml '0,/<nominatiivi>/s||&𓀀|'
run "$PYKALA" check project
gives 1
prints 'project/osapuolet.xml:'
prints 'U+13000'
run "$PYKALA" build project -o none
gives 1
says 'project/osapuolet.xml:'
no_files none

begin 'a character from another font is told once of its file, and once of a page document'
copy puitesopimus-2022
edit sopimus.xml '0,/<kappale>/s||&Valmis ☑, kesken ☐, valmis ☑. |'
line=$(grep -n '☑' project/sopimus.xml | cut -d : -f 1)
run "$PYKALA" check project
gives 0
prints "project/sopimus.xml:$line:"
prints 'info: characters that the theme'
prints '"☑" "☐" (DejaVu Sans) [font-fallback]'
[ "$(grep -c 'font-fallback' stdout)" -eq 1 ] || fail 'it is told more than once'
run "$PYKALA" build project -o out --paper sopimus
gives 0
[ "$(cat stdout stderr | grep -c 'font-fallback')" -eq 1 ] || fail 'it is told of papers, too'
pdftotext -raw out/*/*sopimus*.pdf - 2>/dev/null | grep -q 'Valmis ☑, kesken ☐' || fail 'the papers do not say it'
run "$PYKALA" build project --emit xhtml --paper sopimus -o pages
first=$(find pages -name '*.xhtml' | sort | head -n 1)
run "$PYKALA" typeset "$first" -o one.pdf
gives 0
says 'font-fallback'

begin 'a fallback font of the theme comes first, and must be installed'
printf '<teema xmlns="urn:pykala:1"><varafontti perhe="DejaVu Serif" paketti="fonts-dejavu-core"/></teema>' >serif.xml
printf '<teema xmlns="urn:pykala:1"><varafontti perhe="Ei Ole" paketti="fonts-ei-ole"/></teema>' >none.xml
printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>T</title></head><body><h1>a ↣</h1></body></html>' >a.xhtml
run "$PYKALA" typeset a.xhtml --theme serif.xml -o a.pdf
gives 0
says '"↣" (DejaVu Serif)'
run "$PYKALA" typeset a.xhtml --theme none.xml -o b.pdf
gives 3
says 'the font Ei Ole (regular) is not installed'
says 'install the Debian package fonts-ei-ole'
[ ! -e b.pdf ] || fail 'there is a file'

begin 'a family without a slanted face is told where a paper has slanted text, by check and by build'
copy puitesopimus-2022
XDG_DATA_HOME=$SOURCE/tests/data
export XDG_DATA_HOME
# To look for a face that isn't there, fontconfig reads the system's configuration, and loses some bytes of it.
printf '<teema xmlns="urn:pykala:1"><fontti laji="leipa" perhe="Lehti"/></teema>' >project/teema.xml
run env ASAN_OPTIONS=detect_leaks=0 "$PYKALA" check project
gives 0
edit sopimus.xml '0,/<kappale>/s||&<korostus>Tähdellistä</korostus>. |'
run env ASAN_OPTIONS=detect_leaks=0 "$PYKALA" check project
gives 3
prints 'the font Lehti is installed, but not its face italic'
run env ASAN_OPTIONS=detect_leaks=0 "$PYKALA" build project -o slanted --paper sopimus
gives 3
says 'the font Lehti is installed, but not its face italic'
unset XDG_DATA_HOME

begin 'what is shown without a glyph of its own is right'
copy puitesopimus-2022
combining=$(printf 'a\314\210')
edit sopimus.xml "0,/<kappale>/s||&Jämsä, J${combining}ms${combining}. |"
run "$PYKALA" check project
gives 0
finish
