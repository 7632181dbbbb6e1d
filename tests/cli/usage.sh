#!/bin/sh
# Wrong use is told in one line, with where to read on, and ends with status 2; help and version work.
. "$SOURCE/tests/cli/lib.sh"
example=$SOURCE/examples/keski-suomi

# misused MESSAGE ARGUMENTS…
misused() {
    begin "pykala $*"
    message=$1
    shift
    run "$PYKALA" "$@"
    gives 2
    says "$message"
    [ ! -s stdout ] || fail "standard output is not empty"
    no_files out
}

misused 'Use: pykala COMMAND'
misused 'did you mean "build"?' buidl
misused 'there is no command "rakenna"' rakenna
misused 'name a file or a project' check
misused 'takes a number from 1' check --timeout 0 "$example"
misused 'takes a number from 1' check --max-memory x "$example"
misused 'name one project' list
misused 'name one project' list a b
misused 'name one project' build -o out
misused 'name one project' build -o out a b
misused 'say with -o' build "$example"
misused 'there is no option --frob' build "$example" -o out --frob
misused 'there is no option -x' build "$example" -o out -x
misused 'needs a value' build "$example" -o
misused 'needs a value' build "$example" --party
for option in --output= --party= --paper= --emit= --shard= --jobs= --timeout= --max-memory=; do
    misused "the option $option needs a value" build "$example" -o out "$option"
done
# As of a variable that isn't set: what goes to a folder "" would go to the root's.
misused 'the option -o needs a value' build "$example" -o ''
misused 'the option --output needs a value' check "$example" --format html --output ''
misused 'the option --format needs a value' check "$example" --format ''
misused 'the option -o needs a value' typeset a.xhtml b.xhtml -o ''
misused 'the option --theme= needs a value' typeset a.xhtml --theme= -o out
misused 'the option -o needs a value' new seuranta "$example" --year 2026 -o ''
misused 'the option --year needs a value' followup "$example" --year ''
for option in --output= --table= --for= --separator= --decimal=; do
    misused "the option $option needs a value" followup "$example" --year 2026 "$option"
done
misused 'takes a number from 1' build "$example" -o out --jobs 0
misused 'takes a number from 1' build "$example" -o out --jobs 2x
misused 'takes a number from 1' build "$example" -o out --jobs 99999999999999999999
for part in 0/3 4/3 1/0 3 1/ /3 -1/3 '1 /3' 1/3x 1/1000001 1/99999999999999999999; do
    misused '--shard takes I/N' build "$example" -o out --shard "$part"
    misused '--shard takes I/N' list "$example" --shard "$part"
done
misused 'did you mean "pages"?' build "$example" -o out --emit pagse
misused 'did you mean "joutsa"?' build "$example" -o out --party jousta
misused 'did you mean "laukaa"?' build "$example" -o out --party joutsa,laukkaa
misused 'did you mean "suunnitelma"?' build "$example" -o out --paper suunitelma
misused 'no paper is both' build "$example" -o out --party joutsa --paper sopimus

misused 'name a page document' typeset -o out.pdf
misused 'name the file to write' typeset page.xhtml
misused 'takes a number from 1' typeset page.xhtml -o out.pdf --timeout 0
misused 'takes a number from 1' typeset page.xhtml -o out.pdf --max-memory 99999999999
misused 'a page document gives only' typeset page.xhtml --emit data

# A file that anybody has named may stand among the arguments of "pykala check *".
escape=$(printf '\033[31m')
misused 'there is no option -- [31m' check "--$escape"
misused 'there is no command " [31m"' "$escape"
misused 'not " [31m"' check --format "$escape" x
misused 'not "�"' check --format "$(printf '\377')" x

for command in check build list new followup typeset; do
    begin "help of $command"
    run "$PYKALA" "$command" --help
    gives 0
    prints "Use: pykala $command"
    silent
done

begin 'the help names every command'
run "$PYKALA" --help
gives 0
prints '  check '
prints '  build '
prints '  list '
prints '  new '
prints '  followup '
prints '  typeset '

begin 'version'
run "$PYKALA" --version
gives 0
grep -qxE 'pykala [0-9]+\.[0-9]+\.[0-9]+' stdout || fail 'not a version'

begin 'output that cannot be written'
"$PYKALA" list "$example" >/dev/full 2>stderr
status=$?
: >stdout
gives 3
finish
