"""A question what is not so: a sentence that itself says "not"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial

from citechat_ingest import Name

from ...language.answer_types import asks_openly
from ...language.cut_out import cut_out_mentions
from ...language.negation import NOT, UNCONFIRMED
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict, tells_both, verdict_on, with_verdict
from ..names.profile import article_quotes
from ..quotes import is_near, missing_terms
from ..statements import Findings, Statement
from .member_lists import (
    ASKS_WHO,
    SAME_THING,
    asks_of_a_list,
    denies,
    read_asked,
    share_held,
    things_in,
)

# How a sentence says what is not so, or what is left.
_SAYS_NOT = re.compile(
    rf"{NOT.pattern}|\b(?:leaves? out|left out|leave[sd]? aside|excludes?|omits?|ignores?|other|remain(?:s|ing)?"
    r"|(?<!not )only|instead of|except\w*)\b"
    r"|\b(?:lässt|lassen|ließ)\b.{0,60}\b(?:weg|aus|außer Acht)\b|\b(?:übrig\w*|andere\w*|(?<!nicht )nur|statt|ausgenommen|außen vor)\b"
    r"|不含|不包括|不计|剔除|除外|其余|其他|余下|剩下|除去|只|而非|遗漏",
    re.IGNORECASE,
)
# Who is not first asks for the matter in which others are: a sentence that says just that.
_NOT_FIRST = re.compile(
    r"(?:\bnot|n['’]t) (?:\w+ ){0,2}?(?:first|number one|no\.? ?1|on top|at the top|leading|ahead|the (?:leader|best))\b"
    r"|\bnicht (?:\w+ ){0,3}?(?:erste[rsn]?|(?:nummer|platz|rang) eins|vorne?|spitze|spitzenreiter|führend|das beste)\b"
    r"|(?:不是|并非|不算|未|没有?)(?:全国|中国|世界|全球|能)?(?:排|居|位居|列|名列|位列|拿下?)?(?:第一|首位|榜首|第1|老大|领先)",
    re.IGNORECASE,
)
# How far below the best, and among how many, a sentence is sought that denies.
_NEAR = 3.0
_FIRST = 8
_ASKS_ELSE = frozenset({"reason", "truth", "number", "time"})


def asks_what_is_not_first_in(findings: Findings) -> bool:
    """Whether it is asked in what somebody is not first."""
    text = findings.query.text
    is_open = asks_openly(text, findings.language) and not findings.query.types & _ASKS_ELSE
    return is_open and bool(findings.query.proper_names and _NOT_FIRST.search(text))


def told_not_to_be_first(findings: Findings) -> Sequence[Statement]:
    """The sentence that says so of just those who are asked about: the article's before all others."""
    if not asks_what_is_not_first_in(findings):
        return ()
    own = article_quotes(findings.index, findings.language)
    for quote in (*own, *findings.quotes):
        if _NOT_FIRST.search(quote.text) and _is_of_those(quote, findings):
            return with_verdict(quote, findings)
    return ()


def _is_of_those(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names first who is asked about, and says more than that no source says so."""
    if UNCONFIRMED.search(quote.text) or is_verdict(quote):
        return False
    named = _proper(findings.index.glossary.found_in(quote.text))
    return named[:1] == [its.name for its in findings.query.proper_names[:1]]


def _proper(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.kind != "concept"]


def told_by_a_not(findings: Findings) -> Sequence[Statement]:
    """The first sentence near the best that itself says what is not so, or the best where it does."""
    best = findings.quotes[0]
    if _says_not(best) and not _is_of_another_matter(best, findings):
        return with_verdict(best, findings)
    judged = verdict_on(best, findings.index)
    if judged and denies(judged):
        return [Statement(judged)]
    fitting = filter(partial(_says_not_of_it, findings=findings), findings.quotes[:_FIRST])
    first = next(fitting, None)
    return with_verdict(first, findings) if first else ()


def _says_not_of_it(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence tells what is not so, and as much of the question as the best does."""
    best = findings.quotes[0]
    lacked = len(missing_terms(findings.query, [best]))
    lacking = len(missing_terms(findings.query, [quote]))
    says_as_much = is_near(quote, best, _NEAR) and lacking <= lacked + 1
    return says_as_much and _says_not(quote) and not _is_of_another_matter(quote, findings)


def _is_of_another_matter(quote: Quote, findings: Findings) -> bool:
    """Whether it is asked who of a list is not so, and a sentence holds little of what that is."""
    text, language = findings.query.text, findings.language
    if not (ASKS_WHO.search(text) and asks_of_a_list(findings)):
        return False
    wanted = things_in(read_asked(text, language).said, (), findings)
    asked = findings.index.glossary.found_in(text)
    others = [name for name in findings.index.glossary.found_in(quote.text) if name not in asked]
    beside = cut_out_mentions(quote.text, others, findings.index.glossary)
    return share_held(wanted, beside, language) < SAME_THING


def _says_not(quote: Quote) -> bool:
    """Whether a sentence tells what is not so, of the matter and not of what the article says."""
    is_comment = tells_both(quote) and not is_verdict(quote)
    return (
        bool(_SAYS_NOT.search(quote.text)) and not UNCONFIRMED.search(quote.text) and not is_comment
    )
