"""Passages, sentences and documents in the collections of Chroma.

Three kinds of collection: ``passages-en``, ``sentences-en``, … one a language, because a filter by
language costs more with every passage; and ``documents``, whose one-dimensional vectors are only
placeholders.
"""

from __future__ import annotations

import itertools
import json
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any

import numpy as np

from citechat_ingest import Document, Paragraph, Passage, Role

from .chroma_client import Connection, connect_local, translated
from .embedder import Kind, Vectors
from .vector_file import VectorFile

# So many entries are asked of Chroma at once.
_PAGE = 1000
# Only passages are searched for by vector. The others are asked for by id, and a graph of few edges
# is made ten times faster; whoever searches sentences by vector must give them edges first, since
# with two of them a walk through the graph seldom comes near the nearest.
_HNSW: dict[str, dict[str, str | int]] = {
    "passages": {"space": "cosine"},
    "sentences": {"space": "cosine", "max_neighbors": 2, "ef_construction": 2},
    "documents": {"space": "l2", "max_neighbors": 2, "ef_construction": 2},
}


class Store:
    """All that an index holds, in one Chroma database. ``namespace`` parts indexes that share a
    server: the names of their collections begin with it.
    """

    def __init__(self, connection: Connection, namespace: str = "") -> None:
        self._connection = connection
        self._namespace = namespace
        self._collections: dict[str, Any] = {}
        self._copies: dict[str, VectorFile] = {}
        self._added: Counter[str] = Counter()

    @classmethod
    def local(cls, folder: Path) -> Store:
        """The database in ``folder``, in this process. Raises IndexBuildError when it cannot be
        opened.
        """
        return cls(connect_local(folder))

    # Writing

    def add_documents(self, documents: Sequence[Document]) -> None:
        ids = [f"{d.language}/{d.document_id}" for d in documents]
        vectors = np.arange(1, len(ids) + 1, dtype=np.float32)[:, None]
        metadatas = [_document_metadata(document) for document in documents]
        self._add("documents", ids, vectors, metadatas, [document.text for document in documents])

    def add_passages(
        self, passages: Sequence[Passage], vectors: Vectors, sentence_vectors: Vectors
    ) -> None:
        """Add passages of one language; ``sentence_vectors`` holds a row for each of their
        ``sentence_texts``, in order.
        """
        if not passages:
            return
        language = passages[0].language
        ids = [p.passage_id for p in passages]
        self._add(
            f"passages-{language}",
            ids,
            vectors,
            [_passage_metadata(p) for p in passages],
            [p.text for p in passages],
        )
        sentence_ids = [
            text_id for p in passages for sentence in _sentence_ids(p) for text_id in sentence
        ]
        self._add(f"sentences-{language}", sentence_ids, sentence_vectors)

    def copy_vectors(self, folder: Path) -> None:
        """From now on read the vectors of given ids from a copy in ``folder``, which is written
        unless it stands there.

        To be called when all has been added. Raises IndexBuildError when the folder cannot be
        written.
        """
        with translated(str(folder)):
            for name in (
                f"{kind}-{language}"
                for language in self.languages()
                for kind in ("passages", "sentences")
            ):
                try:
                    self._copies[name] = VectorFile(folder / name)
                except (OSError, ValueError):
                    count = self._call("count", name)
                    self._copies[name] = VectorFile.write(
                        folder / name, count, self._vector_pages(name)
                    )

    # Reading

    def languages(self) -> tuple[str, ...]:
        """The languages that have passages."""
        collections = self._ask("Chroma", self._connection.client.list_collections)
        own = f"{self._namespace}passages-"
        names = (collection.name for collection in collections)
        return tuple(sorted(name.removeprefix(own) for name in names if name.startswith(own)))

    def counts(self) -> dict[str, int]:
        """Collection → how many rows were added to it by this store."""
        return dict(self._added)

    def nearest(self, language: str, vector: Vectors, limit: int) -> dict[str, float]:
        """The ``limit`` passages nearest to ``vector``: id → cosine similarity, best first."""
        found = self._call(
            "query",
            f"passages-{language}",
            query_embeddings=vector[None],
            n_results=limit,
            include=["distances"],
        )
        return {i: 1.0 - d for i, d in zip(found["ids"][0], found["distances"][0], strict=True)}

    def similarities(self, language: str, ids: Sequence[str], vector: Vectors) -> dict[str, float]:
        """Cosine similarity of given passages to ``vector``."""
        return self._similarities(f"passages-{language}", ids, vector)

    def sentence_similarities(
        self, passages: Sequence[Passage], vector: Vectors
    ) -> dict[str, list[list[float]]]:
        """Passage id → sentence → the cosine similarity to ``vector`` of the sentence, then of each
        question expected of it.

        All passages are of one language.
        """
        if not passages:
            return {}
        ids_of = {p.passage_id: _sentence_ids(p) for p in passages}
        ids: list[str] = []
        for sentences in ids_of.values():
            ids.extend(itertools.chain.from_iterable(sentences))
        cosine = self._similarities(f"sentences-{passages[0].language}", ids, vector)
        similarities: dict[str, list[list[float]]] = {}
        for passage_id, sentences in ids_of.items():
            similarities[passage_id] = [[cosine[i] for i in sentence] for sentence in sentences]
        return similarities

    def all_passages(self, language: str) -> Iterator[Passage]:
        """Every passage of a language, in no particular order."""
        for found in self._pages(f"passages-{language}", "metadatas", "documents"):
            yield from (
                _passage(m, t) for m, t in zip(found["metadatas"], found["documents"], strict=True)
            )

    def document(self, document_id: str, language: str) -> Document | None:
        """A document by id and language, or None."""
        found = self._call(
            "get",
            "documents",
            ids=[f"{language}/{document_id}"],
            include=["metadatas", "documents"],
        )
        return _document(found["metadatas"][0], found["documents"][0]) if found["ids"] else None

    def document_roles(self) -> dict[tuple[str, str], Role]:
        """(language, document id) → role of every document, sorted."""
        # A document's metadata holds all its paragraphs, so those of the many plain ones are left
        # alone.
        ids = self._call("get", "documents", include=[])["ids"]
        special = self._call(
            "get", "documents", where={"role": {"$ne": "document"}}, include=["metadatas"]
        )
        roles = {
            i: row["role"] for i, row in zip(special["ids"], special["metadatas"], strict=True)
        }
        pairs = {i: tuple(i.split("/", 1)) for i in ids}
        return {pairs[i]: roles.get(i, "document") for i in sorted(ids, key=pairs.__getitem__)}

    def close(self) -> None:
        """Let go of the files. The store must not be used afterwards; one that nobody holds any
        more is closed by itself.
        """
        self._copies.clear()
        self._connection.close()

    # The calls themselves

    def _pages(self, collection: str, *include: str) -> Iterator[Any]:
        """All of a collection, a part at a time."""
        for offset in itertools.count(0, _PAGE):
            found = self._call("get", collection, limit=_PAGE, offset=offset, include=list(include))
            yield found
            if len(found["ids"]) < _PAGE:
                return

    def _vector_pages(self, collection: str) -> Iterator[tuple[list[str], Vectors]]:
        return (
            (found["ids"], np.asarray(found["embeddings"]))
            for found in self._pages(collection, "embeddings")
        )

    def _similarities(
        self, collection: str, ids: Sequence[str], vector: Vectors
    ) -> dict[str, float]:
        if not ids:
            return {}
        if collection in self._copies:
            with translated(collection):
                return self._copies[collection].similarities(ids, vector)
        found = self._call("get", collection, ids=list(ids), include=["embeddings"])
        return dict(
            zip(found["ids"], (np.asarray(found["embeddings"]) @ vector).tolist(), strict=True)
        )

    def _add(
        self, name: str, ids: list[str], vectors: Vectors, metadatas: Any = None, texts: Any = None
    ) -> None:
        collection = self._collection(name, create=True)
        step = self._ask(name, self._connection.client.get_max_batch_size)
        for i in range(0, len(ids), step):
            part = {
                "ids": ids[i : i + step],
                "embeddings": vectors[i : i + step],
                "metadatas": metadatas and metadatas[i : i + step],
                "documents": texts and texts[i : i + step],
            }
            # What is added again, since no answer came, is there but once.
            self._ask(name, partial(collection.add, **part))
        self._added[name] += len(ids)

    def _call(self, method: str, name: str, **arguments: Any) -> Any:
        collection = self._collection(name)
        return self._ask(name, partial(getattr(collection, method), **arguments))

    def _ask(self, name: str, question: Callable[[], Any]) -> Any:
        return self._connection.ask(name, question)

    def _collection(self, name: str, create: bool = False) -> Any:
        """The configuration is frozen when a collection is made, so it is said there and only
        there.
        """
        if name not in self._collections:
            client, full = self._connection.client, self._namespace + name
            graph = {"hnsw": _HNSW[name.partition("-")[0]]}
            made = partial(client.get_or_create_collection, full, configuration=graph)
            there = partial(client.get_collection, full)
            opened = partial(made if create else there, embedding_function=None)
            self._collections[name] = self._ask(name, opened)
        return self._collections[name]


def sentence_texts(passage: Passage) -> list[tuple[str, Kind]]:
    """What vectors are kept of: each sentence, followed by the questions that are expected of it.

    A reader's question is compared with both; with a question it is compared as like with like, so
    that is a query.
    """
    texts: list[tuple[str, Kind]] = []
    for number in range(len(passage.sentences)):
        texts.append((passage.sentence(number), "passage"))
        texts.extend((question, "query") for question in passage.expected_questions(number))
    return texts


def _sentence_ids(passage: Passage) -> list[list[str]]:
    numbers = range(len(passage.sentences))
    return [
        [f"{passage.passage_id}/{n}/{k}" for k in range(1 + len(passage.expected_questions(n)))]
        for n in numbers
    ]


def _passage_metadata(passage: Passage) -> dict[str, str | int]:
    return {
        "document_id": passage.document_id,
        "language": passage.language,
        "title": passage.title,
        "section": passage.section,
        "start": passage.start,
        "end": passage.end,
        "sentences": json.dumps(passage.sentences),
        "paragraph": passage.paragraph,
        "sources": ",".join(passage.sources),
        "expected": json.dumps(passage.expected, ensure_ascii=False),
        "role": passage.role,
        "page": passage.page,
        "kind": passage.kind,
    }


def _passage(metadata: dict[str, Any], text: str) -> Passage:
    sentences = tuple((start, end) for start, end in json.loads(metadata["sentences"]))
    sources = tuple(filter(None, metadata["sources"].split(",")))
    expected = tuple(tuple(questions) for questions in json.loads(metadata["expected"]))
    return Passage(
        **{
            **metadata,
            "text": text,
            "sentences": sentences,
            "sources": sources,
            "expected": expected,
        }
    )


def _document_metadata(document: Document) -> dict[str, str]:
    plain = ("document_id", "language", "title", "publisher", "published", "url", "role")
    paragraphs = [
        [p.start, p.end, p.section, p.kind, p.name, p.sources] for p in document.paragraphs
    ]
    return {
        **{name: getattr(document, name) for name in plain},
        "paragraphs": json.dumps(paragraphs),
        "pages": json.dumps(document.pages),
    }


def _document(metadata: dict[str, Any], text: str) -> Document:
    rows = json.loads(metadata["paragraphs"])
    paragraphs = tuple(
        Paragraph(s, e, section, kind, name, tuple(sources))
        for s, e, section, kind, name, sources in rows
    )
    pages = tuple((offset, number) for offset, number in json.loads(metadata["pages"]))
    return Document(**{**metadata, "text": text, "paragraphs": paragraphs, "pages": pages})
