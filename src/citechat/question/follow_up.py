"""A follow-up question and the turns before it → a question that stands alone.

"And Shenzhen?" after "How many AI companies does Beijing have?" becomes "How many AI companies does Shenzhen have?":
a name takes the place of a name of its kind. Where there is nothing to put in place, the question before is read along.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name, sentence_spans

from ..language import terms
from ..values import Turn

_OPENS_AS_FOLLOW_UP = re.compile(
    r"^\s*(?:and|or|but|so|what about|how about|und|oder|aber|wie (?:sieht es|steht es|ist es)|was ist mit)\b"
    r"|^\s*(?:那|还有|以及|而)|呢[？?]?\s*$",
    re.IGNORECASE,
)
_LEANS = re.compile(
    r"\b(?:it|its|they|their|them|there|that|this|those|these|he|she|his|her|dort|dessen|deren|dies\w*|davon|dazu|dafür|dabei|daran|sie|ihre?[nmrs]?|er|seine?[nmrs]?)\b|它|他们|那里|这[些个家]?|那[些个家]|其",
    re.IGNORECASE,
)
_ASKS_ONLY_WHY = re.compile(
    r"^\s*(?:(?:and|but|und|aber)\s+)?(?:why|how come|what for|warum|wieso|weshalb|wie kommt(?:'s| das| es)?)"
    r"(?:\s+(?:is|was|does|did|ist|war|denn|nur|eigentlich|das|that|this|it|so|then|not|nicht)\b)*+\s*+[?!.]*+\s*+$"
    r"|^\s*(?:那|这)?(?:是)?(?:为什么|为何|为啥|怎么会|什么原因|原因呢?|何以)(?:呢|啊|呀|会这样|这样|是这样)*+\s*+[?？!！.。]*+\s*+$",
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
_MARK = re.compile(r"\[\d+\]")
# What two questions of the usual length make together, and more.
_LONGEST = 2_000
# A longer question says what it is about.
_SHORT = {"en": 50, "de": 60, "zh": 16}
_FEW_TERMS = {"en": 2, "de": 2, "zh": 4}
# In English a capital inside a question is a name; German writes every noun so, Chinese has none.
_CAPITAL_INSIDE = {
    "en": re.compile(r"(?<=\w )[A-Z]\w+"),
    "de": re.compile(r"(?!)"),
    "zh": re.compile(r"(?!)"),
}


def contextualize_question(
    question: str, history: Sequence[Turn], glossary: Glossary, language: str
) -> str:
    """The question with what it leans on; a question that stands alone comes back unchanged.

    Earlier follow-ups are resolved first, so that a third question can lean on the first through the second.
    """
    if asks_only_why(question):
        said = _last_said(history)
        if said:
            return f"{question.rstrip(' ?？!！.。')}: {said}"
    before = ""
    for asked in (
        turn["content"].strip()
        for turn in history
        if turn.get("role") == "user" and turn.get("content")
    ):
        before = _resolved(asked, before, glossary, language)
    return _resolved(question, before, glossary, language)


def read_along(question: str, history: Sequence[Turn], glossary: Glossary, language: str) -> str:
    """A short question that names nothing behind the one before it: what to try where alone it has
    no answer. Empty where it is no such question, or the first."""
    kinds = {name.kind for name in glossary.found_in(question)}
    if len(question) > _SHORT[language] or kinds - {"concept"}:
        return ""
    before = ""
    for turn in history:
        if turn.get("role") == "user":
            before = _resolved(turn["content"].strip(), before, glossary, language)
    return f"{before} {question}" if before else ""


def asks_only_why(question: str) -> bool:
    """Whether a question is no more than "Why?": it asks the reason of what was said last."""
    return bool(_ASKS_ONLY_WHY.match(question))


def _last_said(history: Sequence[Turn]) -> str:
    """The first sentence of the last answer, without its marks: what "Why?" asks the reason of."""
    said = [turn.get("content") for turn in history if turn.get("role") == "assistant"]
    answers = [text for text in said if text]
    if not answers:
        return ""
    unmarked = _MARK.sub(" ", answers[-1])
    text = " ".join(unmarked.split())
    spans = sentence_spans(text)
    if not spans:
        return text
    start, end = spans[0]
    return text[start:end]


def _resolved(question: str, before: str, glossary: Glossary, language: str) -> str:
    if not before or not _leans(question, glossary, language):
        return question
    dated = _replace_year(before, question, language)
    if dated:
        return dated
    replaced = _replace_name(before, question, glossary, language)
    named = replaced or _named_instead_of_which(before, question, glossary, language)
    joined = named or f"{before} {question}"
    # A chain of follow-ups would grow without end: past this length the new question stands alone.
    return joined if len(joined) <= _LONGEST else question


def _leans(question: str, glossary: Glossary, language: str) -> bool:
    """Whether the question says too little alone: it opens as a follow-up, or names nothing and points or is short."""
    if _OPENS_AS_FOLLOW_UP.search(question):
        return True
    named = [name for name in glossary.found_in(question) if name.kind != "concept"]
    if named:
        return _is_bare_name(question, named, language)
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
    new = glossary.found_in(question)
    if len(new) != 1 or _adds_more_than(question, new[0], language):
        return ""
    if language == "zh" and new[0].kind == "concept":
        return ""  # the measure word would not fit: 多少家企业, but not 多少家融资
    old = [
        name
        for name in glossary.found_in(before)
        if name.kind == new[0].kind and name is not new[0]
    ]
    if len(old) != 1:
        return ""
    spellings = "|".join(re.escape(s) for s in sorted(old[0].all_spellings, key=len, reverse=True))
    exchanged = re.sub(
        rf"(?<![^\W\u3400-\u9fff])(?:{spellings})(?![^\W\u3400-\u9fff])",
        new[0].names[language],
        before,
        flags=re.I,
    )
    return exchanged if exchanged != before else ""


def _replace_year(before: str, question: str, language: str) -> str:
    """The question before in another year, when the follow-up brings nothing but that: "And in
    2025?", "and three years later?"."""
    said = terms.query_words(_OPENS_AS_FOLLOW_UP.sub(" ", question), language)
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


def _named_instead_of_which(before: str, question: str, glossary: Glossary, language: str) -> str:
    """ "And Hangzhou?" after "Which city had the most deals?" asks for the deals of Hangzhou."""
    mentioned = glossary.found_in(question)
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
    return [name for name in glossary.found_in(text) if name.kind == kind]


def _adds_more_than(question: str, name: Name, language: str) -> bool:
    """Whether a follow-up says more than its opening words and the name."""
    named = {term for spelling in name.all_spellings for term in terms.words(spelling, language)}
    said = terms.query_words(_OPENS_AS_FOLLOW_UP.sub(" ", question), language)
    return any(term not in named for term in said)
