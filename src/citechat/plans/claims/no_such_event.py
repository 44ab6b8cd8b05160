"""A question why, when or how something happened of which the documents tell nothing: "Why did Tencent
buy DeepSeek?".

An event is known by its verb: that somebody bought, sued, left, closed or overtook somebody is seldom
told without one of a few words. Where no sentence found has such a word beside the names, in their
order where it matters, the answer says that no such thing is told, and gives what is told of them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from citechat_ingest import Name

from ...language import terms
from ...language.negation import NOT
from ...messages import say
from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict
from ..statements import Findings, Statement
from .presumption import presumes_an_event


@dataclass(frozen=True)
class _Event:
    """How a question and a sentence say that something of a kind happened; ``directed`` where it
    matters who is named first."""

    asked: re.Pattern[str]
    said: re.Pattern[str]
    directed: bool


def _event(words: str, also_said: str = "", *, directed: bool = False) -> _Event:
    said = f"{words}|{also_said}" if also_said else words
    return _Event(re.compile(words, re.IGNORECASE), re.compile(said, re.IGNORECASE), directed)


# Each in English, German and Chinese.
_EVENTS = (
    # buying
    _event(
        r"\b(?:b(?:uy|uys|ought|uying)|acquir\w+|acquisition|purchas\w+|takeover"
        r"|t(?:ake|akes|ook|aken|aking) over(?! the (?:top|lead|first|number))|swallow\w*)\b"
        r"|\b(?:auf)?(?:kauf(?:te|ten|t)|gekauft)\b|\b(?:erw(?:a|i)rb\w*|erworben|übern(?:ahm|imm|omm|ahme)\w*|geschluckt)\b"
        r"|收购|并购|买下|买了|吞并",
        r"\b(?:own(?:s|ed)?|invest\w*|stake|subsidiary|part of|gehört\w*|beteilig\w*|tochter\w*)\b|投资|入股|控股|旗下|持有",
        directed=True,
    ),
    # selling, to somebody or off
    _event(
        r"\bs(?:ell|ells|old|elling)\b(?=.{1,60}\bto\b)|\bs(?:ell|old) off\b|\bdivest\w*"
        r"|\bverkauf\w*\b(?=.{1,60}\ban\b)|\ban\b.{1,60}\bverkauf\w*|\b(?:abgestoßen|losgeworden)\b|卖给|卖掉|转让|脱手",
        r"\b(?:sale|bought|acquir\w*|kauf\w*|gekauft|übernahm\w*)\b|出售|收购",
    ),
    # taking somebody on
    _event(
        r"\b(?:hir(?:e|es|ed|ing)|poach\w*|recruit\w*)\b|\b(?:abgeworben|angeheuert|angeworben)\b"
        r"|聘[请用]|挖[来走角]|招[来揽]了",
        r"\b(?:join\w*|appoint\w*|employ\w*|works? (?:for|at)|wechsel\w*|arbeitet\w*|geholt)\b|加入|任职|就职",
    ),
    # winning a prize
    _event(
        r"\bw(?:in|ins|on|inning)\b(?=.{1,60}\b(?:prize|award|medal|trophy)\b)|\b(?:gewann\w*|gewonnen)\b(?=.*preis\w*\b)|preis\b(?=.*\bgewonnen\b)"
        r"|[赢获]得?了?.{0,10}奖",
        r"\b(?:prize|award\w*|medal)\b|preis(?:es)?\b|获奖|奖项",
    ),
    # merging and parting
    _event(r"\b(?:merg(?:e|es|ed|er|ing)|fusion\w*|fusionier\w*|zusammengeschlossen)\b|合并"),
    # before a court
    _event(
        r"\b(?:su(?:e|es|ed|ing)|lawsuits?)\b|\b(?:\w*klag\w*|verklagt\w*)\b|起诉|诉讼|告上",
        directed=True,
    ),
    _event(r"\b(?:arrest\w*|jail\w*|verhaft\w*|festgenommen)\b|逮捕|被捕|入狱|被抓"),
    # ruin
    _event(
        r"\b(?:bankrupt\w*|insolv\w*|pleite\w*|konkurs\w*|(?:go|went|gone) (?:bust|under))\b|破产|倒闭|垮"
    ),
    # giving up
    _event(
        r"\b(?:stop(?:s|ped|ping)?|ceas(?:e|es|ed|ing)|discontinu\w+|abandon\w*|g(?:ive|ives|ave|iven|iving) up|halt(?:s|ed)?)\b"
        r"|\b(?:cancel\w*|abolish\w*|scrap(?:s|ped)?|revok\w+|withdr[ae]w\w*)\b"
        r"|\b(?:eingestellt|aufgegeben|aufgehört|gestoppt|stoppte|beendet\w*|abgeschafft|abgesagt|gestrichen|zurückgezogen)\b"
        r"|\bstellt\w* .{1,60} ein\b|\bgab\w* .{1,60} auf\b|\bschafft\w* .{1,60} ab\b|\bsagt\w* .{1,60} ab\b"
        r"|停止|停产|停售|中止|终止|放弃|下架|取消|废除|撤销|撤回",
        # Who is forbidden something stops, and so does who leaves it.
        r"\b(?:ban(?:s|ned)?|forb\w+|prohibit\w*|restrict\w*|rul(?:e|es|ed) out|exclud\w*"
        r"|no (?:new|longer|more)|end(?:s|ed)?|clos(?:e|es|ed)|left)\b"
        r"|\b(?:verb(?:ot\w*|iet\w*)|untersag\w*|beschränk\w*|eingeschränkt\w*|schloss\w*|ausgeschlossen"
        r"|kein\w* (?:neuen?|mehr)|nicht mehr|endet\w*|verlassen)\b"
        r"|禁|限制|不再|叫停|停|关闭|退出",
    ),
    _event(
        r"\bclos(?:ed?|ing|ure)\b(?! to\b)|\bshut(?:s|ting)?(?: down)?\b"
        r"|\b(?:geschlossen|schlie(?:ß|ss)\w*|schloss|dichtgemacht|stillgelegt)\b|关闭|关停|关门"
    ),
    # forbidding
    _event(
        r"\b(?:ban(?:s|ned|ning)?|forb\w+|prohibit\w*|outlaw\w*|blacklist\w*|sanction\w*)\b"
        r"|\b(?:verb(?:ot\w*|iet\w*)|untersag\w*|sanktion\w*)\b|禁止|封禁|禁用|封杀|制裁|拉黑",
        r"\b(?:restrict\w*|entity list|blockade\w*|embargo\w*|cut off|beschränk\w*|entity-list\w*|abgeschnitten)\b|限制|实体清单|封锁|断供",
    ),
    # leaving
    _event(
        r"\b(?:left|leav(?:e|es|ing)|quit|resign\w*|step(?:s|ped)? down)\b(?! (?:out|aside|open)\b)"
        r"|\b(?:verlassen|verlie(?:ß|ss)\w*|rücktritt|zurückgetreten|zurücktreten|gekündigt|ausgetreten|ausgestiegen)\b"
        r"|离开|退出|辞职|离职|卸任|出走"
    ),
    _event(
        r"\b(?:fire[sd]?|dismiss\w*|l(?:ay|ays|aid|aying) off|sack(?:s|ed)?|expel\w*|(?:kick|throw|threw)\w* out)\b"
        r"|\b(?:entl(?:ass|ie(?:ß|ss))\w*|gefeuert|rausgeworfen|rausgeschmissen|hinausgeworfen)\b"
        r"|开除|解雇|裁员|踢出|赶走"
    ),
    # moving
    _event(
        r"\b(?:mov(?:e|es|ed|ing)|relocat\w+)\b"
        r"|\b(?:umgezogen|weggezogen|umzieh\w*|umzug\w*|verleg(?:t|te|ten|en|ung)|verlager\w*|abgewandert)\b"
        r"|\b(?:zog|zieht|zogen|ziehen)\b.{1,60}\b(?:um|nach)\b|搬|迁",
        # Who puts what it has elsewhere, moves it.
        r"\b(?:put|places?|placed|placing|shift\w*|settl\w*)\b|\b(?:angesiedelt|untergebracht|stellten?|platzier\w*)\b"
        r"|[放设建落][在到户]|布局|部署",
    ),
    # places and values that are lost, and who comes to lead
    _event(
        r"\blo(?:se|ses|st|sing)\b|\b(?:verl(?:or|ier)\w*|eingebü(?:ß|ss)t|bü(?:ß|ss)te\w*)\b|失去|丢掉|丢了|损失|亏",
        r"\bloss(?:es)?\b|\bverlust\w*\b|蒸发|缩水|暴跌",
    ),
    _event(
        r"\b(?:overt(?:ake|akes|ook|aken|aking)|surpass\w*|outstrip\w*)\b|\b(?:überhol\w*|übertr(?:af|off)\w*)\b"
        r"|超过(?!\d)|超越|赶超|反超",
        r"\b(?:pass(?:ed|es)?|ahead of)\b|\bvor\b|领先于?|之前",
        directed=True,
    ),
    # calling back, off and to a later time
    _event(r"\b(?:recall\w*|zurückgerufen|rückruf\w*)\b|召回"),
    _event(r"\b(?:delist\w*)\b|退市|摘牌"),
    _event(r"\b(?:delay\w*|postpon\w*|verschob\w*|verschieb\w*|verzöger\w*)\b|推迟|延期|延后|跳票"),
    # taking without leave
    _event(
        r"\b(?:hack\w*|st(?:eal|eals|ole|olen|ealing)|gehackt|gestohlen|geklaut|stahl\w*)\b|窃取|盗取|偷|抄袭|黑客"
    ),
    _event(
        r"\b(?:nationali[sz]\w+|verstaatlich\w*)\b|国有化|收归国有"
        r"|\b(?:become|became|turned into)\b.{1,20}\bstate(?:-owned|-run)? (?:company|firm|enterprise|group)\b"
        r"|\bstaats(?:betrieb|unternehmen|konzern|firma)\b|[成变]了?.{0,4}国企|[成变]了?.{0,4}国有企业",
        r"\bstate\b|\bstaatlich\w*|\bstaat\w*|国有|国资|国企|央企",
    ),
    _event(r"\b(?:renam\w+|umbenannt|umbenennung)\b|改名|更名"),
)
# What is denied, or may yet happen, is no event.
_ONLY_THOUGHT_OF = re.compile(
    rf"{NOT.pattern}|\b(?:might|may|could|can|will|would|should|going to)\b"
    r"|\b(?:könnte\w*|kann|können|wird|werden|würde\w*|soll\w*|dürfte\w*)\b|可能|会(?!议)|将|应该|能",
    re.IGNORECASE,
)
# Where it is told who suffered it, before who did it.
_PASSIVE = re.compile(r"\bby\b|\b(?:wurden?|worden)\b|被", re.IGNORECASE)


def is_asked(findings: Findings) -> bool:
    """Whether a question presumes an event of which nothing that was found tells."""
    events = _asked_events(findings) if findings.quotes else []
    return bool(events) and not any(_is_told(event, findings) for event in events)


def _asked_events(findings: Findings) -> list[_Event]:
    """The events that a question presumes of names."""
    query = findings.query
    if not (query.curated and query.proper_names and presumes_an_event(query)):
        return []
    if _ONLY_THOUGHT_OF.search(query.text):
        return []
    events = filter(lambda event: event.asked.search(query.text), _EVENTS)
    return list(events)


def statements(findings: Findings) -> Sequence[Statement]:
    """That no such event is told, and the nearest that is: of the sentences that themselves name all of
    whom it is asked, the one that says most of the rest; nothing where none says any of it."""
    naming = [quote for quote in findings.quotes if _names_all(quote, findings)]
    rest = _beside_the_event(findings)
    said = [len(rest & set(terms.words(quote.text, findings.language))) for quote in naming]
    most = max(said, default=0)
    if not naming or (rest and not most):
        return ()
    nearest = naming[said.index(most)]
    return [Statement(nearest, say("no_such_event", findings.language), is_refusal=True)]


def _names_all(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence, not the audit's, names all of whom it is asked: Peking University is not
    Peking, but a firm may be named by its product."""
    names = [name.name for name in findings.query.proper_names]
    is_named = len(_named(quote.text, names, findings)) == len(names)
    is_several = len(names) >= 2 and findings.query.names_held(quote.text) == 1.0
    return (is_named or is_several) and not is_verdict(quote)


def _beside_the_event(findings: Findings) -> set[str]:
    """The words of the question beside its names and the event."""
    text = findings.query.text
    for event in _asked_events(findings):
        text = event.asked.sub(" ", text)
    words = terms.query_words(text, findings.language)
    least = 2 if findings.language == "zh" else 1
    rest = set(words) & set(findings.query.terms_beside_names)
    return {word for word in rest if len(word) >= least}


def _is_told(event: _Event, findings: Findings) -> bool:
    """Whether a sentence found tells such an event of the names of the question."""
    return any(
        event.said.search(quote.text) and _is_of_them(quote, event, findings)
        for quote in findings.quotes
    )


def _is_of_them(quote: Quote, event: _Event, findings: Findings) -> bool:
    """Whether a sentence names those of whom it is asked, in their order where that matters; of
    several, two will do, and may stand above the sentence."""
    names = [name.name for name in findings.query.proper_names]
    if event.directed and len(names) == 2:
        told = _named(quote.text, names, findings)
        is_turned = bool(_PASSIVE.search(quote.text)) != bool(_PASSIVE.search(findings.query.text))
        return told == (names[::-1] if is_turned else names)
    text = quote.text_in_context
    return len(_named(text, names, findings)) >= min(2, len(names))


def _named(text: str, names: Sequence[Name], findings: Findings) -> list[Name]:
    """Those of some names that a text uses, in its order."""
    return [name for name in findings.index.glossary.found_in(text) if name in names]
