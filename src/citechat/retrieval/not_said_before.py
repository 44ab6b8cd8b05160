"""Of a follow-up, what was not said a moment ago: sentences that the last answer did not give, and
those that have the follow-up's own names or words."""

from __future__ import annotations

from collections.abc import Sequence

from citechat_ingest import Glossary

from ..language import answer_types, terms
from ..language.answer_types import asked_types
from ..values import Turn
from .asked.number_or_time import TYPED, holds_type
from .query import Query
from .quoted_before import CITATION_MARK
from .selection import Quote

# How much less a sentence that the last answer gave is worth to a follow-up, in the units of the
# score: as much as the reader is surer of .95 than of .5.
_HEARD = 2.5
# How much more one that has the follow-up's own names, or its words: the question before has more.
_OWN_NAMES, _OWN_WORDS = 3.0, 1.5
_REASON = frozenset({"reason"})


def for_a_follow_up(
    quotes: Sequence[Quote],
    query: Query | None,
    question: str,
    history: Sequence[Turn],
    glossary: Glossary,
) -> tuple[Quote, ...]:
    """The quotes for the follow-up ``question``, which ``query`` completes: those with its own
    words come sooner, and what the last answer has said comes later, for it was not enough.

    Unless the follow-up itself asks for a number or time that the heard sentence holds, or stands
    alone in the words of ``query``, without the question that the heard sentence answered.
    """
    if query is None:
        return tuple(quotes)
    heard = _heard(history)
    is_typed = bool(asked_types(question) & TYPED)
    is_joined = query.text.endswith(question)
    own = _own_terms(question, query.language, glossary)

    def worth(quote: Quote) -> float:
        said = _folded(quote.passage.sentence(quote.number)) in heard
        is_enough = is_typed and holds_type(quote, query)
        share = _share(own, quote, query.language)
        return quote.score + share - (_HEARD if said and is_joined and not is_enough else 0.0)

    return tuple(sorted(quotes, key=worth, reverse=True))


def answers_anew(quote: Quote, question: str, history: Sequence[Turn], glossary: Glossary) -> bool:
    """Whether a quote answers the follow-up itself, and not just the question before it: it has of
    what the follow-up names, or of its words; or it was not said yet, or the follow-up has no
    words."""
    language = quote.passage.language
    own = worth, said = _own_terms(question, language, glossary)
    if not said or _share(own, quote, language):
        return True
    return worth != _OWN_NAMES and not _was_said(quote, history)


def _was_said(quote: Quote, history: Sequence[Turn]) -> bool:
    """Whether an answer said a quote, or a sentence with which it begins."""
    sentence = _folded(quote.text)
    answers = "".join(turn["content"] for turn in history if turn.get("role") == "assistant")
    heard = filter(None, map(_folded, CITATION_MARK.split(answers)))
    return any(sentence in said or sentence.startswith(said) for said in heard)


def is_repeated(quote: Quote, history: Sequence[Turn]) -> bool:
    """Whether an answer said the very sentence of a quote."""
    sentence = _folded(quote.passage.sentence(quote.number))
    answers = (turn["content"] for turn in history if turn.get("role") == "assistant")
    return any(sentence in _folded(answer) for answer in answers if answer)


def has_own_words(quotes: Sequence[Quote], question: str, glossary: Glossary) -> bool:
    """Whether a quote has of what a follow-up names, or of its words, should it have any."""
    for quote in quotes:
        own = _, said = _own_terms(question, quote.passage.language, glossary)
        if not said or _share(own, quote, quote.passage.language):
            return True
    return False


def only_unheard_reasons(quotes: Sequence[Quote], history: Sequence[Turn]) -> tuple[Quote, ...]:
    """Of "Why?", the sentences that give a reason and were not said yet: what was said is what is
    to be explained. None where the best of them lies far below the best of all."""
    heard = _heard(history)
    if not heard:
        return tuple(quotes)

    def explains(quote: Quote) -> bool:
        is_new = _folded(quote.text) not in heard
        return is_new and answer_types.holds(quote.text, _REASON)

    reasons = tuple(filter(explains, quotes))
    is_near = bool(reasons) and reasons[0].score >= quotes[0].score - _HEARD
    return reasons if is_near else ()


def _heard(history: Sequence[Turn]) -> str:
    """What the last answer said, folded."""
    answers = [t["content"] for t in history if t.get("role") == "assistant" and t.get("content")]
    return _folded(answers[-1]) if answers else ""


_Own = Sequence[tuple[frozenset[str], ...]]
"""Things that a follow-up says, each as the terms of every way to write it."""


def _own_terms(question: str, language: str, glossary: Glossary) -> tuple[float, _Own]:
    """What a follow-up says itself, its names or else its words, and how much that is worth."""
    names = glossary.found_in(question)
    if not names:
        words = terms.query_words(question, language)
        # A single Chinese character stands in any sentence.
        return _OWN_WORDS, [(frozenset((word,)),) for word in words if len(word) > 1]
    spellings = [
        tuple(frozenset(terms.words(spelling, language)) for spelling in name.all_spellings)
        for name in names
    ]
    return _OWN_NAMES, spellings


def _share(own: tuple[float, _Own], quote: Quote, language: str) -> float:
    """What the follow-up's own terms that a sentence holds are worth."""
    worth, things = own
    held = set(terms.words(quote.text, language))
    holding = [any(map(held.issuperset, filter(None, spellings))) for spellings in things]
    return worth * sum(holding) / len(holding) if holding else 0.0


def _folded(text: str) -> str:
    """A text without marks, blanks, case and the sign that a quote is cut, to find a quote in an answer."""
    return "".join(CITATION_MARK.sub("", text).replace("…", "").split()).casefold()
