#!/bin/sh
# The list of rules is complete: every id that the sources give to a diagnostic is in the program's table, every id of
# the table is used, docs/rules.md has a row with the same severity, meaning and an example for each, and no other, and each
# meaning is told in Finnish and Swedish.
# usage: rules.sh SOURCE-FOLDER PYKALA
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')
"$2" check --list-rules --lang en >"$work/table"
cut -f 1 "$work/table" | LC_ALL=C sort >"$work/listed"

# Ids in the sources: where a diagnostic is made, and in the tables of rules. All look alike.
find src -name '*.c' ! -path src/base/rule.c -exec cat {} + | tr '\n' ' ' |
    grep -oE '(DIAG_(ERROR|WARNING|INFO|FAILURE)|(explain_report|[^_a-z]report|complain)\([^";]*), *"[a-z]+(-[a-z]+)*"|\{"[a-z]+(-[a-z]+)+", *DIAG_|rule = "[a-z-]+"|\? "[a-z]+(-[a-z]+)+" : "[a-z]+(-[a-z]+)+"' |
    grep -oE '"[a-z]+(-[a-z]+)*"' | tr -d '"' | LC_ALL=C sort -u >"$work/given"

status=0
unlisted=$(LC_ALL=C comm -13 "$work/listed" "$work/given")
[ -z "$unlisted" ] || { echo "not in src/base/rule.c:" "$unlisted"; status=1; }
for id in $(LC_ALL=C comm -23 "$work/listed" "$work/given"); do
    grep -rqF "\"$id\"" src --include='*.c' --exclude=rule.c || { echo "no source gives $id"; status=1; }
done
[ "$(wc -l <"$work/given")" -gt 60 ] || { echo "too few ids were found in the sources"; status=1; }

sed -e "s/${tab}virhe${tab}/${tab}error${tab}/; s/${tab}varoitus${tab}/${tab}warning${tab}/; s/${tab}huomautus${tab}/${tab}info${tab}/" \
    -e "s/${tab}settable${tab}/, settable${tab}/; s/${tab}fixed${tab}/${tab}/" "$work/table" |
    sed -E "s/^([^$tab]*)$tab([^$tab]*)$tab(.*)\$/| \`\1\` | \2 | \3 |/" | LC_ALL=C sort >"$work/wanted"
# shellcheck disable=SC2016 # backquotes of Markdown
grep -E '^\| `[a-z-]+` \| [a-z, ]+ \| .+ \| .+ \|$' docs/rules.md | sed -E 's/^((\|[^|]*){3}\|).*$/\1/' |
    LC_ALL=C sort >"$work/told"
diff "$work/wanted" "$work/told" || status=1

for language in "fi" sv; do
    "$2" check --list-rules --lang "$language" >"$work/$language"
    if grep -Fxf "$work/table" "$work/$language"; then echo "stands in English among $language"; status=1; fi
done
exit $status
