"""After "Which city has most boats?": of another city, or of the one that was named."""

from __future__ import annotations

import re

from citechat_ingest import Glossary

from .antecedents import brought
from .asking_again import asked_why, asks_how_many
from .names import named, names_of
from .opening import adds_more_than
from .turns import Turn

# "Which city …": the place of a name that a follow-up may bring; with it "the most" has no sense.
WHICH = re.compile(
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
_HOW_MANY = {"en": "how many", "de": "wie viele"}


def named_instead_of_which(before: str, question: str, glossary: Glossary, language: str) -> str:
    """ "And Hangzhou?" after "Which city had the most deals?" asks for the deals of Hangzhou."""
    mentioned = named(question, glossary)
    new = [name for name in mentioned if name.kind != "concept"]
    if len(new) != 1:
        return ""
    [name] = new
    asked_for_one = WHICH.search(before) and not names_of(name.kind, before, glossary)
    if not asked_for_one or adds_more_than(question, name, language):
        return ""
    without_which = WHICH.sub(" ", before)
    rest = _MOST.sub(" ", without_which)
    return " ".join([name.names[language], *rest.split()])


def how_many_of_that_one(question: str, last: Turn, glossary: Glossary, language: str) -> str:
    """ "How many?" after "Which city has most boats?", asked of the city that the answer named."""
    if not (asks_how_many(question, language) and WHICH.search(last.asked)):
        return ""
    if not _MOST.search(last.asked):
        return ""
    meant = brought(last, glossary)
    if not meant:
        return ""
    of_it = WHICH.sub(meant[0].names[language], last.asked, count=1)
    if language == "zh":
        return _MOST.sub(question.strip(" ?？呢"), of_it, count=1)
    return " ".join(_MOST.sub(f"{_HOW_MANY[language]} ", of_it, count=1).split())


def why_it_is_that_one(last: Turn, glossary: Glossary, language: str) -> str:
    """ "Why?" after "Which city leads?", asked of the city that the answer named first; "" where it named none."""
    meant = brought(last, glossary)
    if not meant or not WHICH.search(last.asked):
        return ""
    name = meant[0].names[language].replace("\\", "")
    of_it = WHICH.sub(name, last.asked, count=1)
    return asked_why(Turn(of_it), language)
