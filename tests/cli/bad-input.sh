#!/bin/sh
# Each kind of bad input: one clear message with its place, the right exit status, and no half-written file.
. "$SOURCE/tests/cli/lib.sh"

# build_fails STATUS: building the copy for one party ends with it, one message, and makes nothing.
build_fails() {
    rm -rf out
    run "$PYKALA" build project -o out --party joutsa
    gives "$1"
    one_message stderr
    no_files out
}

begin 'a project that is not there'
run "$PYKALA" build nosuch -o out
gives 1
one_message stderr
says nosuch
no_files out

begin 'a file that the project names is not there'
copy keski-suomi
rm project/sopimus.xml
build_fails 1
says sopimus.xml

begin 'a folder where a file should be'
copy keski-suomi
rm project/sopimus.xml
mkdir project/sopimus.xml
build_fails 1

begin 'an empty file'
copy keski-suomi
: >project/sopimus.xml
build_fails 1
says project/sopimus.xml

begin 'XML that is not well formed'
copy keski-suomi
edit kokoukset.xml 's,</kokoukset>,,'
build_fails 1
says project/kokoukset.xml:

begin 'XSD: a value of the wrong form'
copy keski-suomi
edit sopimus.xml 's/alkaa="2026-01-01"/alkaa="1.1.2026"/'
build_fails 1
says 1.1.2026

begin 'XSD: an attribute that is missing'
copy keski-suomi
edit osapuolet.xml 's/(tunnus="joutsa") laji="kunta"/\1/'
build_fails 1
says laji

begin 'XSD: an attribute that is not known'
copy keski-suomi
edit sopimus.xml 's/<sopimus /<sopimus laatu="x" /'
build_fails 1
says laatu

begin 'XSD: an element that is not known'
copy keski-suomi
edit sopimus.xml 's,<tausta>,<taustaa/><tausta>,'
build_fails 1
says taustaa

begin 'XSD: an element that is missing'
copy keski-suomi
edit osapuolet.xml '/tunnus="joutsa"/,/<\/osapuoli>/s,<olosija>.*</olosija>,,'
build_fails 1
says olosija

begin 'XSD: an id that stands twice'
copy keski-suomi
edit osapuolet.xml 's/tunnus="luhanka"/tunnus="joutsa"/'
build_fails 1
says joutsa

begin 'a reference to a party that is not in the register'
copy keski-suomi
edit kokoukset.xml 's/osapuoli="joutsa"/osapuoli="jousta"/'
build_fails 1
says jousta

begin 'an entity that would grow without end'
copy keski-suomi
printf '%s' '<!DOCTYPE kokoukset [<!ENTITY a "xxxxxxxxxxxxxxxx">' >project/kokoukset.xml
for pair in ab bc cd de ef fg gh hi; do
    from=${pair%?} to=${pair#?}
    printf '<!ENTITY %s "&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;&%s;">' \
        "$to" "$from" "$from" "$from" "$from" "$from" "$from" "$from" "$from" "$from" "$from"
done >>project/kokoukset.xml
echo ']><kokoukset xmlns="urn:pykala:1">&i;</kokoukset>' >>project/kokoukset.xml
build_fails 1
says project/kokoukset.xml

begin 'a font that is not installed'
copy keski-suomi
edit teema.xml 's/perhe="[^"]*"/perhe="Olematon Antiikva"/'
build_fails 3
says 'Olematon Antiikva'
# To look for a font that isn't there, fontconfig reads the system's configuration, and loses some bytes of it.
run env ASAN_OPTIONS=detect_leaks=0 "$PYKALA" check project
gives 3
prints 'the font Olematon Antiikva (regular) is not installed'

finish
