"""Whether a follow-up says too little alone, and leans on the question before."""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ...language import terms
from .along import SAYS_IN_WHAT_WAY
from .asking_again import asks_something
from .names import named
from .of_all import ASKS_WHO_LEADS, EXISTS, MOST_OF_ALL, OF_SOME, asks_of_all
from .opening import ASKS_WHEN, OPENS_AS_FOLLOW_UP, adds_more_than
from .which_one import WHICH

_LEANS = re.compile(
    r"\b(?:it|its|they|their|them|there|that|this|those|these|he|she|his|her|dort|dessen|deren|dies\w*|davon|dazu|dafür|dabei|daran|sie|ihre?[nmrs]?|er|seine?[nmrs]?)\b|它|他们|那里|这[些个家]?|那[些个家]|其",
    re.IGNORECASE,
)
# A longer question says what it is about.
SHORT = {"en": 50, "de": 60, "zh": 16}
_FEW_TERMS = {"en": 2, "de": 2, "zh": 4}
# In English a capital inside a question is a name; German writes every noun so, Chinese has none.
_CAPITAL_INSIDE = {
    "en": re.compile(r"(?<=\w )[A-Z]\w+"),
    "de": re.compile(r"(?!)"),
    "zh": re.compile(r"(?!)"),
}
# "What is a voucher?" says what it is about, however short it is.
DEFINES = re.compile(
    r"^\s*(?:what(?:'s| is| are| does| do)|explain|define|was (?:ist|sind|bedeutet|heißt|versteht)|erklär\w*"
    r"|什么是|什么叫|啥是|啥叫|何谓|解释)|(?:是什么(?:意思|东西)?|什么意思|是啥(?:意思)?|指的?是?什么)\W*$",
    re.IGNORECASE,
)
# A Chinese question may leave out what it is about, and then begins with the verb, with what it asks,
# or with what is always somebody's: 毕业于哪所大学, 有多少参数, 总部在哪. One that names a concept may be
# about that.
_WITH_A_CONCEPT = r"有|占|用|在|由|靠|属于|拥有|是(?!否|不是)"
_WITH_NOTHING = (
    rf"{_WITH_A_CONCEPT}|来自|毕业|成立|创办|创立|出生|获得|位于|叫|什么时候|何时|多少|多[大高长久]|几|哪|谁|排|值|第[一二三四五六七八九十\d]"
    r"|花|卖|亏|赚|上市|发布|推出|收入|营收|利润|市值|估值|总部|老板|创始人|员工|价格|规模|用户|从|被|跟|和|为"
)
# 在500强榜单排第几: whoever was spoken of.
_RANKS_IN = re.compile(r"^在[\u3400-\u9fff\w ]{1,20}?(?:排|列|居|占)(?:在|名)?(?:第|多少|几|哪)")
# 超过上海了吗: whoever was spoken of did.
_COMPARES_ITSELF = re.compile(
    r"^(?:有没有|是否|是不是|已经|还|也)*(?:超过|超越|赶上|追上|领先|落后|低于|高于|多于|少于|大于|小于|不如|输给|打败|比得上|比[^，,？?]{2,12}[多少高低大小早晚强])"
)
_ADVERBS = "又|还|也|都|一共|总共|现在|目前|具体|后来|当时|到底|究竟|大概|最早|最初|主要"
# 哪家公司做的: whatever was spoken of.
_WHO_MADE_IT = re.compile(
    r"^(?:是)?(?:谁|哪一?[家个所座](?:公司|企业|大学|机构|城市)?)[\u3400-\u9fff]{1,4}的\W*$"
)
_DROPS_ITS_SUBJECT = {
    has_concept: re.compile(rf"^\s*(?:{_ADVERBS})*(?:{verbs})")
    for has_concept, verbs in ((True, _WITH_A_CONCEPT), (False, _WITH_NOTHING))
}


def leans(question: str, glossary: Glossary, language: str) -> bool:
    """Whether the question says too little alone: it opens as a follow-up, or names nothing and points or is short."""
    if OPENS_AS_FOLLOW_UP.search(question):
        return True
    mentioned = named(question, glossary)
    proper = [name for name in mentioned if name.kind != "concept"]
    # One that names something leans only where that is all it says, or not what it is about.
    if proper:
        return leaves_out_its_subject(question) or _is_bare_name(question, proper, language)
    if mentioned and DEFINES.search(question):
        return False
    if _DROPS_ITS_SUBJECT[bool(mentioned)].search(question) and not WHICH.match(question):
        return True
    if _WHO_MADE_IT.search(question):
        return True
    # A name that no glossary knows is what it is about, whatever it points to beside it.
    if _CAPITAL_INSIDE[language].search(question):
        return False
    if _LEANS.search(question):
        return True
    said = terms.query_words(question, language)
    return len(said) <= _FEW_TERMS[language]


def _is_bare_name(question: str, names: Sequence[Name], language: str) -> bool:
    """Whether the question is one name and nothing but it."""
    if len(names) != 1 or ASKS_WHEN.search(question):
        return False
    return not adds_more_than(question, names[0], language)


def bare_name(question: str, glossary: Glossary, language: str) -> Name | None:
    """The one name that a question says, where it says nothing beside it and its opening words."""
    proper = [name for name in named(question, glossary) if name.kind != "concept"]
    return proper[0] if proper and _is_bare_name(question, proper, language) else None


def leaves_out_its_subject(question: str) -> bool:
    """Whether a Chinese question that names something does not say of whom it asks."""
    return bool(_RANKS_IN.search(question) or _COMPARES_ITSELF.search(question))


def says_nothing_of_what(question: str, glossary: Glossary, language: str) -> bool:
    """Whether a short question asks something of what it does not name: "how much can a firm get?",
    "max per firm?"."""
    if len(question) > SHORT[language] or named(question, glossary):
        return False
    if _asks_of_others(question):
        return False
    return asks_something(question) or _is_terse(question, language)


def _asks_of_others(question: str) -> bool:
    of_others = (WHICH, MOST_OF_ALL, OF_SOME, EXISTS, ASKS_WHO_LEADS)
    return any(pattern.search(question) for pattern in of_others)


def _is_terse(question: str, language: str) -> bool:
    """Whether a question is no more than a few key words, with room for one more than one that leans."""
    said = terms.query_words(question, language)
    return language != "zh" and len(said) <= _FEW_TERMS[language] + 1


def may_stand_alone(question: str, language: str) -> bool:
    """Whether a follow-up without its opening word says of what it asks, and points to nothing: "when is
    the party?", "the fee?"."""
    if _LEANS.search(question) or asks_of_all(question):
        return False
    if SAYS_IN_WHAT_WAY.match(question):
        return False
    leaves_out = _DROPS_ITS_SUBJECT[False].search(question)
    if leaves_out and language == "zh":
        return False
    return bool(terms.query_words(question, language))
