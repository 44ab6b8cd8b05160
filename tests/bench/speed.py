"""How much slower citechat is than the bare parts it is made of, in one run: ``make bench-speed``.

Three ratios, each of medians whose measurements took turns, so that a busy machine slows both sides alike:

- ``answer()`` on the shipped corpus against one bare ``encode`` of the question;
- ``search()`` among 100,000 passages against a bare encode, a bare Chroma query and a bare tantivy query together;
- ``citechat ask`` from a cold start against a process that only loads the weights and encodes once.

The 100,000 passages are recombined sentences of the shipped corpus. Their vectors are made by a cheap stand-in, since the
model would need hours for them; questions are encoded by the model itself. The index is kept in .bench/scale.
"""

from __future__ import annotations

import random
import subprocess
import sys
import time
import zlib
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from pathlib import Path
from statistics import median

import numpy as np

from citechat import CiteChat, Settings
from citechat.evaluation import read_exam
from citechat.index.embedder import Kind, Vectors
from citechat.index.packaged_embedder import PackagedEmbedder, packaged_weights
from citechat_ingest import read_corpus, sentence_spans, shipped_corpus

HERE = Path(__file__).parent
SCALE = HERE.parents[1] / ".bench" / "scale"
PASSAGES, A_DOCUMENT = 100_000, 100
K = 8
COLD_STARTS = 3
ASKED = "why is Hebei first in compute"
BARE = """
from sentence_transformers import SentenceTransformer
model = SentenceTransformer({weights!r}, local_files_only=True)
model.encode([{question!r}])
"""


class QuestionEmbedder:
    """The model for a single text; for many, sums of one random vector a word: as many numbers, made in no time."""

    identity = "random-words"

    def __init__(self) -> None:
        self.model = PackagedEmbedder()

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:
        if len(texts) == 1:
            return self.model.encode(texts, language, kind)
        sums = np.array(
            [
                np.sum([random_vector(word) for word in text.split() or [""]], axis=0)
                for text in texts
            ]
        )
        return np.asarray(sums / np.linalg.norm(sums, axis=1, keepdims=True), dtype=np.float32)


@cache
def random_vector(word: str) -> Vectors:
    return np.random.default_rng(zlib.crc32(word.encode())).standard_normal(384).astype(np.float32)


def main() -> None:
    questions = [question.question for question in read_exam(HERE.parent / "exams" / "gold")]
    english = [
        question.question for question in read_exam(HERE.parent / "exams" / "gold" / "en.jsonl")
    ]
    lines = [
        "| what | median, ms | against | median, ms | ratio | asked |",
        "|---|---|---|---|---|---|",
    ]
    for row in (answering(questions), searching(english), starting()):
        lines.append("| {} | {:.1f} | {} | {:.1f} | {:.2f} | ≤ {} |".format(*row))
        print(lines[-1], flush=True)
    table = "\n".join(lines) + "\n"
    (HERE / "speed.md").write_text(table, encoding="utf-8")
    print(f"\n{table}")


Row = tuple[str, float, str, float, float, float]


def row(what: str, ours: float, against: str, theirs: float, asked: float) -> Row:
    return what, ours, against, theirs, ours / theirs, asked


def answering(questions: Sequence[str]) -> Row:
    chat = CiteChat()
    chat.warm_up()
    chat.answer(questions[0])
    times = in_turns(
        questions, bare=lambda q: chat.embedder.encode([q], "en", "query"), ours=chat.answer
    )
    return row("answer(), shipped corpus", times["ours"], "encode", times["bare"], 5)


def searching(questions: Sequence[str]) -> Row:
    chat = CiteChat(
        Settings(corpus=scale_corpus(), index_dir=SCALE / "index"), embedder=QuestionEmbedder()
    )
    started = time.perf_counter()
    chat.warm_up()
    print(
        f"index of {PASSAGES} passages opened or built in {time.perf_counter() - started:.0f} s",
        flush=True,
    )
    vectors = {question: chat.embedder.encode([question], "en", "query") for question in questions}
    chroma, tantivy = bare_chroma(chat), bare_tantivy(chat)
    times = in_turns(
        questions,
        encode=lambda q: chat.embedder.encode([q], "en", "query"),
        chroma=lambda q: chroma(vectors[q]),
        tantivy=tantivy,
        ours=lambda q: chat.search(q, k=K),
    )
    parts = {name: times[name] for name in ("encode", "chroma", "tantivy")}
    told = " + ".join(f"{name} {ms:.1f}" for name, ms in parts.items())
    return row(f"search(), {PASSAGES:,} passages", times["ours"], told, sum(parts.values()), 1.6)


def starting() -> Row:
    ours = [sys.executable, "-m", "citechat", "ask", ASKED]
    bare = [sys.executable, "-c", BARE.format(weights=str(packaged_weights()), question=ASKED)]
    CiteChat().warm_up()  # the index is there, and the files are in the system's cache
    times = in_turns(range(COLD_STARTS), bare=lambda _: run(bare), ours=lambda _: run(ours))
    return row(
        "citechat ask, cold start",
        times["ours"],
        "load the weights, encode once",
        times["bare"],
        1.2,
    )


def run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True)


def in_turns(items: Iterable, **calls: Callable) -> dict[str, float]:
    """The median milliseconds of each call; every item is given to all of them, one after the other."""
    times: dict[str, list[float]] = {name: [] for name in calls}
    for item in items:
        for name, call in calls.items():
            start = time.perf_counter()
            call(item)
            times[name].append(1000 * (time.perf_counter() - start))
    return {name: median(listed) for name, listed in times.items()}


# What search is made of, by itself


def bare_chroma(chat: CiteChat) -> Callable[[Vectors], object]:
    """Chroma's query on the very collection that citechat searches."""
    import chromadb

    folder = next((Path(str(chat.settings.index_dir)) / chat.index.fingerprint).glob("chroma*"))
    collection = chromadb.PersistentClient(str(folder)).get_collection(
        "passages-en", embedding_function=None
    )
    return lambda vector: collection.query(query_embeddings=vector, n_results=K)


def bare_tantivy(chat: CiteChat) -> Callable[[str], object]:
    """tantivy as its README shows it, with English stems, on the same passages."""
    import tantivy

    builder = tantivy.SchemaBuilder()
    builder.add_text_field("text", stored=True, tokenizer_name="en_stem")
    index = tantivy.Index(builder.build())
    writer = index.writer()
    for passage in chat.index.store.all_passages("en"):
        writer.add_document(tantivy.Document(text=passage.text))
    writer.commit()
    writer.wait_merging_threads()
    index.reload()
    searcher = index.searcher()

    def search(question: str) -> list[str]:
        query, _ = index.parse_query_lenient(question, ["text"])
        return [searcher.doc(address)["text"][0] for _, address in searcher.search(query, K).hits]

    return search


def scale_corpus() -> Path:
    """A folder of 100,000 distinct passages of one or two sentences; always the same ones."""
    documents = [
        document for document in read_corpus((shipped_corpus(),)) if document.language == "en"
    ]
    stretches = ((d.text, p) for d in documents for p in d.paragraphs if p.kind == "paragraph")
    spans = (
        (text, span)
        for text, p in stretches
        for span in sentence_spans(text[p.start : p.end], p.start)
    )
    sentences = list(
        dict.fromkeys(" ".join(text[start:end].split()) for text, (start, end) in spans)
    )
    draw = random.Random(0)
    passages = dict.fromkeys(sentences)
    while len(passages) < PASSAGES:
        passages[" ".join(draw.sample(sentences, 2))] = None
    listed = list(passages)
    folder = SCALE / "corpus" / "en"
    folder.mkdir(parents=True, exist_ok=True)
    for start in range(0, PASSAGES, A_DOCUMENT):
        text = "\n\n".join(listed[start : start + A_DOCUMENT])
        (folder / f"d{start // A_DOCUMENT:04}.txt").write_text(text, encoding="utf-8")
    return folder.parent


if __name__ == "__main__":
    main()
