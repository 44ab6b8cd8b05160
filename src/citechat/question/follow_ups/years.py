"""The question before in another year: "and in 2025?", "and three years later?", "and before that?"."""

from __future__ import annotations

import re

from ...language import terms
from ...language.dates import ANY_MONTH
from .opening import ENDS, OPENS, OPENS_AS_FOLLOW_UP
from .turns import Turn

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# Another year is asked for as a whole: "and in 2022?" after "in September 2025".
_YEAR_WITH_MONTH = re.compile(
    r"(?:(?:\bim )?\b(?:early|late|mid|the end of|the beginning of|anfang|mitte|ende"
    rf"|{ANY_MONTH})[- ]+)?(?<!\d)(?:19|20)\d\d(?!\d)"
    r"(?:-(?:0[1-9]|1[0-2])(?!\d)|(?P<year>年)(?:(?:1[0-2]|[1-9])月[份底初末]?|[初底末])?)?",
    re.IGNORECASE,
)
# 24年底 is in 2024, and 24年来 lasted 24 years.
_OF_TWO_DIGITS = re.compile(
    r"(?<!\d)[012]\d(?=年(?:[底初末中]|上半|下半|\d|全年|的?时候|那会儿|呢|\W*$))"
)
_MONTH = re.compile(
    rf"\b(?:{ANY_MONTH})\b|(?<!\d)(?:1[0-2]|[1-9])月",
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
ASKS_OF_A_YEAR = re.compile(rf"{_HOW_WAS_IT}|(?:20)?\d\d年", re.IGNORECASE)
_ONLY_THAT_YEAR = re.compile(
    rf"{_HOW_WAS_IT}|\bback\b|"
    r"\b(?:only|just|alone|nur|allein|wenn|man|nimmt|betrachtet|im|jahre?|year)\b|(?<=\d)年|单看|只看|仅|那会儿|那时候?|的时候|是多少|有多少",
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
_BEFORE_THAT = re.compile(
    rf"{OPENS}(?:(?P<before>before(?: that| then)?|previously|earlier|(?:in )?the (?:year before|previous year)|the last time"
    r"|davor|vorher|zuvor|(?:im )?jahr (?:davor|zuvor)|ein jahr (?:davor|zuvor|früher)|(?:in|在)?(?:那|这|此)?(?:之前|以前)|(?:前|上)一年)"
    r"|(?P<after>after(?: that| then)?|afterwards|(?:in )?the (?:year after|next year|following year)|danach|(?:im )?jahr danach"
    r"|(?:在)?(?:那|这|此)?(?:之后|以后)|后一年|第二年))\s*呢?\W*$",
    re.IGNORECASE,
)


def replace_year(before: str, question: str, language: str) -> str:
    """The question before in another year, when the follow-up brings nothing but that: "And in
    2025?", "and three years later?"."""
    question = _OF_TWO_DIGITS.sub(r"20\g<0>", question)
    rest = _ONLY_THAT_YEAR.sub(" ", OPENS_AS_FOLLOW_UP.sub(" ", question))
    said = terms.query_words(rest, language)
    if len(said) == 1 and YEAR.fullmatch(said[0]):
        # One year of several that were asked about: "from 2015 to 2025".
        before = _SPAN_OF_YEARS.sub(said[0], before)
    years = YEAR.findall(before)
    # Which of two years was meant cannot be told.
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
        return YEAR.sub(str(int(years[0]) + (-count if earlier else count)), before)
    # No year was asked about: the new one is said behind the question, in Chinese before it.
    if len(said) != 1 or not YEAR.fullmatch(said[0]):
        return ""
    ending = before.rstrip(" ?？。.!")
    return f"{said[0]}年{ending}？" if language == "zh" else f"{ending} in {said[0]}?"


_IN = {"en": "{} in {}?", "de": "{} {}?"}


def of_the_time(question: str, last: Turn, language: str) -> str:
    """A question that names no year, of the month or year of which the last one asked, if of one.

    >>> of_the_time("How many boats are from Norden?", Turn("How many boats were there in May 2025?"), "en")
    'How many boats are from Norden in May 2025?'
    """
    dated = list(_YEAR_WITH_MONTH.finditer(last.asked))
    if len(dated) != 1 or YEAR.search(question):
        return question
    time = dated[0].group().strip()
    if language == "zh":
        whole = f"{time}年" if time[-1].isdigit() else time
        return f"{whole}{question}"
    return _IN[language].format(question.rstrip(ENDS), time)


# "and Norden back then?": of the time that was asked about.
_THEN = re.compile(
    r"\b(?:back then|at (?:that|the) time|in that year|damals|zu der zeit|seinerzeit|in dem jahr)\b"
    r"|当时|那时候?|那会儿|那一?年",
    re.IGNORECASE,
)


def at_that_time(question: str, last: Turn, language: str) -> str:
    """A follow-up without "back then", which the year of the question before says; of that year, where it
    asks more than "and Norden?". Unchanged where none was asked about.

    >>> at_that_time("and Norden back then?", Turn("Who led in 2022?"), "en")
    'and Norden?'
    """
    says_when = any(character.isdigit() for character in question)
    if says_when or not YEAR.search(last.asked) or not _THEN.search(question):
        return question
    without = " ".join(_THEN.sub(" ", question).split()).replace(" ?", "?")
    if language == "zh":
        without = without.replace(" ", "")
    is_opening = OPENS_AS_FOLLOW_UP.search(without)
    return without if is_opening else of_the_time(without, last, language)


def _says_only(date: str, question: str, language: str) -> bool:
    """Whether a follow-up says nothing beside a date."""
    rest = OPENS_AS_FOLLOW_UP.sub(" ", question).replace(date, " ")
    return not terms.query_words(_ONLY_THAT_YEAR.sub(" ", rest), language)


def in_the_year_before(question: str, last: Turn, language: str) -> str:
    """The question before, for the year before or after the one that was spoken of; "" where the
    follow-up asks for none, or no year was spoken of.

    >>> in_the_year_before("and before that?", Turn("Who led?", "Norden has led since 2024."), "en")
    'Who led in 2023?'
    """
    wish = _BEFORE_THAT.match(question)
    asked, said = YEAR.findall(last.asked), YEAR.findall(last.first_sentence)
    years = sorted(map(int, asked or said))
    if wish is None or not years:
        return ""
    year = str(years[0] - 1 if wish["before"] else years[-1] + 1)
    if asked:
        return YEAR.sub(year, last.asked) if len(asked) == 1 else ""
    ending = last.asked.strip(ENDS)
    return f"{year}年{ending}？" if language == "zh" else f"{ending} in {year}?"
