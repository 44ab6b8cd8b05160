"""What somebody named in the documents thinks: the sentence that tells their view, their warning, their
advice, what they expect.

"Somebody" is a person, an institution or a publisher of the glossary, or one that is only described:
"the observers", "an analyst".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from ...language import terms
from ...language.held_words import held_words
from ...retrieval.query import QueryName, uses_all
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict, tells_both, with_verdict
from ..statements import Findings, Statement

_HOLDERS = frozenset({"person", "institution", "publisher"})
_DESCRIBED = re.compile(
    r"\b(?:observers?|analysts?|researchers?|scholars?|critics?|experts?|commentators?|economists?|voices)\b"
    r"|\b(?:beobachter\w*|analyst\w*|forscher\w*|gelehrte\w*|kritiker\w*|expert\w*|fachleute\w*|ökonom\w*|stimmen)\b"
    r"|观察人士|观察者|分析师|研究者|研究员|学者|专家|评论|声音|批评者",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Stance:
    """How a question asks for a kind of view, and how a sentence tells one."""

    asked: re.Pattern[str]
    told: re.Pattern[str]


def _stance(asked: str, told: str) -> _Stance:
    return _Stance(re.compile(asked, re.IGNORECASE), re.compile(told, re.IGNORECASE))


# Each in English, German and Chinese; the first that a question asks for counts.
_STANCES = (
    _stance(
        r"\b(?:warn\w*|worr\w+|fears?|concern\w*|cautions?|afraid|dangers?|risks?|reservations?)\b"
        r"|\b(?:warn\w*|befürcht\w*|sorgen?|bedenken|gefahr\w*|risik\w*|angst|fürchte\w*)\b"
        r"|警告|提醒|担心|担忧|忧虑|顾虑|警示|风险|怕什么",
        r"\b(?:warn\w*|worr\w+|fears?|cautions?|dangers?|risks?)\b"
        r"|\b(?:warn\w*|befürcht\w*|sorgen|gefahr\w*|risik\w*)\b|提醒|警告|担心|担忧|警惕|风险|会带来",
    ),
    _stance(
        r"\b(?:doubt\w*|critici\w+|critique|objections?|objects?|s[ck]eptic\w*|reproach\w*|complain\w*)\b"
        r"|\b(?:zweifel\w*|bezweifel\w*|kritik\w*|kritisier\w*|s[ck]eptisch|bemängel\w*|einwand|einwände|vorwurf)\b"
        r"|质疑|怀疑|批评|诟病|反驳|异议|不满",
        r"\b(?:doubt\w*|critici\w+|leaves? out|disput\w+|not enough|limited|disagree\w*)\b"
        r"|\b(?:zweifel\w*|bezweifel\w*|kritik\w*|kritisier\w*|reich\w* nicht|beschränkt|lässt .{0,60} weg|lassen .{0,60} weg|außen vor)\b"
        r"|质疑|怀疑|批评|不足以|仅限|没有计入|未计入|不包括|没有算",
    ),
    _stance(
        r"\b(?:advi[cs]es?|recommend\w*|suggest\w*|call(?:s|ing)? for|propos\w+|urges?|demands?|wants?|plead\w*)\b"
        r"|\b(?:rät|raten|rat|empf[ie]\w*hl\w*|vorschlag\w*|vorschläge|schlägt|fordert|plädier\w*|verlangt)\b"
        r"|建议|主张|呼吁|提议|倡议|倡导|要求|怎么办",
        r"\b(?:calls? .{0,40}for|recommend\w*|urges?|suggests?|propos\w+|should|advises?|wants?)\b"
        r"|\b(?:plädier\w*|fordert|empfiehlt|rät|sollten?|wünscht|verlangt|spricht sich|wirbt)\b"
        r"|主张|建议|呼吁|应当|应该|要求|提出",
    ),
    _stance(
        r"\b(?:expects?|expected|predict\w*|forecasts?|foresees?|anticipates?|outlook)\b"
        r"|\b(?:erwarte\w*|prognos\w*|vorher\w*|rechnet mit|ausblick)\b|预计|预测|预期|预料|预言|展望",
        r"\b(?:expects?|will|forecasts?|predicts?|foresees?)\b"
        r"|\b(?:erwarte\w*|wird|werden|prognos\w*|rechne\w*)\b|预计|预测|预期|将|会",
    ),
    _stance(
        r"\b(?:think\w*|believ\w+|opinions?|views?|feels?|judg\w+|consider\w*|regards?|reckons?|assess\w*|rates?|stance"
        r"|takes? on|position on|attitude|make of|argu\w+|prais\w+|admir\w+|convinced|verdict|comments? on|says? (?:about|on|of))\b"
        r"|\bhow (?:do|does|did) .{1,60} see\b|\bwie (?:sieht|sehen)\b"
        r"|\b(?:denk\w*|hält|halten|mein(?:t|en|ung|ungen)|findet|finden|glaub\w*|beurteil\w*|bewert\w*|ansicht\w*|urteil\w*|einschätz\w*"
        r"|schätz\w+ .{0,60} ein|haltung|standpunkt|lob\w*|sagt\w* .{0,30}(?:über|zu)|äußer\w*)\b"
        r"|认为|觉得|看法|怎么看|如何看|评价|观点|态度|看待|意见|立场|怎么说|称赞|赞扬|肯定|判断",
        r"\b(?:think\w*|believ\w+|view|opinion|attribut\w+|calls?|for whom|sees?|considers?|says?|said|warn\w*|doubt\w*"
        r"|regards?|decide)\b"
        r"|\b(?:denk\w*|mein(?:t|ung)|hält|glaub\w*|ansicht|zufolge|führt .{0,90} zurück|sieht|nennt"
        r"|sagt\w*|warn\w*|bezweifel\w*|erklärt\w*|erwartet|entscheid\w*)\b"
        r"|认为|觉得|看来|主张|表示|称|说|指出|归因|提醒|质疑|预计",
    ),
)
_WHAT = re.compile(r"\bwo(?:vor|ran|rüber|rauf|rum|von|mit|für|zu|gegen)\b", re.IGNORECASE)
# Among how many of the best sentences a view is sought, and how much of what it is about one must speak of.
_REACH = 12
# Observers are no researchers: so many letters tell them apart, whatever the ending.
_STEM = 7
_SAME_THING = 0.5


def statements(findings: Findings) -> Sequence[Statement]:
    """The best sentence that names who is asked and tells such a view; else nothing."""
    stance = _asked_stance(findings)
    if stance is None:
        return ()
    wanted = _asked_of_them(findings)

    def tells_it(quote: Quote) -> bool:
        return _is_theirs(quote, stance, findings) and _holds(wanted, quote, findings)

    # The sentence that names them needs none before it.
    alone = (replace(quote, opens=quote.number) for quote in findings.quotes[:_REACH])
    first = next(filter(tells_it, alone), None)
    return with_verdict(first, findings) if first else ()


def _asked_stance(findings: Findings) -> _Stance | None:
    """The kind of view that a question asks for, if it asks for anybody's."""
    text = findings.query.text
    if not (_holders(findings) or _DESCRIBED.search(text)):
        return None
    return next((stance for stance in _STANCES if stance.asked.search(text)), None)


def _holders(findings: Findings) -> list[QueryName]:
    """The names in a question of those who may hold a view."""
    return [name for name in findings.query.names if name.name.kind in _HOLDERS]


def _is_theirs(quote: Quote, stance: _Stance, findings: Findings) -> bool:
    """Whether a sentence tells such a view of those who are asked, and is not the audit's or a source's
    word on the article."""
    tells = bool(stance.told.search(quote.text)) and _names_all(quote, findings)
    is_comment = tells_both(quote) or is_verdict(quote)
    return tells and _is_described(quote, findings) and not is_comment


def _is_described(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence tells of such people, where the question only describes them."""
    described = _DESCRIBED.search(findings.query.text)
    return described is None or described.group()[:_STEM].casefold() in quote.text.casefold()


def _names_all(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names who is asked, and all that they are asked about."""
    return uses_all(quote.text, findings.query.proper_names, findings.language)


def _asked_of_them(findings: Findings) -> frozenset[str]:
    """The words that tell what the view is about: neither whose it is nor that it is one."""
    text = _WHAT.sub(" ", _DESCRIBED.sub(" ", findings.query.text))
    for stance in _STANCES:
        text = stance.asked.sub(" ", text)
    theirs = frozenset[str]().union(*(name.terms for name in _holders(findings)))
    words = terms.query_words(text, findings.language)
    is_chinese = findings.language == "zh"
    return frozenset(
        word for word in words if word not in theirs and not (is_chinese and len(word) == 1)
    )


def _holds(wanted: frozenset[str], quote: Quote, findings: Findings) -> bool:
    """Whether a sentence and its heading speak of enough of what the view is asked about."""
    text = f"{quote.passage.context} {quote.search_text}"
    return held_words(text, findings.language).share(wanted) >= _SAME_THING
