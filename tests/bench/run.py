"""citechat beside its peers, all with the same weights, in one run: ``make bench XQUAD=path/to/xquad READING=path/to/reading``.

The corpora are XQuAD in three languages and, with READING, the ``.test`` sets of that folder: of each, all paragraphs or
pages are one corpus, a passage each, and every question is asked of it. The table says of each whether our weights were
fitted on it. Peers are installed into virtual environments of their own under .bench/, since they want other versions than
citechat. Written are results.json, results.md and results.png beside this file; what each peer found stays in .bench/jobs.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, median

from plot import draw

from citechat.index.packaged_embedder import PACKAGED_SHA256, packaged_weights
from citechat.retrieval.weights import fit_of, weight_sets

HERE = Path(__file__).parent
WORK = HERE.parents[1] / ".bench"
LANGUAGES = ("en", "de", "zh")
LIMIT = 5
# The reading sets, and what a reader calls them.
READING_SETS = {
    "wiki.en": "Wikipedia 2019 en",
    "omos.en": "city offices en",
    "omos.de": "city offices de",
    "cmrc.zh": "CMRC zh",
}
_COLUMNS = {
    "r5": "R@5",
    "mrr": "MRR",
    "passages_a_second": "passages/s",
    "query_p50_ms": "query p50, ms",
}
# adapter in peers/ → (its name in the table, the requirements it runs with; none: this very environment)
PEERS = {
    "citechat": ("citechat", ""),
    "langchain_chroma": ("LangChain + Chroma", "langchain"),
    "langchain_ensemble": ("LangChain ensemble", "langchain"),
    "llamaindex": ("LlamaIndex fusion", "llamaindex"),
    "haystack": ("Haystack RRF", "haystack"),
    "txtai": ("txtai hybrid", "txtai"),
}
OFFLINE = {
    "HF_HUB_OFFLINE": "1",
    "HAYSTACK_TELEMETRY_ENABLED": "False",
    "ANONYMIZED_TELEMETRY": "False",
}


@dataclass(frozen=True)
class Corpus:
    """Passages by id, and questions, each with the id of the passage that answers it."""

    name: str
    language: str
    files: tuple[str, ...]
    passages: dict[str, str]
    questions: list[tuple[str, str]]


def main() -> None:
    """Read the corpora, run every peer on each, write the results."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "xquad", type=Path, help="folder with xquad.en.json, xquad.de.json and xquad.zh.json"
    )
    parser.add_argument("--reading", type=Path, help="folder with <set>.<language>.test.jsonl.gz")
    parser.add_argument(
        "--rounds", type=int, default=3, help="measure so often; times are medians (default 3)"
    )
    options = parser.parse_args()
    corpora = [read_squad(options.xquad / f"xquad.{language}.json") for language in LANGUAGES]
    for name in READING_SETS if options.reading else ():
        corpora.append(read_pages(options.reading / f"{name}.test.jsonl.gz"))
    pythons = {peer: python_with(requirements) for peer, (_, requirements) in PEERS.items()}
    rows = [
        {"peer": peer, "corpus": corpus.name, **measure(peer, pythons[peer], corpus)}
        for _ in range(options.rounds)
        for corpus in corpora
        for peer in PEERS
    ]
    write(summary(rows, corpora))


def read_squad(path: Path) -> Corpus:
    """The paragraphs of a file in SQuAD's form and the questions on them."""
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    paragraphs = {
        f"p{n:04}": p for n, p in enumerate(p for article in data for p in article["paragraphs"])
    }
    questions = [
        (question["question"], name) for name, p in paragraphs.items() for question in p["qas"]
    ]
    passages = {name: paragraph["context"] for name, paragraph in paragraphs.items()}
    language = path.name.split(".")[1]
    return Corpus(f"XQuAD {language}", language, (path.name,), passages, questions)


def read_pages(path: Path) -> Corpus:
    """The pages of a reading set and its questions that a page answers."""
    name, language = path.name.split(".")[:2]
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file]
    joined = "" if language == "zh" else " "
    texts = [joined.join(row["sentences"]) for row in rows]
    number_of = {text: f"p{n:04}" for n, text in enumerate(dict.fromkeys(texts))}
    questions = [
        (row["question"], number_of[text])
        for row, text in zip(rows, texts, strict=True)
        if row["answers"] or row["texts"]
    ]
    passages = {number: text for text, number in number_of.items()}
    return Corpus(READING_SETS[f"{name}.{language}"], language, (path.name,), passages, questions)


def python_with(requirements: str) -> str:
    """The interpreter that has ``requirements-….txt`` installed; the environment is made when it is missing or old."""
    if not requirements:
        return sys.executable
    wanted, place = HERE / f"requirements-{requirements}.txt", WORK / requirements
    python, stamp = place / "bin" / "python", place / "installed.txt"
    if not stamp.is_file() or stamp.read_text(encoding="utf-8") != wanted.read_text(
        encoding="utf-8"
    ):
        print(f"installing {wanted.name}", flush=True)
        subprocess.run([sys.executable, "-m", "venv", "--clear", str(place)], check=True)
        subprocess.run(
            [str(python), "-m", "pip", "install", "--quiet", "--requirement", str(wanted)],
            check=True,
        )
        shutil.copy(wanted, stamp)
    return str(python)


def measure(peer: str, python: str, corpus: Corpus) -> dict:
    """Run one adapter in a process of its own and judge what it found; empty where it broke off."""
    folder = WORK / "jobs" / f"{peer}-{corpus.name.replace(' ', '-')}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    job, result = folder / "job.json", folder / "result.json"
    asked = {
        "passages": corpus.passages,
        "questions": [question for question, _ in corpus.questions],
    }
    common = {
        "weights": str(packaged_weights()),
        "folder": str(folder),
        "limit": LIMIT,
        "language": corpus.language,
    }
    job.write_text(json.dumps(common | asked), encoding="utf-8")
    command = [
        python,
        "-P",
        str(HERE / "measure.py"),
        str(HERE / "peers" / f"{peer}.py"),
        str(job),
        str(result),
    ]
    ran = subprocess.run(
        command, check=False, env=os.environ | OFFLINE, capture_output=True, text=True
    )
    if ran.returncode:
        print(f"{corpus.name} {PEERS[peer][0]:20} broke off:\n{ran.stderr}", flush=True)
        return {}
    right = [name for _, name in corpus.questions]
    judged = judge(json.loads(result.read_text(encoding="utf-8")), right, len(corpus.passages))
    shown = {name: round(value, 3) for name, value in judged.items() if name != "versions"}
    print(f"{corpus.name} {PEERS[peer][0]:20}", shown, flush=True)
    return judged


def judge(result: dict, right: list[str], passages: int) -> dict:
    """Shares of questions whose paragraph came first or among five, and the mean reciprocal rank within these five."""
    ranks = [
        found.index(name) + 1 if name in found else 0
        for found, name in zip(result["found"], right, strict=True)
    ]
    return {
        "r1": mean(rank == 1 for rank in ranks),
        "r5": mean(0 < rank <= LIMIT for rank in ranks),
        "mrr": mean(1 / rank if rank else 0.0 for rank in ranks),
        "passages_a_second": passages / result["ingest_seconds"],
        "query_p50_ms": 1000 * median(result["query_seconds"]),
        "versions": result["versions"],
    }


def summary(rows: list[dict], corpora: list[Corpus]) -> dict:
    """What goes into results.json: medians over the rounds, and what they were measured on."""
    return {
        "corpora": {
            corpus.name: {
                "language": corpus.language,
                "passages": len(corpus.passages),
                "questions": len(corpus.questions),
                "fitted on": was_fitted_on(corpus),
            }
            for corpus in corpora
        },
        "weights": f"all-MiniLM-L6-v2, SHA-256 {PACKAGED_SHA256[:12]}…",
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "rounds": len(rows) // (len(PEERS) * len(corpora)),
        "peers": {peer: of_peer(peer, rows, corpora) for peer in PEERS},
    }


def was_fitted_on(corpus: Corpus) -> bool:
    """Whether any weight of ours for that language has seen one of the corpus's files."""
    fits = [
        fit_of(task, weight_set)
        for task in ("ranking", "order")
        for weight_set in weight_sets(task)
    ]
    seen = {Path(name).name for fit in fits if fit for name in fit.data}
    return any(name in seen for name in corpus.files)


def of_peer(peer: str, rows: list[dict], corpora: list[Corpus]) -> dict:
    """A peer's name, the versions that it ran with, and its figures on each corpus."""
    own = {
        corpus.name: [row for row in rows if (row["peer"], row["corpus"]) == (peer, corpus.name)]
        for corpus in corpora
    }
    told = [run["versions"] for runs in own.values() for run in runs if "versions" in run]
    return {
        "name": PEERS[peer][0],
        "versions": told[0] if told else {},
        "corpora": {name: medians(runs) for name, runs in own.items()},
    }


def medians(runs: list[dict]) -> dict | None:
    """Each figure's median over the rounds; None where the peer broke off in one."""
    figures = ("r1", "r5", "mrr", "passages_a_second", "query_p50_ms")
    if any("r1" not in run for run in runs):
        return None
    return {figure: round(median(run[figure] for run in runs), 4) for figure in figures}


def write(results: dict) -> None:
    (HERE / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    table = as_markdown(results)
    (HERE / "results.md").write_text(table, encoding="utf-8")
    draw(results, HERE / "results.png")
    print(f"\n{table}")


def as_markdown(results: dict) -> str:
    """Two tables: the right passage first on every corpus, and how fast it went on the first."""
    corpora = results["corpora"]
    first = next(iter(corpora))
    lines = [
        "The share of questions whose passage comes first (R@1), best in bold. All with the same weights",
        f"({results['weights']}), in one run: {results['machine']}; medians of {results['rounds']}.",
        "Chance moves a share of .95 by ±.02, one of .5 by ±.04. A dash: the peer broke off.",
        "",
        "| | " + " | ".join(corpora) + " |",
        "|---" * (len(corpora) + 1) + "|",
        *(
            row(results, peer, [(name, "r1") for name in corpora])
            for peer in results["peers"].values()
        ),
        "| passages | " + " | ".join(str(one["passages"]) for one in corpora.values()) + " |",
        "| questions | " + " | ".join(str(one["questions"]) for one in corpora.values()) + " |",
        "| were our weights fitted on it? | "
        + " | ".join("yes" if one["fitted on"] else "no" for one in corpora.values())
        + " |",
        "",
        f"On {first}; MRR counts the first five:",
        "",
        "| | " + " | ".join(_COLUMNS.values()) + " |",
        "|---" * (len(_COLUMNS) + 1) + "|",
        *(
            row(results, peer, [(first, name) for name in _COLUMNS])
            for peer in results["peers"].values()
        ),
        "",
        f"Versions: {versions(results)}.",
    ]
    return "\n".join(lines) + "\n"


def row(results: dict, peer: dict, wanted: list[tuple[str, str]]) -> str:
    """A line of a table: a peer's figures, each on a corpus."""
    cells = [cell(results, peer, figure, corpus) for corpus, figure in wanted]
    return f"| {peer['name']} | " + " | ".join(cells) + " |"


def versions(results: dict) -> str:
    """Every library that took part, with its version."""
    used = {
        name: number
        for peer in results["peers"].values()
        for name, number in peer["versions"].items()
    }
    return ", ".join(f"{name} {number}" for name, number in sorted(used.items()))


def cell(results: dict, peer: dict, name: str, corpus: str) -> str:
    """One figure, in bold when no peer has a better one; a dash where the peer broke off."""
    if peer["corpora"][corpus] is None:
        return "–"
    finished = [own for other in results["peers"].values() if (own := other["corpora"][corpus])]
    every = [own[name] for own in finished]
    value = peer["corpora"][corpus][name]
    best = min(every) if name == "query_p50_ms" else max(every)
    shown = f"{value:.3f}".removeprefix("0") if name in ("r1", "r5", "mrr") else f"{value:.0f}"
    return f"**{shown}**" if value == best else shown


if __name__ == "__main__":
    main()
