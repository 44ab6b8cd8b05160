"""Workers beside one Chroma server: how many questions a second they answer, and how long one takes.

``python tests/bench/workers.py [SECONDS]`` (``make bench-workers``) starts ``chroma run``, fills it with
the shipped corpus, and then asks for so many seconds from one process without a server and from 1, 2
and 4 processes with it. All are compared in one run, on the machine as it is; what an answer costs of
a processor does not depend on what else the machine does. Needs Linux.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from chroma_server import ChromaServer
from citechat import CiteChat, Settings

QUESTIONS = (
    "Who leads in compute?",
    "How many AI companies does Beijing have?",
    "What are vouchers for computing power?",
    "Welche Stadt hat die meisten KI-Unternehmen?",
    "Was kostet Rechenleistung in Guizhou?",
    "上海有多少家人工智能企业？",
)

WORKER = """
import json, resource, sys, time
from citechat import CiteChat, Settings

where, server, questions, seconds = sys.argv[1], sys.argv[2], json.loads(sys.argv[3]), sys.argv[4]
started = time.perf_counter()
chat = CiteChat(Settings(index_dir=where, chroma_url=server))
chat.warm_up()
print(json.dumps(time.perf_counter() - started), flush=True)
sys.stdin.readline()
times, until, worked = [], time.perf_counter() + float(seconds), time.process_time()
while time.perf_counter() < until:
    begun = time.perf_counter()
    chat.answer(questions[len(times) % len(questions)])
    times.append(time.perf_counter() - begun)
worked = time.process_time() - worked
megabytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(json.dumps([times, worked, megabytes]), flush=True)
"""


def ask(
    workers: int, server: ChromaServer | None, folder: Path, seconds: float
) -> dict[str, float]:
    """Figures of so many processes that ask at the same time."""
    address = server.url if server else ""
    asked = (json.dumps(QUESTIONS), str(seconds))
    environment = {**os.environ, "OMP_WAIT_POLICY": "PASSIVE"}
    started = [
        subprocess.Popen(
            [sys.executable, "-c", WORKER, str(folder / str(number)), address, *asked],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )
        for number in range(workers)
    ]
    opened = [json.loads(_line(process)) for process in started]
    # All begin together.
    for process in started:
        assert process.stdin
        process.stdin.write("go\n")
        process.stdin.flush()
    before = server.worked() if server else 0.0
    told = [json.loads(_line(process)) for process in started]
    after = server.worked() if server else 0.0
    times = sorted(t for its, _, _ in told for t in its)
    for process in started:
        process.communicate()
    return {
        "opened in s": max(opened),
        "answers/s": len(times) / seconds,
        "p50 ms": 1000 * statistics.median(times),
        "p95 ms": 1000 * times[int(0.95 * len(times))],
        "CPU ms of a worker": 1000 * sum(worked for _, worked, _ in told) / len(times),
        "CPU ms of Chroma": 1000 * (after - before) / len(times),
        "MB of a worker": max(megabytes for _, _, megabytes in told),
    }


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout
    return process.stdout.readline()


def main(seconds: float) -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        server = ChromaServer(folder / "chroma")
        server.start()
        begun = time.perf_counter()
        filled = CiteChat(Settings(index_dir=folder / "first", chroma_url=server.url))
        passages = sum(len(terms) for terms in filled.index.lexical.values())
        print(f"{passages} passages; the server was filled in {time.perf_counter() - begun:.1f} s")
        filled.index.store.close()
        for workers, beside in ((1, None), (1, server), (2, server), (4, server)):
            figures = ask(workers, beside, folder / ("workers" if beside else "local"), seconds)
            if not beside:
                print(f"| | {' | '.join(figures)} |\n|{'---|' * (len(figures) + 1)}")
            kind = f"{workers} beside Chroma" if beside else "1, no server"
            cells = (f"{figure:.1f}" for figure in figures.values())
            print(f"| {kind} | {' | '.join(cells)} |", flush=True)
        server.stop()


if __name__ == "__main__":
    main(float(sys.argv[1]) if len(sys.argv) > 1 else 20)
