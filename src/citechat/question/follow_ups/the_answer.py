"""A follow-up that asks what the last answer amounts to: "what share is that?", "in dollars?"."""

from __future__ import annotations

import re

from .turns import Turn

# "What share is that?", "ist das viel?", 占全国多少: of what was said, and of no thing.
_POINTS_TO_THE_ANSWER = re.compile(
    r"\b(?:is|was|are|were|makes?) (?:that|this)(?: in [\w ]+| of [\w ]+)?\W*$|^(?:and |but |so )?(?:is|was) (?:that|this)\b"
    r"|\b(?:ist|sind|war|waren|macht|wären?) (?:das|dies)(?: (?:etwa|ungefähr|umgerechnet|in [\w ]+|von [\w ]+))?\W*$"
    r"|^(?:und |aber )?(?:ist|war|wird|wurde|stimmt) (?:das|dies)\b|^(?:and |but )?(?:did|has|will) (?:that|this)\b"
    r"|^(?:and |but |so )?(?:was|is|has|have|did|will) (?:it|they|the (?:goal|target|plan)s?)(?: ever| actually| really| been| be| they)*"
    r" (?:met|meet|reach(?:ed)?|achieved?|fulfilled|missed|exceeded|hit|beaten)\b"
    r"|^(?:und |aber )?(?:wurden?|ist|sind|wird|hat) (?:es|sie|das ziel|der plan|man (?:es|das))(?: \w+)?"
    r" (?:erreicht|erfüllt|geschafft|verfehlt|übertroffen|eingehalten)\b"
    r"|^(?:那|这)?(?:个?目标)?(?:最后|后来|现在|已经)?(?:达到|达成|实现|完成|兑现)"
    r"|^(?:and |but |so )?by how (?:much|many(?: percent)?|many) (?:did|has|have|had|was|is) (?:it|that|this|they)\b"
    r"|^(?:und |aber )?um wie ?viele?(?: prozent)? (?:ist|sind|hat|haben|war|stieg(?:en)?|fiel(?:en)?|wuchs(?:en)?|sank(?:en)?)"
    r" (?:es|das|sie|er|dies)\b"
    r"|^(?:and |but |so )?how many times (?:(?:as )?(?:much|many|large|big|high|more|larger|bigger|that))?\W*$"
    r"|^(?:und |also )?wie ?viel ?(?:mal|fach)(?: (?:so viele?|mehr|größer|so (?:groß|hoch)))?(?: ist das)?\W*$"
    r"|^(?:那|这)?(?:大概|大约)?(?:是|差|相差|多|高|大)了?(?:多少|几)倍"
    r"|^(?:那|这)?(?:一共|总共)?(?:上?涨|下?跌|上?升|下?降|增长?|增加|减少)了?(?:多少|百分之|几)"
    r"|^(?:and |und )?in (?:us[- ]?|the )?(?:dollars?|euros?|yuan|rmb|percent|prozent|%)\W*$"
    r"|^(?:那|这)?(?:一共|大概|大约|约)?(?:占|相当于|等于|折合?成?|折算|换(?:算)?成|换算)|^那?这(?:个|些)?(?:数字?)?(?:是|算|占)",
    re.IGNORECASE,
)

# "Is that a lot?"
_WHETHER_MUCH = re.compile(
    r"\b(?:is|was|are|were) (?:that|this|it|those)(?: \w+)? "
    r"(?:a lot|much|many|high|low|large|big|small|little|few|expensive|cheap|good|bad)\b"
    r"|\b(?:ist|war|sind|waren) (?:das|dies|die)(?: \w+)? (?:viele?|wenige?|hoch|niedrig|groß|klein|teuer|billig|gut|schlecht)\b"
    r"|^(?:那|这)?(?:个数字?)?(?:算是?|是)(?:很|比较|不)?(?:多|少|高|低|大|小|贵|便宜|好)(?:吗|不|还是)"
    r"|^(?:那|这)?(?:多|高|大|贵|好)(?:吗|不[多高大贵好])",
    re.IGNORECASE,
)
# What says how much something is beside others.
_COMPARED = re.compile(
    r"\b(?:per ?cent of|share|times|rank\w*|first|second|third|more than any|most|leads?|behind|ahead|average|compared)\b"
    r"|\b(?:prozent (?:aller|der|des|von)|anteil|rang|platz|\w*erste[rnm]?|zweite[rnm]?|meisten|führt|hinter|durchschnitt\w*|verglichen)\b"
    r"|占|倍|第[一二三四五]|居首|最[多高大]|领先|高于|低于|平均|相比|仅次",
    re.IGNORECASE,
)


def asks_whether_much(question: str) -> bool:
    """Whether a follow-up asks if what was answered is much: "is that a lot?"."""
    return bool(_WHETHER_MUCH.search(question))


def says_how_it_compares(text: str) -> bool:
    """Whether a sentence says how much something is beside others."""
    return bool(_COMPARED.search(text))


def asks_of_the_answer(question: str) -> bool:
    """Whether a question asks what the last answer amounts to: "what share is that?", "in dollars?"."""
    return bool(_POINTS_TO_THE_ANSWER.search(question))


def of_the_answer(question: str, last: Turn) -> str:
    """The question before with a question that asks what its answer amounts to: "what share is that?"."""
    return f"{last.asked} {question}" if _POINTS_TO_THE_ANSWER.search(question) else ""
