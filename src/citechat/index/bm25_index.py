"""BM25 over terms, one tantivy index a language. The only file that knows tantivy.

The terms are made by ``terms`` and handed over as they are; tantivy keeps the postings and ranks.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from citechat_ingest import Passage

from ..errors import IndexBuildError
from ..language import terms

# The kinds of term, and how much one counts beside a word: a 4-gram matches by accident more often.
KINDS = ("words", "concepts", "grams")
_KIND_WEIGHT = {"words": 1.0, "concepts": 0.5, "grams": 0.3}
_WRITER_BYTES = 64_000_000


AskedTerms = Mapping[str, Sequence[str]]
"""Kind → the distinct terms of a question."""
SentenceTerms = tuple[Counter[str], ...]
"""How often each term stands in a sentence, for each of ``KINDS``."""


class LexicalIndex:
    """Terms of all passages of one language, on disk in ``folder``."""

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        self._folder = folder
        with _translated(folder):
            self._index = _tantivy().Index.open(str(folder))
            self._searcher = self._index.searcher()
            self._schema = self._index.schema

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

    def search(
        self, queries: Sequence[tuple[AskedTerms, float]], limit: int
    ) -> list[tuple[str, float]]:
        """The ``limit`` best (passage id, BM25 score) for terms with a weight each, best first."""
        clauses = [clause for asked, weight in queries for clause in self._clauses(asked, weight)]
        if not clauses:
            return []
        query = _tantivy().Query.boolean_query(clauses)
        with _translated(self._folder):
            hits = self._searcher.search(query, limit, count=False).hits
            return [(self._searcher.doc(place)["passage_id"][0], score) for score, place in hits]

    def sentence_terms(self, passage_ids: Sequence[str]) -> dict[str, list[SentenceTerms]]:
        """Passage id → the terms of its heading, then of each of its sentences, as they were
        counted when it was indexed.
        """
        if not passage_ids:
            return {}
        query = _tantivy().Query.term_set_query(self._schema, "passage_id", list(passage_ids))
        with _translated(self._folder):
            hits = self._searcher.search(query, len(passage_ids), count=False).hits
            documents = [self._searcher.doc(address) for _, address in hits]
        return {
            document["passage_id"][0]: _read(document["sentences"][0]) for document in documents
        }

    def document_frequency(self, term: str, kind: str = "words") -> int:
        """In how many passages a term of a kind stands."""
        with _translated(self._folder):
            return int(self._searcher.doc_freq(kind, term))

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def _clauses(self, asked: AskedTerms, weight: float) -> Iterator[tuple[Any, Any]]:
        for kind, found in asked.items():
            for term in found:
                query = _tantivy().Query.term_query(self._schema, kind, term)
                yield (
                    _tantivy().Occur.Should,
                    _tantivy().Query.boost_query(query, weight * _KIND_WEIGHT[kind]),
                )


def _tantivy() -> Any:
    import tantivy

    return tantivy


def _schema() -> Any:
    builder = _tantivy().SchemaBuilder()
    builder.add_text_field("passage_id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_bytes_field("sentences", stored=True)
    for kind in KINDS:
        builder.add_text_field(kind, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _entry(passage: Passage) -> Any:
    """The heading's words are searchable with the passage: a reader of it knows them too."""
    texts = [passage.context, *map(passage.search_text, range(len(passage.sentences)))]
    found = [all_terms(text, passage.language) for text in texts]
    return _tantivy().Document(
        passage_id=passage.passage_id,
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
        tuple(Counter(kind.split()) for kind in line.split("\t"))
        for line in stored.decode().split("\n")
    ]


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
