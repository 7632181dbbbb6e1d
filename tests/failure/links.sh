#!/bin/sh
# A link that leads out of its folder is not followed by any command, and no line of what it leads to is shown.
# PYKALA is the program as it is released; SECONDS_MAX and MIB_MAX are what docs/security.md promises for a check.
. "$SOURCE/tests/cli/lib.sh"
SECONDS_MAX=60
MIB_MAX=1024

# shows_nothing RULE COMMAND…: it ends with an error of the rule, and nothing of a file outside is shown or written.
cp -R "$SOURCE/examples/keski-suomi" secret
chmod -R u+w secret
sed 's,<hanke ,<hanke salaisuus="salaisuus" ,' "$SOURCE/examples/keski-suomi/hanke.xml" >secret/hanke.xml
echo salaisuus >secret/plain.txt
shows_nothing() {
    rule=$1
    shift
    rm -rf shown
    run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$@"
    gives 1
    grep -rqF "$rule" stdout stderr shown 2>/dev/null || fail "the report does not name $rule"
    if grep -rqaE 'salaisuus|root:' stdout stderr shown 2>/dev/null; then
        fail 'a line of another file is shown'
    fi
}
for target in ../secret/hanke.xml ../secret/plain.txt /etc/passwd /dev/zero ../secret ../pipe; do
    begin "a project file that is a link out of its folder: $target"
    rm -rf project pipe
    mkfifo pipe
    cp -R "$SOURCE/examples/keski-suomi" project
    chmod -R u+w project
    ln -sf "$target" project/hanke.xml
    ln -s project folder
    for format in text json sarif html; do
        set -- --format "$format"
        [ "$format" != html ] || set -- "$@" -o shown
        shows_nothing project-path "$PYKALA" check "$@" project
        # A folder that is named may be a link, whatever its name.
        [ -d project/hanke.xml ] || shows_nothing project-path "$PYKALA" check "$@" project/hanke.xml
        shows_nothing project-path "$PYKALA" check "$@" folder/
        shows_nothing project-path "$PYKALA" check "$@" project/seuranta/2026
    done
    shows_nothing project-path "$PYKALA" build project -o shown
    [ -d project/hanke.xml ] || shows_nothing project-path "$PYKALA" build project/hanke.xml -o shown
    shows_nothing project-path "$PYKALA" list project
    shows_nothing project-path "$PYKALA" followup project --year 2026 --table osapuolitilanne
    shows_nothing project-path "$PYKALA" new seuranta project --year 2026 -o shown
    # Files of it that are named alone are checked alone.
    run "$WITHIN" "$SECONDS_MAX" "$MIB_MAX" "$PYKALA" check project/sopimus.xml project/seuranta/2026/luhanka.xml
    if grep -qE 'salaisuus|root:' stdout stderr; then
        fail 'a line of another file is shown'
    fi
    if command -v strace >/dev/null; then
        run strace -f -e trace=open,openat -o trace "$PYKALA" check project project/sopimus.xml project/seuranta/2026/luhanka.xml
        if grep -E '"project/hanke.xml"|secret|passwd' trace; then
            fail 'the link has been followed'
        fi
    fi
    rm folder
done
# Nor is it told whether there is anything outside.
for target in ../secret ../nosuch /etc/passwd /etc/nosuch; do
    begin "what is outside is not told: $target"
    rm -rf project
    cp -R "$SOURCE/examples/keski-suomi" project
    chmod -R u+w project
    ln -sf "$target" project/sopimus.xml
    edit suunnitelma.xml '0,/<\/kappale>/s||&<kuva tiedosto="kuva.png" vaihtoehto="a"/>|'
    ln -sf "$target" project/kuva.png
    run "$PYKALA" check project
    gives 1
    prints 'sopimus.xml is a link that leads out'
    prints 'kuva.png is a link that leads out'
    printf '<html xmlns="http://www.w3.org/1999/xhtml" lang="fi"><head><title>a</title></head><body><h1>a</h1>
<figure><img src="../%s" alt="a"/></figure><figure><img src="kuva.png" alt="a"/></figure></body></html>' "$target" >project/a.xhtml
    run "$PYKALA" typeset project/a.xhtml -o a.pdf
    gives 1
    grep -c 'project/a.xhtml:2: error: .* leads out of the folder' stderr | grep -qx 2 || fail 'it is not told twice'
done
begin 'a picture that is missing is told where it is named'
sed -i 's|"../[^"]*"|"nosuch.png"|' project/a.xhtml
run "$PYKALA" typeset project/a.xhtml -o a.pdf
says 'project/a.xhtml:2: error: project/nosuch.png: there is no such file [file-missing]'

for path in sopimus.xml seuranta/2026/luhanka.xml other.xml; do
    begin "a file of a project that is named alone and is a link out of it: $path"
    copy keski-suomi
    ln -sf "$PWD/secret/plain.txt" "project/$path"
    for format in text json sarif html; do
        set -- --format "$format"
        [ "$format" != html ] || set -- "$@" -o shown
        shows_nothing project-path "$PYKALA" check "$@" "project/$path"
    done
done
begin 'a file by itself that is a link out of its folder'
mkdir alone
ln -s ../secret/plain.txt alone/a.xml
shows_nothing file-kind "$PYKALA" check alone/a.xml
begin 'links inside of the folder, and a folder that is a link'
copy keski-suomi
mkdir project/files
mv project/hanke.xml project/sopimus.xml project/files
ln -s files/hanke.xml project/hanke.xml
ln -s files/sopimus.xml project/sopimus.xml
ln -s project folder
run "$PYKALA" check project folder folder/hanke.xml project/hanke.xml project/sopimus.xml folder/sopimus.xml
gives 0
run "$PYKALA" list folder
gives 0
rm folder
for name in teemaTiedosto:teema.xml pohjaKansio:pohjat; do
    begin "what a project names is a link out of its folder: ${name%:*}"
    copy keski-suomi
    rm -rf project/teema.xml
    mkdir -p secret/pohjat
    ln -s "$PWD/secret/${name#*:}" "project/${name#*:}"
    edit hanke.xml 's|^    <seurantaKansio|    <pohjaKansio polku="pohjat"/>\n&|'
    [ -e project/pohjat ] || mkdir project/pohjat
    [ -e project/teema.xml ] || cp "$SOURCE/examples/keski-suomi/teema.xml" project
    shows_nothing project-path "$PYKALA" check project
    shows_nothing project-path "$PYKALA" build project -o shown
    for up in ../secret/osapuolet.xml files/../../secret/osapuolet.xml /etc/passwd; do
        sed "s,polku=\"osapuolet.xml\",polku=\"$up\"," "$SOURCE/examples/keski-suomi/hanke.xml" >project/hanke.xml
        shows_nothing xsd-type "$PYKALA" check project
    done
done
finish
