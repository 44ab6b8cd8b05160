"""Whether one thing is counted in with another: "does that include the base model?" is answered "No" by
"… on top of about 6 million dollars for the base model".

What is left out stands behind the sign for it, but for a German verb at the end, which has it before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from ...language.negation import NOT
from ...retrieval.asked.words import asked_words
from .claimed import Claimed, says

# How a question asks whether it is counted in.
_INCLUDES = re.compile(
    r"\b(?:already )?(?:includ\w*|contain\w*|count(?:s|ed|ing)? (?:in|as well|too)|factor(?:s|ed)? in|compris\w*|cover(?:s|ed)?)\b"
    r"|\b(?:in there|part of (?:that|it|this))\b"
    r"|\b(?:d(?:a|ar)?rin|enth(?:ält|alten|ielt)\w*|inbegriffen|inklusive|(?:mit|ein)(?:ge)?(?:rechnet|zählt|schlossen)\w*|berücksichtigt)\b"
    r"|\b(?:umfasst|umfassen|beinhaltet\w*)\b|\b(?:zähl|rechn|schlie(?:ß|ss))\w*\b(?=.*\b(?:mit|ein)\b)"
    r"|包含|包括|含有?|计入|算[上进入]|算在内|在内|(?:里[面头边]?|其中)(?:还|也|已经?|有没有)?算",
    re.IGNORECASE,
)
# How a sentence says that something is left out, or comes to it; and how a German one ends in it.
_LEFT_OUT = re.compile(
    r"\b(?:on top of|exclud(?:e|es|ed|ing)|exclusive of|leav(?:e|es|ing) (?:out|aside)|left out|omit\w*|without|apart from"
    r"|in addition to|not (?:counting|including)|d(?:o|oes|id) not (?:include|contain|count|cover)|plus|separate from)\b"
    r"|\b(?:zusätzlich zu[rm]?|zuzüglich|zzgl\.?|ohne|abgesehen von|ausschließlich der|neben|(?:lässt|lassen|ließ)|schlie(?:ß|ss)t)\b"
    r"|不含|不包[括含]|不计|未[计含]|没有?算|之外|以外|另外|另[加付需计有]|除去|剔除",
    re.IGNORECASE,
)
_LEFT_OUT_AT_LAST = re.compile(
    r"\b(?:hinzu|obendrauf|dazu|außen vor|unberücksichtigt|ausgenommen"
    r"|(?:nicht|kein\w*)\b.{0,30}\b(?:enthalten|enthält|eingerechnet|mitgerechnet|mitgezählt|inbegriffen))\b\W*$"
    r"|\b(?:lässt|lassen|ließ\w*)\b.{1,80}\b(?:weg|aus|außen vor)\b",
    re.IGNORECASE,
)
# How much of what is asked a sentence must say, and of what it leaves out the question.
_SAYS_IT = 0.7


def is_asked(claimed: Claimed) -> bool:
    """Whether a question asks if something is counted in."""
    return bool(_INCLUDES.search(claimed.text))


def tells_apart(text: str) -> bool:
    """Whether a sentence says that something is left out, or comes on top."""
    return bool(_LEFT_OUT.search(text) or _LEFT_OUT_AT_LAST.search(text))


def is_left_out(claimed: Claimed, text: str) -> bool:
    """Whether a sentence leaves out the very thing that is asked for, or counts it on top."""
    words = _things(claimed)
    said = [word for word in words if says(text, word, claimed.query.language)]
    if not words or len(said) < _SAYS_IT * len(words):
        return False
    if _LEFT_OUT_AT_LAST.search(text):
        return True
    return any(
        _holds_one(said, before, behind, claimed)
        for sign in _LEFT_OUT.finditer(text)
        for before, behind in ((text[: sign.start()], text[sign.end() :]),)
    )


def _things(claimed: Claimed) -> Sequence[str]:
    """The words of a question beside those that ask whether it is counted in."""
    bare = replace(claimed.query, text=_INCLUDES.sub(" ", claimed.text))
    return [word for word in asked_words(bare) if not NOT.fullmatch(word)]


def _holds_one(said: Sequence[str], before: str, behind: str, claimed: Claimed) -> bool:
    """Whether what stands behind a sign has a word of the question that does not stand before it."""
    language = claimed.query.language
    return any(says(behind, word, language) and not says(before, word, language) for word in said)
