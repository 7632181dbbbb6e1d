#!/bin/sh
# A paper that fails does not stop the rest; the summary says which failed and why.
. "$SOURCE/tests/cli/lib.sh"

begin 'an inflected form that a template needs is missing'
copy keski-suomi
council='<valtuusto><nominatiivi>kyläkokous</nominatiivi><genetiivi>kyläkokouksen</genetiivi></valtuusto>'
edit osapuolet.xml "/tunnus=\"luhanka\"/,/<\/osapuoli>/s,</paikka>,&$council,"
run "$PYKALA" build project -o out --party joutsa,luhanka
gives 1
says project/osapuolet.xml:
says kyläkokous
prints 'could not be made'
prints '  luhanka/'
[ "$(find out/joutsa -name '*.pdf' | wc -l)" -eq 11 ] || fail 'not all papers of the other party'
whole_files out
finish
