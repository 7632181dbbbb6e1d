# What the tests of the program share. Needs in the environment: PYKALA, the program; SOURCE, the source folder; WORK,
# a folder of the test's own, which is emptied.
# shellcheck shell=sh
set -u
rm -rf "$WORK"
mkdir -p "$WORK"
cd "$WORK" || exit 1
failures=0
case=none
status=0

# begin NAME: starts a case.
begin() {
    case=$1
}

fail() {
    echo "FAILED: $case: $*"
    echo "  status: $status"
    sed 's/^/  stdout: /' stdout
    sed 's/^/  stderr: /' stderr
    failures=$((failures + 1))
}

# run COMMAND…: keeps its output and status for the checks below.
run() {
    "$@" >stdout 2>stderr
    status=$?
}

# gives STATUS
gives() {
    [ "$status" -eq "$1" ] || fail "the exit status is not $1"
}

# prints TEXT, says TEXT: standard output, standard error holds it.
prints() {
    grep -qF -e "$1" stdout || fail "standard output does not hold: $1"
}
says() {
    grep -qF -e "$1" stderr || fail "standard error does not hold: $1"
}
silent() {
    [ ! -s stderr ] || fail "standard error is not empty"
}

# many COUNT TEXT: the text that many times.
many() {
    yes "$2" | head -n "$1" | tr -d '\n'
}

# one_message FILE: exactly one error or failure stands in it.
one_message() {
    count=$(grep -cE '(^|: )(error|failure): ' "$1")
    [ "$count" -eq 1 ] || fail "$1 holds $count errors, not one"
}

# inner PID: waits for the process that does the command, while PID only watches it, and prints its number.
inner() {
    until pgrep -o -P "$1" || ! kill -0 "$1" 2>/dev/null; do :; done
}

# copy EXAMPLE: a fresh copy of it, to be changed, in ./project.
copy() {
    rm -rf project
    cp -R "$SOURCE/examples/$1" project
    chmod -R u+w project
}

# three FOLDER: a fresh copy there of the project of three parties, without the form that its register lacks.
three() {
    rm -rf "$1"
    cp -R "$SOURCE/tests/data/kolme" "$1"
    chmod -R u+w "$1"
    sed -i 's,<genetiivi>Äyräs-valtuuston</genetiivi>,&<allatiivi>Äyräs-valtuustolle</allatiivi>,' "$1/osapuolet.xml"
}

# edit FILE EXPRESSION: changes a file of the copy with sed -E, and makes sure that it did.
edit() {
    sed -E -e "$2" "project/$1" >edited
    if cmp -s edited "project/$1"; then
        fail "the edit changes nothing: $2"
    fi
    mv edited "project/$1"
}

# own_paper: the copy has templates of its own in pohjat, and a paper of one of them.
own_paper() {
    edit hanke.xml 's|^  </tiedostot>|    <pohjaKansio polku="pohjat"/>\n&|
        s|^  </paperit>|    <paperi tunnus="tiedote" pohja="tiedote" aihe="sopimus" laajuus="osapuoli" osapuolet="alue"><nimi>Tiedote</nimi></paperi>\n&|'
}

# own: a fresh copy in ./project of the project of three parties with the templates of tests/data/omat-pohjat and a paper of its own.
own() {
    three project
    cp -R "$SOURCE/tests/data/omat-pohjat" project/pohjat
    chmod -R u+w project
    own_paper
}

# whole_files FOLDER: every file in it is a whole PDF; no temporary file is left.
whole_files() {
    [ -d "$1" ] || return
    find "$1" -type f >files
    while read -r file; do
        case $file in
        */.*) fail "left behind: $file" ;;
        *.pdf) tail -c 6 "$file" | grep -q '%%EOF' || fail "not whole: $file" ;;
        *) fail "not a paper: $file" ;;
        esac
    done <files
}

# no_files FOLDER
no_files() {
    [ ! -d "$1" ] || [ -z "$(find "$1" -type f)" ] || fail "there are files in $1"
}

# until_true COMMAND…: waits till it holds, a minute at most, while the process watcher runs.
until_true() {
    waited=0
    until "$@" >check 2>&1; do
        waited=$((waited + 1))
        if [ "$waited" -ge 1200 ] || ! kill -0 "$watcher" 2>/dev/null; then
            fail "it does not come to this: $*"
            return
        fi
        sleep 0.05
    done
}

# finish: ends the test.
finish() {
    [ "$failures" -eq 0 ] || exit 1
    exit 0
}
