"""A follow-up that brings a new interrogative to the question before.

"Since when?" after "Why is Hebei first?" becomes "Since when is Hebei first?".
"""

from __future__ import annotations

import re

from .turns import Turn

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
    r"|谁|什么|哪|几|多少|多[大高长远久重宽深快贵]|为何|何时|怎|吗|是否|有没有|啥",
    re.IGNORECASE,
)
# 多少家 says of firms that they are counted.
_HOW_MANY_PIECES = re.compile(
    r"(?:那?有|是|一共有?|总共有?)?(?:多少|几)[家个名位款座所起笔项艘条只台辆次人]?"
)
# "Which ones?" and "name some", of those that were counted.
_WHICH_THEN = {
    "en": re.compile(
        r"^\W*(?:(?:and|so|but) )?(?:(?:which|what)(?: ones?)?(?: (?:are|were) (?:they|those|these))?|who are they"
        r"|(?:(?:can|could) you )?(?:name|list) (?:me )?(?:them|some|a few|all(?: of them)?)(?: of them)?"
        r"|(?:(?:give|tell) me )?(?:some |a few )?examples?|for example|such as|like (?:who|which|what))(?: please)?\W*$",
        re.IGNORECASE,
    ),
    "de": re.compile(
        r"^\W*(?:(?:und|also|aber) )?(?:welche(?: denn| sind (?:das|es|sie)| genau)*|wer (?:sind die|sind sie|genau)"
        r"|nenn\w*(?: sie)?(?: mir| uns)? (?:ein paar|einige|sie|alle|welche)(?: davon)?"
        r"|(?:(?:ein paar |einige )?beispiele|zum beispiel)|welche zum beispiel)(?: bitte)?\W*$",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"^(?:那么?)?(?:(?:都|分别)?[是有]?哪(?:几|些)[家个座所款位]?|都有谁|(?:能)?举(?:几个|些|个)?例子?|比如(?:说)?|例如|说几个"
        r"|列(?:出来|一下|举一下))呢?\W*$"
    ),
}
_COUNTS_THEM = {
    "en": re.compile(r"\bhow many\b", re.IGNORECASE),
    "de": re.compile(r"\bwie ?viele\b", re.IGNORECASE),
    "zh": re.compile(r"(?:多少|几)[家个座所款位名]"),
}
_ASKS_WHICH = {"en": "which", "de": "welche", "zh": "哪些"}
_ASKS_HOW_MANY = re.compile(r"how (?:many|much)|wie ?viele?|多少", re.IGNORECASE)


def asks_something(question: str) -> bool:
    """Whether a question has an interrogative or a verb that asks: "worldwide?" has none."""
    return bool(_ASKS_SOMETHING.search(question))


def is_an_interrogative(question: str, language: str) -> bool:
    """Whether a follow-up is no more than an interrogative: "since when?"."""
    return bool(_BARE[language].match(question))


def with_its_interrogative(question: str, last: Turn, language: str) -> str:
    """The question before with the interrogative that a follow-up consists of; "" for any other."""
    bare = _BARE[language].match(question)
    return _asked_otherwise(bare["asks"], last, language) if bare else ""


def asks_how_many(question: str, language: str) -> bool:
    """Whether a question is no more than "how many?"."""
    bare = _BARE[language].match(question)
    of_some = _HOW_MANY_PIECES.fullmatch(question.strip(" ?？"))
    return bool(of_some or (bare and _ASKS_HOW_MANY.fullmatch(bare["asks"])))


def asks_which_then(question: str, language: str) -> bool:
    """Whether a follow-up is no more than "which ones?" or "name some"."""
    return bool(_WHICH_THEN[language].match(question))


def which_of_those_counted(question: str, last: Turn, language: str) -> str:
    """The question before how many there are, asked which: "which ones?", "name some"; "" for any other."""
    counted = _COUNTS_THEM[language].search(last.asked)
    if counted is None or not asks_which_then(question, language):
        return ""
    which = _ASKS_WHICH[language]
    return f"{last.asked[: counted.start()]}{which}{last.asked[counted.end() :]}"


def asked_why(last: Turn, language: str) -> str:
    """The question before, asked for its reason."""
    return _asked_otherwise(_SAYS_WHY[language], last, language)


# "Who founded Acme?" asks for whom the verb has, and "when?" then what was done: "when was Acme founded?".
_BY_WHOM = {
    "en": re.compile(r"^\s*who (?P<done>\w+ed|built|made|wrote|led|won|bought|sold) (?P<what>[^?]+?)[ ?.!]*$", re.IGNORECASE),
    "de": re.compile(r"^\s*wer hat (?P<what>[^?]+) (?P<done>(?:\w*ge\w+|[eve]r\w+|be\w+|über\w+)(?:t|en))[ ?.!]*$", re.IGNORECASE),
}  # fmt: skip
_WAS_DONE = {"en": "{asks} was {what} {done}?", "de": "{asks} wurde {what} {done}?"}
_OF_THE_DEED = re.compile(r"(?:when|where|why|wann|wo|warum)$", re.IGNORECASE)


def _asked_of_the_deed(asks: str, last: Turn, language: str) -> str:
    """The question before who did something, asked when, where or why it was done; "" for any other."""
    by_whom = _BY_WHOM[language].match(last.asked) if language in _BY_WHOM else None
    if by_whom is None or not _OF_THE_DEED.search(asks):
        return ""
    return _WAS_DONE[language].format(asks=asks, **by_whom.groupdict())


def _asked_otherwise(asks: str, last: Turn, language: str) -> str:
    of_the_deed = _asked_of_the_deed(asks, last, language)
    if of_the_deed:
        return of_the_deed
    rest = _INTERROGATIVE[language].sub(" ", last.asked, count=1).strip(" ?？。.!")
    plain = " ".join(rest.split())
    if language != "zh":
        return f"{asks} {plain}?"
    joined = plain.replace(" ", "")
    return f"{asks}{joined}？" if asks == _SAYS_WHY["zh"] else f"{joined}{asks}？"
