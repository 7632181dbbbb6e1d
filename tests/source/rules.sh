#!/bin/sh
# The list of rules is complete: some source gives each; docs/rules.md has a row with its severity, its meaning and an
# example, and no other row; each meaning is translated into Finnish and Swedish.
# usage: rules.sh SOURCE-FOLDER PYKALA
set -eu
cd "$1"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
tab=$(printf '\t')
"$2" check --list-rules --lang en >"$work/table"

status=0
# The compiler knows the rules by their names in C: each must be given by some source.
sed -n 's/^RULE(\([A-Z_]*\),.*/\1/p' src/base/rules.def >"$work/names"
while read -r name; do
    grep -rqw "RULE_$name" src --include='*.c' || { echo "no source gives RULE_$name"; status=1; }
done <"$work/names"
[ "$(grep -c '^RULE(' src/base/rules.def)" = "$(wc -l <"$work/table")" ] || { echo "the list is not the table"; status=1; }

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
