"""A follow-up that brings a new interrogative, or sets side by side what was asked one after another.

"Since when?" after "Why is Hebei first?" becomes "Since when is Hebei first?"; "Which of the two has more?" after the
same question of two cities asks it of both.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from citechat_ingest import Glossary, Name

from .antecedents import Turn, exchanged, several_named, things, without

_FILLERS = (
    r"(?:exactly|then|actually|precisely|in total|altogether|overall|insgesamt|genau|denn|eigentlich|jetzt"
    r"|呢|啊|呀|的事情?|的|到底|具体)"
)
_THAT = (
    r"(?:(?:was|is|did|does) (?:that|this|it)(?: happen(?:ed)?| be)?|that|happened"
    r"|(?:war|ist|geschah|passierte) (?:das|dies)|das|这是|那是|是)"
)
_ALONE: dict[str, str] = {
    "en": r"(?:since |until |from |by )?when|where|who|how (?:many|much|large|big|long|old|high)"
    r"|(?:in |on |since )?(?:which|what) (?:year|month|day|date)|by how much|(?:by|for) whom|with whom",
    "de": r"(?:seit |bis |ab )?wann|wo|woher|wer|von wem|mit wem|wie (?:viele?|hoch|groß|lange?|alt)"
    r"|(?:in |an |seit )?welche[mnsr]? (?:jahr|tag|monat|datum)|um wie ?viel",
    "zh": r"(?:从|自|到|在)?(?:什么时候|何时|哪一?年|哪一?天|哪个?月)(?:起|开始|为止)?|多少|谁|在?哪里?|在哪儿|多久|什么时间"
    r"|(?:相差|差|多|少|高|低)了?多少",
}
# The interrogative is one word of the question for all that follows: it must be nothing else.
_BARE = {
    language: re.compile(
        rf"^\s*(?:{_THAT}\s*)?(?P<asks>{alone})(?:\s*{_FILLERS})*(?:\s*{_THAT})?(?:\s*{_FILLERS})*\s*[?？!.。]*\s*$",
        re.IGNORECASE,
    )
    for language, alone in _ALONE.items()
}
_SAYS_WHY = {"en": "why", "de": "warum", "zh": "为什么"}
_INTERROGATIVE = {
    "en": re.compile(
        r"^\s*(?:(?:since|until|from|by|in|on|at) )?(?:how (?:many|much|large|big|long|high|old|often|far|come)"
        r"|(?:which|what)(?: (?:year|day|date|month|share|number|percentage)(?: of)?)?|who|whose|when|where|why|how)\b",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^\s*(?:(?:seit|bis|ab|in|an|von|um|mit) )?(?:wie (?:viele?|hoch|groß|lange?|oft|alt|weit)|wann|warum|wieso|weshalb"
        r"|welche[rsnm]?(?: (?:jahr|tag|monat))?|wer|wen|wem|was|wo(?:hin|her|raus|ran|rin|rauf|mit|von|durch)?|wie)\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?:一共|总共)?多少[家个款名座所起台项元钱]?|几[家个款名座所起台项]|是?谁|哪一?[家个座所款位年天里]|什么时候|为什么|什么|吗|呢(?=\W*$)"
    ),
}


_ASKS_SOMETHING = re.compile(
    r"\b(?:what|who(?:m|se)?|which|where|when|why|how|(?:is|are|was|were|does|do|did|has|have|had|can|will)(?:n['’]t)?)\b"
    r"|\b(?:was|wer|wen|wem|wessen|welche[rsnm]?|wo(?:bei|durch|für|gegen|her|hin|mit|nach|r(?:an|auf|aus|in|über|um|unter)|von|vor|zu)?|wann|warum|wieso|weshalb|wie|ist|sind|war|hat|haben|gibt|kann)\b"
    r"|谁|什么|哪|几|多少|多[大高长远久]|为何|何时|怎|吗|是否|有没有|啥",
    re.IGNORECASE,
)


def asks_something(question: str) -> bool:
    """Whether a question has an interrogative or a verb that asks: "worldwide?" has none."""
    return bool(_ASKS_SOMETHING.search(question))


def with_its_interrogative(question: str, last: Turn, language: str) -> str:
    """The question before with the interrogative that a follow-up consists of; "" for any other."""
    bare = _BARE[language].match(question)
    return _asked_otherwise(bare["asks"], last, language) if bare else ""


# 多少家 says of firms that they are counted.
_HOW_MANY_PIECES = re.compile(
    r"(?:那?有|是|一共有?|总共有?)?(?:多少|几)[家个名位款座所起笔项艘条只台辆次人]?"
)
_ASKS_HOW_MANY = re.compile(r"how (?:many|much)|wie ?viele?|多少", re.IGNORECASE)


def asks_how_many(question: str, language: str) -> bool:
    """Whether a question is no more than "how many?"."""
    bare = _BARE[language].match(question)
    of_some = _HOW_MANY_PIECES.fullmatch(question.strip(" ?？"))
    return bool(of_some or (bare and _ASKS_HOW_MANY.fullmatch(bare["asks"])))


def asked_why(last: Turn, language: str) -> str:
    """The question before, asked for its reason."""
    return _asked_otherwise(_SAYS_WHY[language], last, language)


def _asked_otherwise(asks: str, last: Turn, language: str) -> str:
    rest = _INTERROGATIVE[language].sub(" ", last.asked, count=1).strip(" ?？。.!")
    plain = " ".join(rest.split())
    if language != "zh":
        return f"{asks} {plain}?"
    joined = plain.replace(" ", "")
    return f"{asks}{joined}？" if asks == _SAYS_WHY["zh"] else f"{joined}{asks}？"


_COMPARES = re.compile(
    r"\b(?:which|who|what)\b.*\b(?:of the (?:two|three|four)|of (?:them|these|those|both)"
    r"|more|most|fewer|less|higher|highest|lower|larger|largest|bigger|biggest|smaller|earlier|ahead|leads?)\b"
    r"|\bhow (?:much|many) (?:more|less|fewer)\b|\bhow much (?:higher|larger|bigger)\b|\bdifference\b|\bcompare\b|\bwhich one\b"
    r"|\b(?:welche[rsnm]?|wer|wo|was)\b.*\b(?:beiden?|(?:von den|der) (?:drei|vier)|(?:am )?meisten?|mehr|weniger|höher|höchsten|größer"
    r"|größte[nr]?|kleiner|früher|vorne?)\b"
    r"|\bwie ?viele? (?:mehr|weniger)\b|\bunterschied\b|\bum wie ?viel\b|\bvergleich\w*\b"
    r"|(?:哪[个家座边]|谁|哪里).{0,6}(?:更|多|高|大|强|领先)|更[多高大少早]|最[多高大强]|[三四][个家者座款](?:[里当]?中|里面?)|差多少|差距|相差|多多少|多出|少多少|这?[俩两][个者家座]?",
    re.IGNORECASE,
)
_AND = {"en": " and ", "de": " und ", "zh": "和"}
_COMMA = {"en": ", ", "de": ", ", "zh": "、"}
# What points to several that were named: of them one is asked for.
_OF_THEM = re.compile(
    r"\b(?P<of>of) (?:the two|the three|them|these|those|both)\b|\b(?P<von>von) (?:den |diesen )?(?:beiden|ihnen|denen|diesen)\b"
    r"|\b(?P<davon>davon|darunter)\b|这?[俩两][个家座者]?(?:[里当]?中|里面?)?|其中|[他它]们(?:[当之]?中|里面?)?",
    re.IGNORECASE,
)
_ONLY_WHICH = re.compile(
    r"^\s*(?:(?:and|so|und|also|那)\s*)?(?:which|who|where|welche[rsnm]?|wer|wo)\b(?!.*\b(?:how|by|wie)\b)"
    r"|^[^差多少]*(?:哪|谁)(?!.*多少)",
    re.IGNORECASE,
)
_NOT = re.compile(r"\b(?:not|never|nicht|kein\w*)\b|n['’]t\b|不|没|未", re.IGNORECASE)
_OF = {"en": "of ", "de": "von ", "zh": ""}


def sets_side_by_side(question: str) -> bool:
    """Whether a question asks which of several has more, or by how much."""
    return bool(_COMPARES.search(question))


def of_both(question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str) -> str:
    """What the questions before asked of one thing each, asked of all of them; "" where they did not,
    or the follow-up sets nothing side by side."""
    if not sets_side_by_side(question) or things(question, glossary):
        return ""
    several = _asked_in_turn(last, earlier, glossary)
    if len(several) < 2:
        return ""
    *_, latest = several
    of_all = exchanged(last.asked, latest, listed(several, language))
    # The numbers side by side tell which is more, and how much more is to be asked.
    return of_all if _ONLY_WHICH.match(question) else f"{of_all} {question}"


def _asked_in_turn(last: Turn, earlier: Turn, glossary: Glossary) -> list[Name]:
    """The things of one kind of which the last questions asked, each of one."""
    latest = things(last.asked, glossary)
    if last.beside:
        return [*last.beside, *without(latest, last.beside)]
    match things(earlier.asked, glossary), latest:
        case [first], [second] if first is not second and first.kind == second.kind:
            return [first, second]
    return []


def listed(names: Sequence[Name], language: str) -> str:
    """Names in a row, with "and" before the last."""
    return in_a_row([name.names[language] for name in names], language)


def in_a_row(written: Sequence[str], language: str) -> str:
    """Words in a row, with "and" before the last."""
    *first, latest = written
    return f"{_COMMA[language].join(first)}{_AND[language] if first else ''}{latest}"


# Which of two has more of something: of another it is asked how many it has.
_HAS_MORE = {
    "en": re.compile(
        r"\b(?:who|which (?:\w+ ){0,2}?\w+)(?: of the two)? (?:has|have|had) (?:(?:more|fewer)(?! than)|the (?:most|fewest)) "
        r"(?P<what>[^,:;?]+)",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"\b(?:wer|welche[rs]? \w+) (?:hat|hatte|haben) (?:mehr|weniger|die (?:meisten|wenigsten)) (?P<what>[^,:;?]+)",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"(?:谁|哪(?:一?[个座家边])?(?:城市|公司|企业|省份?|地方)?)的?(?P<what>[^，,？?更最多少]{1,12}?)(?:更|比较|最)?[多少](?=\W*$)"
    ),
}
_HOW_MANY_HAS = {
    "en": "How many {what} does {name} have?",
    "de": "Wie viele {what} hat {name}?",
    "zh": "{name}有多少{what}？",
}


def counted_of_one(before: str, new: Name, glossary: Glossary, language: str) -> str:
    """How many something that is named now has of that of which two were compared; "" where they were not:
    "and Osten?" after "Who has more boats, Norden or Westen?"."""
    compared = _HAS_MORE[language].search(before)
    alike = [name for name in things(before, glossary) if name.kind == new.kind]
    if compared is None or len(alike) < 2 or new in alike:
        return ""
    what = _ahead_of(alike, compared["what"])
    if not what:
        return ""
    written = new.names[language]
    return _HOW_MANY_HAS[language].format(what=what, name=written)


def _ahead_of(names: Sequence[Name], text: str) -> str:
    """What a text says before it comes to one of the names."""
    spellings = "|".join(re.escape(spelling) for name in names for spelling in name.all_spellings)
    return re.split(spellings, text, maxsplit=1)[0].strip()


# "Are they both in Norden?": each of the two that were asked about.
_BOTH = re.compile(
    r"\b(?:(?:they|these|those|are|do|did|were|have) )?both(?: of (?:them|these|those))?\b|\b(?:sie |diese )?(?-i:beide)\b"
    r"|(?:[它他]们|这)?[俩两][个家座者款所](?=都|均|全)",
    re.IGNORECASE,
)
_VERB = re.compile(r"^(?:are|do|did|were|have) ", re.IGNORECASE)


def both_of_them(
    question: str, last: Turn, earlier: Turn, glossary: Glossary, language: str
) -> str:
    """The question with the things asked about in turn, or named last, in place of "both"; "" where it
    has no such word, or there were not two."""
    pointer = _BOTH.search(question)
    if pointer is None:
        return ""
    pair = _asked_in_turn(last, earlier, glossary) or several_named(question, last, glossary)
    if len(pair) != 2:
        return ""
    verb = _VERB.match(pointer.group())
    row = f"{verb.group() if verb else ''}{listed(pair, language)}"
    return f"{question[: pointer.start()]}{row}{question[pointer.end() :]}"


def of_those_named(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """The question with the things of one kind in place of "of them" that the answer named, or the
    question before; "" where it points to none, or they named no two. Of whom a thing is not said is told from the
    list, and not from its names."""
    pointer = _OF_THEM.search(question)
    if pointer is None or _NOT.search(question):
        return ""
    several = several_named(question, last, glossary)
    if len(several) < 2 or any(name in several for name in things(question, glossary)):
        return ""
    row = listed(several, language)
    return f"{question[: pointer.start()]}{_OF[language]}{row}{question[pointer.end() :]}"
