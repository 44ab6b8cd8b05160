"""Whether one has more than another: "Is Norden's harbour larger than Southam's?" is answered by the figures
of both, where one count or one sentence gives them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from citechat_ingest import Figure, Name

from ...language.answer_types import asks_openly, asks_whether
from ...language.asked_rank import THAN
from ...language.number_format import base_unit
from ...question.follow_ups.set_beside import asks_of_itself
from ...retrieval.selection import Quote
from ..figures import compared, ranking
from ..figures.figure_sides import size
from ..statements import Findings, Statement, quotes_of
from .claimed import Claimed

_MORE = re.compile(
    r"\b(?:more|larger|bigger|higher|greater|better|stronger|ahead)\b"
    r"|\b(?:mehr|(?:größer|grösser|höher|besser|stärker)(?:e[nrsm]?)?)\b|[多大高强贵好]|值钱|超过",
    re.IGNORECASE,
)
_LESS = re.compile(
    r"\b(?:less|fewer|smaller|lower|worse|weaker|cheaper)\b"
    r"|\b(?:weniger|(?:kleiner|niedriger|geringer|schlechter|schwächer|billiger)(?:e[nrsm]?)?)\b|[少小低弱差]|便宜",
    re.IGNORECASE,
)
# Counts that cannot be set beside each other, as a sentence itself says.
_NOT_ALIKE = re.compile(
    r"\b(?:different (?:definitions|counts)|not compar\w+|verschieden\w* (?:definitionen|zählungen)|nicht vergleichbar)\b|口径"
    r"|不能.{0,8}[比相]",
    re.IGNORECASE,
)
# How much of what is counted a sentence must say.
_SAYS_IT = 0.6


def sides(claimed: Claimed, findings: Findings) -> tuple[Name, Name] | None:
    """The one that is asked to have more, and the other; None where nothing of the kind is asked."""
    text = claimed.text
    than = THAN.search(text)
    asks_more, asks_less = bool(_MORE.search(text)), bool(_LESS.search(text))
    if than is None or asks_more == asks_less:
        return None
    one = _named(text[: than.start()], findings)
    other = _named(text[than.end() :], findings)
    if not (one and other) or one[-1] is other[0]:
        return None
    return (one[-1], other[0]) if asks_more else (other[0], one[-1])


def sides_of_follow_up(typed: str, findings: Findings) -> tuple[Name, Name] | None:
    """The one that a follow-up asks to have more, of that of the question before and its own; None where it asks
    nothing of the kind."""
    asks_more, asks_less = bool(_MORE.search(typed)), bool(_LESS.search(typed))
    pair = _before_and_own(typed, findings)
    if asks_more == asks_less or not _asks_for_yes(typed, findings.language):
        return None
    if pair is None:
        return None
    is_of_the_own = asks_of_itself(typed, findings.language)
    return pair if asks_more is not is_of_the_own else (pair[1], pair[0])


def _before_and_own(typed: str, findings: Findings) -> tuple[Name, Name] | None:
    """The side of the question before, and that which a follow-up names; None where there are not these two."""
    told = findings.index.glossary.found_in(typed)
    sides = [name.name for name in ranking.named_sides(findings)]
    if len(sides) != 2:
        return None
    before, own = sorted(sides, key=told.__contains__)
    is_one_told = own in told and before not in told
    return (before, own) if is_one_told else None


def _asks_for_yes(question: str, language: str) -> bool:
    return asks_whether(question, language) and not asks_openly(question, language)


def _named(text: str, findings: Findings) -> list[Name]:
    """The names in a text that somebody or something bears, in its order."""
    mentions = findings.index.glossary.mentions(text)
    return [mention.name for mention in mentions if mention.name.kind != "concept"]


def statements(claimed: Claimed, findings: Findings) -> Sequence[Statement]:
    """What tells the numbers of both, as for a question which of them has more."""
    text = f"{claimed.text} {claimed.by_how_much}".strip()
    asked = replace(findings, query=replace(claimed.query, text=text))
    return compared.statements(asked, number_asked=True) or ranking.statements(asked)


def settled(
    pair: tuple[Name, Name],
    statements: Sequence[Statement],
    claimed: Claimed,
    findings: Findings,
) -> bool | None:
    """Whether the first of a pair has more than the other by what is told; None where that is open."""
    told = quotes_of(statements)
    if not told or any(_NOT_ALIKE.search(quote.text) for quote in told):
        return None
    numbers = _by_figures(pair, statements) or _by_one_sentence(pair, told[0], claimed, findings)
    if numbers is None:
        return None
    one, other = numbers
    return one > other


def _by_figures(
    pair: tuple[Name, Name], statements: Sequence[Statement]
) -> tuple[Fraction, Fraction] | None:
    """The two sizes by the figures of statements, where the second is no count of its own."""
    figures: list[Figure] = []
    for statement in statements:
        figures += statement.figures
    one, other = (_of(name, figures) for name in pair)
    if one is None or other is None:
        return None
    is_alike = one.metric == other.metric and base_unit(one.unit) == base_unit(other.unit)
    return (size(one), size(other)) if is_alike else None


def _of(name: Name, figures: Sequence[Figure]) -> Figure | None:
    # "Alibaba Cloud" is counted as Alibaba.
    own = (*name.all_spellings, name.names["en"].split()[0])
    return next((figure for figure in figures if figure.subject in own), None)


def _by_one_sentence(
    pair: tuple[Name, Name], quote: Quote, claimed: Claimed, findings: Findings
) -> tuple[Fraction, Fraction] | None:
    """The two numbers of one unit that a sentence gives them; a bare count, where it says what is
    counted."""
    known = {name.name.names["en"]: name for name in claimed.query.proper_names}
    named = [known[name.names["en"]] for name in pair if name.names["en"] in known]
    numbers = ranking.numbers_of(named, quote, findings)
    if len(numbers) != len(pair):
        return None
    one, other = numbers
    is_of_it = bool(one.number.unit) or _things(claimed).share_beside_names(quote.text) >= _SAYS_IT
    return (one.number.value, other.number.value) if is_of_it else None


def _things(claimed: Claimed) -> Claimed:
    """What is counted, without the words that ask for more."""
    text = claimed.text
    for sign in (THAN, _MORE, _LESS):
        text = sign.sub(" ", text)
    return replace(claimed, query=replace(claimed.query, text=text))
