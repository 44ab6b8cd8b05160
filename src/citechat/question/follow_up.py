"""A follow-up question and the turns before it → a question that stands alone.

"And Shenzhen?" after "How many AI companies does Beijing have?" becomes "How many AI companies does Shenzhen have?":
a name takes the place of a name of its kind. Where there is nothing to put in place, the question before is read along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from ..language import terms
from ..values import Turn
from . import antecedents
from .antecedents import put_in_place, subjects, things
from .asking_again import (
    asked_why,
    asks_something,
    of_both,
    of_those_named,
    sets_side_by_side,
    with_its_interrogative,
)
from .decomposition import without_names

_OPENS_AS_FOLLOW_UP = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|well|then|now|also|na ja|gut|also|and|or|but|so|und|oder|aber)\b[, ]*)*"
    r"(?:and|or|but|so|what about|how about|what of|(?:the )?same (?:question )?for|und|oder|aber"
    r"|wie (?:sieht|steht|ist|schaut) (?:es|das)|was ist mit|gilt das auch für|das ?selbe für)\b"
    r"|^\s*(?:那么?|还有|以及|而|换成?|再说|至于)|(?:呢|的话|又如何|也是吗)[？?]?\s*$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|they|their|them|there|that|this|those|these|he|she|his|her|dort|dessen|deren|dies\w*|davon|dazu|dafür|dabei|daran|sie|ihre?[nmrs]?|er|seine?[nmrs]?)\b|它|他们|那里|这[些个家]?|那[些个家]|其",
    re.IGNORECASE,
)
_ASKS_ONLY_WHY = re.compile(
    r"^\s*(?:(?:and|but|und|aber)\s+)?(?:why|how come|what for|warum|wieso|weshalb|wie kommt(?:'s| das| es)?)"
    r"(?:\s+(?:is|was|does|did|do|has|have|they|he|she|ist|war|hat|haben|macht|machen|tut|tun|gemacht|getan|sie|er|man"
    r"|denn|nur|eigentlich|das|that|this|it|so|then|not|nicht)\b)*+\s*+[?!.]*+\s*+$"
    r"|^\s*(?:那|这)?(?:是)?(?:他们?|她|它们?)?(?:为什么|为何|为啥|怎么会|什么原因|原因呢?|何以)"
    r"(?:呢|啊|呀|会|要|是|能|[这那][样么]|做|干|说|选择|规定|安排)*+\s*+[?？!！.。]*+\s*+$",
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
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPAN_OF_YEARS = re.compile(
    r"(?:19|20)\d\d年?\s*(?:to|until|through|and|bis|und|至|到|[-–—])\s*(?:19|20)\d\d",
    re.IGNORECASE,
)
_ONLY_THAT_YEAR = re.compile(
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
    # 那个城市 and 那里 point
    r"|(?:那么|那(?![个家座所位款里儿边些年天是])|还有|以及|而且?|好的?)[，、 ]*)+",
    re.IGNORECASE,
)
_WORLD = re.compile(
    r"worldwide|globally|(?:in|across) the (?:whole )?world|world ?wide|internationally"
    r"|weltweit|global|in der (?:ganzen )?welt|international|全球|全世界|世界(?:上|范围)?|国际上?",
    re.IGNORECASE,
)
_MOST_READINGS = 4
# "Were there exceptions?" asks of what was said, and not of whom.
_EXISTS = re.compile(
    r"\b(?:is|are|was|were) there\b|\bg(?:ib|a)b?t? es\b|\bgibt'?s\b|有(?:没有)?[\u3400-\u9fff]{1,4}吗|有没有",
    re.IGNORECASE,
)
_OF_SOME = re.compile(
    r"\b(?:of (?:them|these|those|which)|davon|darunter|von (?:ihnen|denen|diesen))\b|其中"
)
# "What share is that?", "ist das viel?", 占全国多少: of what was said, and of no thing.
_POINTS_TO_THE_ANSWER = re.compile(
    r"\b(?:is|was|are|were|makes?) (?:that|this)(?: in [\w ]+| of [\w ]+)?\W*$|^(?:and |but |so )?(?:is|was) (?:that|this)\b"
    r"|\b(?:ist|sind|war|waren|macht|wären?) (?:das|dies)(?: (?:etwa|ungefähr|umgerechnet|in [\w ]+|von [\w ]+))?\W*$"
    r"|^(?:und |aber )?(?:ist|war) (?:das|dies)\b"
    r"|^(?:那|这)?(?:一共|大概|大约|约)?(?:占|相当于|等于|折合|换算)|^那?这(?:个|些)?(?:数字?)?(?:是|算|占)",
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
_ADVERBS = "又|还|也|都|一共|总共|现在|目前|具体|后来|当时|到底|究竟|大概|最早|最初|主要"
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


def _last_two(
    history: Sequence[Turn], glossary: Glossary, language: str
) -> tuple[antecedents.Turn, antecedents.Turn]:
    """The last turn and the one before it, their questions as they stand alone."""
    earlier = last = antecedents.Turn()
    for asked, answer in _exchanges(history):
        read = _readings(asked, last, earlier, glossary, language)
        # Why something is so is asked of it, and that is what is talked of next.
        alone = read[-1] if asks_only_why(asked) else read[0]
        earlier, last = last, antecedents.turn(alone, answer)
    return last, earlier


def _widest(question: str, last: antecedents.Turn, glossary: Glossary, language: str) -> str:
    """The question with all that was asked before it, or said, where it leans on that."""
    if asks_only_why(question) and last.answer:
        return f"{question.rstrip(' ?？!！.。')}: {last.first_sentence}"
    return _resolved(question, last.asked, glossary, language)


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
    widest = _widest(question, last, glossary, language)
    if not last.asked or len(question) > _LONGEST:
        return [widest]
    if asks_only_why(question):
        again = asked_why(last, language)
        along = f"{last.asked} {question}"
        return _distinct([widest, again, along])
    bare = _without_opening(question)
    precise = [
        with_its_interrogative(bare, last, language),
        of_both(question, last, earlier, glossary, language),
        of_those_named(bare, last, glossary, language),
        _of_the_answer(question, last),
        antecedents.what_is_that(bare, last, glossary, language),
        antecedents.one_of_several(bare, last, earlier, glossary, language),
        *put_in_place(bare, last, earlier, glossary, language),
        antecedents.by_a_part(bare, last, glossary, language),
        _of_the_concept(bare, last, glossary, language),
    ]
    if any(precise) or widest == question or _is_exchanged(widest, question):
        return _distinct([*precise, widest])
    return _distinct([*_of_the_subject(bare, last, glossary, language), widest])


def _of_the_answer(question: str, last: antecedents.Turn) -> str:
    """The question before with a question that asks what its answer amounts to: "what share is that?"."""
    return f"{last.asked} {question}" if _POINTS_TO_THE_ANSWER.search(question) else ""


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
    if own and not _RANKS_IN.search(question):
        says_more = any(_adds_more_than(question, name, language) for name in own)
        return [question] if says_more else []
    # "And worldwide?" asks the question before of something else, "of them" and "who has more" of all
    # that it named.
    of_all = _OF_SOME.search(question) or sets_side_by_side(question) or _EXISTS.search(question)
    if of_all or not asks_something(question):
        return []
    names = [name.names[language] for name in subjects(last, glossary)[:2]]
    if language == "zh":
        return [f"{name}{question}" for name in names]
    ending = question.rstrip(" ?!.")
    return [f"{ending} {name}?" for name in names]


def read_along(question: str, history: Sequence[Turn], glossary: Glossary, language: str) -> str:
    """A short question that names nothing behind the one before it: what to try where alone it has
    no answer. Empty where it is no such question, or the first."""
    kinds = {name.kind for name in antecedents.named(question, glossary)}
    if len(question) > _SHORT[language] or kinds - {"concept"}:
        return ""
    last, _ = _last_two(history, glossary, language)
    return f"{last.asked} {question}" if last.asked else ""


def asks_only_why(question: str) -> bool:
    """Whether a question is no more than "Why?": it asks the reason of what was said last."""
    return bool(_ASKS_ONLY_WHY.match(question))


def _resolved(question: str, before: str, glossary: Glossary, language: str) -> str:
    if not before or not _leans(question, glossary, language):
        return question
    dated = _replace_year(before, question, language)
    if dated:
        return dated
    replaced = _replace_name(before, question, glossary, language)
    replaced = replaced or _replace_place_by_the_world(before, question, glossary)
    named = replaced or _named_instead_of_which(before, question, glossary, language)
    joined = named or f"{before} {question}"
    # A chain of follow-ups would grow without end: past this length the new question stands alone.
    return joined if len(joined) <= _LONGEST else question


def _leans(question: str, glossary: Glossary, language: str) -> bool:
    """Whether the question says too little alone: it opens as a follow-up, or names nothing and points or is short."""
    if _OPENS_AS_FOLLOW_UP.search(question):
        return True
    mentioned = antecedents.named(question, glossary)
    named = [name for name in mentioned if name.kind != "concept"]
    if named:
        return _RANKS_IN.search(question) is not None or _is_bare_name(question, named, language)
    if mentioned and _DEFINES.search(question):
        return False
    if _DROPS_ITS_SUBJECT[bool(mentioned)].search(question) and not _WHICH.match(question):
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
    if language == "zh" and new[0].kind == "concept":
        return ""  # the measure word would not fit: 多少家企业, but not 多少家融资
    old = [
        name
        for name in antecedents.named(before, glossary)
        if name.kind == new[0].kind and name is not new[0]
    ]
    if len(old) != 1:
        return ""
    spellings = "|".join(re.escape(s) for s in sorted(old[0].all_spellings, key=len, reverse=True))
    exchanged = re.sub(
        # German: "Alibabas Anteil"
        rf"(?<![^\W\u3400-\u9fff])(?:{spellings})s?(?![^\W\u3400-\u9fff])",
        new[0].names[language],
        before,
        flags=re.I,
    )
    return exchanged if exchanged != before else ""


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
    later = _YEARS_LATER.search(question)
    if later and years:
        count = _COUNTED.get(later["count"].casefold()) or int(later["count"])
        earlier = bool(_EARLIER.search(later.group()))
        return _YEAR.sub(str(int(years[0]) + (-count if earlier else count)), before)
    if len(said) != 1 or not _YEAR.fullmatch(said[0]):
        return ""
    if years:
        return _YEAR.sub(said[0], before)
    ending = before.rstrip(" ?？。.!")
    return f"{said[0]}年{ending}？" if language == "zh" else f"{ending} in {said[0]}?"


def _replace_place_by_the_world(before: str, question: str, glossary: Glossary) -> str:
    """The question before, of the whole world: "and worldwide?" after one for the share in China."""
    world = _WORLD.fullmatch(_OPENING_WORDS.sub("", question).strip(" ?？。.!呢"))
    places = _names_of("place", before, glossary)
    if world is None or len(places) != 1:
        return ""
    spellings = "|".join(map(re.escape, sorted(places[0].all_spellings, key=len, reverse=True)))
    return re.sub(rf"(?:\b(?:in|of) )?(?:{spellings})", world.group(), before, flags=re.IGNORECASE)


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
    named = {term for spelling in name.all_spellings for term in terms.words(spelling, language)}
    said = terms.query_words(_OPENS_AS_FOLLOW_UP.sub(" ", question), language)
    return any(term not in named for term in said)
