"""A sentence that sets what the article says beside what others say: what of it is told for sure, and whether
it says itself that the article is wrong, or that nobody confirms it."""

from __future__ import annotations

import re
from itertools import filterfalse

from ...language.negation import NOT, UNCONFIRMED
from .claimed import Claimed

_PART = re.compile(r"[:;：；]|, (?=(?:but|aber|doch)\b)|，(?=但|而)")
_ARTICLE = re.compile(r"\barticle\b|\bArtikels?\b|文章", re.IGNORECASE)
# That what was said is not so.
_AGAINST = re.compile(
    r"\bcontradict(?:s|ed)?\b(?= (?:it|this|that|by|the (?:picture|claim|article|statement))\b|[.,;])"
    r"|\bdo(?:es)? not fit\b|\bwiderspr\w*|\bpasst\w* nicht\b|\bnicht ins Bild\b|(?:，?与[^，]{0,8})?(?:矛盾|不符)",
    re.IGNORECASE,
)
_ASKS_FOR_SOURCES = re.compile(
    r"\bsources?\b.{0,40}\bconfirm|\bconfirm\w* by\b"
    r"|\bbestätig\w*\b.{0,30}\bquellen?\b|\bquellen?\b.{0,40}\bbestätig|来源.{0,6}证实|证实.{0,4}来源",
    re.IGNORECASE,
)
# How much of what is asked the article must say, and how much a sentence of what nobody confirms.
_SAYS_IT, _MOST = 0.75, 0.6


def told_for_sure(text: str, claimed: Claimed) -> str:
    """The part that is not the article's word, where it says more of what is asked than that does, or denies
    as much; may be empty."""
    told, *parts = _PART.split(text)
    others = filterfalse(_ARTICLE.search, parts)
    best = max(others, key=claimed.share, default="")
    return best if _says_more(best, told, claimed) else ""


def _says_more(part: str, told: str, claimed: Claimed) -> bool:
    """Whether a part says more of what is asked than what stands before it, or denies as much."""
    says, says_before = claimed.share(part), claimed.share(told)
    denies = bool(NOT.search(part)) and not NOT.search(told)
    return says > says_before or (denies and says == says_before)


def is_contradicted(text: str, claimed: Claimed) -> str:
    """What the article says of what is asked, where the sentence goes on that it is not so; else nothing."""
    told = _the_articles_word(text)
    says_it = claimed.share(told) >= _SAYS_IT and claimed.share_beside_names(told) >= _MOST
    return told if says_it and not NOT.search(told) else ""


def _the_articles_word(text: str) -> str:
    """What stands between the last naming of the article and what is against it; empty where nothing is."""
    against = _AGAINST.search(text)
    before = text[: against.start()] if against else ""
    return before[_last_article(before) :]


def _last_article(text: str) -> int:
    """Where the article is named last; the end, where it is not."""
    return max((match.start() for match in _ARTICLE.finditer(text)), default=len(text))


def is_unconfirmed(text: str, claimed: Claimed) -> bool:
    """Whether it is asked if a source confirms something, and a sentence says that none does."""
    asks = _ASKS_FOR_SOURCES.search(claimed.text)
    return bool(asks and UNCONFIRMED.search(text)) and claimed.share(text) >= _MOST
