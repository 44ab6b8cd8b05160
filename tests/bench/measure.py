"""One peer, one corpus: ingest it, ask every question, write what was found and how long it took.

    python -P measure.py peers/txtai.py job.json result.json

``-P`` keeps this folder off the path, where a peer's adapter would hide the library that it is named after.
An adapter has a class ``Peer(weights, folder, limit, language)``, whose making loads the model, ``ingest(passages)``
and ``search(question)``, which returns the ids of the ``limit`` best passages, best first.
"""

import json
import runpy
import sys
import time
from importlib.metadata import version
from pathlib import Path


def main(adapter: str, job_file: str, result_file: str) -> None:
    job = json.loads(Path(job_file).read_text(encoding="utf-8"))
    loaded = runpy.run_path(adapter)
    peer = loaded["Peer"](job["weights"], Path(job["folder"]), job["limit"], job["language"])
    start = time.perf_counter()
    peer.ingest(job["passages"])
    ingested = time.perf_counter() - start
    peer.search(job["questions"][0])  # whatever opens its files or compiles on first use
    answers = [timed(peer.search, question) for question in job["questions"]]
    result = {
        "versions": {name: version(name) for name in loaded["DISTRIBUTIONS"]},
        "ingest_seconds": ingested,
        "query_seconds": [seconds for _, seconds in answers],
        "found": [found[: job["limit"]] for found, _ in answers],
    }
    Path(result_file).write_text(json.dumps(result), encoding="utf-8")


def timed(search, question: str) -> tuple[list[str], float]:
    start = time.perf_counter()
    found = search(question)
    return found, time.perf_counter() - start


if __name__ == "__main__":
    main(*sys.argv[1:])
