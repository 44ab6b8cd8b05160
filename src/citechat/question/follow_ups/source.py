"""The question before, as somebody else answers it: "and according to CAICT?"."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from .names import named
from .opening import ENDS, OPENS
from .turns import Turn

_SOURCE = {
    "en": re.compile(
        rf"{OPENS}(?:according to|by the (?:count|figures?|numbers?|data|account) of|going by|in the view of)\s+(?P<who>.+?)\W*$"
        rf"|{OPENS}what (?:does|do|did) (?P<says>.+?) (?:say|claim|count|report)(?: about (?:it|that|this))?\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{OPENS}(?:laut|gemäß|nach (?:angaben?|zählung|daten|zahlen|ansicht|meinung) (?:von|des|der))\s+(?P<who>.+?)\W*$"
        rf"|{OPENS}was sag(?:t|en)(?: dazu)? (?P<says>.+?)(?: dazu)?\W*$|{OPENS}(?P<behind>\w.+?) zufolge\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"{OPENS}(?:按照?|依照?|照|根?据)(?P<who>[^，,？?]{{2,20}}?)(?:的(?:说法|统计|数据|口径|报道|报告|算法)|(?:说法|统计|数据|口径|报道))?"
        rf"(?:来看|来说|来算|算|看|呢|是多少|有多少|的话)*\W*$"
        rf"|{OPENS}(?P<says>[^，,？?]{{2,20}}?)(?:又|是)?(?:怎么|咋)(?:说|看|统计|算)的?\W*$",
    ),
}
# Whether somebody says the same.
_SAYS_SO_TOO = {
    "en": re.compile(
        rf"{OPENS}(?:does|do|did|has|is)(?:n['’]t)? (?P<who>.+?) (?:also )?"
        r"(?:say|see|think|claim|confirm|agree|believe|report|write|count)(?:s|ed)?(?: with)?(?: (?:it|that|this))?"
        r"(?: (?:so|the same|same|thing|way|as well|also|too|like that))*\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{OPENS}(?:sagt|sieht|meint|schreibt|zählt|behauptet|bestätigt|glaubt|findet) (?P<who>.+?)"
        r"(?: (?:das|es|dies|auch|genauso|so|ebenfalls|denn))+\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"{OPENS}(?P<who>[^，,？?也]{{2,12}})(?:是不是|是否)?也(?:是)?(?:这么|这样)?(?:说|看|认为|觉得|统计|报道|写)"
        r"的?[^，,？?吗]{0,6}(?:吗|么)?\W*$"
    ),
}
# Who is no name of the glossary, and yet a source.
_SPEAKER = re.compile(
    r"\b(?:association|ministry|article|author|paper|report|government|city|company|official|institute|academy)\w*"
    r"|(?:verband|ministerium|artikel|autor|behörde|bericht|regierung|weißbuch|institut|akademie|stadt)\w*"
    r"|协会|部门|文章|作者|报告|政府|官方|白皮书|研究院|机构|媒体",
    re.IGNORECASE,
)
_SAID_BY = {
    "en": re.compile(r",? according to [^,?]+", re.IGNORECASE),
    "de": re.compile(r",? (?:laut|gemäß) [^,?]+", re.IGNORECASE),
    "zh": re.compile(r"^按[^，]+的说法，"),
}
# "Was sagt der Verband?" → "laut dem Verband"
_DATIVE = re.compile(r"^(?:der|das)\b", re.IGNORECASE)


def by_another_source(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before as somebody who is named answers it; "" for any other follow-up.

    >>> by_another_source("and according to CAICT?", Turn("How many boats?"), Glossary(), "en")
    'How many boats according to CAICT?'
    """
    source = _SOURCE[language].match(question)
    if source is None or not last.asked:
        return ""
    who = next(filter(None, source.groups()))
    is_plain = language != "zh" and source["who"]
    if not (is_plain or named(who, glossary) or _SPEAKER.search(who)):
        return ""
    before = _SAID_BY[language].sub("", last.asked).strip(ENDS)
    if language == "zh":
        return f"按{who}的说法，{before}？"
    if language == "de":
        return f"{before} laut {_DATIVE.sub('dem', who)}?"
    return f"{before} according to {who}?"


def as_another_says_too(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before as somebody who is named answers it, where it is asked whether that is the same; "" for
    any other follow-up.

    >>> as_another_says_too("does the article say so too?", Turn("How many boats?"), Glossary(), "en")
    'How many boats according to the article?'
    """
    too = _SAYS_SO_TOO[language].match(question)
    says = {"en": "according to {}", "de": "laut {}", "zh": "按{}的说法"}
    return (
        by_another_source(says[language].format(too["who"]), last, glossary, language)
        if too
        else ""
    )
