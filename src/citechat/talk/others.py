"""What others say of an answer: what the audit makes of it, or another number of another document."""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass
from itertools import filterfalse

from ..index.opening import Index
from ..messages import say
from ..plans.audit_verdicts import WHOSE, audited_claim_of, is_verdict, note, tells_both
from ..plans.same_matter import is_alike, is_same_matter, numbers
from ..plans.statements import Findings, Statement, naming, quotes_of
from ..question.follow_ups.names import only, things, without
from ..retrieval.selection import Quote
from ..verification.facts import Number
from ..verification.measure_words import counted_thing, counts
from .agreement import AGREED

# What the audit makes of a claim → whether all say so; what no source confirms speaks for itself.
_BY_VERDICT = {"supported": "yes", "refined": "not_quite", "contradicted": "no"}
# Among how many of the sentences found; further below two names are asked for.
_REACH = 8


@dataclass(frozen=True)
class _Word:
    """A sentence that tells what others say, and whether they say the same: "yes", "no", "not_quite", or ""."""

    quote: Quote
    settled: str = ""


def what_others_say(
    kind: str, statements: Sequence[Statement], findings: Findings
) -> Sequence[Statement]:
    """What others say of an answer: what the audit makes of it, another number, a sentence that sets the article
    beside its sources; or that nobody contradicts it."""
    told = quotes_of(statements)
    if not told:
        return ()
    word = next(_words_on(told, findings), None)
    if word is None:
        return [Statement(lead=say("sure_alone", findings.language))]
    settled = word.settled if kind == AGREED else ""
    lead = naming(say(settled, findings.language), findings.language) if settled else ""
    return [Statement(word.quote, lead)]


def _words_on(told: Sequence[Quote], findings: Findings) -> Iterator[_Word]:
    """What others say of an answer; at last that they say the same."""
    index = findings.index
    judged = list(filter(None, (_judged(quote, index) for quote in told)))
    yield from filterfalse(_is_the_same, judged)
    yield from map(_Word, filter(lambda quote: _tells_of_two(quote, index), told))
    yield from _found(told[0], findings)
    yield from judged


def _is_the_same(word: _Word) -> bool:
    return word.settled == "yes"


def _tells_of_two(quote: Quote, index: Index) -> bool:
    """Whether a sentence sets the article beside others, and not with one number for all."""
    return tells_both(quote) and len(numbers(quote, index)) != 1


def _judged(quote: Quote, index: Index) -> _Word | None:
    """The audit's word on what a sentence says."""
    if is_verdict(quote):
        verdicts = {claim.claim_id: claim.verdict for claim in index.audited_claims}
        return _Word(quote, _BY_VERDICT.get(verdicts.get(quote.passage.paragraph, ""), ""))
    claim = audited_claim_of(quote, index)
    if claim is None:
        return None
    word = note(claim, quote.passage.language, index)
    settled = _BY_VERDICT.get(claim.verdict, "")
    return _Word(word, settled) if word else None


def _found(first: Quote, findings: Findings) -> Iterator[_Word]:
    """Another number for the same; where a sentence gives none, what sets the article beside its sources."""
    own = numbers(first, findings.index)
    others = _of_the_same(first, findings)
    if not own:
        return map(_Word, filter(_tells_of_the_article, others))
    counted = filter(lambda other: _counts_otherwise(other, own, findings), others)
    return (_Word(other, "no") for other in counted)


def _tells_of_the_article(other: Quote) -> bool:
    """Whether a source sets the article beside itself."""
    return other.passage.role == "document" and tells_both(other)


def _of_the_same(first: Quote, findings: Findings) -> Iterator[Quote]:
    """The sentences of other documents that tell of the same things; of several things two will do, however
    late they were found."""
    glossary = findings.index.glossary
    named = things(first.text, glossary)
    wanted = only(WHOSE, named) or named
    kinds = {name.kind for name in wanted}
    for number, other in enumerate(findings.quotes):
        held = only(kinds, things(other.text, glossary))
        is_near = number < _REACH or len(held) > 1
        # of none else of their kinds
        is_of_them = len(held) >= min(2, len(wanted)) and not without(held, named)
        if is_near and is_of_them and _is_elsewhere(other, first):
            yield other


def _is_elsewhere(other: Quote, first: Quote) -> bool:
    """Whether a sentence of another document is on the same matter."""
    is_another = other.passage.document_id != first.passage.document_id
    return is_another and is_same_matter(first, other)


def _counts_otherwise(other: Quote, own: Set[Number], findings: Findings) -> bool:
    """Whether a sentence gives other numbers of the same thing, and of the same size."""
    theirs = numbers(other, findings.index)
    thing = counted_thing(findings.query.text, findings.language)
    is_alone = not (theirs & own) and counts(other.text, thing, findings.language)
    return is_alone and any(is_alike(one, mine) for one in theirs for mine in own)
