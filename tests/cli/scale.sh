#!/bin/sh
# The examples of docs/scale.md: their syntax, and the one for GNU parallel run. PAPERS is not needed; the papers of
# puitesopimus-2022 are in BUILD/papers.
. "$SOURCE/tests/cli/lib.sh"
guide=$SOURCE/docs/scale.md

# example INFO: the code block of the guide whose fence says so.
example() {
    awk -v fence="\`\`\`$1" '$0 == "```" { on = 0 } on { print } $0 == fence { on = 1 }' "$guide"
}

begin 'Slurm'
example 'sh slurm' >papers.sbatch
run sh -n papers.sbatch
gives 0
silent
[ -s papers.sbatch ] || fail 'there is no example'
tasks=$(sed -n 's/^#SBATCH --array=1-//p' papers.sbatch)
grep -q "^shards=$tasks " papers.sbatch || fail 'not as many shards as tasks'

begin 'Slurm, with an array task at hand'
mkdir -p home bin
cp -R "$SOURCE/examples/puitesopimus-2022" home/my-project
ln -s "$PYKALA" bin/pykala
PATH=$PWD/bin:$PATH
run env HOME="$PWD/home" SLURM_ARRAY_TASK_ID=3 SLURM_CPUS_PER_TASK=1 sh papers.sbatch
gives 0
[ "$(find home/papers -name '*.pdf' | wc -l)" -eq "$(pykala list home/my-project --shard "3/$tasks" | wc -l)" ] ||
    fail 'not the papers of shard 3'

begin 'Kubernetes'
example yaml >job.yaml
run python3 - job.yaml <<'END'
import sys, yaml
job = yaml.safe_load(open(sys.argv[1], encoding="utf-8"))
spec = job["spec"]
pod = spec["template"]["spec"]
container = pod["containers"][0]
assert job["kind"] == "Job" and spec["completionMode"] == "Indexed"
assert spec["podFailurePolicy"]["rules"][0]["onExitCodes"]["containerName"] == container["name"]
assert {one["name"] for one in container["volumeMounts"]} == {one["name"] for one in pod["volumes"]}
assert f"/{spec['completions']}\"" in container["args"][0]
print(container["args"][0])
END
gives 0
mv stdout command
run sh -n command
gives 0

begin 'Kubernetes, the command of the first pod'
sed -e "s,/project ,$PWD/home/my-project ," -e "s,/papers,$PWD/pod," command >pod.sh
run env JOB_COMPLETION_INDEX=0 sh pod.sh
gives 0
[ "$(find pod -name '*.pdf' | wc -l)" -eq "$(pykala list home/my-project --shard 1/16 | wc -l)" ] ||
    fail 'not the papers of shard 1'

begin 'GNU parallel'
if command -v parallel >/dev/null; then
    example 'sh parallel' >papers.sh
    HOME=$PWD/home
    run sh papers.sh home/my-project 'out folder'
    gives 0
    diff -r "$BUILD/papers/puitesopimus-2022" 'out folder' >differences || fail "$(cat differences)"

    begin 'GNU parallel, a shard that failed'
    failed=$(sed -n '2s/^\([0-9]*\).*/\1/p' 'out folder.log')
    awk -v OFS='\t' -F '\t' 'NR == 2 { $7 = 3 } { print }' 'out folder.log' >log && mv log 'out folder.log'
    rm -r 'out folder'
    run sh papers.sh home/my-project 'out folder'
    gives 0
    (cd 'out folder' && find . -type f | sed 's,^\./,,' | LC_ALL=C sort) >made
    pykala list home/my-project --shard "$failed/8" | cut -f 1 | LC_ALL=C sort >listed
    cmp -s listed made || fail "$(diff listed made)"
else
    echo 'parallel is not installed: its example is not run'
fi
finish
