"""An English question as people type it → the same in the words that documents use.

"whats moonshot" becomes "what is moonshot", "who set up Zhipu AI" "who founded Zhipu AI". Names of the glossary stay as
they are, and so does the question where nothing spoken stands in it.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from citechat_ingest import Glossary

_MONTHS = {
    "jan": "January",
    "feb": "February",
    "aug": "August",
    "sep": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
# Spoken → written, one after the other.
_WRITTEN: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = tuple(
    (re.compile(spoken, flags), written)
    for spoken, written, flags in (
        (r"\bw[hu]?[au]t'?s\b", "what is", re.IGNORECASE),
        (r"\bwheres\b", "where is", re.IGNORECASE),
        (r"\bwhens\b", "when is", re.IGNORECASE),
        (r"\bhows\b", "how is", re.IGNORECASE),
        (r"\bwhos\b", "who is", re.IGNORECASE),
        (r"\bwhys\b", "why is", re.IGNORECASE),
        (r"\bwanna\b", "want to", re.IGNORECASE),
        (r"\b([a-z]+[cdf-hj-np-tv-z])ys\b", r"\1ies", 0),
        (
            r"\bg(?:ive|ives|ave|iven|iving)\b(.{1,40}?)\ba (?:leg[- ]up|(?:helping )?hand|boost)\b",
            r"help\1",
            re.IGNORECASE,
        ),
        # it asks for no time
        (r"\bwhen it comes to\b", "in", re.IGNORECASE),
        # what leads to a question politely
        (
            r"^(?:(?:hi|hello|hey|sorry|excuse me)\b[,.! ]*)?"
            r"(?:(?:could|can|would|will) (?:you|anyone|someone)\b[^?.]{0,30}?\b(?:tell|telling|explain|explaining|say|remind|let)"
            r"|(?:please,? )?(?:tell|explain|remind)|i(?:'d| would) (?:\w+ )?(?:like|love) to (?:know|learn|find out|ask)"
            r"|i(?: was|'m| am)? (?:just )?(?:wonder|wondering|curious)|(?:do|would) you (?:happen to )?know"
            r"|may i ask|i (?:just )?want(?:ed)? to (?:know|ask)|any idea)\b"
            r"(?: (?:me|us|to me|if)\b)?(?:(?!\babout\b)[^?.]){0,50}?(?=\b(?:how|what|who|when|where|which|why|whose)\b)",
            "",
            re.IGNORECASE,
        ),
        (
            r"\b(is|are|was|were|do|does|did|has|have|had|could|would|should)nt\b",
            r"\1 not",
            re.IGNORECASE,
        ),
        (r"\bhow much of (?=\w+['’]s|the\b|all\b|its\b)", "what share of ", re.IGNORECASE),
        (
            r"\b(jan|feb|aug|sept?|oct|nov|dec)\b\.?(?= \d)",
            lambda match: _MONTHS[match.group(1).lower()[:3]],
            re.IGNORECASE,
        ),
        # "us" is no country, "US" is
        (r"\b(?:the )?(?:USA?|U\.S\.(?:A\.)?)(?=\W|$)", "the United States", 0),
        (r"\bthe states\b", "the United States", re.IGNORECASE),
        (
            r"\b(what|which) (?:part|fraction|portion|slice|chunk|cut)\b(?!.{1,60}\b(?:play|take))",
            r"\1 share",
            re.IGNORECASE,
        ),
        (r"\bgraphics? (?:cards?|chips?|processors?)\b", "chips", re.IGNORECASE),
        (r"\bserver (?:farms?|halls?|parks?|barns?)\b", "data centres", re.IGNORECASE),
        (r"\b(?:number|no\.?) ?(?:one|1)\b(?= in\b|\W*$)", "first", re.IGNORECASE),
        (r"\bvery (?=first\b)", "", re.IGNORECASE),
        (r"\bput together\b", "made up", re.IGNORECASE),
        # what somebody is strong in: of whom it is asked stands beside it, for a rope's strength is another
        (
            r"\bwhat (?:does|do|has|have|is|are) (.+?) (?:(?:have|has|got) )?going for (?:it|them|him|her)\b",
            r"what are the advantages of \1",
            re.IGNORECASE,
        ),
        (
            r"(?<=[\w]['’]s )(?:(?:main|big|biggest|great|greatest|real) )?"
            r"(?:strengths?|strong (?:points?|suits?)|fortes?|trump cards?)(?=\W*$| in\b)",
            "advantages",
            re.IGNORECASE,
        ),
        (
            r"\b(?:strengths?|strong points?|strong suits?|forte)(?= of [A-Z][\w ]*\W*$)",
            "advantages",
            0,
        ),
        # what people call generative AI, and to use it
        (
            r"\b(?:ai )?(?:tools?|programs?|programmes?|apps?|software|machines?) (?:that|which) "
            r"(?:(?:write|writes|draw|draws|paint|paints)(?:,? (?:and|or) )?)+(?: for (?:you|us|them))?\b",
            "generative AI",
            re.IGNORECASE,
        ),
        (r"\b(?:had|have|has|having) (?:had )?a go at\b", "used", re.IGNORECASE),
        # who has the say in a firm
        (
            r"\bwho (?:calls the shots|is in charge|has the (?:last |final )?say|is at the helm|is the (?:big )?boss)"
            r" (?:at|of|in|over at)\b",
            "who runs",
            re.IGNORECASE,
        ),
        (r"\bhow (?:cold|hot|warm) is it\b", "what is the temperature", re.IGNORECASE),
        (r"\bhow (?:cold|hot|warm) is\b", "what is the temperature of", re.IGNORECASE),
        # a company goes public, and is founded, whatever people say
        (
            r"\b(when|year|date|month|day)\b(.{2,40}?)\b(?:float|hit the stock market|get listed)\b",
            r"\1\2go public",
            re.IGNORECASE,
        ),
        (
            r"\b(who|when|where|year|professors?|people|person|he|she|they)\b(.*?)"
            r"\b(?:set up|started(?: up)?|got started|start up)\b",
            r"\1\2founded",
            re.IGNORECASE,
        ),
        (
            r"\b(?:since when|how long) (?:do|does|did|has|have) (.+?) (?:exist(?:ed)?|been around|been going)\b",
            r"when was \1 founded",
            re.IGNORECASE,
        ),
    )
)


# "shanghais", which may be Shanghai's.
_ENDS_IN_S = re.compile(r"\b([^\W\d_]{2,})s\b", re.IGNORECASE)


# Words that ask, as they are mistyped; some are words of another language, or names further on in a sentence.
_OPENING = r"(?:^|(?<=[,.;?!] )|(?<=\band )|(?<=\bbut )|(?<=\bso ))"
_MISTYPED = (
    (re.compile(r"\b(?:wich|whitch|whcih)\b", re.IGNORECASE), "which"),
    (
        re.compile(rf"{_OPENING}(?:wat|waht|wht)(?= (?:is|are|was|does|do|did)\b)", re.IGNORECASE),
        "what",
    ),
    (
        re.compile(rf"{_OPENING}(?:wen|wehn)(?= (?:is|are|was|were|does|do|did)\b)", re.IGNORECASE),
        "when",
    ),
)


def rightly_asked(question: str) -> str:
    """The question with the words that ask as they are written."""
    for mistyped, written in _MISTYPED:
        question = mistyped.sub(written, question)
    return question


def in_plain_english(question: str, glossary: Glossary) -> str:
    """The question in written words; unchanged where it uses a name that these would touch."""
    plain = _ENDS_IN_S.sub(lambda word: _with_apostrophe(word, glossary), question)
    for spoken, written in _WRITTEN:
        plain = spoken.sub(written, plain)
    named = {id(name) for name in glossary.found_in(question)}
    kept = named.issubset({id(name) for name in glossary.found_in(plain)})
    return plain if kept else question


def _with_apostrophe(word: re.Match[str], glossary: Glossary) -> str:
    """A genitive of a name as it is written; any other word as it is."""
    is_genitive = glossary.found_in(word[1]) and not glossary.found_in(word[0])
    return f"{word[1]}'s" if is_genitive else word[0]
