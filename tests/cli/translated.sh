#!/bin/sh
# The program speaks the languages of po/LINGUAS, and every message is translated in them.
. "$SOURCE/tests/cli/lib.sh"

begin 'Finnish'
run env LC_ALL=fi_FI.UTF-8 "$PYKALA" build
gives 2
says 'Nimeä'
begin 'Swedish, from the language list alone'
run env LC_ALL=fi_FI.UTF-8 LANGUAGE=sv "$PYKALA" build
gives 2
says 'Ange'

while read -r language; do
    begin "po/$language.po"
    run msgfmt --check --statistics -o /dev/null "$SOURCE/po/$language.po"
    gives 0
    grep -qE 'untranslated|fuzzy' stderr && fail 'not all is translated (script/messages)'
done <"$SOURCE/po/LINGUAS"
finish
