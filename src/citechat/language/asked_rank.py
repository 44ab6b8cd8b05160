"""Whether a question asks for the first of a row, the last, or the second or third of it."""

from __future__ import annotations

import re
from typing import Literal

Aim = Literal["most", "least", "plain"]

# Words that ask for the first of a row, and for the last. "At most" and "top 500" do not.
MOST = re.compile(
    r"(?<!\bat )\bmost\b|\b(?:largest|biggest|highest|greatest|strongest|leads?|leading|leader|tops)\b|\bled\b(?! (?:to|by)\b)"
    r"|\b(?:which|who) (?:[\w'’-]+ ){0,3}?(?:does|is|was|did|fares?|scores?|had|has) (?:the )?best\b"
    r"|\bwelche[rsm]? (?:[\w-]+ ){0,3}?(?:ist|war|hat|hatte|schneidet)\b.{0,40}\b(?:am )?beste\w*|(?:谁|哪[个家所座]).{0,12}最好"
    r"|\bfirst\b(?! \w*(?:half|quarter|three))|\bahead\b|\bnumber one\b|\btop\b(?! ?\d)"
    r"|\b(?:meist|größt|grösst|groesst|höchst|hoechst|stärkst)\w*|\bvorne?\b|\ban der spitze\b"
    r"|\bspitzenreiter\w*|\bführt\b|\bführen\b|\bführend\w*|\b(?:platz|nummer|rang) (?:eins|1)\b|\bam weitesten\b"
    r"|最多|最大|最高|最强|最贵|第一|领先|领跑|居首|榜首|头名|冠军|之最",
    re.IGNORECASE,
)
LEAST = re.compile(
    r"\b(?:fewest|fewer|least|lowest|smallest|bottom)\b|\b(?:comes?|came|ranks?|ranked|is|are) last\b"
    r"|\b(?:in|on|takes?) (?:the )?last place\b"
    r"|\bweniger\b|\b(?:wenigst|geringst|niedrigst|kleinst|letztplatziert)\w*|\bschlusslicht\w*"
    r"|\b(?:auf dem|am) letzten platz\b|\bganz (?:hinten|unten)\b"
    r"|更少|较少|最少|最低|最小|垫底|倒数|末位|末尾|最后一名",
    re.IGNORECASE,
)
# Who has more: "how many" and 多少 do not ask it.
MORE = re.compile(
    r"\b(?:more|bigger|larger|higher|greater)\b|\b(?:mehr|(?:größer|grösser|höher)(?:e[nrs]?)?)\b"
    r"|更(?!新)|谁|哪[个边家]|(?<!多)[高多大](?=[？?，,。 吗呢些得]|多少|$)",
    re.IGNORECASE,
)
# What sets the one that is named before it beside the other.
THAN = re.compile(
    r"\bthan\b(?! (?:\d|half\b|an?\b))|\b(?:als|so \w+ wie)\b(?! (?:\d|die hälfte\b|eine?\b))|比|超过(?!\d)|高于|大于|多于",
    re.IGNORECASE,
)
# Who comes after one that is named, and who before it. "Who is behind the app?" names no row, and
# finds none.
_BEHIND = re.compile(
    r"\b(?:after|behind|below|follows|followed by|trails|runner-?up to|next to)\b"
    r"|(?<!steckt )(?<!stecken )(?<!steht )\bhinter\b|\b(?:kommt|kam|folgt|folgte)\b.{0,40}?\b(?:nach|auf)\b"
    r"|之后|其后|[后後][面边]|排(?:名)?在.{1,16}后|仅次于|紧随",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"\b(?:ahead of|in front of|before|above)\b|\bvor\b|之前|前[面边]|排(?:名)?在.{1,16}前",
    re.IGNORECASE,
)
_ASKS_WHO = re.compile(
    r"\b(?:which|who|what)(?:['’]?s)?\b|\b(?:welche[rsnm]?|wer|was)\b|谁|哪", re.IGNORECASE
)
# The words that say so, without what stands between them.
_BESIDE = re.compile(
    r"\b(?:after|behind|below|follow\w*|trails|runner-?up|next|right|directly|immediately|ahead|in front|before|above)\b"
    r"|\b(?:hinter|nach|folgt\w*|direkt|gleich|unmittelbar|vor|danach)\b|之[后前]|其后|[后後前][面边]|排在|仅次于|紧随|[后前]",
    re.IGNORECASE,
)
# Place → how a question asks for it. A "second half" and a "third quarter" are times; "the second
# voucher" is one of a list, which the words after it tell.
_NO_TIME = r"(?! \w*(?:half|quarter|time|step|stage|phase|world|halbjahr|quartal|schritt|hälfte))"
_PLACES: dict[int, re.Pattern[str]] = {
    place: re.compile(
        rf"\b(?:{english})\b{_NO_TIME}"
        rf"|\b(?:{german})\w*(?:größt|grösst|höchst|meist|stärkst|wertvollst|kleinst|niedrigst)\w*"
        rf"|\b(?:an|auf|wer ist) (?:der |de[mn] )?(?:{german})e[rnm]?\b{_NO_TIME}"
        rf"|\b(?:{german})e[nrm]?(?:(?:,| und) [a-zäöüß]+te[nrm]?)* (?:platz|stelle|rang)\b"
        rf"|\b(?:ist|war|wird|wurde|liegt|lag|steht)\b.{{0,60}}\b(?:{german})e[rnm]?[?.! ]*$"
        rf"|\b(?:ist|war|liegt|lag)\b.{{0,90}}\b(?:{german})e[rnm]?,"
        rf"|\b(?:platz|rang|nummer|position) (?:{cardinal}|{place})\b|{chinese}",
        re.IGNORECASE,
    )
    for place, (english, german, cardinal, chinese) in {
        2: (
            r"second|2nd|runner-?up|(?:number|no\.?|place|rank) (?:two|2)",
            "zweit",
            "zwei",
            r"(?<!倒数)第(?:二|2)(?:名|位|大)?(?![季届次步个条产张阶])|老二|亚军|榜眼|次席|(?<=排)二",
        ),
        3: (
            r"third|3rd|(?:number|no\.?|place|rank) (?:three|3)",
            "dritt",
            "drei",
            r"(?<!倒数)第(?:三|3)(?:名|位|大)?(?![季届次步个条产方张阶])|老三|季军|探花",
        ),
        4: (
            r"fourth|4th|(?:number|no\.?|place|rank) (?:four|4)",
            "viert",
            "vier",
            r"(?<!倒数)第(?:四|4)(?:名|位|大)?(?![季届次步个条张阶])",
        ),
        5: (
            r"fifth|5th|(?:number|no\.?|place|rank) (?:five|5)",
            "fünft",
            "fünf",
            r"(?<!倒数)第(?:五|5)(?:名|位|大)?(?![季届次步个条张阶])",
        ),
        **{
            place: (
                rf"{english}|{place}th|(?:number|no\.?|place|rank) {place}",
                german,
                cardinal,
                rf"(?<!倒数)第(?:{chinese}|{place})(?![\d十])(?:名|位|大)?(?![季届次步个条张阶])",
            )
            for place, english, german, cardinal, chinese in (
                (6, "sixth", "sechst", "sechs", "六"),
                (7, "seventh", "siebt", "sieben", "七"),
                (8, "eighth", "acht", "acht", "八"),
                (9, "ninth", "neunt", "neun", "九"),
                (10, "tenth", "zehnt", "zehn", "十"),
                (11, "eleventh", "elft", "elf", "十一"),
                (12, "twelfth", "zwölft", "zwölf", "十二"),
            )
        },
    }.items()
}


def asked_aim(text: str) -> Aim:
    """Whether a question asks for the first of a row, the last, or neither; who is second is asked
    from the first on."""
    if LEAST.search(text):
        return "least"
    return "most" if MOST.search(text) or asked_place(text) > 1 else "plain"


def asked_place(text: str) -> int:
    """Which place of the row a question asks for, 1 to 12; 1 where it does not say."""
    places = (place for place, pattern in _PLACES.items() if pattern.search(text))
    return next(places, 1)


def tells_place(text: str, place: int) -> bool:
    """Whether a sentence names that place of a row, 2 to 12."""
    return bool(_PLACES[place].search(text))


def place_told_at(text: str, place: int) -> int:
    """Where a sentence names that place of a row, 2 to 12; -1 where it does not."""
    found = _PLACES[place].search(text) if place in _PLACES else None
    return found.start() if found else -1


def tells_another_place(text: str, place: int) -> bool:
    """Whether a sentence names places of a row, 2 to 12, and not that one."""
    told = told_places(text)
    return bool(told) and place not in told


def told_places(text: str) -> list[int]:
    """The places of a row that a sentence names, 2 to 12."""
    return [place for place in _PLACES if tells_place(text, place)]


def asked_beside(text: str) -> int:
    """1 where a question asks who comes after one, -1 for who comes before it, else 0.

    >>> [asked_beside(text) for text in ("Who comes after Norden?", "Wer liegt vor Norden?", "Is Norden first?")]
    [1, -1, 0]
    """
    if not _ASKS_WHO.search(text):
        return 0
    if _BEHIND.search(text):
        return 1
    return -1 if _BEFORE.search(text) else 0


def without_rank(text: str, beside: bool = False) -> str:
    """A question without the words that ask for a rank, or for the one ``beside`` another."""
    further = (_BESIDE,) if beside else ()
    for pattern in (MOST, LEAST, *_PLACES.values(), *further):
        text = pattern.sub(" ", text)
    return text
