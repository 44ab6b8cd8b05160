"""Several layers that are read as one: each document from the layer in which it lives.

The interface of ``Store``, as far as reading goes. An older layer may still hold what has changed or
gone since; that is hidden, and of a selection of documents all else.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache, partial
from typing import TypeVar

from citechat_ingest import Document, Passage, Role

from .chroma_store import Store
from .embedder import Vectors
from .manifest import IndexedDocument, Key

Value = TypeVar("Value")
PassageIds = Callable[[str], Sequence[str]]
"""Language → the ids of all passages of a selection."""

# An answer asks for its few documents again and again, and what a layer holds of one never changes.
_REMEMBERED_DOCUMENTS = 32
# Where hidden passages are among the nearest, so many times as many are asked for.
_FURTHER = 4


class LayeredStore:
    """``layers`` by name; ``documents`` says which documents there are, and where; ``totals`` how
    many passages each layer holds, hidden ones included.

    With ``selected`` the nearest are found among those passages alone, exactly: a filter in Chroma's
    own search costs more with every passage of the corpus.
    """

    def __init__(
        self,
        layers: Mapping[str, Store],
        documents: Mapping[Key, IndexedDocument],
        totals: Mapping[str, int] | None = None,
        selected: PassageIds | None = None,
        read: Callable[[str, str, str], Document | None] | None = None,
    ) -> None:
        self.layers = dict(layers)
        self._documents = documents
        self._selected = selected
        remembering = lru_cache(_REMEMBERED_DOCUMENTS)
        self._read = read or remembering(partial(_document_in, self.layers))
        live = dict.fromkeys(self.layers, 0)
        for document in documents.values():
            live[document.layer] += document.passages
        self._hidden = {layer: (totals or live).get(layer, 0) - live[layer] for layer in live}
        counted: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        for (language, _), document in documents.items():
            counted[language][document.layer] += document.passages
        self._layers_of = {
            language: tuple(layer for layer in self.layers if of_language.get(layer))
            for language, of_language in counted.items()
        }

    def selection(
        self, documents: Mapping[Key, IndexedDocument], passage_ids: PassageIds
    ) -> LayeredStore:
        """The same layers with some of their documents; ``passage_ids`` names all their passages."""
        return LayeredStore(self.layers, documents, selected=passage_ids, read=self._read)

    def languages(self) -> tuple[str, ...]:
        """The languages that have passages."""
        return tuple(sorted(language for language, layers in self._layers_of.items() if layers))

    def nearest(self, language: str, vector: Vectors, limit: int) -> dict[str, float]:
        """The ``limit`` passages nearest to ``vector``: id → cosine similarity, best first."""
        found: dict[str, float] = {}
        if self._selected:
            found = self.similarities(language, self._selected(language), vector)
        else:
            for layer in self._layers_of.get(language, ()):
                found |= self._nearest_in(layer, language, vector, limit)
        best = heapq.nlargest(limit, found.items(), key=lambda item: item[1])
        return dict(best)

    def similarities(self, language: str, ids: Sequence[str], vector: Vectors) -> dict[str, float]:
        """Cosine similarity of given passages to ``vector``."""
        found: dict[str, float] = {}
        for layer, its_ids in self._by_layer(ids, _key_of).items():
            found |= self.layers[layer].similarities(language, its_ids, vector)
        return found

    def sentence_similarities(
        self, passages: Sequence[Passage], vector: Vectors
    ) -> dict[str, list[list[float]]]:
        """Passage id → sentence → the cosine similarity to ``vector`` of the sentence, then of each
        question expected of it.

        All passages are of one language.
        """
        found: dict[str, list[list[float]]] = {}
        for layer, its_passages in self._by_layer(passages, _key_of_passage).items():
            found |= self.layers[layer].sentence_similarities(its_passages, vector)
        return found

    def all_passages(self, language: str) -> Iterator[Passage]:
        """Every passage of a language, in no particular order."""
        for layer in self._layers_of.get(language, ()):
            for passage in self.layers[layer].all_passages(language):
                if self._lives_in(layer, _key_of_passage(passage)):
                    yield passage

    def document(self, document_id: str, language: str) -> Document | None:
        """A document by id and language, or None."""
        its = self._documents.get((language, document_id))
        return self._read(its.layer, document_id, language) if its else None

    def document_roles(self) -> dict[Key, Role]:
        """(language, document id) → role of every document, sorted."""
        return {key: self._documents[key].role for key in sorted(self._documents)}

    def close(self) -> None:
        """Let go of the files of all layers. They must not be used afterwards."""
        for store in self.layers.values():
            store.close()

    def _nearest_in(
        self, layer: str, language: str, vector: Vectors, limit: int
    ) -> dict[str, float]:
        # As many more as may be hidden among them, where those are few.
        asked = limit + min(self._hidden[layer], limit)
        while True:
            found = self.layers[layer].nearest(language, vector, asked)
            live = {i: near for i, near in found.items() if self._lives_in(layer, _key_of(i))}
            if len(live) >= limit or len(found) < asked:
                return live
            asked *= _FURTHER

    def _lives_in(self, layer: str, key: Key) -> bool:
        its = self._documents.get(key)
        return its is not None and its.layer == layer

    def _by_layer(
        self, values: Sequence[Value], key_of: Callable[[Value], Key]
    ) -> dict[str, list[Value]]:
        """The values of each layer; those of documents that there are not are left out."""
        grouped: dict[str, list[Value]] = defaultdict(list)
        for value in values:
            its = self._documents.get(key_of(value))
            if its:
                grouped[its.layer].append(value)
        return grouped


def _document_in(
    layers: Mapping[str, Store], layer: str, document_id: str, language: str
) -> Document | None:
    return layers[layer].document(document_id, language)


def _key_of(passage_id: str) -> Key:
    language, _, rest = passage_id.partition("/")
    return language, rest.rpartition("#")[0]


def _key_of_passage(passage: Passage) -> Key:
    return passage.language, passage.document_id
