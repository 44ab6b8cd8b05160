"""Who says otherwise: another document that gives another number of the same thing."""

from __future__ import annotations

import re
from functools import partial

from ..retrieval.selection import Quote
from ..verification.facts import names_in
from ..verification.measure_words import counted_thing, counts
from .audit_verdicts import is_verdict, tells_both
from .quotes import names_one_as_well
from .same_matter import is_alike, is_same_matter, matter, numbers
from .statements import Findings

# How many quotes below the best may still contradict it.
_REACH = 8
# Of what is counted one text writes "firms" and another "companies".
_HOW_MANY = re.compile(
    r"\bhow many\b|\bnumber of\b|\bwie ?viele\b|\banzahl\b|多少[家个名位起款座项]|几[家个]|数量",
    re.IGNORECASE,
)
# In what is counted, and who tells it: two sentences that share no more are on two things.
_ONLY_COUNTS = frozenset(
    "billion million thousand trillion percent yuan dollar accord report"
    " milliard million tausend billion prozent laut bericht zufolg".split()
)


def saying_otherwise(first: Quote, findings: Findings) -> Quote | None:
    """The best quote of another document on the same matter that gives other numbers, if any."""
    says_otherwise = partial(_says_otherwise, first=first, findings=findings)
    return next(filter(says_otherwise, findings.quotes[1:_REACH]), None)


def _says_otherwise(other: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a quote of another document, that is none of the audit's, tells another number of the
    same."""
    is_same_document = other.passage.document_id == first.passage.document_id
    if is_same_document or is_verdict(other) or other.names < first.names:
        return False
    # Each tells what the article says and what the sources do.
    both_tell_both = tells_both(first) and tells_both(other)
    if both_tell_both:
        return False
    return _is_of_the_same(other, first, findings) and _counts_otherwise(other, first, findings)


def _is_of_the_same(other: Quote, first: Quote, findings: Findings) -> bool:
    """Whether two sentences are on the same matter, of the same names and the same thing."""
    is_on_it = is_same_matter(first, other) and names_one_as_well(other, first, findings)
    return is_on_it and _is_of_the_thing(other, first, findings)


def _counts_otherwise(other: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a sentence has a number like one of the first, of what the question counts, and none of
    the first's own."""
    own, theirs = numbers(first, findings.index), numbers(other, findings.index)
    is_like = any(is_alike(one, mine) for one in theirs for mine in own)
    thing = counted_thing(findings.query.text, findings.language)
    return is_like and not theirs & own and counts(other.text, thing, other.passage.language)


def _is_of_the_thing(other: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a sentence shares with the first more than names and units, and where an amount is asked
    for the words of the question: the output of a town is not its debt."""
    query, language = findings.query, findings.language
    shared = matter(first.text, language) & matter(other.text, language)
    is_counted = _HOW_MANY.search(query.text)
    asked = matter(query.text, language) & matter(first.text, language)
    named = _spelled(first, findings)
    if not is_counted and not all(its in shared or its.startswith(named) for its in asked):
        return False
    return not all(its in _ONLY_COUNTS or its.startswith(named) for its in shared)


def _spelled(quote: Quote, findings: Findings) -> tuple[str, ...]:
    """The words of the names in a sentence, but for terms; "Nordens" begins with one."""
    mentions = names_in(quote.text, findings.language, findings.index.glossary)
    named = (mention.name for mention in mentions if mention.name.kind != "concept")
    spelled = (its for name in named for its in name.all_spellings)
    return tuple(matter(" ".join(spelled), findings.language))
