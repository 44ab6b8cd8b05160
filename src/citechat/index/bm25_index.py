"""BM25 over terms, one tantivy index a language. The only file that knows tantivy.

The terms are made by ``terms`` and handed over as they are; tantivy keeps the postings and ranks. It
also keeps a copy of each passage: to ask Chroma for it costs five times as much.
"""

from __future__ import annotations

import copy
import json
import os
import shutil
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import fields
from functools import cached_property
from pathlib import Path
from typing import Any

from citechat_ingest import Passage

from ..errors import IndexBuildError
from ..language import terms

# The kinds of term, and how much one counts beside a word: a 4-gram matches by accident more often.
KINDS = ("words", "concepts", "grams")
_KIND_WEIGHT = {"words": 1.0, "concepts": 0.5, "grams": 0.3}
# What tantivy's writer may hold in memory before it writes a segment.
_WRITER_BYTES = 64_000_000
# tantivy's lists of its files and locks; all others are written once and never again.
_REWRITTEN = ".json"
_LOCK = ".lock"
# A term of more passages than these is common, and need not be counted to the last one.
_RARE = 10_000


AskedTerms = Mapping[str, Sequence[str]]
"""Kind → the distinct terms of a question."""
SentenceTerms = tuple[list[str], ...]
"""The terms of a sentence for each of ``KINDS``, repeats included."""
_FIELDS = [field.name for field in fields(Passage)]


class LexicalIndex:
    """Terms of all passages of one language, on disk in ``folder``."""

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        self._folder = folder
        with _translated(folder):
            self._index = _tantivy().Index.open(str(folder))
            self._searcher = self._index.searcher()
            self._schema = self._index.schema
        self._selected: Any = None

    @classmethod
    def build(cls, folder: Path, language: str, passages: Iterable[Passage]) -> LexicalIndex:
        """Write the index of ``passages``. Raises IndexBuildError when the folder cannot be
        written.
        """
        with _translated(folder):
            folder.mkdir(parents=True, exist_ok=True)
            writer = _tantivy().Index(_schema(), path=str(folder)).writer(_WRITER_BYTES, 1)
            for passage in passages:
                writer.add_document(_entry(passage))
            writer.commit()
            writer.wait_merging_threads()
        return cls(folder, language)

    @classmethod
    def follow(
        cls,
        folder: Path,
        before: Path,
        language: str,
        gone: Collection[str],
        passages: Iterable[Passage],
    ) -> LexicalIndex:
        """Write the index that follows the one in ``before``: without the documents that are
        ``gone``, with the ``passages`` that are new.

        The two share what has not changed. Raises IndexBuildError.
        """
        with _translated(folder):
            _share_files(before, folder)
            writer = _tantivy().Index.open(str(folder)).writer(_WRITER_BYTES, 1)
            for document_id in gone:
                writer.delete_documents_by_term("document_id", document_id)
            for passage in passages:
                writer.add_document(_entry(passage))
            writer.commit()
            writer.wait_merging_threads()
        return cls(folder, language)

    def selection(self, document_ids: Collection[str]) -> LexicalIndex:
        """The same index as though it held these documents alone, but for the rarity of terms in
        the scores of ``search``.
        """
        narrowed = copy.copy(self)
        for counted in ("passage_ids", "_selected_count"):
            narrowed.__dict__.pop(counted, None)
        narrowed._selected = _tantivy().Query.term_set_query(
            self._schema, "document_id", list(document_ids)
        )
        return narrowed

    @cached_property
    def passage_ids(self) -> tuple[str, ...]:
        """The ids of all passages of a selection."""
        assert self._selected is not None, "only of a selection: the corpus may hold millions"
        with _translated(self._folder):
            hits = self._searcher.search(self._selected, max(1, len(self)), count=False).hits
            return tuple(self._searcher.doc(address)["passage_id"][0] for _, address in hits)

    def search(
        self, queries: Sequence[tuple[AskedTerms, float]], limit: int
    ) -> list[tuple[str, float]]:
        """The ``limit`` best (passage id, BM25 score) for terms with a weight each, best first."""
        clauses = [clause for asked, weight in queries for clause in self._clauses(asked, weight)]
        if not clauses:
            return []
        query = self._within(_tantivy().Query.boolean_query(clauses))
        with _translated(self._folder):
            hits = self._searcher.search(query, limit, count=False).hits
            return [(self._searcher.doc(place)["passage_id"][0], score) for score, place in hits]

    def passages(self, passage_ids: Sequence[str]) -> dict[str, Passage]:
        """Passages by id, in that order; those that there are not are left out."""
        kept = self._kept(passage_ids)
        return {i: _passage(kept[i]["passage"][0]) for i in passage_ids if i in kept}

    def sentence_terms(self, passage_ids: Sequence[str]) -> dict[str, list[SentenceTerms]]:
        """Passage id → the terms of its heading, then of each of its sentences, as they were
        when it was indexed.
        """
        kept = self._kept(passage_ids)
        return {i: _read(document["sentences"][0]) for i, document in kept.items()}

    def _kept(self, passage_ids: Sequence[str]) -> dict[str, Any]:
        """Passage id → what is stored of it."""
        queries, should = _tantivy().Query, _tantivy().Occur.Should
        # A query for each: one for a set of terms goes through the whole list of terms.
        each = [(should, queries.term_query(self._schema, "passage_id", i)) for i in passage_ids]
        if not each:
            return {}
        with _translated(self._folder):
            hits = self._searcher.search(queries.boolean_query(each), len(each), count=False).hits
            documents = [self._searcher.doc(address) for _, address in hits]
        return {document["passage_id"][0]: document for document in documents}

    def document_frequency(self, term: str, kind: str = "words") -> int:
        """In how many passages a term of a kind stands."""
        with _translated(self._folder):
            frequency = int(self._searcher.doc_freq(kind, term))
            # tantivy counts passages that are gone until it writes their segment anew.
            is_near = frequency > _RARE or not self._holds_gone
            if not frequency or (self._selected is None and is_near):
                return min(len(self), frequency)
            query = _tantivy().Query.term_query(self._schema, kind, term)
            return self._count(self._within(query))

    def __len__(self) -> int:
        return int(self._searcher.num_docs) if self._selected is None else self._selected_count

    @cached_property
    def _holds_gone(self) -> bool:
        """Whether passages are gone that still stand in a segment."""
        return any(self._folder.glob("*.del"))

    @cached_property
    def _selected_count(self) -> int:
        return self._count(self._selected)

    def _count(self, query: Any) -> int:
        return int(self._searcher.search(query, 1, count=True).count)

    def _within(self, query: Any) -> Any:
        """The query, among the selected documents alone; they add nothing to a score."""
        if self._selected is None:
            return query
        queries, must = _tantivy().Query, _tantivy().Occur.Must
        among = queries.const_score_query(self._selected, 0.0)
        return queries.boolean_query([(must, query), (must, among)])

    def _clauses(self, asked: AskedTerms, weight: float) -> Iterator[tuple[Any, Any]]:
        for kind, found in asked.items():
            for term in found:
                query = _tantivy().Query.term_query(self._schema, kind, term)
                yield (
                    _tantivy().Occur.Should,
                    _tantivy().Query.boost_query(query, weight * _KIND_WEIGHT[kind]),
                )


def _share_files(before: Path, folder: Path) -> None:
    """Give the files of one index to another, by links where the disk knows them."""
    folder.mkdir(parents=True, exist_ok=True)
    for path in before.iterdir():
        if path.suffix == _LOCK:
            continue
        if path.suffix == _REWRITTEN or not _linked(path, folder / path.name):
            shutil.copyfile(path, folder / path.name)


def _linked(path: Path, place: Path) -> bool:
    try:
        os.link(path, place)
    except OSError:
        return False
    return True


def _tantivy() -> Any:
    import tantivy

    return tantivy


def _schema() -> Any:
    builder = _tantivy().SchemaBuilder()
    builder.add_text_field("passage_id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("document_id", stored=False, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("sentences", stored=True)
    builder.add_bytes_field("passage", stored=True)
    for kind in KINDS:
        builder.add_text_field(kind, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _entry(passage: Passage) -> Any:
    """The heading's words are searchable with the passage: a reader of it knows them too."""
    texts = [passage.context, *map(passage.search_text, range(len(passage.sentences)))]
    found = [all_terms(text, passage.language) for text in texts]
    return _tantivy().Document(
        passage_id=passage.passage_id,
        document_id=passage.document_id,
        passage=_as_bytes(passage),
        sentences="\n".join(
            "\t".join(" ".join(by_kind[kind]) for kind in KINDS) for by_kind in found
        ).encode(),
        **{kind: " ".join(term for by_kind in found for term in by_kind[kind]) for kind in KINDS},
    )


def all_terms(text: str, language: str) -> dict[str, tuple[str, ...]]:
    """The terms of a text by kind."""
    return {
        "words": terms.words(text, language),
        "concepts": terms.concepts(text, language),
        "grams": terms.grams(text, language),
    }


def asked_terms(text: str, language: str, asked_in: str = "") -> AskedTerms:
    """The distinct terms by kind of a question that looks for texts in ``language`` and is
    ``asked_in`` another, or the same.
    """
    return {
        "words": tuple(terms.query_words(text, language)),
        "concepts": tuple(dict.fromkeys(terms.concepts(text, asked_in or language))),
        "grams": tuple(dict.fromkeys(terms.grams(text, language))),
    }


def _read(stored: bytes) -> list[SentenceTerms]:
    return [
        tuple(kind.split() for kind in line.split("\t")) for line in stored.decode().split("\n")
    ]


def _as_bytes(passage: Passage) -> bytes:
    values = [getattr(passage, name) for name in _FIELDS]
    return json.dumps(values, ensure_ascii=False).encode()


def _passage(stored: bytes) -> Passage:
    values = dict(zip(_FIELDS, json.loads(stored), strict=True))
    for name in ("sentences", "expected"):
        values[name] = tuple(map(tuple, values[name]))
    return Passage(**{**values, "sources": tuple(values["sources"])})


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except BaseException as error:
        # What Rust gives up on comes as an exception that is no ``Exception``.
        panic = type(error).__name__ == "PanicException"
        if not panic and not isinstance(error, ValueError | OSError | RuntimeError):
            raise
        cure = "check that the folder can be written, or name another with CITECHAT_INDEX_DIR"
        raise IndexBuildError(f"{folder}: the term index failed ({error}); {cure}") from error
