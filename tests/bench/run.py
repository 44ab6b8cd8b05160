"""citechat beside its peers on XQuAD, all with the same weights, in one run: ``make bench XQUAD=path/to/xquad``.

For each language all paragraphs are one corpus, a passage each, and every question is asked of it. Peers are installed
into virtual environments of their own under .bench/, since they want other versions than citechat. Written are
results.json, results.md and results.png beside this file; what each peer found stays in .bench/jobs.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from statistics import mean, median

from plot import draw

from citechat.index.packaged_embedder import PACKAGED_SHA256, packaged_weights

HERE = Path(__file__).parent
WORK = HERE.parents[1] / ".bench"
LANGUAGES = ("en", "de", "zh")
LIMIT = 5
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


def main() -> None:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument(
        "xquad", type=Path, help="folder with xquad.en.json, xquad.de.json and xquad.zh.json"
    )
    parser.add_argument(
        "--rounds", type=int, default=3, help="measure so often; times are medians (default 3)"
    )
    options = parser.parse_args()
    corpora = {
        language: read_squad(options.xquad / f"xquad.{language}.json") for language in LANGUAGES
    }
    pythons = {peer: python_with(requirements) for peer, (_, requirements) in PEERS.items()}
    rows = [
        {
            "peer": peer,
            "language": language,
            **measure(peer, pythons[peer], language, corpora[language]),
        }
        for _ in range(options.rounds)
        for language in LANGUAGES
        for peer in PEERS
    ]
    write(summary(rows, corpora))


def read_squad(path: Path) -> tuple[dict[str, str], list[tuple[str, str]]]:
    """Passage id → paragraph, and (question, id of its paragraph)."""
    data = json.loads(path.read_text(encoding="utf-8"))["data"]
    paragraphs = {
        f"p{n:04}": p for n, p in enumerate(p for article in data for p in article["paragraphs"])
    }
    questions = [
        (question["question"], name) for name, p in paragraphs.items() for question in p["qas"]
    ]
    return {name: paragraph["context"] for name, paragraph in paragraphs.items()}, questions


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


def measure(
    peer: str, python: str, language: str, corpus: tuple[dict[str, str], list[tuple[str, str]]]
) -> dict:
    """Run one adapter in a process of its own and judge what it found."""
    passages, questions = corpus
    folder = WORK / "jobs" / f"{peer}-{language}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    job, result = folder / "job.json", folder / "result.json"
    asked = {"passages": passages, "questions": [question for question, _ in questions]}
    common = {
        "weights": str(packaged_weights()),
        "folder": str(folder),
        "limit": LIMIT,
        "language": language,
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
        sys.exit(f"{peer} failed:\n{ran.stderr}")
    judged = judge(
        json.loads(result.read_text(encoding="utf-8")),
        [name for _, name in questions],
        len(passages),
    )
    print(
        f"{language} {PEERS[peer][0]:20}",
        {k: round(v, 3) for k, v in judged.items() if k != "versions"},
        flush=True,
    )
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


def summary(rows: list[dict], corpora: dict) -> dict:
    """What goes into results.json: medians over the rounds, and what they were measured on."""
    figures = ("r1", "r5", "mrr", "passages_a_second", "query_p50_ms")
    of = {
        peer: {
            lang: [r for r in rows if (r["peer"], r["language"]) == (peer, lang)]
            for lang in LANGUAGES
        }
        for peer in PEERS
    }
    return {
        "corpora": {
            lang: {"passages": len(passages), "questions": len(asked)}
            for lang, (passages, asked) in corpora.items()
        },
        "weights": f"all-MiniLM-L6-v2, SHA-256 {PACKAGED_SHA256[:12]}…",
        "machine": f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}",
        "rounds": len(of["citechat"]["en"]),
        "peers": {
            peer: {
                "name": PEERS[peer][0],
                "versions": languages["en"][0]["versions"],
                "languages": {
                    lang: {name: round(median(row[name] for row in found), 4) for name in figures}
                    for lang, found in languages.items()
                },
            }
            for peer, languages in of.items()
        },
    }


def write(results: dict) -> None:
    (HERE / "results.json").write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    table = as_markdown(results)
    (HERE / "results.md").write_text(table, encoding="utf-8")
    draw(results, HERE / "results.png")
    print(f"\n{table}")


def as_markdown(results: dict) -> str:
    columns = {
        "r1": "R@1",
        "r5": "R@5",
        "mrr": "MRR",
        "passages_a_second": "passages/s",
        "query_p50_ms": "query p50, ms",
    }
    size = results["corpora"]["en"]
    lines = [
        f"XQuAD: {size['passages']} paragraphs and {size['questions']} questions a language. Cells: en / de / zh, best in bold.",
        f"All with the same weights ({results['weights']}), in one run: {results['machine']}; medians of {results['rounds']}.",
        "MRR counts the first five. Chance moves a share of .95 by ±.02, one of .5 by ±.04.",
        "",
        "| | " + " | ".join(columns.values()) + " |",
        "|---" * (len(columns) + 1) + "|",
    ]
    for peer in results["peers"].values():
        cells = [
            " / ".join(cell(results, peer, name, lang) for lang in LANGUAGES) for name in columns
        ]
        lines.append(f"| {peer['name']} | " + " | ".join(cells) + " |")
    versions = {
        name: number
        for peer in results["peers"].values()
        for name, number in peer["versions"].items()
    }
    lines += [
        "",
        "Versions: "
        + ", ".join(f"{name} {number}" for name, number in sorted(versions.items()))
        + ".",
    ]
    return "\n".join(lines) + "\n"


def cell(results: dict, peer: dict, name: str, language: str) -> str:
    """One figure, in bold when no peer has a better one."""
    every = [p["languages"][language][name] for p in results["peers"].values()]
    value = peer["languages"][language][name]
    best = min(every) if name == "query_p50_ms" else max(every)
    shown = f"{value:.3f}".removeprefix("0") if name in ("r1", "r5", "mrr") else f"{value:.0f}"
    return f"**{shown}**" if value == best else shown


if __name__ == "__main__":
    main()
