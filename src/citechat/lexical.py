"""BM25 over terms, one tantivy index a language. The only file that knows tantivy.

The terms are made by ``terms`` and handed over as they are; tantivy keeps the postings and ranks.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from citechat_ingest import Passage

from . import terms
from .errors import IndexBuildError

# A 4-gram counts less than a word: it matches by accident more often.
GRAM_WEIGHT = {"en": 0.2, "de": 0.3, "zh": 0.2}
_WRITER_BYTES = 64_000_000


class LexicalIndex:
    """Terms of all passages of one language, on disk in ``folder``."""

    def __init__(self, folder: Path, language: str) -> None:
        self.language = language
        with _translated(folder):
            self._index = _tantivy().Index.open(str(folder))
            self._searcher = self._index.searcher()
            self._schema = self._index.schema

    @classmethod
    def build(cls, folder: Path, language: str, passages: Iterable[Passage]) -> LexicalIndex:
        """Write the index of ``passages``. Raises IndexBuildError when the folder cannot be written."""
        with _translated(folder):
            folder.mkdir(parents=True, exist_ok=True)
            writer = _tantivy().Index(_schema(), path=str(folder)).writer(_WRITER_BYTES, 1)
            for passage in passages:
                writer.add_document(_entry(passage))
            writer.commit()
            writer.wait_merging_threads()
        return cls(folder, language)

    def search(self, queries: Sequence[tuple[str, float]], limit: int) -> list[tuple[str, float]]:
        """The ``limit`` best (passage id, BM25 score) for texts with a weight each, best first."""
        clauses = [clause for text, weight in queries for clause in self._clauses(text, weight)]
        if not clauses:
            return []
        found = self._searcher.search(_tantivy().Query.boolean_query(clauses), limit, count=False)
        return [(self._searcher.doc(address)["passage_id"][0], score) for score, address in found.hits]

    def document_frequency(self, word: str) -> int:
        """In how many passages the term ``word`` stands."""
        return int(self._searcher.doc_freq("words", word))

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def _clauses(self, text: str, weight: float) -> Iterator[tuple[Any, Any]]:
        gram_weight = weight * GRAM_WEIGHT[self.language]
        for field, found, boost in (
            ("words", terms.query_words(text, self.language), weight),
            ("grams", dict.fromkeys(terms.grams(text, self.language)), gram_weight),
        ):
            for term in found:
                query = _tantivy().Query.term_query(self._schema, field, term)
                yield _tantivy().Occur.Should, _tantivy().Query.boost_query(query, boost)


def _tantivy() -> Any:
    import tantivy

    return tantivy


def _schema() -> Any:
    builder = _tantivy().SchemaBuilder()
    builder.add_text_field("passage_id", stored=True, tokenizer_name="raw", index_option="basic")
    for field in ("words", "grams"):
        builder.add_text_field(field, stored=False, tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def _entry(passage: Passage) -> Any:
    """The heading's words are searchable with the passage: a reader of it knows them too."""
    text = f"{passage.context}\n{passage.text}"
    return _tantivy().Document(
        passage_id=passage.passage_id,
        words=" ".join(terms.words(text, passage.language)),
        grams=" ".join(terms.grams(text, passage.language)),
    )


@contextmanager
def _translated(folder: Path) -> Iterator[None]:
    try:
        yield
    except (ValueError, OSError, RuntimeError) as error:
        cure = "check that the folder can be written, or name another with CITECHAT_INDEX_DIR"
        raise IndexBuildError(f"{folder}: the term index failed ({error}); {cure}") from error
