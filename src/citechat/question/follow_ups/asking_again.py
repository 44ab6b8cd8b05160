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
    r"|谁|什么|哪|几|多少|多[大高长远久]|为何|何时|怎|吗|是否|有没有|啥",
    re.IGNORECASE,
)
# 多少家 says of firms that they are counted.
_HOW_MANY_PIECES = re.compile(
    r"(?:那?有|是|一共有?|总共有?)?(?:多少|几)[家个名位款座所起笔项艘条只台辆次人]?"
)
_ASKS_HOW_MANY = re.compile(r"how (?:many|much)|wie ?viele?|多少", re.IGNORECASE)


def asks_something(question: str) -> bool:
    """Whether a question has an interrogative or a verb that asks: "worldwide?" has none."""
    return bool(_ASKS_SOMETHING.search(question))


def with_its_interrogative(question: str, last: Turn, language: str) -> str:
    """The question before with the interrogative that a follow-up consists of; "" for any other."""
    bare = _BARE[language].match(question)
    return _asked_otherwise(bare["asks"], last, language) if bare else ""


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
