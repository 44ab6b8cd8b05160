"""Fast signals choose, the reader decides: the best sentences are read beside the question and ordered anew.

A sentence's new score is its old one plus the reader's logit, weighed; whether the documents answer at
all is asked of both as well. The three kinds of weights are fitted by ``tests/fitting/fit_reading.py``
on the held-back rows of many sets of pages at once.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import exp, log
from statistics import mean

import numpy as np
from numpy.typing import NDArray

from citechat_ingest import Passage, is_question

from ..reading.reader import SentenceReader
from .query import Query
from .selection import Quote
from .weights import load_weights

# How much is read for a question, in characters: about 500 tokens, for which the packaged reader
# takes as long as the embedder does for four questions. A Chinese character is a token or more.
_CHARACTERS = {"en": 2200, "de": 2000, "zh": 640}
# Where no expected questions help to find the sentence, half as much again: with the smaller
# amount .86 and .93 of the sentences that answer on city offices' pages (de, en) were read at all.
_SHARE_OF_PLAIN = 1.5
# Probabilities are kept this far from 0 and 1, so that one sure reading cannot outvote all else.
_SURE = 0.002

# How many sentences of a document tell what it is about, and what their mean weighs beside the
# sentence's own score. Chosen on pages of city offices (omos.de.train and omos.en.train).
_BEST_OF_DOCUMENT = 5
_DOCUMENT = 0.5

ORDER_FEATURES = ("score", "reader")
ANSWER_FEATURES = ("bias", "reader, best", "reader, second", "signals", "names of the best")


@dataclass(frozen=True)
class Window:
    """Sentences ``first`` to ``last`` of a passage, read in one go, so that each is seen in context."""

    passage: Passage
    first: int
    last: int

    @property
    def heading(self) -> list[str]:
        """What an item, a row or an answer needs before it, since by itself it does not tell what
        it is about: title and section. Nothing for prose."""
        passage = self.passage
        alone = passage.kind not in ("item", "table") and not is_question(passage.section)
        return [] if alone or not passage.context else [passage.context]

    @property
    def sentences(self) -> list[str]:
        """The window's texts."""
        return [self.passage.sentence(n) for n in range(self.first, self.last + 1)]


def rerank(query: Query, quotes: Sequence[Quote], reader: SentenceReader) -> list[Quote]:
    """The quotes, the best answer first by signals and reader; each read one with its
    ``probability``. Raises ModelError where the reader cannot be opened."""
    if not quotes:
        return []
    rows, probabilities = order_features(query, quotes, reader)
    scores = rows @ load_weights("order", _weight_set(query), ORDER_FEATURES)
    scored = [
        replace(quote, score=float(score), probability=float(probability))
        for quote, score, probability in zip(quotes, scores, probabilities, strict=True)
    ]
    told = scored if query.curated else with_their_documents(scored)
    return sorted(told, key=lambda quote: -quote.score)


def order_features(
    query: Query, quotes: Sequence[Quote], reader: SentenceReader
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    """The values of ``ORDER_FEATURES``, shape (quotes, features), and the reader's probabilities,
    shape (quotes,). A quote that was not read has the probability 0, and the lowest logit of those
    that were. Raises ModelError where the reader cannot be opened."""
    windows = windows_to_read(query, quotes)
    texts = [[*window.heading, *window.sentences] for window in windows]
    read = reader.read(query.text, texts, query.language, query.source_language)
    by_sentence: dict[tuple[str, int], float] = {}
    for window, values in zip(windows, read, strict=True):
        for number, value in enumerate(values[len(window.heading) :], window.first):
            by_sentence[window.passage.passage_id, number] = float(value)
    lowest = min(by_sentence.values())
    sentences = [(quote.passage.passage_id, quote.number) for quote in quotes]
    logits = [logit(by_sentence.get(sentence, lowest)) for sentence in sentences]
    rows = np.array([[quote.score, value] for quote, value in zip(quotes, logits, strict=True)])
    return rows, np.array([by_sentence.get(sentence, 0.0) for sentence in sentences])


def with_their_documents(quotes: Sequence[Quote]) -> list[Quote]:
    """The quotes, each worth less the less its whole document answers than the best one does: on a
    page that deals with the matter several sentences do, elsewhere one is like the question by
    chance."""
    scores: dict[str, list[float]] = {}
    for quote in quotes:
        scores.setdefault(quote.passage.document_id, []).append(quote.score)
    worth = {name: mean(sorted(own)[-_BEST_OF_DOCUMENT:]) for name, own in scores.items()}
    most = max(worth.values(), default=0.0)
    return [
        replace(quote, score=quote.score - _DOCUMENT * (most - worth[quote.passage.document_id]))
        for quote in quotes
    ]


def windows_to_read(query: Query, quotes: Sequence[Quote]) -> list[Window]:
    """The best sentences with their neighbours, as many as there is time for; neighbours that are
    both wanted are read together."""
    wanted: dict[str, set[int]] = {}
    passages: dict[str, Passage] = {}
    most = _CHARACTERS[query.language] * (1 if query.curated else _SHARE_OF_PLAIN)
    characters = 0
    for quote in quotes:
        passage = quote.passage
        taken = wanted.setdefault(passage.passage_id, set())
        last = len(passage.sentences) - 1
        around = {n for n in (quote.number - 1, quote.number, quote.number + 1) if 0 <= n <= last}
        cost = sum(len(passage.sentence(n)) for n in around - taken)
        if characters and characters + cost > most:
            break
        characters += cost
        taken |= around
        passages[passage.passage_id] = passage
    return [
        Window(passages[passage_id], first, last)
        for passage_id, numbers in wanted.items()
        for first, last in runs(numbers)
    ]


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """Numbers as stretches without a gap: {1, 2, 5} → [(1, 2), (5, 5)]."""
    stretches: list[tuple[int, int]] = []
    for number in sorted(numbers):
        if stretches and number == stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], number)
        else:
            stretches.append((number, number))
    return stretches


def probability_with_reader(query: Query, quotes: Sequence[Quote], signals: float) -> float:
    """The probability that the documents answer, from what was read and from the ``signals``'
    own probability."""
    weights = load_weights("answerable", _weight_set(query), ANSWER_FEATURES)
    value = float(answer_features(quotes, signals) @ weights)
    return 1 / (1 + exp(-max(-30.0, min(30.0, value))))


def _weight_set(query: Query) -> str:
    """Where sentences are also found by questions expected of them, the signals say more and the
    reader's word weighs less: weights of their own, fitted on the practice questions."""
    return "curated" if query.curated else "all"


def answer_features(quotes: Sequence[Quote], signals: float) -> NDArray[np.float64]:
    """The values of ``ANSWER_FEATURES``; ``quotes`` are reranked, ``signals`` is a probability."""
    read = sorted((quote.probability for quote in quotes), reverse=True)
    second = read[1] if len(read) > 1 else 0.0
    best = quotes[0]
    return np.array([1.0, logit(read[0]), logit(second), logit(signals), best.names])


def logit(probability: float) -> float:
    """The log-odds of a probability, kept finite."""
    kept = min(1 - _SURE, max(_SURE, probability))
    return log(kept / (1 - kept))
