"""Whether a follow-up asks of more than what was asked about: of all there are, or of others."""

from __future__ import annotations

import re

from .side_by_side import sets_side_by_side

# What is asked of all there are: "who has the most users?".
MOST_OF_ALL = re.compile(
    r"\bthe (?:most|least|highest|lowest|biggest|largest|fewest|smallest|best|richest|oldest)\b"
    r"|\b(?:die|den|das|der) (?:meisten|wenigsten|größte|höchste|kleinste|niedrigste|beste|reichste|älteste)[nrsm]?\b"
    r"|[谁哪].{0,8}最|最.{0,8}[谁哪]",
    re.IGNORECASE,
)
# "Were there exceptions?" asks of what was said, and not of whom.
EXISTS = re.compile(
    r"\b(?:is|are|was|were) there\b|\bg(?:ib|a)b?t? es\b|\bgibt'?s\b|有(?:没有)?[\u3400-\u9fff]{1,4}吗|有没有",
    re.IGNORECASE,
)
# "And who is first?": not the one that was asked about.
ASKS_WHO_LEADS = re.compile(
    r"\b(?:who|which (?:city|company|province|university|country|one))\b.*"
    r"\b(?:first|second|third|fourth|last|next|ahead|leads?|top|number one)\b"
    r"|\b(?:wer|welche[rsnm]? (?:stadt|firma|provinz|universität|land))\b.*"
    r"\b(?:erste[rnms]?|zweite[rnms]?|dritte[rnms]?|letzte[rnms]?"
    r"|vorne?|voran|führt|platz)\b"
    r"|第[一二三四五]名?(?:又|那)?是(?:谁|哪)|(?:谁|哪[个座家所]\w{0,2})(?:是|排|居|位列)?(?:在)?(?:第[一二三四五]|最后|领先|榜首)",
    re.IGNORECASE,
)
# "How many of them …": of all that was spoken of.
OF_SOME = re.compile(
    r"\b(?:of (?:them|these|those|which)|davon|darunter|von (?:ihnen|denen|diesen))\b|其中"
)


def asks_of_all(question: str) -> bool:
    """Whether a question asks of more than what was asked about: "of them" and "who has more" of all
    that was named, "who is first?" of others."""
    points = OF_SOME.search(question) or EXISTS.search(question)
    return bool(points or ASKS_WHO_LEADS.search(question)) or sets_side_by_side(question)
