#!/bin/sh
# check --fix: certain corrections in copies, each listed, all else of the files as it was, and the copies checked.
. "$SOURCE/tests/cli/lib.sh"

copy keski-suomi
answers=project/seuranta/2026/joutsa.xml
fix() {
    rm -rf out
    run "$PYKALA" check --lang fi --fix -o out "$@"
}
same() { # FILE FILE
    cmp -s "$1" "$2" || fail "$1 and $2 differ"
}
no_copy() {
    [ ! -e out ] || fail 'there is a copy'
}
listed() { # the list of what was corrected is this, up to a blank line
    sed '/^$/q' stdout >list
    cat - >wanted
    cmp -s wanted list || { fail 'the list is another'; diff wanted list; }
}

begin 'nothing to correct'
fix $answers
gives 0
no_copy
listed <<'END'
Mitään ei voitu korjata varmasti; kopiota ei tehty

END

begin 'what people write'
cp $answers right.xml
edit seuranta/2026/joutsa.xml 's/paivays="2027-01-20"/paivays="20.1.2027"/; s/arvo="52.3"/arvo="52,3"/; 10s/"kaynnissa"/"Käynnissä"/; s/muuttoliikettä/muuttoliikettÃ¤/'
cp $answers wrong.xml
fix $answers
gives 0
listed <<'END'
project/seuranta/2026/joutsa.xml: 4 korjausta, kopiossa out/seuranta/2026/joutsa.xml
  rivi 3, merkki 127: "20.1.2027" → "2027-01-20": paivays="20.1.2027" elementissä <seurantatiedot>: on oltava päivämäärä muodossa vuosi-kuukausi-päivä, esimerkiksi 2025-10-24
  rivi 10, merkki 17: "Käynnissä" → "kaynnissa": joutsa, toimenpide asumisen-kehittaminen: arvo="Käynnissä" elementissä <tila>: on oltava eiAloitettu, kaynnissa, toteutunut tai keskeytynyt
  rivi 22, merkki 65: "Ã¤" → "ä": teksti on rikkoutunut kohdassa "Ã¤": ohjelma on lukenut kirjaimet väärällä merkistöllä
  rivi 25, merkki 26: "52,3" → "52.3": joutsa, toimenpide vuorovaikutus-ja-ennakollinen-yhteistyo, mittari hyte-kertoimen-tulosindikaattorit: arvo="52,3" elementissä <mittausarvo>: on oltava luku, desimaalien edessä piste

END
same out/seuranta/2026/joutsa.xml right.xml
same $answers wrong.xml

begin 'the file of another encoding becomes UTF-8, in the place where it is checked'
iconv -f UTF-8 -t WINDOWS-1252 right.xml | sed 's/arvo="52.3"/arvo="52,3"/' >mail.xml
fix --project project --as seuranta/2026/joutsa.xml - <mail.xml
gives 0
listed <<'END'
-: 2 korjausta, kopiossa out/seuranta/2026/joutsa.xml
  koko tiedosto on nyt merkistöä UTF-8: tiedosto ei ole UTF-8:aa; se näyttää olevan merkistöä Windows-1252
  rivi 25, merkki 26: "52,3" → "52.3": joutsa, toimenpide vuorovaikutus-ja-ennakollinen-yhteistyo, mittari hyte-kertoimen-tulosindikaattorit: arvo="52,3" elementissä <mittausarvo>: on oltava luku, desimaalien edessä piste

END
same out/seuranta/2026/joutsa.xml right.xml
fix --project project --as seuranta/2026/joutsa.xml mail.xml
gives 0
same out/seuranta/2026/joutsa.xml right.xml

begin 'UTF-16, whose declaration is corrected in the next round'
sed 's/encoding="UTF-8"/encoding="UTF-16"/' right.xml | iconv -f UTF-8 -t UTF-16 >mail.xml
fix --format json --project project --as seuranta/2026/joutsa.xml mail.xml
gives 0
same out/seuranta/2026/joutsa.xml right.xml
grep -q '"round":2' stdout || fail 'there is no second round'

begin 'an encoding that is a guess'
sed 's/encoding="UTF-8"/encoding="CP850"/; s/arvo="52.3"/arvo="52,3"/' right.xml | iconv -f UTF-8 -t CP850 >mail.xml
fix --project project --as seuranta/2026/joutsa.xml mail.xml
gives 1
no_copy
prints 'mail.xml: vielä 1 korjaus on varma, mutta sitä ei voitu tehdä; tee se käsin'

begin 'a guess stays a hint, and the status is that of the copy'
cp wrong.xml $answers
edit seuranta/2026/joutsa.xml '0,/vastaus mittari="/ s//&q/'
fix $answers
gives 1
prints 'out/seuranta/2026/joutsa.xml:11:23: virhe: '
prints '    11 |     <vastaus mittari="qasumistyoryhman-edustaja">'
one=$(grep -c ': virhe: ' stdout)
[ "$one" -eq 1 ] || fail 'more than the guess is left'

begin 'a project, of which the files that need it get copies; a second time nothing is left'
edit osapuolet.xml '0,/laji="kunta"/ s//laji="Kunta"/'
fix project
gives 1
find out -type f | sort >copies
printf 'out/osapuolet.xml\nout/seuranta/2026/joutsa.xml\n' | cmp -s - copies || fail 'other copies'
cp -R out/. project
fix project
gives 1
no_copy
listed <<'END'
Mitään ei voitu korjata varmasti; kopiota ei tehty

END
cp right.xml $answers

begin 'a folder of answers, and several files; two with the same copy'
sed -i '0,/arvo="kaynnissa"/ s//arvo="KAYNNISSA"/' project/seuranta/2026/joutsa.xml project/seuranta/2026/laukaa.xml
fix project/seuranta/2026
gives 0
[ -f out/seuranta/2026/laukaa.xml ] || fail 'no copy of the second'
fix project/seuranta/2026/joutsa.xml project/seuranta/2026/laukaa.xml
gives 0
[ -f out/seuranta/2026/laukaa.xml ] || fail 'no copy of the second'
mkdir -p one two
cp wrong.xml one/mail.xml
cp wrong.xml two/mail.xml
fix one/mail.xml two/mail.xml
gives 2
says 'one/mail.xml'
says 'two/mail.xml'
no_copy

begin 'nothing is written over'
sha256sum project/seuranta/2026/* one/mail.xml >before
for folder in project project/ project/seuranta/2026 project/seuranta; do
    run "$PYKALA" check --fix -o $folder project/seuranta/2026/joutsa.xml
    gives 2
    run "$PYKALA" check --fix -o $folder project
    gives 2
done
run "$PYKALA" check --fix -o project --project project --as seuranta/2026/joutsa.xml one/mail.xml
gives 2
run "$PYKALA" check --fix -o one one/mail.xml
gives 2
mkdir out
ln -s ../project/seuranta out/seuranta
run "$PYKALA" check --fix -o out project/seuranta/2026/joutsa.xml
gives 2
sha256sum project/seuranta/2026/* one/mail.xml | cmp -s - before || fail 'a file was changed'
rm -rf out

begin 'a workbook is named'
mkdir -p books
"$PYKALA" new seuranta project --year 2026 -o books >stdout 2>stderr || fail 'no workbooks'
book=$(find books -name joutsa.xlsx)
fix --project project --as seuranta/2027/joutsa.xlsx "$book"
gives 1
prints "$book: työkirjaa ei korjata; korjaa siinä alla nimetyt solut"
no_copy

begin 'wrong use, and a folder that cannot be written'
run "$PYKALA" check --fix $answers
gives 2
run "$PYKALA" check --fix -o out --format html $answers
gives 2
run "$PYKALA" check --fix -o out --format verdict $answers
gives 2
: >file
run "$PYKALA" check --fix -o file $answers
gives 3
says file

begin 'the list for programs is as its schema says'
cat >fields.py <<'END'
import json, sys
def fields(value, schema, where):
    if schema.get("$ref") == "check.schema.json#/items":
        return
    if isinstance(value, dict):
        assert list(value) == list(schema["properties"]) == schema["required"], (where, list(value))
        for key in value:
            fields(value[key], schema["properties"][key], where + "/" + key)
    for one in value if isinstance(value, list) else []:
        fields(one, schema["items"], where)
fields(json.load(open("stdout")), json.load(open(sys.argv[1])), "")
END
fix --format json $answers
gives 0
python3 fields.py "$SOURCE/docs/fix.schema.json" || fail 'it is not'

finish
