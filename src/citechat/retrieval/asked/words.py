"""What a question asks and no sentence near it says: who is the mayor of a town, where only the town is
spoken of. The likeness of the other words is no evidence then, unless the reader is sure.

Only in a folder of anybody's own: the weights of the shipped corpus know its subject.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import partial
from itertools import filterfalse

from ...language import terms
from ...language.chinese_function_words import without_chinese_function_words
from ...language.held_words import held_words
from ...language.separable_verbs import is_said_apart
from ...language.synonyms import synonyms
from ...language.word_translation import chinese_words
from ..query import Query
from ..selection import Quote, brought_first
from .number_or_time import holds_type

# Below this the reader takes no sentence for an answer; and where a name, a role or a number is asked
# for by a noun, it must be surer to have found it put in other words. Between .5 and .75, which refused
# right answers of the exam everyday/work, and .35 and .6, with which held-back everyday pages and omos.*.train had a
# third more of their unanswered questions answered.
_DOUBTS, _SURE_OF_A_NOUN = 0.45, 0.65
# Among how many of the best sentences one is sought whose passage says all.
_REACH = 6
_WORD = re.compile(r"[\u3400-\u9fff]+|[^\W\d_\u3400-\u9fff]{2,}")
# What a thing is for, and what comes of it, is seldom told by that noun.
_OF_A_PURPOSE = re.compile(
    r"^(?:purpose|aim|goal|point|use|task|role|duty|duties|function|consequence|effect|benefit|advantage|disadvantage"
    r"|target|group|audience|reason|meaning|difference|zweck|ziel(?!ona)|zielgruppe|aufgabe|folge|konsequenz|nutzen|vorteil"
    r"|nachteil|sinn|unterschied|grund|gründe)|^(?:目的|作用|任务|后果|好处|坏处|对象|意义|区别|原因|用途)$",
    re.IGNORECASE,
)
# "Who is the mayor of …?", "Wie heißt die Frau von …?", "电话是多少？": the noun is
# what is asked for.
_ASKS_BY_A_NOUN = re.compile(
    r"\b(?:who|what)(?:['’]s| is| was| are| were) (?:the|your|their|its|his|her)\b"
    r"|\bwer (?:ist|war|sind|waren) (?:der|die|das|ihr|sein|euer)"
    r"|\bwie (?:heißt|heisst|heißen|hieß|lautet|lauten)\b|\bwas (?:ist|sind) (?:der|die|das|ihr|euer)"
    r"|(?:是谁|叫什么|是多少|是什么)[^？?]{0,4}[？?。]?\s*$",
    re.IGNORECASE,
)
_ASKS_WHETHER_THERE_IS = re.compile(
    r"\b(?:is|are) there (?:an?|any)\b|\bgibt es (?:ein|irgend|hier|bei euch|auch)|有没有|有[^？?]{1,8}吗",
    re.IGNORECASE,
)
_NAME = 4
_OF_PRICES = re.compile(
    r"^(?:price|cost|cheap|expensive|euro|pound|dollar|fares?$|fees?$|charges?$|rent$|preis|kost|teuer|billig|günstig|gebühr"
    r"|eintritt|miete$)|^(?:价格|价钱|费用|便宜|贵|票价|收费|租金)$",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
# What a sentence must say of somebody, whatever the reader holds of it.
_DEMANDED = tuple(
    (re.compile(asked, re.IGNORECASE), re.compile(said, re.IGNORECASE))
    for asked, said in (
        (
            r"\bborn\b|\bbirth(?:day|date|place)\b|\bgeboren\b|\bgeburts\w+|生于|出生|生日",
            r"\bborn\b|\bbirth|\baged?\b|\byears old\b|\bgeboren|\bgeburt|\bjahre alt\b|生于|出生|生日|岁|年生",
        ),
        (
            r"\b(?:salary|salaries|wages?|earns?)\b|\b(?:gehalt|gehälter|löhne?|verdient|verdienen)\b|工资|薪水|薪酬|月薪|年薪",
            r"\b(?:salar|wage|earn|paid|pays?\b|gehalt|gehält|lohn|löhne|verdien)|gehalt\b|lohn\b|工资|薪"
            r"|[€$£¥](?: brutto| gross)? (?:pro|im|je|an|per|a) (?:stunde|monat|jahr|hour|month|year)|(?:元|块)[/每]?(?:小时|月|年)",
        ),
        (r"\bmayor\b|bürgermeister|市长|镇长", r"\bmayor\b|bürgermeister|市长|镇长"),
    )
)


def saying_what_is_asked(query: Query, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The quotes, ordered and read; where the reader doubts, first the best whose passage says all
    that is asked; none where no sentence near says it."""
    if query.curated or not quotes or "truth" in query.types:
        return quotes
    first = quotes[0]
    # A year, a birth, a salary: these no reader takes for granted.
    if not _says_what_is_demanded(query, first):
        return ()
    return quotes if _is_sure(query, quotes) else _saying_all_first(query, quotes)


def _is_sure(query: Query, quotes: Sequence[Quote]) -> bool:
    """Whether the reader is, or the first is a row of what is asked."""
    surest = max(quote.probability for quote in quotes)
    if _ASKS_WHETHER_THERE_IS.search(query.text) or _asks_by_a_noun(query):
        return surest >= _SURE_OF_A_NOUN
    return surest >= _DOUBTS or _is_a_row_of_the_asked(query, quotes[0])


def _asks_by_a_noun(query: Query) -> bool:
    """Whether a name, a role or a number is asked for by its noun, which a sentence that tells it has."""
    is_by_a_noun = bool(_ASKS_BY_A_NOUN.search(query.text))
    return is_by_a_noun and not any(map(_OF_A_PURPOSE.search, asked_words(query)))


def _saying_all_first(query: Query, quotes: Sequence[Quote]) -> Sequence[Quote]:
    """The quotes, first the best whose passage says all that is asked; none where none does."""
    saying = filter(partial(_says_all, query), quotes[:_REACH])
    best = next(saying, None)
    return brought_first(best, quotes) if best else ()


def says_all_across(query: Query, first: Quote) -> bool:
    """Whether a sentence of another language says all that is asked, as far as word lists know."""
    text = f"{first.passage.context} {first.passage.text}"
    asked = asked_words(query)
    return bool(asked) and all(is_said(word, query, first, text) for word in asked)


def _is_a_row_of_the_asked(query: Query, first: Quote) -> bool:
    """Whether a row or an item has a word of the question itself: its cells name no verb, and the
    reader knows sentences better."""
    is_row = first.passage.kind in ("item", "table")
    return is_row and any(is_said(word, query, first, first.text) for word in asked_words(query))


def _says_all(query: Query, quote: Quote) -> bool:
    """Whether a sentence is of the type that is asked for, and its passage says all else."""
    text = f"{quote.passage.context} {quote.passage.text}"
    # A price is told without the word for it, and so is a purpose.
    without_prices = filterfalse(_OF_PRICES.search, asked_words(query))
    things = filterfalse(_OF_A_PURPOSE.search, without_prices)
    return holds_type(quote, query) and all(is_said(word, query, quote, text) for word in things)


def _says_what_is_demanded(query: Query, first: Quote) -> bool:
    demanded = (said for asked, said in _DEMANDED if asked.search(query.text))
    is_said = all(said.search(first.text) for said in demanded)
    return is_said and not _is_of_no_such_year(query, first)


def _is_of_no_such_year(query: Query, first: Quote) -> bool:
    """Whether a number of a year is asked for that neither the sentence's passage nor its headings
    name."""
    years = _YEAR.findall(query.text)
    passage = first.passage
    said = f"{passage.context} {passage.text}"
    return "number" in query.types and not all(year in said for year in years)


def asked_words(query: Query) -> Sequence[str]:
    """The words of the question that say what it asks, as it writes them."""
    text, language = query.text, query.source_language or query.language
    if language == "zh":
        text = without_chinese_function_words(text)
    words: list[str] = []
    for run in _WORD.findall(text):
        is_chinese = "\u3400" <= run[0] <= "\u9fff"
        words += filter(_is_a_pair, chinese_words(run)) if is_chinese else [run]
    return [word for word in words if terms.query_words(word, language)]


def _is_a_pair(word: str) -> bool:
    """Whether a Chinese word has more than a character, which alone stands in many others."""
    return len(word) > 1


def is_said(word: str, query: Query, quote: Quote, text: str) -> bool:
    """Whether a text of the quote's passage says a word of the question."""
    return says(text, quote.passage.language, word, query.source_language or query.language)


def says(text: str, written_in: str, word: str, asked_in: str) -> bool:
    """Whether a text has a word of a question, a part of it, a synonym, or what it means."""
    # A name is written alike in most languages.
    if len(word) >= _NAME and word.casefold() in text.casefold():
        return True
    meant = set(terms.concepts(word, asked_in))
    if not meant.isdisjoint(terms.concepts(text, written_in)):
        return True
    return asked_in == written_in and _stands_in(word, text, asked_in)


def _stands_in(word: str, text: str, language: str) -> bool:
    if language == "zh":
        return any(other in text for other in (word, *synonyms(word)))
    if language == "de" and is_said_apart(word, text):
        return True
    return _has_stem_or_pieces(word, text, language)


def _has_stem_or_pieces(word: str, text: str, language: str) -> bool:
    return held_words(text, language).count(terms.query_words(word, language)) > 0
