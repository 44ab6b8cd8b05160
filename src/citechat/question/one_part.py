"""A follow-up that changes one part of the question before, and leaves the rest of it unsaid.

"And according to CAICT?" asks the question before of another source, "is that more than Osten?" of another place
beside the first, "and the profit?" what else the thing has, "and before that?" of an earlier year.
"""

from __future__ import annotations

import re

from citechat_ingest import Glossary, Name

from ..language import terms
from ..language.answer_types import asked_types
from .antecedents import Turn, exchanged, named, subjects, things, without

_OPENS = (
    r"^\s*(?:(?:and|but|so|ok(?:ay)?|und|aber|also|那么?|还有)[,，]?\s*)*(?:(?:what|how) about\s+)?"
)
_ENDS = " ?？。.!！"

# Who says it

_SOURCE = {
    "en": re.compile(
        rf"{_OPENS}(?:according to|by the (?:count|figures?|numbers?|data|account) of|going by|in the view of)\s+(?P<who>.+?)\W*$"
        rf"|{_OPENS}what (?:does|do|did) (?P<says>.+?) (?:say|claim|count|report)(?: about (?:it|that|this))?\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{_OPENS}(?:laut|gemäß|nach (?:angaben?|zählung|daten|zahlen|ansicht|meinung) (?:von|des|der))\s+(?P<who>.+?)\W*$"
        rf"|{_OPENS}was sag(?:t|en)(?: dazu)? (?P<says>.+?)(?: dazu)?\W*$|{_OPENS}(?P<behind>\w.+?) zufolge\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"{_OPENS}(?:按照?|依照?|照|根?据)(?P<who>[^，,？?]{{2,20}}?)(?:的(?:说法|统计|数据|口径|报道|报告|算法)|(?:说法|统计|数据|口径|报道))?"
        rf"(?:来看|来说|来算|算|看|呢|是多少|有多少|的话)*\W*$"
        rf"|{_OPENS}(?P<says>[^，,？?]{{2,20}}?)(?:又|是)?(?:怎么|咋)(?:说|看|统计|算)的?\W*$",
    ),
}
# Whether somebody says the same.
_SAYS_SO_TOO = {
    "en": re.compile(
        rf"{_OPENS}(?:does|do|did|has|is)(?:n['’]t)? (?P<who>.+?) (?:also )?"
        r"(?:say|see|think|claim|confirm|agree|believe|report|write|count)(?:s|ed)?(?: with)?(?: (?:it|that|this))?"
        r"(?: (?:so|the same|same|thing|way|as well|also|too|like that))*\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{_OPENS}(?:sagt|sieht|meint|schreibt|zählt|behauptet|bestätigt|glaubt|findet) (?P<who>.+?)"
        r"(?: (?:das|es|dies|auch|genauso|so|ebenfalls|denn))+\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"{_OPENS}(?P<who>[^，,？?也]{{2,12}})(?:是不是|是否)?也(?:是)?(?:这么|这样)?(?:说|看|认为|觉得|统计|报道|写)"
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
    before = _SAID_BY[language].sub("", last.asked).strip(_ENDS)
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


# Beside another

_MORE = {
    "en": r"(?:more|less|fewer|higher|lower|larger|bigger|smaller|better|worse|earlier|later|older|younger|further|faster)"
    r"\b.*\bthan\b|as (?:many|much|high|big|large|old|good) as\b",
    "de": r"(?:mehr|weniger|höher|niedriger|größer|kleiner|besser|schlechter|früher|später|älter|jünger|weiter|schneller)"
    r"\b.*\bals\b|(?:genau)?so (?:viele?|hoch|groß|alt|gut) wie\b",
    "zh": r"(?:比|跟|和|与)(?=.{2,14}(?:多|少|高|低|大|小|早|晚|强|弱|好|差|贵|快|慢))",
}
_BESIDE = {
    "en": re.compile(
        rf"{_OPENS}(?:(?:is|was|are|were|does|do|did|has|have)\s+)?(?:(?:that|this|it|they|he|she)\s+)?"
        rf"(?:(?:a lot|much|far|really|still|even|also|have|has)\s+)*{_MORE['en']}",
        re.IGNORECASE,
    ),
    "de": re.compile(
        rf"{_OPENS}(?:(?:ist|sind|war|waren|hat|haben|hatte|liegt)\s+)?(?:(?:das|dies|es|sie|er)\s+)?"
        rf"(?:(?:viel|deutlich|wirklich|noch|auch|denn|damit)\s+)*{_MORE['de']}",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        rf"{_OPENS}(?:这个?|那个?|它)?(?:数字?)?(?:是不是|是否|有没有|是|要)?{_MORE['zh']}"
    ),
}
_AND = {"en": " and ", "de": " und ", "zh": "和"}
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def beside_another(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before, asked of its thing and of the one that a follow-up sets beside it, or of
    its year and another; "" where the follow-up compares nothing with what was answered."""
    if not _BESIDE[language].match(question):
        return ""
    before, own = last.asked, things(question, glossary)
    years, own_years = _YEAR.findall(before), _YEAR.findall(question)
    if len(years) == 1 and len(own_years) == 1 and not own:
        return before.replace(years[0], _AND[language].join(sorted({*years, *own_years})))
    if len(own) != 1:
        return ""
    old = [name for name in things(before, glossary) if name.kind == own[0].kind]
    if len(old) != 1 or old[0] is own[0]:
        return ""
    both = _AND[language].join((old[0].names[language], own[0].names[language]))
    return exchanged(before, old[0], both)


# Its like

# "And then?" opens a question, and is no name.
_NO_OPENING = r"(?!(?:And|Or|But|So|Und|Oder|Aber)\b)"
_BARE_NAME = {
    "en": re.compile(
        rf"(?i:{_OPENS}(?:(?:in|of|for|with) )?(?:the )?)(?P<first>{_NO_OPENING}[A-Z]\w+)(?P<rest> [\w.-]+)\W*$"
    ),
    "de": re.compile(
        rf"(?i:{_OPENS}(?:(?:in|von|bei|mit|für) )?(?:de[rmn] |die |das )?)"
        rf"(?P<first>{_NO_OPENING}[A-ZÄÖÜ]\w+)(?P<rest> [\w.-]+)\W*$"
    ),
    "zh": re.compile(rf"{_OPENS}(?P<first>[\u3400-\u9fff]{{2,6}})(?P<rest>[A-Za-z0-9.-]+)呢?\W*$"),
}


def in_place_of_its_like(question: str, before: str, language: str) -> str:
    """The question before with a bare name in the place of one that begins alike, though no glossary
    has them: "and the Lumo XL?"; "" where it has no such name.

    >>> in_place_of_its_like("And the Lumo XL?", "What does the Lumo M cost?", "en")
    'What does the Lumo XL cost?'
    """
    name = _BARE_NAME[language].match(question)
    if name is None:
        return ""
    first, rest = name["first"], name["rest"]
    other = r" [\w.-]+?(?![\w-])" if rest.startswith(" ") else r"[A-Za-z0-9.-]+"
    alike = re.compile(rf"{re.escape(first)}{other}", re.ASCII if language == "zh" else 0)
    replaced = alike.sub((first + rest).replace("\\", ""), before)
    return replaced if replaced != before else ""


_OF_ITS_KIND = {
    "en": re.compile(rf"{_OPENS}(?:the )?(?P<which>[\w-]+) ones?\W*$", re.IGNORECASE),
    "de": re.compile(r"(?!)"),
    "zh": re.compile(rf"{_OPENS}(?P<which>[\u3400-\u9fff]{{1,4}})的呢?\W*$"),
}


def in_place_of_its_kind(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question before of another term that ends as its own does: "and the model one?" after one of
    the compute voucher; "" where the glossary has no such term."""
    asked = _OF_ITS_KIND[language].match(question)
    if asked is None:
        return ""
    for name in named(last.asked, glossary):
        written = name.names[language]
        noun = written[-1] if language == "zh" else f" {written.split()[-1]}"
        alike = [other for other in named(f"{asked['which']}{noun}", glossary) if other is not name]
        if alike and alike[0].kind == name.kind:
            return exchanged(last.asked, name, alike[0].names[language])
    return ""


# What else it has

_ATTRIBUTE = {
    "en": re.compile(
        r"^\s*(?:(?:and|but|so|ok(?:ay)?)[,]?\s+)*(?:(?:what|how) about\s+|and\s+)(?:the |its |their |his |her )?"
        r"(?P<what>[\w-]+(?: [\w-]+){0,2})\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^\s*(?:und|aber|was ist mit|wie (?:steht|sieht) es (?:mit|aus mit))\s+(?:(?:de[rmn]|die|das|ihre?[nmr]?|seine?[nmr]?)\s+)?"
        r"(?P<what>(?:[a-zäöüß]+e[rns]?\s+)?[A-ZÄÖÜ][\w-]+)\W*$"
    ),
    "zh": re.compile(
        r"^\s*(?:那么?|还有|而)?(?:它的?|他的?|其)?(?P<what>[\u3400-\u9fff]{2,6})呢\W*$"
    ),
}
_ASKS_FOR_IT = {
    ("en", True): "What was {name}'s {what}{year}?",
    ("en", False): "What is {name}'s {what}{year}?",
    ("de", True): "Wie hoch war {what} von {name}{year}?",
    ("de", False): "Was ist {what} von {name}{year}?",
    ("zh", True): "{name}{year}{what}是多少？",
    ("zh", False): "{name}{year}{what}？",
}
_IN_YEAR = {"en": " in {}", "de": " {}", "zh": "{}年"}
# "And first?", "und davor?", "and by money?" say of what is asked, and not what.
_NO_ATTRIBUTE = re.compile(
    r"\d|^(?:in|of|by|from|for|to|at|on|with|per|since|until)\b"
    r"|\b(?:first|second|third|last|next|then|before|after|there|here|now|today|one|others?|rest|both|all|not|worldwide|why|when|who)\b"
    r"|以前|之前|之后|后来|现在|其他|其它|另|第[一二三四五]|原因|全国|全球|的$",
    re.IGNORECASE,
)
_HAS_ATTRIBUTES = frozenset({"company", "place", "product", "person", "university"})


def of_another_attribute(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """What a thing that was asked about has else: "and the profit?" after its revenue; "" for any
    other follow-up, and where a term of the glossary was asked about, which it may take the place of."""
    asked = _ATTRIBUTE[language].match(question)
    own, before = named(question, glossary), named(last.asked, glossary)
    counted = _COUNTED.match(last.asked)
    if asked and counted and things(last.asked, glossary) and not things(question, glossary):
        return _of_another_count(asked["what"], counted.end(), last.asked, glossary)
    is_of_a_thing = len(before) == 1 and before[0].kind in _HAS_ATTRIBUTES
    if asked is None or own or not is_of_a_thing or _NO_ATTRIBUTE.search(asked["what"]):
        return ""
    if not terms.query_words(asked["what"], language):
        return ""
    years = _YEAR.findall(last.asked)
    year = _IN_YEAR[language].format(years[0]) if len(years) == 1 else ""
    name = subjects(last, glossary, language)[0].names[language]
    frame = _ASKS_FOR_IT[language, "number" in asked_types(last.asked)]
    return frame.format(name=name, what=asked["what"], year=year)


# In the year before

_BEFORE_THAT = re.compile(
    rf"{_OPENS}(?:(?P<before>before(?: that| then)?|previously|earlier|(?:in )?the (?:year before|previous year)|the last time"
    r"|davor|vorher|zuvor|(?:im )?jahr (?:davor|zuvor)|ein jahr (?:davor|zuvor|früher)|(?:in|在)?(?:那|这|此)?(?:之前|以前)|(?:前|上)一年)"
    r"|(?P<after>after(?: that| then)?|afterwards|(?:in )?the (?:year after|next year|following year)|danach|(?:im )?jahr danach"
    r"|(?:在)?(?:那|这|此)?(?:之后|以后)|后一年|第二年))\s*呢?\W*$",
    re.IGNORECASE,
)


_COUNTED = re.compile(r"^\W*(?:how many|wie viele) ", re.IGNORECASE)


def _of_another_count(what: str, start: int, asked: str, glossary: Glossary) -> str:
    """How many there are of something else, where a term of the glossary was counted: "and servers?"
    after "How many data centres does Norden have?"."""
    counted = [mention for mention in glossary.mentions(asked) if mention.start == start]
    if not counted or _NO_ATTRIBUTE.search(what):
        return ""
    return f"{asked[:start]}{what}{asked[counted[0].end :]}"


_THE_OTHER = re.compile(
    r"\bthe other(?: (?:one|city|company|university|province|model))?\W*$"
    r"|\b(?:de[rmn]|die|das) ander(?:e[nrm]?)(?: (?:stadt|firma|universität|provinz|modell))?\W*$"
    r"|另外?(?:那)?一?[家个座所位款]?(?:城市|公司|企业)?呢?\W*$",
    re.IGNORECASE,
)


def of_the_other(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> str:
    """The question before, of the other of two that were named: "and the other one?"; "" where there
    were not two."""
    asked = things(last.asked, glossary)
    if len(asked) != 1 or not _THE_OTHER.search(question) or named(question, glossary):
        return ""
    spoken = (last.first_sentence, earlier.first_sentence, earlier.asked)
    partners = (_partner(asked[0], text, glossary) for text in spoken)
    other = next(filter(None, partners), None)
    return exchanged(last.asked, asked[0], other.names[language]) if other else ""


def _partner(this: Name, text: str, glossary: Glossary) -> Name | None:
    """The one thing of a kind that a text names beside another."""
    alike = [name for name in things(text, glossary) if name.kind == this.kind]
    others = without(alike, [this])
    return others[0] if len(alike) == 2 and len(others) == 1 else None


def in_the_year_before(question: str, last: Turn, language: str) -> str:
    """The question before, for the year before or after the one that was spoken of; "" where the
    follow-up asks for none, or no year was spoken of.

    >>> in_the_year_before("and before that?", Turn("Who led?", "Norden has led since 2024."), "en")
    'Who led in 2023?'
    """
    wish = _BEFORE_THAT.match(question)
    asked, said = _YEAR.findall(last.asked), _YEAR.findall(last.first_sentence)
    years = sorted(map(int, asked or said))
    if wish is None or not years:
        return ""
    year = str(years[0] - 1 if wish["before"] else years[-1] + 1)
    if asked:
        return _YEAR.sub(year, last.asked) if len(asked) == 1 else ""
    ending = last.asked.strip(_ENDS)
    return f"{year}年{ending}？" if language == "zh" else f"{ending} in {year}?"
