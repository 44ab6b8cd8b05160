"""Question → ranked passages, their sentences, and how sure it is that they answer.

One ranked list a language of the corpus, the question's own first: fast signals rank passages and
sentences, the reader reads the best of them with the question.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from citechat_ingest import Passage

from .index.embedder import Embedder
from .index.opening import Index
from .question.decomposition import decompose_question
from .question.spelling import correct_spelling
from .reading.reader import SentenceReader
from .retrieval import answerability, selection
from .retrieval.asked.attribute import gives_the_asked_attribute
from .retrieval.asked.number_or_time import holds_the_asked_type
from .retrieval.asked.role import giving_the_role
from .retrieval.asked.words import saying_what_is_asked, says_all_across
from .retrieval.naming import of_the_named_document
from .retrieval.query import Query, make_query
from .retrieval.reranking import probability_with_reader, rerank
from .retrieval.retriever import ScoredPassage, rank, retrieve
from .retrieval.selection import Quote

# So many passages of a language are found for a question.
_CANDIDATES = 24
# How sure the reader must be of a sentence in another language than the question's, where there are
# documents in that too: of distant neighbours one is alike by chance.
_SURE_ACROSS = 0.5
# Less will do where the word lists find all words of the question in it.
_SURE_ENOUGH = 0.3
_NO_TRANSLATIONS: Mapping[str, str] = {}
_NO_VECTOR = np.zeros(0, np.float32)


@dataclass(frozen=True)
class RetrievalResult:
    """What one list has for a question: ranked passages, their sentences, and how sure it is that
    they answer, 0 to 1."""

    query: Query | None = None
    passages: tuple[ScoredPassage, ...] = ()
    quotes: tuple[Quote, ...] = ()
    probability: float = 0.0

    @property
    def is_answerable(self) -> bool:
        """Whether that is enough."""
        return self.probability >= answerability.THRESHOLD


@dataclass(frozen=True)
class Searching:
    """All that looking something up takes: the open index and the models that read."""

    index: Index
    embedder: Embedder
    reader: SentenceReader | None = None

    def retrieve(
        self, question: str, language: str, translations: Mapping[str, str] = _NO_TRANSLATIONS
    ) -> RetrievalResult:
        """The list of the question's own language, if its evidence is enough, or the one with the most."""
        best = RetrievalResult()
        for query, passages in self._lists(question, language, _CANDIDATES, translations):
            quotes, probability = self._read(query, passages)
            if best.query is None or probability > best.probability:
                best = RetrievalResult(query, tuple(passages), tuple(quotes), probability)
            # Of lists in other languages, the surest answers.
            if best.is_answerable and not self._is_across(query):
                break
        return best

    def retrieve_among(
        self, question: str, language: str, passages: Sequence[Passage]
    ) -> RetrievalResult:
        """What some passages of the question's own language have for it, and nothing else is looked up."""
        if not passages:
            return RetrievalResult()
        text = correct_spelling(question, language, self.index)
        vector = self.embedder.encode([text], language, "query")[0]
        query = make_query(text, language, vector, self.index, language)
        ids = [passage.passage_id for passage in passages]
        likeness = self.index.store.similarities(language, ids, vector)
        ranked = rank(query, [(p, likeness[p.passage_id]) for p in passages], self.index)
        quotes, probability = self._read(query, ranked)
        return RetrievalResult(query, tuple(ranked), tuple(quotes), probability)

    def retrieve_parts(self, question: str, language: str) -> list[RetrievalResult]:
        """What is found for each part of a question that asks several things; else nothing."""
        parts = decompose_question(question, self.index.glossary, language)
        if len(parts) < 2:
            return []
        return [self.retrieve(part, language) for part in parts]

    def query_of(self, question: str, language: str) -> Query:
        """A question made ready to be compared with sentences that are known, without its vector."""
        return make_query(question, language, _NO_VECTOR, self.index, language)

    def probability_of(self, query: Query, quote: Quote) -> float:
        """How sure the reader is that a sentence, which may have been found for something else, answers
        a question; 0 for one that does not hold what is asked for, and without a reader."""
        if self.reader is None or quote.passage.language != query.language:
            return 0.0
        is_given = gives_the_asked_attribute(quote, query)
        if not (is_given and holds_the_asked_type([quote], query)):
            return 0.0
        return rerank(query, [quote], self.reader)[0].probability

    def search(self, question: str, language: str, k: int) -> list[ScoredPassage]:
        """The ``k`` best passages of all lists, those of the question's language first.

        By the fast signals alone: the reader tells sentences apart, and on pages of city offices it
        put the right page first less often (.71 instead of .77).
        """
        ranked: list[ScoredPassage] = []
        for _, passages in self._lists(question, language, max(k, _CANDIDATES), _NO_TRANSLATIONS):
            ranked += passages
        return ranked[:k]

    def _lists(
        self, question: str, language: str, limit: int, translations: Mapping[str, str]
    ) -> Iterator[tuple[Query, list[ScoredPassage]]]:
        """One ranked list a language, the question's own first; a translation adds one."""
        encode = lru_cache(lambda text, code: self.embedder.encode([text], code, "query")[0])
        for listed in self.index.languages_for(language):
            wordings = [(question, language)]
            if listed in translations:
                wordings.insert(0, (translations[listed], listed))
            for wording, written_in in wordings:
                own = written_in == listed
                text = correct_spelling(wording, listed, self.index) if own else wording
                query = make_query(text, listed, encode(text, written_in), self.index, written_in)
                yield query, list(of_the_named_document(query, retrieve(query, self.index, limit)))

    def _read(
        self, query: Query, passages: Sequence[ScoredPassage]
    ) -> tuple[Sequence[Quote], float]:
        """The sentences, the best answer first, and the probability that they answer: by fast
        signals, and by the reader where there is one."""
        quotes = selection.rank_quotes(query, passages)
        probability = answerability.probability(query, passages, quotes, self.index)
        # A list of frequent questions says by itself what answers which.
        told = [quote for quote in quotes if selection.stands_below(query.text, quote)]
        if told:
            return [*told, *(quote for quote in quotes if quote not in told)], 1.0
        # Nothing of the question was found: there is nothing to read.
        if self.reader is None or not quotes or probability == 0.0:
            return quotes, probability
        reranked = rerank(query, quotes, self.reader)
        giving = giving_the_role(query, reranked)
        if giving:
            sure = probability_with_reader(query, giving, probability)
            return giving, max(sure, answerability.THRESHOLD)
        saying: Sequence[Quote] = ()
        if not self._is_across(query) or _is_sure_across(query, reranked[0]):
            saying = saying_what_is_asked(query, reranked)
        if not saying:
            return reranked, 0.0
        return saying, probability_with_reader(query, saying, probability)

    def _is_across(self, query: Query) -> bool:
        """Whether a list is of another language than the question, which has documents as well."""
        own = query.source_language
        return own not in ("", query.language) and own in self.index.lexical


def _is_sure_across(query: Query, first: Quote) -> bool:
    """Whether a sentence of another language than the question's answers, and is not alike by chance."""
    if first.probability >= _SURE_ACROSS:
        return True
    return first.probability >= _SURE_ENOUGH and says_all_across(query, first)
