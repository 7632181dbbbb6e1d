#!/bin/sh
# check --project --as says of a file that came what it would say of it in its place, without anything standing there.
. "$SOURCE/tests/cli/lib.sh"

copy keski-suomi
place=seuranta/2026/joutsa.xml
as() { # FILE, checked in the place
    "$PYKALA" check --project project --as "$place" "$@"
}

begin 'a file in its place'
cp project/$place mail.xml
find project -type f -exec sha256sum {} + | sort >before
run as mail.xml
gives 0
prints '0 errors, 0 warnings'

begin 'a fault is told at the name that the sender knows'
sed -i '0,/vastaus mittari="/ s//&q/' mail.xml
run as mail.xml
gives 1
prints 'mail.xml:11:23: error: '
prints '    11 |     <vastaus mittari="qasumistyoryhman-edustaja">'
one_message stdout
run as - <mail.xml
gives 1
prints '-:11:23: error: '
one_message stdout

begin 'answers in the place of another party, beside those that stand in their own'
cp project/$place other.xml
run "$PYKALA" check --project project --as seuranta/2026/laukaa.xml other.xml
gives 1
prints 'other.xml:3:'

begin 'a place where nothing stands, in a year without a folder'
rm project/seuranta/2027/joutsa.xml
cp "$SOURCE/examples/keski-suomi/seuranta/2027/joutsa.xml" mail-2027.xml
run "$PYKALA" check --project project --as seuranta/2027/joutsa.xml mail-2027.xml
gives 0
mv project/seuranta/2027 kept
run "$PYKALA" check --project project/hanke.xml --as seuranta/2027/joutsa.xml mail-2027.xml
gives 0
mv kept project/seuranta/2027
run "$PYKALA" check --project project --as seuranta/2029/joutsa.xml mail-2027.xml
gives 1
prints '[followup-folder]'

begin 'a place that is none'
for wrong in joutsa.xml /seuranta/2026/joutsa.xml ../seuranta/2026/joutsa.xml seuranta/../2026/joutsa.xml \
    seuranta/2026/.joutsa.xml seuranta/2026/joutsa.txt seuranta/26/joutsa.xml seuranta/2026/katsaus.xml seuranta/2026/; do
    run "$PYKALA" check --project project --as "$wrong" mail.xml
    gives 2
    says "$wrong"
done
run "$PYKALA" check --project project --as muu/2026/joutsa.xml mail.xml
gives 1
prints '[check-folder]'
prints 'seuranta/2026/joutsa.xml'
run "$PYKALA" check --as "$place" mail.xml
gives 2
run "$PYKALA" check --project project mail.xml
gives 2
run as mail.xml other.xml
gives 2

begin 'a project that the answers cannot be compared with'
cp project/$place mail.xml
edit suunnitelma.xml '0,/<toimenpide tunnus="[^"]*"/ s//<toimenpide/'
run as mail.xml
gives 4
prints '[followup-form-only]'
prints 'Not compared: the answers of 1 file'
cp "$SOURCE/examples/keski-suomi/suunnitelma.xml" project

begin 'the verdict for programs'
cat >verdict.py <<'END'
import json, sys
schema = json.load(open(sys.argv[1]))
found = json.load(open("stdout"))
def fields(value, schema, where):
    if schema.get("$ref") == "check.schema.json#/items":
        return
    if isinstance(value, dict):
        assert list(value) == list(schema["properties"]) == schema["required"], (where, list(value))
        for key in value:
            fields(value[key], schema["properties"][key], where + "/" + key)
    for one in value if isinstance(value, list) else []:
        fields(one, schema["items"], where)
    if "enum" in schema:
        assert value in schema["enum"], (where, value)
fields(found, schema, "")
print(found["verdict"], found["files"][0]["answered"], found["files"][0]["asked"],
      *[one["indicator"] for one in found["files"][0]["unanswered"] or []])
END
verdict() { # EXPECTED: what the verdict on one file says
    got=$(python3 verdict.py "$SOURCE/docs/verdict.schema.json") || fail 'it is not as the schema says'
    [ "$got" = "$1" ] || fail "it says $got"
}
run as --format verdict mail.xml
gives 0
verdict 'remarks 17 17'
grep -q "\"sha256\":\"$(sha256sum mail.xml | cut -c1-64)\"" stdout || fail 'the digest is another'
sed -i '/<vastaus mittari="tietotarpeet-ilmoitettu">/,/<\/vastaus>/d' mail.xml
run as --format verdict mail.xml
gives 0
verdict 'remarks 16 17 tietotarpeet-ilmoitettu'
sed -i '0,/<vastaus mittari="/ s//&q/' mail.xml
run as --format verdict mail.xml
gives 1
verdict 'rejected None 17'
grep -q '"rule":"followup-unknown-indicator"' stdout || fail 'it does not say why'

begin 'nothing of the project has changed'
find project -type f -exec sha256sum {} + | sort | grep -v 'seuranta/2027/joutsa' >after
grep -v 'seuranta/2027/joutsa' before | cmp -s - after || fail 'the project is another'

finish
