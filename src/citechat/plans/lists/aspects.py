"""A question with an answer of many sides: what somebody is strong or weak in, what a city did, what came of something.

Each side is a sentence that names first whom it is about, tells something of its kind, and adds to those before it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from citechat_ingest import Name

from ...retrieval.selection import Quote
from ...verification.facts import Number, names_in
from ..audit_verdicts import is_verdict, tells_both, verdict_on
from ..names.profile import profile_of, profile_quotes
from ..same_matter import is_same_matter, numbers
from ..statements import Findings, Statement


@dataclass(frozen=True)
class _Kind:
    """What asks for sides of a kind, what a sentence says that tells one, and what one says that tells it
    by its name.

    ``of_all`` says that a side is between all that the question names, ``of_places`` that only places have
    such sides, ``of_reason`` that it is asked why, ``is_of_profile`` that what something is tells one, too.
    """

    asked: re.Pattern[str]
    said: re.Pattern[str]
    surest: re.Pattern[str]
    of_all: bool = False
    of_places: bool = False
    of_reason: bool = False
    is_of_profile: bool = False

    def surest_in(self, quote: Quote) -> bool:
        """Whether a sentence tells a side by its name."""
        return bool(self.surest.search(quote.text))


def _kind(asked: str, said: str, surest: str, **told: bool) -> _Kind:
    patterns = (re.compile(text, re.IGNORECASE) for text in (asked, f"{surest}|{said}", surest))
    return _Kind(*patterns, **told)  # type: ignore[arg-type]


# How a sentence tells what somebody is strong in, and how it does by its name.
_STRONG = (
    r"\bcapital of\b|\bleads?\b|\bfirst (?:in|among)\b|\bstrong\b|\bcompetitive\b|\bhome (?:city )?(?:of|to)\b|\b(?:largest|densest)\b"
    r"|\bis the city of\b|\b(?:draws?|attracts?)\b"
    r"|\bhauptstadt der\b|\bführt\b|\ban der spitze\b|\bstark\b|\bwettbewerbsfähig\b|\bheimat\w*|\bist die stadt der\b"
    r"|\b(?:ziehen|zieht|locken|lockt)\b"
    r"|\b(?:größte|dichteste)\w*"
    r"|之都|领先|全国第一|[居列]第一|首位|强大|竞争力|所在的城市|最大|最全|密集|之城|吸引"
)
_BY_ITS_NAME = r"\b(?:advantages?|strengths?)\b|\b\w*vorteile?\b|\bstärken?\b|优势|强项|长处"
_KINDS = (
    _kind(
        r"\b(?:strengths?|advantages?|strong points?|pros)\b|\b(?:stärken|vorteile)\b|优势|长处|强项|优点",
        _STRONG,
        _BY_ITS_NAME,
        is_of_profile=True,
    ),
    # why a place is strong is what it is strong in
    _kind(
        r"\bwhy (?:is|are|has|does) .{1,40}\b(?:strong|successful|good at|so far ahead)"
        r"|\b(?:warum|wieso|weshalb) (?:ist|sind) .{1,40}\b(?:stark|erfolgreich|führend)"
        r"|(?:为什么|为何|凭什么).{1,20}(?:强|厉害|成功)(?=\W*$)",
        _STRONG,
        _BY_ITS_NAME,
        of_places=True,
        of_reason=True,
        is_of_profile=True,
    ),
    _kind(
        r"\b(?:weakness(?:es)?|weak (?:points?|spots?)|shortcomings?|drawbacks?|disadvantages?|downsides?|cons)\b"
        r"|\b(?:schwächen|schwachpunkte|schwachstellen|nachteile|schattenseiten?)\b|短板|弱点|弱项|劣势|缺点|软肋|不足|坏处|代价",
        r"\b(?:lacks?|lacking|(?:far|lags?|lies|stood|fell) behind|second to|limited|scarce|shortage|small|lowest|debts?|loss(?:es)?)\b"
        r"|\b(?:lost|not first|sixth|less money|weakened)\b"
        r"|\b(?:fehl\w*|mangel\w*|(?:lag|liegt|weit)\b.{0,12} hinter|begrenzt|rar|klein|niedrigste\w*|schulden\w*|verlust\w*)\b"
        r"|\b(?:nicht (?:an|auf) (?:der|erster)|sechste\w*|weniger geld|abgeschwächt\w*|abschwächen)\b"
        r"|缺|落后|仅次|不及|有限|稀缺|最低|债|亏损|不是全国第一|未必|降级|第六|削弱",
        r"\bweak(?:ness(?:es)?)?\b|\b(?:adds the )?price: |\bschwäche\w*|弱|短板|不足",
    ),
    _kind(
        r"\bwhat (?:exactly )?(?:did|does|do|has|have|is) .{1,60}\b(?:do|done|doing|undertake)\b|\bhow (?:does|do|did|is) .{1,60}"
        # who gets help is no place that gives it
        r"(?<!\bget )(?<!\bgets )(?<!\breceive )(?<!\breceives )(?<!\bfind )"
        r"\b(?:support|promote|help|foster|fund|subsidi[sz]e|push)\w*|\bwhat (?:measures|steps) (?:did|has|does)\b"
        r"|\bwas (?:genau )?(?:hat|haben|tut|tun|unternimmt|macht) .{1,60}\b(?:getan|unternommen|gemacht|für)\b"
        r"|\bwie (?:fördert|unterstützt|hilft)\b|\bmaßnahmen\b"
        r"|做了?(?:什么|哪些|啥)|(?:哪些|什么)(?:措施|政策|举措|支持|扶持)|(?:怎么|如何|怎样)(?:支持|扶持|鼓励|推动|补贴)",
        r"\b(?:action )?plans?\b|\bwants to\b|\baims at\b|\bsupports\b|\bspend\b|\binvest\w*"
        r"|\baktionsplan\b|\bwill\b|\bstrebt\b|\bförder\w*|\bunterstütz\w*|\bgibt .{1,40} aus\b|\binvestier\w*"
        r"|行动方案|计划|目标|力争|希望|支持|扶持|花钱|大本钱|投入",
        r"\bvouchers?\b|\bsubsid\w+|\bfunds?\b|\bmeasures\b|\bpolic(?:y|ies)\b"
        r"|gutschein|\bzusch(?:uss|üsse)|\bbezuschusst|fonds\b|\bmaßnahmen\b|\bvorgaben\b|券|补贴|基金|措施|政策",
        of_places=True,
    ),
    _kind(
        r"\b(?:consequences?|impacts?|effects?|aftermath)\b|\bwhat happened to\b|\b(?:folgen?|auswirkung\w*|konsequenz\w*)\b"
        r"|后果|影响(?!力)|冲击",
        r"\bslipped\b|\bturned\b|\bled to\b|\bcatapult\w*|\bwende\b|\bkatapult\w*|\bführte\b|改变|扭转|推到|带动",
        r"\bbecause of\b|\blost\b|\bfell\b|\btrigger\w*|\bverlor\b|\bwegen\b|\bfiel\b|\bauslöser\b|跌|蒸发|引发|亏损",
        of_all=True,
    ),
)
# "Its first advantage": the sentence that names them all tells more.
_COUNTED_OFF = re.compile(
    r"['’]s (?:first|second|third)\b|\b(?:erste|zweite|dritte)[rns]? \w*(?:vorteil|stärke)|第[一二三]个",
    re.IGNORECASE,
)
# What speaks of others, and is no subject; a country is only where the others are.
_OTHERS_SPEAK = frozenset({"publisher", "institution", "concept"})
_ASKS_ELSE = frozenset({"number", "time", "truth", "person"})
# Up to here the reader holds that a sentence is no further side; one that was not read is none.
_UNSURE = 0.05
# So many of a kind are a row.
_ROW = 3
# Sides are told all over the documents: many sentences are looked at, and few are told.
_REACH = 60
_MOST = 3


def is_asked(findings: Findings) -> bool:
    """Whether a question asks for sides of something that it names."""
    return _asked(findings) is not None


def _asked(findings: Findings) -> _Kind | None:
    """The kind of sides that a question asks for, if it does."""
    if not _subjects(findings) or findings.query.types & _ASKS_ELSE:
        return None
    return next(filter(partial(_is_asked_for, findings), _KINDS), None)


def _is_asked_for(findings: Findings, kind: _Kind) -> bool:
    """Whether a question asks for sides of a kind, and why only where that is of the kind."""
    query = findings.query
    if kind.of_reason != ("reason" in query.types) or not kind.asked.search(query.text):
        return False
    return not kind.of_places or _names_a_place(findings)


def _names_a_place(findings: Findings) -> bool:
    return "place" in {name.kind for name in _subjects(findings)}


def _subjects(findings: Findings) -> list[Name]:
    """Whom a question is about: places, companies, products."""
    named = [name.name for name in findings.query.proper_names]
    return [name for name in named if _is_told_of(name, findings)]


def _is_told_of(name: Name, findings: Findings) -> bool:
    """Whether a name does not only speak of others, or stand for the country that they are in."""
    return name.kind not in _OTHERS_SPEAK and not findings.index.figures.is_country(name)


def statements(findings: Findings) -> Sequence[Statement]:
    """The sentences that tell a side each, those that do by its name first; nothing where none does."""
    kind = _asked(findings)
    if kind is None or not findings.quotes:
        return ()
    telling = _telling(kind, findings)
    if kind.is_of_profile and not any(map(kind.surest_in, telling)):
        telling = [*_defining(findings), *telling]
    chosen = _adding(telling, findings)
    return [Statement(quote) for quote in chosen[: min(_MOST, findings.max_sentences)]]


def _telling(kind: _Kind, findings: Findings) -> list[Quote]:
    """The sentences that tell a side, those that do by its name first, one of several counted off later, and
    else the best first. Where strengths are named, nothing else is one."""
    telling = [quote for quote in findings.quotes[:_REACH] if _tells(quote, kind, findings)]
    telling.sort(key=lambda quote: bool(_COUNTED_OFF.search(quote.text)))
    by_name = list(filter(kind.surest_in, telling))
    if by_name and kind.is_of_profile:
        return by_name
    return sorted(telling, key=lambda quote: not kind.surest_in(quote))


def _adding(quotes: Sequence[Quote], findings: Findings) -> list[Quote]:
    """The first, and each of the others that is another side."""
    chosen = list(quotes[:1])
    for quote in quotes[1:]:
        if quote.probability >= _UNSURE and _adds(quote, chosen, findings):
            chosen.append(quote)
    return chosen


def _adds(quote: Quote, told: Sequence[Quote], findings: Findings) -> bool:
    """Whether a sentence is on another matter than those before it, and brings a name or a number."""
    if any(is_same_matter(quote, before) for before in told):
        return False
    known: list[Name | Number] = []
    for before in told:
        known += _brought(before, findings)
    return any(one not in known for one in _brought(quote, findings))


def _brought(quote: Quote, findings: Findings) -> list[Name | Number]:
    """The names and the numbers of a sentence."""
    index = findings.index
    return [*index.glossary.found_in(quote.text), *numbers(quote, index)]


def _defining(findings: Findings) -> list[Quote]:
    """The first sentence of the profile of the one that a question is about."""
    subject, *others = _subjects(findings)
    document_id = "" if others else profile_of(subject, findings.index, findings.language)
    return profile_quotes(document_id, findings.language, findings.index)[:1]


def _tells(quote: Quote, kind: _Kind, findings: Findings) -> bool:
    """Whether a sentence tells a side of whom the question is about, and nobody has judged it."""
    if not kind.said.search(quote.text):
        return False
    if _is_judged(quote, findings):
        return False
    if kind.of_all:
        return findings.query.names_held(quote.text) == 1
    only_comments = tells_both(quote) and not kind.surest_in(quote)
    return not only_comments and _is_about(quote, findings)


def _is_judged(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence is the audit's, or a claim on which it has a word."""
    return is_verdict(quote) or verdict_on(quote, findings.index) is not None


def _is_about(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names whom a question is about before all others but for who reports it, and no
    row of such."""
    mentions = names_in(quote.text, findings.language, findings.index.glossary)
    named = [mention.name for mention in mentions if mention.name.kind not in _OTHERS_SPEAK]
    is_first = bool(named) and named[0] in _subjects(findings)
    return is_first and not _is_row(named)


def _is_row(named: Sequence[Name]) -> bool:
    """Whether several are named of the kind of the first."""
    alike = {id(name) for name in named if name.kind == named[0].kind}
    return len(alike) >= _ROW
