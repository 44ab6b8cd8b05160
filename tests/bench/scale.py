"""How citechat grows: ``make bench-scale``, or ``python tests/bench/scale.py 1000 10000 100000``.

Beside it grow the bare parts that it is made of, in the same run: a Chroma collection of the same
passages and vectors, and a tantivy index of their words. Queries take turns in one process, so that a
busy machine slows all sides alike; memory is that of processes which do nothing else: that of searches,
and in a row of its own that of answers, which takes what does not grow: the reader and the dictionaries.
No side loads an embedding model.

The texts are seeded: words by a Zipf-Mandelbrot law (the commonest are English function words),
sentences of log-normal length, paragraphs and documents of geometric length. The model would need
hours for them, so a vector is the sum of one random vector a word; what a model takes for a question is
in ``make bench-speed``. The results are in scale.json, scale.md and scale.png; what is built is kept in
.bench/growth.
"""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import numpy as np

HERE = Path(__file__).parent
KEPT = HERE.parents[1] / ".bench" / "growth"
SIZES = (1_000, 10_000, 100_000)
K, POOL = 8, 50
QUESTIONS, MEMORY_QUESTIONS, MEMORY_ANSWERS = 150, 50, 10
VOCABULARY = 40_000
FUNCTION_WORDS = (
    "the of and to in a is that it was for on are as with his they at be this from have or by one "
    "had not but what all were when we there can an your which their said if do will each about"
).split()
SYLLABLES = [a + b for a in "bdfgklmnprstvz" for b in ("a", "e", "i", "o", "u", "ar", "en", "il")]


# Seeded text


@cache
def vocabulary() -> list[str]:
    """Words by rank, the commonest first."""
    rng = random.Random(1)
    words = dict.fromkeys(FUNCTION_WORDS)
    while len(words) < VOCABULARY:
        words.setdefault("".join(rng.choices(SYLLABLES, k=rng.choice((2, 2, 3, 3, 4)))))
    return list(words)


def documents(passages: int) -> Iterator[list[str]]:
    """Documents as lists of paragraphs, ``passages`` paragraphs in all."""
    rng = np.random.default_rng(7)
    words = np.array(vocabulary())
    weights = 1 / (np.arange(1, len(words) + 1) + 2.7)
    share = np.cumsum(weights / weights.sum())
    left = passages
    while left:
        length = min(left, int(rng.geometric(1 / 20)))
        yield [_paragraph(rng, words, share) for _ in range(length)]
        left -= length


def _paragraph(rng: np.random.Generator, words: Any, share: Any) -> str:
    sentences = []
    for _ in range(min(8, int(rng.geometric(1 / 3)))):
        count = int(np.clip(rng.lognormal(2.6, 0.4), 4, 40))
        drawn = words[np.searchsorted(share, rng.random(count))]
        sentences.append(" ".join(drawn).capitalize() + ".")
    return " ".join(sentences)


def write_corpus(folder: Path, passages: int) -> None:
    """The documents as files, in folders of a thousand."""
    for number, paragraphs in enumerate(documents(passages)):
        place = folder / "en" / f"{number // 1000:03d}"
        place.mkdir(parents=True, exist_ok=True)
        (place / f"d{number:06d}.txt").write_text("\n\n".join(paragraphs), encoding="utf-8")


def questions(passages: int, count: int) -> list[str]:
    """Questions in the words of a sentence that is somewhere in the corpus."""
    rng = random.Random(3)
    sentences: list[str] = []
    for paragraphs in documents(min(passages, 2_000)):
        sentences += [part for text in paragraphs for part in text.rstrip(".").split(". ")]
    common = set(FUNCTION_WORDS)
    asked = []
    for sentence in rng.sample(sentences, min(len(sentences), count * 4)):
        rare = [word for word in sentence.lower().split() if word not in common]
        if len(rare) >= 4:
            asked.append(f"What is the {rare[0]} {rare[1]} of {rare[2]} and {rare[3]}?")
    return asked[:count]


class WordSums:
    """A vector is the sum of one random vector a word, of length one."""

    identity = "word-sums"

    def encode(self, texts: Sequence[str], language: str, kind: str) -> Any:
        sums = [np.sum([_vector(word) for word in _words(text)], axis=0) for text in texts]
        rows = np.array(sums, dtype=np.float32).reshape(len(texts), 384)
        return rows / np.linalg.norm(rows, axis=1, keepdims=True)


def _words(text: str) -> list[str]:
    common = set(FUNCTION_WORDS)
    words = [word.strip(".?").lower() for word in text.split()]
    return [word for word in words if word not in common] or ["the"]


@cache
def _vector(word: str) -> Any:
    return np.random.default_rng(zlib.crc32(word.encode())).standard_normal(384).astype(np.float32)


# The two sides


def chat_over(place: Path) -> Any:
    from citechat import CiteChat, Settings

    settings = Settings(corpus=place / "corpus", index_dir=place / "index")
    embedder: Any = WordSums()
    return CiteChat(settings, embedder=embedder)


def open_bare(place: Path) -> tuple[Callable[[str], Any], Callable[[str], Any]]:
    """The two bare queries."""
    import chromadb
    import tantivy

    collection = chromadb.PersistentClient(str(place / "bare-chroma")).get_collection(
        "bare", embedding_function=None
    )
    index = tantivy.Index.open(str(place / "bare-tantivy"))
    searcher = index.searcher()
    embedder = WordSums()

    def by_vector(question: str) -> Any:
        vector = embedder.encode([question], "en", "query")
        return collection.query(query_embeddings=vector, n_results=POOL)

    def by_term(question: str) -> Any:
        query = index.parse_query(question.strip("?"), ["text"])
        hits = searcher.search(query, POOL).hits
        return [searcher.doc(address) for _, address in hits]

    return by_vector, by_term


def build_bare(place: Path) -> dict[str, float]:
    import chromadb
    import tantivy

    started = time.perf_counter()
    client = chromadb.PersistentClient(str(place / "bare-chroma"))
    collection = client.create_collection(
        "bare", configuration={"hnsw": {"space": "cosine"}}, embedding_function=None
    )
    embedder = WordSums()
    chunk: list[str] = []
    number = 0

    def flush() -> None:
        ids = [str(n) for n in range(number - len(chunk), number)]
        vectors = embedder.encode(chunk, "en", "passage")
        collection.add(ids=ids, embeddings=vectors, documents=list(chunk))

    for paragraph in _paragraphs(place):
        chunk.append(paragraph)
        number += 1
        if len(chunk) == 256:
            flush()
            chunk.clear()
    if chunk:
        flush()
    middle = time.perf_counter()
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True)
    (place / "bare-tantivy").mkdir()
    index = tantivy.Index(builder.build(), path=str(place / "bare-tantivy"))
    writer = index.writer(64_000_000, 1)
    for paragraph in _paragraphs(place):
        writer.add_document(tantivy.Document(text=paragraph))
    writer.commit()
    writer.wait_merging_threads()
    return {"chroma_s": middle - started, "tantivy_s": time.perf_counter() - middle}


def _paragraphs(place: Path) -> Iterator[str]:
    for path in sorted((place / "corpus").rglob("*.txt")):
        yield from path.read_text(encoding="utf-8").split("\n\n")


def build_citechat(place: Path) -> dict[str, float]:
    started = time.perf_counter()
    index = chat_over(place).index
    return {
        "citechat_s": time.perf_counter() - started,
        "passages": float(sum(len(terms) for terms in index.lexical.values())),
        "peak_mb": _memory("VmHWM"),
    }


def open_citechat(place: Path) -> dict[str, float]:
    from citechat.index import building  # noqa: F401  # imports are not counted

    started = time.perf_counter()
    chat = chat_over(place)
    opened = chat.index
    seconds = time.perf_counter() - started
    passages = sum(len(terms) for terms in opened.lexical.values())
    asked = questions(passages, MEMORY_QUESTIONS)
    for question in asked:
        chat.search(question, k=K)
    memory = _memory("VmRSS")
    for question in asked[:MEMORY_ANSWERS]:
        chat.answer(question)
    return {"open_s": seconds, "memory_mb": memory, "answer_memory_mb": _memory("VmRSS")}


def open_chroma(place: Path) -> dict[str, float]:
    by_vector, _ = open_bare(place)
    for question in questions(2_000, MEMORY_QUESTIONS):
        by_vector(question)
    return {"bare_memory_mb": _memory("VmRSS")}


def change_one(place: Path) -> dict[str, float]:
    """One changed document among all, in a running chat; then nothing changed."""
    chat = chat_over(place)
    chat.index.languages_for("en")
    path = next((place / "corpus").rglob("*.txt"))
    path.write_text(path.read_text() + f"\n\nThe zugozugo was built in {time.time_ns()}.")
    started = time.perf_counter()
    changes = chat.update()
    changed = time.perf_counter() - started
    assert changes.changed, changes
    assert "zugozugo" in chat.search("What is the zugozugo?", k=1)[0].text
    started = time.perf_counter()
    assert not chat.update()
    return {"one_changed_s": changed, "nothing_changed_s": time.perf_counter() - started}


def query(place: Path) -> dict[str, float]:
    """Percentiles in milliseconds, of time and of work; the sides take turns."""
    chat = chat_over(place)
    by_vector, by_term = open_bare(place)
    sides: dict[str, Callable[[str], Any]] = {
        "search": lambda question: chat.search(question, k=K),
        "answer": chat.answer,
        "chroma": by_vector,
        "tantivy": by_term,
    }
    # Of a busy machine the work of the processor tells more than the time.
    clocks = {"ms": time.perf_counter, "cpu_ms": time.process_time}
    taken: dict[tuple[str, str], list[float]] = {
        (name, unit): [] for name in (*sides, "bare") for unit in clocks
    }
    for number, question in enumerate(questions(2_000, QUESTIONS + 10)):
        for name, ask in sides.items():
            started = {unit: clock() for unit, clock in clocks.items()}
            ask(question)
            if number >= 10:  # the first ones warm all up
                for unit, clock in clocks.items():
                    taken[name, unit].append(1000 * (clock() - started[unit]))
    for unit in clocks:
        pairs = zip(taken["chroma", unit], taken["tantivy", unit], strict=True)
        taken["bare", unit] = [sum(pair) for pair in pairs]
    return {
        f"{name}_p{percent}_{unit}": float(np.percentile(values, percent))
        for (name, unit), values in taken.items()
        for percent in (50, 95, 99)
    }


def _memory(field: str) -> float:
    """A figure of this process in MB (https://man7.org/linux/man-pages/man5/proc.5.html)."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1000 for line in lines if line.startswith(field))


STEPS: dict[str, Callable[[Path], dict[str, float]]] = {
    "build_bare": build_bare,
    "build_citechat": build_citechat,
    "open_citechat": open_citechat,
    "open_chroma": open_chroma,
    "query": query,
    "change_one": change_one,
}


# The run


def measured(size: int) -> dict[str, float]:
    """All figures of one size, each step in a process of its own."""
    place = KEPT / str(size)
    shutil.rmtree(place, ignore_errors=True)
    write_corpus(place / "corpus", size)
    figures: dict[str, float] = {"size": float(size)}
    for step in STEPS:
        command = [sys.executable, __file__, "--step", step, str(place)]
        ran = subprocess.run(command, check=True, capture_output=True, text=True)
        figures |= json.loads(ran.stdout.splitlines()[-1])
        print(size, step, "done", flush=True)
    figures["disk_mb"] = _disk(place / "index", leave="embeddings.sqlite")
    figures["bare_disk_mb"] = _disk(place / "bare-chroma") + _disk(place / "bare-tantivy")
    return figures


def _disk(folder: Path, leave: str = "") -> float:
    files = (path for path in folder.rglob("*") if path.is_file() and path.name != leave)
    # A file that two indexes share is counted once.
    sizes = {path.stat().st_ino: path.stat().st_size for path in files}
    return sum(sizes.values()) / 1e6


ROWS = {
    "build, s": ("citechat_s", lambda f: f["chroma_s"] + f["tantivy_s"]),
    "disk, MB": ("disk_mb", lambda f: f["bare_disk_mb"]),
    "memory, MB": ("memory_mb", lambda f: f["bare_memory_mb"]),
    "memory of answers, MB": ("answer_memory_mb", lambda f: f["bare_memory_mb"]),
    "opening, s": ("open_s", None),
    "search p50, ms": ("search_p50_ms", lambda f: f["bare_p50_ms"]),
    "search p95, ms": ("search_p95_ms", lambda f: f["bare_p95_ms"]),
    "search p99, ms": ("search_p99_ms", lambda f: f["bare_p99_ms"]),
    "work of a search, p50, ms": ("search_p50_cpu_ms", lambda f: f["bare_p50_cpu_ms"]),
    "work of a search, p95, ms": ("search_p95_cpu_ms", lambda f: f["bare_p95_cpu_ms"]),
    "answer p50, ms": ("answer_p50_ms", None),
    "answer p95, ms": ("answer_p95_ms", None),
    "answer p99, ms": ("answer_p99_ms", None),
    "one document changed, s": ("one_changed_s", None),
    "nothing changed, s": ("nothing_changed_s", None),
}


def as_table(results: Sequence[dict[str, float]]) -> str:
    """What citechat takes, and in brackets its ratio to the bare parts."""
    heads = [f"{result['size']:,.0f} passages" for result in results]
    lines = ["| | " + " | ".join(heads) + " |", "|---" * (len(heads) + 1) + "|"]
    for title, (name, bare) in ROWS.items():
        cells = []
        for result in results:
            ratio = f" ({result[name] / bare(result):.2f})" if bare else ""
            cells.append(f"{result[name]:,.3g}{ratio}")
        lines.append(f"| {title} | " + " | ".join(cells) + " |")
    return "\n".join(lines) + "\n"


def draw(results: Sequence[dict[str, float]], target: Path) -> None:
    """Each figure over the number of passages, both axes logarithmic, citechat beside the bare parts."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    left_out = ("p50", "p99", "work")
    shown = [title for title in ROWS if not any(part in title for part in left_out)]
    figure, panels = plt.subplots(3, 3, figsize=(9, 7), layout="constrained")
    sizes = [result["size"] for result in results]
    for panel, title in zip(panels.flat, shown, strict=False):
        name, bare = ROWS[title]
        panel.loglog(sizes, [r[name] for r in results], "o-", color="#1f6f8b", label="citechat")
        if bare:
            values = [bare(result) for result in results]
            panel.loglog(sizes, values, "o--", color="#d9822b", label="bare Chroma, tantivy")
        panel.set_title(title, fontsize=9)
        panel.grid(color="#e4e4e4")
        panel.tick_params(labelsize=8)
    panels.flat[0].legend(fontsize=7, frameon=False)
    figure.savefig(target, dpi=120)
    plt.close(figure)


def main() -> None:
    results = []
    for size in [int(given) for given in sys.argv[1:]] or SIZES:
        results.append(measured(size))
        (HERE / "scale.json").write_text(json.dumps(results, indent=1) + "\n", encoding="utf-8")
        (HERE / "scale.md").write_text(as_table(results), encoding="utf-8")
    print(as_table(results))
    draw(results, HERE / "scale.png")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--step"]:
        print(json.dumps(STEPS[sys.argv[2]](Path(sys.argv[3]))))
    else:
        main()
