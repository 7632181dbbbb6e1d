"""Two processes that take documents from one list, when both are warm.

usage: batch_PEER.py FOLDER WARM-UP FILE…: sets the files into FOLDER; prints the seconds that all took, from when
both processes have set the first one, which isn't among the others, and those that each took. With - for the WARM-UP
none is set first.
"""

import json
import multiprocessing
import sys
import time
from pathlib import Path

PROCESSES = 2


def serve(set_one, finish, folder, warm_up, tasks, results, ready):
    if warm_up != "-":
        set_one(warm_up, folder / f"warm-{multiprocessing.current_process().name}.pdf")
    ready.wait()
    for source in iter(tasks.get, None):
        start = time.perf_counter()
        set_one(source, folder / (Path(source).stem + ".pdf"))
        results.put(time.perf_counter() - start)
    results.put(None)
    if finish:
        finish()


def run(set_one, finish=None):
    folder, warm_up, *sources = Path(sys.argv[1]), *sys.argv[2:]
    folder.mkdir(parents=True, exist_ok=True)
    tasks, results = multiprocessing.Queue(), multiprocessing.Queue()
    ready = multiprocessing.Barrier(PROCESSES + 1)
    workers = [multiprocessing.Process(target=serve, args=(set_one, finish, folder, warm_up, tasks, results, ready))
               for _ in range(PROCESSES)]
    for worker in workers:
        worker.start()
    for source in sources + [None] * PROCESSES:
        tasks.put(source)
    ready.wait()
    start = time.perf_counter()
    each, ended = [], 0
    while ended < PROCESSES:
        taken = results.get()
        ended += taken is None
        each += [taken] if taken is not None else []
    total = time.perf_counter() - start
    for worker in workers:
        worker.join()
    print(json.dumps({"total": total, "each": each}))
