"""A follow-up question and the turns before it → a question that stands alone.

"And Shenzhen?" after "How many AI companies does Beijing have?" becomes "How many AI companies does Shenzhen have?":
a name takes the place of a name of its kind. Where there is nothing to put in place, the question before is read along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence, Set

from citechat_ingest import Glossary, Name

from ..language import terms
from ..language.answer_types import asked_types
from ..values import Turn
from . import antecedents
from .antecedents import exchanged, put_in_place, subjects, things
from .asking_again import (
    asked_why,
    asks_how_many,
    asks_something,
    both_of_them,
    counted_of_one,
    listed,
    of_both,
    of_those_named,
    sets_side_by_side,
    with_its_interrogative,
)
from .corrected import what_was_meant
from .decomposition import with_the_thing, without_names
from .one_part import (
    as_another_says_too,
    beside_another,
    by_another_source,
    in_place_of_its_kind,
    in_place_of_its_like,
    in_the_year_before,
    of_another_attribute,
    of_the_other,
)
from .others import of_the_others, which_not

_OPENS_AS_FOLLOW_UP = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|well|then|now|also|na ja|gut|also|and|or|but|so|und|oder|aber)\b[, ]*)*"
    r"(?:and|or|but|so|what about|how about|what of|(?:the )?same (?:question )?for|und|oder|aber"
    r"|wie (?:sieht|steht|ist|schaut) (?:es|das)|was ist mit|gilt das auch für|das ?selbe für)\b"
    r"|^\s*(?:那么?|还有|以及|而|换成?|再说|至于)|(?:的?呢|的话|又如何|也是吗)[？?]?\s*$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|they|their|them|there|that|this|those|these|he|she|his|her|dort|dessen|deren|dies\w*|davon|dazu|dafür|dabei|daran|sie|ihre?[nmrs]?|er|seine?[nmrs]?)\b|它|他们|那里|这[些个家]?|那[些个家]|其",
    re.IGNORECASE,
)
_ASKS_ONLY_WHY = re.compile(
    r"^\s*(?:(?:and|but|und|aber)\s+)?(?:why|how come|what for|warum|wieso|weshalb|wie kommt(?:'s| das| es)?)"
    r"(?:\s+(?:is|was|does|did|do|has|have|they|he|she|ist|war|hat|haben|macht|machen|tut|tun|gemacht|getan|sie|er|man"
    r"|denn|nur|eigentlich|das|that|this|it|so|then|not|nicht|sind|are|were"
    r"|many|much|few|little|high|low|big|large|small|expensive|cheap|more|less|fewer"
    r"|there|here|of all places|just|dort|da|gerade|ausgerechnet"
    r"|viele?|wenige?|hoch|niedrig|groß|klein|teuer|mehr|weniger)\b)*+\s*+[?!.]*+\s*+$"
    r"|^\s*(?:那|这)?(?:是)?(?:他们?|她|它们?)?(?:为什么|为何|为啥|怎么会|什么原因|原因呢?|何以)"
    r"(?:呢|啊|呀|会|要|是|能|有|[这那](?:[样么里儿边]|个?地方)|偏偏|在|放|建|设|做|干|说|选择|规定|安排|多|少|高|低|大|小|贵|强|好)*+\s*+[?？!！.。]*+\s*+$",
    re.IGNORECASE,
)
# "Which city …": the place of a name that a follow-up may bring; with it "the most" has no sense.
_WHICH = re.compile(
    r"\b(?:which|what)(?: chinese| big)? (?:city|cities|province|company|university|country|region|district)\b"
    r"|\bwelche[rsnm]?(?: chinesische\w*)? (?:stadt|städte|provinz|firma|unternehmen|universität|hochschule|land|region|bezirk)\b"
    r"|哪(?:一?[个座家所])?(?:城市|省份?|公司|企业|大学|高校|国家|地方|地区)",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:the )?(?:most|least|highest|lowest|biggest|largest|fewest|smallest)\b"
    r"|\b(?:die |den |das |der )?(?:meisten|wenigsten|größte[nrs]?|höchste[nrs]?|kleinste[nrs]?|niedrigste[nrs]?)\b"
    r"|最[多少高低大小]的?",
    re.IGNORECASE,
)
# What is asked of all there are: "who has the most users?".
_MOST_OF_ALL = re.compile(
    r"\bthe (?:most|least|highest|lowest|biggest|largest|fewest|smallest|best|richest|oldest)\b"
    r"|\b(?:die|den|das|der) (?:meisten|wenigsten|größte|höchste|kleinste|niedrigste|beste|reichste|älteste)[nrsm]?\b"
    r"|[谁哪].{0,8}最|最.{0,8}[谁哪]",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Another year is asked for as a whole: "and in 2022?" after "in September 2025".
_YEAR_WITH_MONTH = re.compile(
    r"(?:(?:\bim )?\b(?:early|late|mid|the end of|the beginning of|january|february|march|april|may|june|july|august|september|october"
    r"|november|december|anfang|mitte|ende|januar|februar|märz|mai|juni|juli|oktober|dezember)[- ]+)?(?<!\d)(?:19|20)\d\d(?!\d)"
    r"(?:(?P<year>年)(?:(?:1[0-2]|[1-9])月[份底初末]?|[初底末])?)?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"\b(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|januar|februar|märz|mai|juni|juli|oktober|dezember)\b|(?<!\d)(?:1[0-2]|[1-9])月",
    re.IGNORECASE,
)
_SPAN_OF_YEARS = re.compile(
    r"(?:19|20)\d\d年?\s*(?:to|until|through|and|bis|und|至|到|[-–—])\s*(?:19|20)\d\d",
    re.IGNORECASE,
)
_HOW_WAS_IT = (
    r"\b(?:wie (?:war|ist|sah|sieht) (?:es|das)|how (?:was|is|were) (?:it|that)|what (?:was|is) it)\b"
    r"(?: denn| aus)?"
)
_ASKS_HOW_IT_WAS = re.compile(_HOW_WAS_IT, re.IGNORECASE)
_ONLY_THAT_YEAR = re.compile(
    rf"{_HOW_WAS_IT}|\bback\b|"
    r"\b(?:only|just|alone|nur|allein|wenn|man|nimmt|betrachtet|im|jahre?|year)\b|(?<=\d)年|单看|只看|仅",
    re.IGNORECASE,
)
_COUNTED = {
    word: number
    for number, words in enumerate(
        ("one a ein einem 一", "two zwei 两", "three drei 三", "four vier 四", "five fünf 五"),
        start=1,
    )
    for word in words.split()
}
_YEARS_LATER = re.compile(
    rf"(?P<count>\d|{'|'.join(sorted(_COUNTED, key=len, reverse=True))})\s?(?:years?|jahre?|年)\s?"
    r"(?:later|earlier|before|after|später|früher|davor|danach|后|前|之后|之前)",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"earlier|before|früher|davor|前", re.IGNORECASE)
_OPENING_WORDS = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|well|and|or|but|so|then|und|oder|aber|na gut|gut|ach)\b[, ]*"
    r"|(?:really|seriously|echt|wirklich|ehrlich|真的吗?|是吗)[?？!！,，. ]+(?=\w)"
    # 那个城市 and 那里 point
    r"|(?:那么|那(?![个家座所位款里儿边些年天是])|还有|以及|而且?|好的?)[，、 ]*)+",
    re.IGNORECASE,
)
_WORLD = re.compile(
    r"worldwide|globally|(?:in|across) the (?:whole )?world|world ?wide|internationally"
    r"|weltweit|global|in der (?:ganzen )?welt|international|全球|全世界|世界(?:上|范围)?|国际上?",
    re.IGNORECASE,
)
_HOW_MANY_ARE = re.compile(
    r"(?:how many|wie viele)(?= (?:are|were|will|have|had|does|do|did|sind|waren|sollen|sollten|werden|wurden)\b)",
    re.IGNORECASE,
)
_HOW_MANY_THINGS = re.compile(
    r"how many (?:(?!(?:are|were|will|have|had|has|does|do|did|of)\b)[a-z]\S* ?){1,3}"
    r"(?=(?:are|were|will|have|had|has|does|do|did)\b)"
    r"|wie viele (?:(?-i:[a-zäöüß]+) )*(?-i:[A-ZÄÖÜ])\S*",
    re.IGNORECASE,
)
_MOST_READINGS = 4
_HOW_MANY = {"en": "how many", "de": "wie viele"}
# Of a company and of its product the same may be asked: "and Doubao?" after the users of DeepSeek.
_MAKERS = frozenset({"company", "product", "institution", "university"})
# What points back where a name stands behind it.
_POINTS_BACK = re.compile(
    r"\b(?:there|of (?:them|these|those|that|it)|dort|davon|darunter|dorthin|why not|warum nicht)\b|那里|那儿|那边|其中"
    # 为什么没有北城: in what was answered
    r"|为什么(?:没有|没|不是|不包括)",
    re.IGNORECASE,
)
# Beside a name these ask for what was asked before …
_LIGHT = {
    "en": re.compile(
        r"\b(?:how (?:many|much|about)|what|which|where|is|are|was|stands?|come|comes|came"
        r"|sit|located|based|share|percentage|proportion|rank|ranking|place|position"
        r"|number|figure|'?s)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:wie ?viele?|welche[rsnm]?|wo|ist|steht|stand|landet"
        r"|komm(?:t|en)|kam(?:en)?|stamm(?:t|en)|sitz(?:t|en)|lieg(?:t|en)|entfallen|entfällt|gehör(?:t|en)"
        r"|anteil|prozentsatz|rang|platz|zahl|anzahl)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"[在于来自属]|(?:占|有|是|排|列|又|也|还|能|大概|一共|总共|现在|目前|各|的)*(?:百分之)?(?:多少|第几|几)[家个名位款座所起笔项人]?"
        r"|的?(?:份额|占比|比例|排名|名次|数量|数字)"
    ),
}
# … and these of them how it lies to the whole.
_RELATIVE = {
    "en": re.compile(r"\b(?:what )?(?:share|percentage|proportion|rank|position)\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:welcher )?(?:anteil|prozentsatz|rang)\b", re.IGNORECASE),
    "zh": re.compile(r"占|排|第几|百分之|份额|比例|名次"),
}
# Where one stands is asked after a ranking.
_ASKS_WHERE = re.compile(r"\bwhere\b|\bwo\b|(?:排|列|居|在)(?:第几|哪|多少)", re.IGNORECASE)
_OF_A_RANKING = re.compile(
    r"\b(?:rank\w*|top|index|list|first|leads?|leading|ahead|place|order)\b|\brankings?\b"
    r"|\b(?:rangliste|ranking|reihenfolge|platz|plätze|führ(?:t|en)|vorn\w*|spitze|liste|nummer eins)\b|\w*index\b|rankings?\b"
    r"|排[名行位第]|前[几三五十]|榜|第[一二三四五]|指数|领先|名次",
    re.IGNORECASE,
)
# "Were there exceptions?" asks of what was said, and not of whom.
_EXISTS = re.compile(
    r"\b(?:is|are|was|were) there\b|\bg(?:ib|a)b?t? es\b|\bgibt'?s\b|有(?:没有)?[\u3400-\u9fff]{1,4}吗|有没有",
    re.IGNORECASE,
)
# One there may be of the thing itself: "is there a successor?".
_IS_THERE_ONE = re.compile(
    r"(?:is|was) there (?:an?|another)\b|(?:gibt?'?s|gibt es|gab es)(?: da| auch| schon)? eine?n?\b",
    re.IGNORECASE,
)
# "And who is first?": not the one that was asked about.
_ASKS_WHO_LEADS = re.compile(
    r"\b(?:who|which (?:city|company|province|university|country|one))\b.*"
    r"\b(?:first|second|third|fourth|last|next|ahead|leads?|top|number one)\b"
    r"|\b(?:wer|welche[rsnm]? (?:stadt|firma|provinz|universität|land))\b.*"
    r"\b(?:erste[rnms]?|zweite[rnms]?|dritte[rnms]?|letzte[rnms]?"
    r"|vorne?|voran|führt|platz)\b"
    r"|第[一二三四五]名?(?:又|那)?是(?:谁|哪)|(?:谁|哪[个座家所]\w{0,2})(?:是|排|居|位列)?(?:在)?(?:第[一二三四五]|最后|领先|榜首)",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"\b(?:of (?:them|these|those|which)|davon|darunter|von (?:ihnen|denen|diesen))\b|其中"
)
# "What share is that?", "ist das viel?", 占全国多少: of what was said, and of no thing.
_POINTS_TO_THE_ANSWER = re.compile(
    r"\b(?:is|was|are|were|makes?) (?:that|this)(?: in [\w ]+| of [\w ]+)?\W*$|^(?:and |but |so )?(?:is|was) (?:that|this)\b"
    r"|\b(?:ist|sind|war|waren|macht|wären?) (?:das|dies)(?: (?:etwa|ungefähr|umgerechnet|in [\w ]+|von [\w ]+))?\W*$"
    r"|^(?:und |aber )?(?:ist|war|wird|wurde|stimmt) (?:das|dies)\b|^(?:and |but )?(?:did|has|will) (?:that|this)\b"
    r"|^(?:那|这)?(?:个?目标)?(?:最后|后来|现在|已经)?(?:达到|达成|实现|完成|兑现)"
    r"|^(?:and |und )?in (?:us[- ]?|the )?(?:dollars?|euros?|yuan|rmb|percent|prozent|%)\W*$"
    r"|^(?:那|这)?(?:一共|大概|大约|约)?(?:占|相当于|等于|折合?成?|折算|换(?:算)?成|换算)|^那?这(?:个|些)?(?:数字?)?(?:是|算|占)",
    re.IGNORECASE,
)
# What two questions of the usual length make together, and more.
_LONGEST = 2_000
# A longer question says what it is about.
_SHORT = {"en": 50, "de": 60, "zh": 16}
_FEW_CHARACTERS = 7
_FEW_TERMS = {"en": 2, "de": 2, "zh": 4}
# In English a capital inside a question is a name; German writes every noun so, Chinese has none.
_CAPITAL_INSIDE = {
    "en": re.compile(r"(?<=\w )[A-Z]\w+"),
    "de": re.compile(r"(?!)"),
    "zh": re.compile(r"(?!)"),
}


# "What is a voucher?" says what it is about, however short it is.
_DEFINES = re.compile(
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


def contextualize_question(
    question: str, history: Sequence[Turn], glossary: Glossary, language: str
) -> str:
    """The question with what it leans on; a question that stands alone comes back unchanged.

    Earlier follow-ups are resolved first, so that a third question can lean on the first through the second.
    """
    last, _ = _last_two(history, glossary, language)
    return _widest(question, last, glossary, language)


def readings(
    question: str, history: Sequence[Turn], glossary: Glossary, language: str
) -> list[str]:
    """What a question may mean after the turns before, the likeliest first; itself where it stands alone.

    Each is to be tried until one is answered.
    """
    last, earlier = _last_two(history, glossary, language)
    return _readings(question, last, earlier, glossary, language)


def readings_of_part(
    part: str, turns: Sequence[Turn], glossary: Glossary, language: str
) -> list[str]:
    """What a part of a question may mean after the parts before it, the likeliest first: as a follow-up to them,
    but never with what they asked read along. One that names nothing is asked of what they are about."""
    last, _ = _last_two(turns, glossary, language)
    if not last.asked or (antecedents.named(part, glossary) and _DEFINES.search(part)):
        return [part]
    read = [
        asked
        for asked in readings(part, turns, glossary, language)
        if not asked.startswith(last.asked)
    ]
    alone = read[0] if read else part
    spoken_of = antecedents.named(last.asked, glossary)
    if _POINTS_TO_WHAT_WAS_SAID.search(part):
        names = " ".join(name.names[language] for name in spoken_of)
        return _distinct([_about(part, names, language), *read])
    is_about_it = any(name in spoken_of for name in antecedents.named(alone, glossary))
    if not is_about_it and not things(alone, glossary):
        read = [*_with_subject(alone, last, glossary, language), *read]
    read = [*_of_the_same_time(read, last.asked, language), *read]
    placed = [asked for asked in _distinct(read) if asked != part]
    # What no name is known of is pointed to by its words.
    return placed or [with_the_thing(part, last.asked)]


# When a number is to be reached or was counted, said for the first of two that are asked for in one breath.
_WHEN = {
    "en": re.compile(r"\b(?:in|by|for|until|at the end of|by the end of) 20\d\d\b", re.IGNORECASE),
    "de": re.compile(r"\b(?:(?:bis|im jahr|ende|bis ende) )?20\d\d\b", re.IGNORECASE),
    "zh": re.compile(r"到?20\d\d年(?:[底末初]|年底)?"),
}
_COUNTS = frozenset({"number"})


def _of_the_same_time(read: Sequence[str], before: str, language: str) -> list[str]:
    """The likeliest reading of a part that asks for a number and names no time, of the time of the part before."""
    when = _WHEN[language].search(before)
    likeliest = next(iter(read), "")
    is_counted = asked_types(likeliest) == asked_types(before) == _COUNTS
    if when is None or not is_counted or _YEAR.search(likeliest):
        return []
    asked = likeliest.rstrip(" ?？")
    return [f"{when.group()}{asked}？" if language == "zh" else f"{asked} {when.group()}?"]


# "Why does that matter?": not a thing, but that it is so.
_POINTS_TO_WHAT_WAS_SAID = re.compile(
    r"\b(?:that|this)\b(?! (?:company|city|firm|model|one))|\b(?:das|dies)\b(?= [a-z]+\W*$)|[这那](?=意味|有什么|为什么|重要)",
    re.IGNORECASE,
)


def _last_two(
    history: Sequence[Turn], glossary: Glossary, language: str
) -> tuple[antecedents.Turn, antecedents.Turn]:
    """The last turn and the one before it, their questions as they stand alone."""
    earlier = last = antecedents.Turn()
    for asked, answer in _exchanges(history):
        read = _readings(asked, last, earlier, glossary, language)
        # After "why?" what was asked before it is still talked of.
        alone = (last.asked or asked) if asks_only_why(asked) else _next_topic(read)
        # What share that is, or how much in dollars, is no other thing to talk of.
        is_of_the_answer = last.asked and _POINTS_TO_THE_ANSWER.search(asked)
        topic = last.asked if is_of_the_answer else alone
        beside = _asked_the_same(topic, last, glossary)
        earlier, last = last, antecedents.turn(topic, answer, beside, asked)
    return last, earlier


def _next_topic(read: Sequence[str]) -> str:
    """What is talked of after a follow-up: one that may be asked alone, or read along, is what it asks."""
    [likeliest, *others] = read
    wholes = (
        alone
        for alone in others
        if likeliest.endswith(alone)
        and asks_something(alone)
        # a Chinese name before it is what it asks of
        and asks_something(likeliest.removesuffix(alone))
    )
    return next(wholes, likeliest)


def _asked_the_same(asked: str, last: antecedents.Turn, glossary: Glossary) -> tuple[Name, ...]:
    """The things of which just this was asked in the turns before, and now of another in their place."""
    new, old = things(asked, glossary), things(last.asked, glossary)
    if asked == last.asked:
        return last.beside
    pairs = [(name, other) for name in old for other in new if name not in new and other not in old]
    if len(pairs) != 1:
        return ()
    [(name, other)] = pairs
    is_the_same = terms.fold(exchanged(last.asked, name, "")) == terms.fold(
        exchanged(asked, other, "")
    )
    return (*last.beside, name) if is_the_same else ()


def _widest(question: str, last: antecedents.Turn, glossary: Glossary, language: str) -> str:
    """The question with all that was asked before it, or said, where it leans on that."""
    if asks_only_why(question) and last.answer:
        return f"{question.rstrip(' ?？!！.。')}: {last.first_sentence}"
    return _resolved(question, last, glossary, language)


def _exchanges(history: Sequence[Turn]) -> list[tuple[str, str]]:
    """The questions asked, each with the answer after it."""
    pairs: list[tuple[str, str]] = []
    for turn in history:
        content = (turn.get("content") or "").strip()
        if turn.get("role") == "user" and content:
            pairs.append((content, ""))
        elif turn.get("role") == "assistant" and pairs:
            pairs[-1] = (pairs[-1][0], content)
    return pairs


def _readings(
    question: str,
    last: antecedents.Turn,
    earlier: antecedents.Turn,
    glossary: Glossary,
    language: str,
) -> list[str]:
    """The readings after two turns, the likeliest first."""
    if last.asked:
        question = what_was_meant(question, language)
    widest = _widest(question, last, glossary, language)
    if not last.asked or len(question) > _LONGEST:
        return [widest]
    if asks_only_why(question):
        again = asked_why(last, language)
        along = f"{last.asked} {question}"
        return _distinct([widest, again, along])
    bare = _without_opening(question)
    rest = which_not(question, last, language) or of_the_others(question, last, glossary, language)
    rest = rest or as_another_says_too(bare, last, glossary, language)
    rest = rest or _in_the_ranking(question, last, glossary, language)
    if rest:
        return [rest]
    precise = [
        _replace_year(last.asked, question, language) if _ASKS_HOW_IT_WAS.match(bare) else "",
        by_another_source(question, last, glossary, language),
        beside_another(question, last, glossary, language),
        in_place_of_its_kind(question, last, glossary, language),
        in_the_year_before(question, last, language),
        of_the_other(question, last, earlier, glossary, language),
        _how_many_of_that_one(bare, last, glossary, language),
        _of_another_in_the_same(question, last, glossary, language),
        of_both(question, last, earlier, glossary, language),
        with_its_interrogative(bare, last, language),
        both_of_them(bare, last, earlier, glossary, language),
        of_those_named(bare, last, glossary, language),
        _how_many_of_them(bare, last, glossary, language),
        _of_the_answer(question, last),
        antecedents.what_is_that(bare, last, glossary, language),
        _of_the_one_counted_off(bare, last, earlier, glossary, language),
        *put_in_place(bare, last, earlier, glossary, language),
        antecedents.by_a_part(bare, last, glossary, language),
        _of_that_place(question, last, glossary),
        _of_the_concept(bare, last, glossary, language),
        of_another_attribute(question, last, glossary, language),
        _of_another_a_turn_earlier(question, last, earlier, glossary, language),
    ]
    if (
        widest == question
        and not any(precise)
        and _says_nothing_of_what(question, glossary, language)
    ):
        return _distinct([*_with_subject(bare, last, glossary, language)[:1], widest])
    if any(precise) or widest == question or _is_exchanged(widest, question):
        return _distinct([*precise, widest])
    of_it = _of_the_subject(bare, last, glossary, language)
    if _IS_THERE_ONE.match(bare):
        of_it = [widest, *_with_subject(bare, last, glossary, language)]
    alone = [bare] if not of_it and _may_stand_alone(bare, language) else []
    return _distinct([*of_it, widest, *alone])


def _says_nothing_of_what(question: str, glossary: Glossary, language: str) -> bool:
    """Whether a short question asks something of what it does not name: "how much can a firm get?"."""
    if len(question) > _SHORT[language] or antecedents.named(question, glossary):
        return False
    of_others = (_WHICH, _MOST_OF_ALL, _OF_SOME, _EXISTS, _ASKS_WHO_LEADS)
    asks_of_others = any(pattern.search(question) for pattern in of_others)
    return asks_something(question) and not asks_of_others


def _may_stand_alone(question: str, language: str) -> bool:
    """Whether a follow-up without its opening word says of what it asks, and points to nothing: "when is
    the party?", "the fee?"."""
    if _LEANS.search(question) or _asks_of_all(question):
        return False
    if _SAYS_IN_WHAT_WAY.match(question):
        return False
    leaves_out = _DROPS_ITS_SUBJECT[False].search(question)
    if leaves_out and language == "zh":
        return False
    return bool(terms.query_words(question, language))


def _of_the_one_counted_off(
    question: str,
    last: antecedents.Turn,
    earlier: antecedents.Turn,
    glossary: Glossary,
    language: str,
) -> str:
    """The question with the one in place that it counts off; of that one the question before, where
    nothing else is said: "and the second?"."""
    counted = antecedents.one_of_several(question, last, earlier, glossary, language)
    return _replace_name(last.asked, counted, glossary, language) or counted


def _of_another_a_turn_earlier(
    question: str,
    last: antecedents.Turn,
    earlier: antecedents.Turn,
    glossary: Glossary,
    language: str,
) -> str:
    """The question a turn earlier of another thing, where the last one named none of its kind: "and
    Brio?" after "Who leads Acme? – How old is Ann Lee?"."""
    new = [name for name in antecedents.named(question, glossary) if name.kind != "concept"]
    if len(new) != 1 or _names_of(new[0].kind, last.asked, glossary):
        return ""
    if _WHICH.search(last.asked):
        return ""
    return _replace_name(earlier.asked, question, glossary, language)


def _of_the_answer(question: str, last: antecedents.Turn) -> str:
    """The question before with a question that asks what its answer amounts to: "what share is that?"."""
    return f"{last.asked} {question}" if _POINTS_TO_THE_ANSWER.search(question) else ""


def _of_that_place(question: str, last: antecedents.Turn, glossary: Glossary) -> str:
    """The question before with one that points to it and names something itself, and for which nothing
    could be put in place: "why there and not in Norden?"."""
    pointer = _POINTS_BACK.search(question)
    names = [mention.start for mention in glossary.mentions(question)]
    is_first = pointer is not None and bool(names) and pointer.start() < names[0]
    return f"{last.asked} {question}" if is_first else ""


def _how_many_of_that_one(
    question: str, last: antecedents.Turn, glossary: Glossary, language: str
) -> str:
    """ "How many?" after "Which city has most boats?", asked of the city that the answer named."""
    if not (asks_how_many(question, language) and _WHICH.search(last.asked)):
        return ""
    if not _MOST.search(last.asked):
        return ""
    meant = antecedents.brought(last, glossary)
    if not meant:
        return ""
    of_it = _WHICH.sub(meant[0].names[language], last.asked, count=1)
    if language == "zh":
        return _MOST.sub(question.strip(" ?？呢"), of_it, count=1)
    return " ".join(_MOST.sub(f"{_HOW_MANY[language]} ", of_it, count=1).split())


def _how_many_of_them(
    question: str, last: antecedents.Turn, glossary: Glossary, language: str
) -> str:
    """ "How many are planned?" with what was counted, and where: "how many boats are planned Norden?"."""
    asks, before = _HOW_MANY_ARE.match(question), _HOW_MANY_THINGS.match(last.asked)
    if asks is None or before is None or language == "zh":
        return ""
    whose = [name.names[language] for name in things(last.asked, glossary)[:1]]
    rest = question[asks.end() :].strip(" ?!.")
    return " ".join((before.group().strip(), rest, *whose)) + "?"


def _of_another_in_the_same(
    question: str, last: antecedents.Turn, glossary: Glossary, language: str
) -> str:
    """The question before of another thing, where beside its name a follow-up says nothing but what is
    asked of the whole: "how many of them are in Norden?", "Norden's share?", 北城占多少."""
    own = [name for name in antecedents.named(question, glossary) if name.kind != "concept"]
    if len(own) != 1 or _POINTS_TO_THE_ANSWER.search(question):
        return ""
    beside = exchanged(_OPENING_WORDS.sub("", question), own[0], " ")
    if not _says_only_how_many(_OF_SOME.sub(" ", beside), language):
        return ""
    asks = _RELATIVE[language].search(beside)
    one = _as_one(last.asked, own[0], glossary, language)
    old = _exchangeable(own[0], one, glossary)
    if old is None:
        return f"{last.asked} {question}" if asks else ""
    of_it = exchanged(one, old, own[0].names[language])
    if asks is None:
        return of_it
    return f"{of_it} {beside.strip()}" if language == "zh" else f"{of_it} {asks.group()}?"


def _in_the_ranking(
    question: str, last: antecedents.Turn, glossary: Glossary, language: str
) -> str:
    """ "Where is Norden?" after a ranking that was asked for: there, and not on the map."""
    own = things(question, glossary)
    if len(own) != 1 or not _OF_A_RANKING.search(last.asked):
        return ""
    beside = exchanged(_OPENING_WORDS.sub("", question), own[0], " ")
    asks_where = _ASKS_WHERE.search(beside) and _says_only_how_many(beside, language)
    has_another = _names_of(own[0].kind, last.asked, glossary)
    if has_another or not asks_where:
        return ""
    return f"{last.asked} {question}"


def _says_only_how_many(text: str, language: str) -> bool:
    """Whether a follow-up without its name asks for a number, a share or a rank, and does not say of what."""
    rest = _LIGHT[language].sub(" ", text)
    if language == "zh":
        return rest != text and not rest.strip(" ?？。呢")
    return not terms.query_words(rest, language)


def _distinct(candidates: Sequence[str]) -> list[str]:
    fitting = [text for text in candidates if text and len(text) <= _LONGEST]
    return list(dict.fromkeys(fitting))[:_MOST_READINGS]


def _is_exchanged(resolved: str, question: str) -> bool:
    """Whether a name or a year took another's place, so that nothing is left to be read along."""
    return not resolved.endswith(question)


def _without_opening(question: str) -> str:
    """The question without "and", "ok, but", 那."""
    return _OPENING_WORDS.sub("", question).strip() or question


def _of_the_concept(
    question: str, last: antecedents.Turn, glossary: Glossary, language: str
) -> str:
    """A short question of a place behind the term that was asked about before it: "and how much does
    Norden pay?" after "What is a voucher?"."""
    own, before = antecedents.named(question, glossary), antecedents.named(last.asked, glossary)
    is_of_a_place = [name.kind for name in own] == ["place"]
    is_of_a_concept = {name.kind for name in before} == {"concept"}
    if not (is_of_a_place and is_of_a_concept and _says_little_beside(question, own[0], language)):
        return ""
    return f"{before[0].names[language]} {question}"


def _says_little_beside(question: str, name: Name, language: str) -> bool:
    """Whether a question says one thing of a name, and no more."""
    beside = without_names(_OPENS_AS_FOLLOW_UP.sub(" ", question), [name])
    if language == "zh":
        return 0 < len(beside.strip("？?。 ")) <= _FEW_CHARACTERS
    return len(terms.query_words(beside, language)) == 1


def _of_the_subject(
    question: str, last: antecedents.Turn, glossary: Glossary, language: str
) -> list[str]:
    """The question with what was asked about before, where it asks and names nothing itself; alone
    where it names something and asks of it."""
    own = things(question, glossary)
    if own and not _leaves_out_its_subject(question):
        says_more = any(_adds_more_than(question, name, language) for name in own)
        return [question] if says_more else []
    # "And worldwide?" asks the question before of something else.
    if _asks_of_all(question) or not asks_something(question):
        return []
    return _with_subject(question, last, glossary, language)


def _with_subject(
    question: str, last: antecedents.Turn, glossary: Glossary, language: str
) -> list[str]:
    """The question with each of the two things that were likely spoken of."""
    names = [name.names[language] for name in subjects(last, glossary, language)[:2]]
    return [_about(question, name, language) for name in names]


def _about(question: str, name: str, language: str) -> str:
    """The question with the name of what it is about."""
    if language == "zh":
        return f"{name}{question}"
    return f"{question.rstrip(' ?!.')} {name}?"


def _leaves_out_its_subject(question: str) -> bool:
    """Whether a Chinese question that names something does not say of whom it asks."""
    return bool(_RANKS_IN.search(question) or _COMPARES_ITSELF.search(question))


def _asks_of_all(question: str) -> bool:
    """Whether a question asks of more than what was asked about: "of them" and "who has more" of all
    that was named, "who is first?" of others."""
    points = _OF_SOME.search(question) or _EXISTS.search(question)
    return bool(points or _ASKS_WHO_LEADS.search(question)) or sets_side_by_side(question)


def asks_of_the_answer(question: str) -> bool:
    """Whether a question asks what the last answer amounts to: "what share is that?", "in dollars?"."""
    return bool(_POINTS_TO_THE_ANSWER.search(question))


def why_that_one(history: Sequence[Turn], glossary: Glossary, language: str) -> str:
    """ "Why?" after "Which city leads?", asked of the city that the answer named first; "" where it named none."""
    last, _ = _last_two(history, glossary, language)
    meant = antecedents.brought(last, glossary)
    if not meant or not _WHICH.search(last.asked):
        return ""
    name = meant[0].names[language].replace("\\", "")
    of_it = _WHICH.sub(name, last.asked, count=1)
    return asked_why(antecedents.Turn(of_it), language)


def asks_of_its_own(question: str, glossary: Glossary, language: str) -> bool:
    """Whether a follow-up says what it asks: not just of what else, why, or what the answer amounts to."""
    if asks_only_why(question) or asks_of_the_answer(question):
        return False
    plain = _without_opening(question)
    beside = _YEAR.sub(" ", without_names(plain, things(plain, glossary)))
    is_of_a_matter = asks_something(plain) or not _SAYS_IN_WHAT_WAY.match(plain)
    return is_of_a_matter and bool(terms.query_words(beside, language))


def names_what_is_meant(said: str, question: str, likeliest: str, glossary: Glossary) -> bool:
    """Whether a text names one of the things that the likeliest reading of a follow-up put into it.

    What is found when the follow-up is read along with the question before, or alone, may be what
    that question found, or what is said of anybody.
    """
    meant = antecedents.without(things(likeliest, glossary), things(question, glossary))
    return _names_any(meant, said, glossary)


def names_what_is_put_in(said: str, question: str, reading: str, glossary: Glossary) -> bool:
    """Whether a text names one of the names, be it that of a term, that a reading of a follow-up put into it."""
    own, put_in = antecedents.named(question, glossary), antecedents.named(reading, glossary)
    return _names_any(antecedents.without(put_in, own), said, glossary)


def _names_any(names: Sequence[Name], text: str, glossary: Glossary) -> bool:
    """Whether a text names one of the names, should there be any."""
    named = antecedents.named(text, glossary)
    return not names or any(name in named for name in names)


def read_along(question: str, history: Sequence[Turn], glossary: Glossary, language: str) -> str:
    """A short question that names nothing behind the one before it: what to try where alone it has
    no answer. Empty where it is no such question, or the first."""
    kinds = {name.kind for name in antecedents.named(question, glossary)}
    if len(question) > _SHORT[language] or kinds - {"concept"}:
        return ""
    last, _ = _last_two(history, glossary, language)
    return _along(question, last) if last.asked else ""


def asks_only_why(question: str) -> bool:
    """Whether a question is no more than "Why?": it asks the reason of what was said last."""
    return bool(_ASKS_ONLY_WHY.match(question))


def _resolved(question: str, last: antecedents.Turn, glossary: Glossary, language: str) -> str:
    before = last.asked
    if not before or not _leans(question, glossary, language):
        return question
    dated = _replace_year(before, question, language)
    if dated:
        return dated
    replaced = _replace_name(before, question, glossary, language)
    replaced = replaced or in_place_of_its_like(question, before, language)
    replaced = replaced or _replace_place_by_the_world(before, question, glossary)
    named = replaced or _named_instead_of_which(before, question, glossary, language)
    joined = named or _along(question, last)
    # A chain of follow-ups would grow without end: past this length the new question stands alone.
    return joined if len(joined) <= _LONGEST else question


# "And by money?" says how a thing is asked for, and not what.
_SAYS_IN_WHAT_WAY = re.compile(
    r"(?:in|of|by|from|for|to|at|on|with|per|since|until|nach|für|bei|mit|von|ab|bis|pro|je|seit)\b|[按用以在从对]",
    re.IGNORECASE,
)


def _along(question: str, last: antecedents.Turn) -> str:
    """A follow-up read along with the question before. That may itself be one, read along with its own:
    what asks something, or says of the last in what way, is asked of it, and else stands in its place."""
    ways = [
        bool(_SAYS_IN_WHAT_WAY.match(_without_opening(text))) for text in (question, last.typed)
    ]
    is_of_the_last = asks_something(question) or ways == [True, False]
    before = last.asked
    if last.typed:
        before = last.typed if is_of_the_last else before.removesuffix(last.typed).rstrip()
    return f"{before} {question}"


def _leans(question: str, glossary: Glossary, language: str) -> bool:
    """Whether the question says too little alone: it opens as a follow-up, or names nothing and points or is short."""
    if _OPENS_AS_FOLLOW_UP.search(question):
        return True
    mentioned = antecedents.named(question, glossary)
    named = [name for name in mentioned if name.kind != "concept"]
    if named:
        return _leaves_out_its_subject(question) or _is_bare_name(question, named, language)
    if mentioned and _DEFINES.search(question):
        return False
    if _DROPS_ITS_SUBJECT[bool(mentioned)].search(question) and not _WHICH.match(question):
        return True
    if _WHO_MADE_IT.search(question):
        return True
    if _CAPITAL_INSIDE[language].search(question):
        return False
    if _LEANS.search(question):
        return True
    said = terms.query_words(question, language)
    return len(said) <= _FEW_TERMS[language]


def _is_bare_name(question: str, named: Sequence[Name], language: str) -> bool:
    """Whether the question is one name and nothing but it."""
    return len(named) == 1 and not _adds_more_than(question, named[0], language)


def _replace_name(before: str, question: str, glossary: Glossary, language: str) -> str:
    """The question before with its name exchanged, when the follow-up brings nothing but a name of the same kind."""
    new = antecedents.named(question, glossary)
    if len(new) != 1 or _adds_more_than(question, new[0], language):
        return ""
    one = _as_one(before, new[0], glossary, language)
    counted = counted_of_one(before, new[0], glossary, language)
    if counted:
        return counted
    old = _exchangeable(new[0], one, glossary)
    if old and language == "zh" and _is_measured(old, new[0], before):
        return ""
    # German: "Alibabas Anteil"
    other = exchanged(one, old, new[0].names[language]) if old else one
    return other if other != before else ""


def _as_one(before: str, new: Name, glossary: Glossary, language: str) -> str:
    """A question of several names in a row, "in Norden and Osten", with the first of them alone."""
    row = _of_kinds({new.kind}, antecedents.named(before, glossary))
    return before.replace(listed(row, language), row[0].names[language]) if len(row) > 1 else before


def _is_measured(old: Name, new: Name, text: str) -> bool:
    """Whether a Chinese text counts a thing with a measure word that may not fit a new term: 多少家企业,
    but not 多少家融资."""
    if new.kind != "concept":
        return False
    written = "|".join(map(re.escape, old.all_spellings))
    return bool(re.search(rf"(?:多少|几|哪)(?:一|些)?[\u3400-\u9fff](?:{written})", text))


def _replace_year(before: str, question: str, language: str) -> str:
    """The question before in another year, when the follow-up brings nothing but that: "And in
    2025?", "and three years later?"."""
    rest = _ONLY_THAT_YEAR.sub(" ", _OPENS_AS_FOLLOW_UP.sub(" ", question))
    said = terms.query_words(rest, language)
    if len(said) == 1 and _YEAR.fullmatch(said[0]):
        # One year of several that were asked about: "from 2015 to 2025".
        before = _SPAN_OF_YEARS.sub(said[0], before)
    years = _YEAR.findall(before)
    if len(years) > 1:
        return ""
    dated = _YEAR_WITH_MONTH.search(question)
    if dated and years and _says_only(dated.group(), question, language):
        return _YEAR_WITH_MONTH.sub(dated.group(), before)
    month, months = _MONTH.search(rest), _MONTH.findall(before)
    if month and len(months) == 1 and _says_only(month.group(), question, language):
        return _MONTH.sub(month.group(), before)
    later = _YEARS_LATER.search(question)
    if later and years:
        count = _COUNTED.get(later["count"].casefold()) or int(later["count"])
        earlier = bool(_EARLIER.search(later.group()))
        return _YEAR.sub(str(int(years[0]) + (-count if earlier else count)), before)
    if len(said) != 1 or not _YEAR.fullmatch(said[0]):
        return ""
    ending = before.rstrip(" ?？。.!")
    return f"{said[0]}年{ending}？" if language == "zh" else f"{ending} in {said[0]}?"


def _says_only(date: str, question: str, language: str) -> bool:
    """Whether a follow-up says nothing beside a date."""
    rest = _OPENS_AS_FOLLOW_UP.sub(" ", question).replace(date, " ")
    return not terms.query_words(_ONLY_THAT_YEAR.sub(" ", rest), language)


def _replace_place_by_the_world(before: str, question: str, glossary: Glossary) -> str:
    """The question before, of the whole world: "and worldwide?" after one for the share in China."""
    world = _WORLD.fullmatch(_OPENING_WORDS.sub("", question).strip(" ?？。.!呢"))
    places = _names_of("place", before, glossary)
    if world is None or len(places) != 1:
        return ""
    spellings = "|".join(map(re.escape, sorted(places[0].all_spellings, key=len, reverse=True)))
    return re.sub(rf"(?:\b(?:in|of) )?(?:{spellings})", world.group(), before, flags=re.IGNORECASE)


def _exchangeable(new: Name, before: str, glossary: Glossary) -> Name | None:
    """The one name of a question that another may take the place of: of its kind, or else a maker for
    its product."""
    others = antecedents.without(antecedents.named(before, glossary), [new])
    likely = _of_kinds({new.kind}, others)
    if not likely and new.kind in _MAKERS:
        likely = _of_kinds(_MAKERS, others)
    return likely[0] if len(likely) == 1 else None


def _of_kinds(kinds: Set[str], names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.kind in kinds]


def _named_instead_of_which(before: str, question: str, glossary: Glossary, language: str) -> str:
    """ "And Hangzhou?" after "Which city had the most deals?" asks for the deals of Hangzhou."""
    mentioned = antecedents.named(question, glossary)
    new = [name for name in mentioned if name.kind != "concept"]
    if len(new) != 1:
        return ""
    [name] = new
    asked_for_one = _WHICH.search(before) and not _names_of(name.kind, before, glossary)
    if not asked_for_one or _adds_more_than(question, name, language):
        return ""
    without_which = _WHICH.sub(" ", before)
    rest = _MOST.sub(" ", without_which)
    return " ".join([name.names[language], *rest.split()])


def _names_of(kind: str, text: str, glossary: Glossary) -> list[Name]:
    return [name for name in antecedents.named(text, glossary) if name.kind == kind]


def _adds_more_than(question: str, name: Name, language: str) -> bool:
    """Whether a follow-up says more than its opening words and the name."""
    named = {term for form in _forms(name) for term in terms.words(form, language)}
    said = terms.query_words(_OPENS_AS_FOLLOW_UP.sub(" ", question), language)
    return any(term not in named for term in said)


def _forms(name: Name) -> list[str]:
    """A name's spellings, in the genitive, too: "and Hefei's?", "und Hefeis?"."""
    endings = ("", "s", "'s")
    return [f"{spelling}{ending}" for spelling in name.all_spellings for ending in endings]
