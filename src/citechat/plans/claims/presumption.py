"""What a question presumes: that something happened, that somebody is first or bears a title, and of whom it may presume
it wrongly."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from citechat_ingest import Mention, Name

from ...index.opening import Index
from ...language.asked_rank import LEAST, MOST
from ...question.decomposition import COMPARES
from ...retrieval.query import Query, QueryName
from ...retrieval.selection import Quote
from ..statements import Findings

KINDS = frozenset({"place", "company", "person", "university"})
# For how many names a question is looked up without the name.
_DOUBTED = 2
# What asks how something came about presumes that it did, as why does.
_HOW_COME = re.compile(
    r"\bhow (?:come|did|could|was|were|is it|has|have)\b|\bwhat (?:made|makes|led|turned|drove|brought)\b|\bsince when\b"
    r"|\bwie (?:kam|kommt|konnte|wurde|hat|ist es)\b|\bwodurch\b|\bseit wann\b|\bwas (?:machte|führte|brachte)\b"
    r"|怎么(?:就|会|能|成|做到|靠|把|用|从)|是怎[么样]|如何(?!看|评)|凭什么|靠什么|从什么时候",
    re.IGNORECASE,
)
_QUOTATION_MARKS = re.compile(r"[\"“”„«»「」]")
# "Is Guangzhou the capital of manufacturing?", in a question or as "…, right?".
_TITLE = re.compile(
    r"(?:是|称为|叫)(?:中国的?|全国的?)?(?P<zh>\w{1,8}(?:之都|之城|高地|中心|大脑|根基|窗口))"
    r"|\b(?P<en>(?:capital|city|window|cent(?:re|er)|brain|chip|hand) (?:of|for) \w+)"
    r"|\b(?P<de>(?:Hauptstadt|Stadt|Fenster|Zentrum|Gehirn|Chip|Hand) (?:der|des|für) \w+)",
    re.IGNORECASE,
)
# That somebody is first of all, as a sentence says it or a question presumes it.
_FIRST = re.compile(
    rf"{MOST.pattern}|\bersten? (?:platz|rang|stelle)\b|\b(?:als|ist|wurde) erste[rs]?\b|\bnumber 1\b"
    r"|\bno (?:other|city|company)\b.{0,60}\b(?:as|so)\b|\b(?:nirgends|kein\w* andere\w*)\b.{0,60}\bso\b|首位",
    re.IGNORECASE,
)
# Two of a kind that are set beside each other: either may be told first.
_BESIDE_EACH_OTHER = re.compile(
    rf"{COMPARES.pattern}|\b(?:than|ahead of|behind|overt\w+|surpass\w*|beat|beats|pass(?:ed)?|instead of|and|or)\b"
    r"|\b(?:als|vor|hinter|überhol\w*|übertr\w*|statt|und|oder)\b|[比和与跟超]|领先|落后|还是|而不",
    re.IGNORECASE,
)
# That something has its seat somewhere, which a sentence says in many words or in none.
SEATED = re.compile(
    r"\b(?:based|located|headquartered|seated|at home|headquarters|seat)\b"
    r"|\b(?:sitzt|ansässig|beheimatet|sitz|hauptsitz|zu hause)\b|总部设?|设在|位于|落户|坐落",
    re.IGNORECASE,
)


def doubtful_names(query: Query, index: Index) -> Sequence[QueryName]:
    """The names of which the question presumes something, the likeliest to be wrong first."""
    names = [name for name in query.proper_names if _can_be_mistaken(name, index)]
    if not _presumes(query):
        return ()
    if _are_of_one_kind(names):
        return _subject_of(names, query)
    return sorted(names, key=_is_no_place)[:_DOUBTED]


def _subject_of(names: Sequence[QueryName], query: Query) -> Sequence[QueryName]:
    """Of two of a kind the one that is written first, unless both are set beside each other."""
    if len(names) != 2 or _BESIDE_EACH_OTHER.search(query.text):
        return ()
    text = query.text.casefold()
    return sorted(names, key=lambda name: _place_in(text, name))[:1]


def _place_in(text: str, name: QueryName) -> int:
    """Where a folded question writes a name; its end, should it not."""
    places = (text.find(spelling.casefold()) for spelling in name.name.all_spellings)
    return min((place for place in places if place >= 0), default=len(text))


def _can_be_mistaken(name: QueryName, index: Index) -> bool:
    """Whether a name can stand where another should; the country is the place of all."""
    return name.name.kind in KINDS and not index.figures.is_country(name.name)


def _are_of_one_kind(names: Sequence[QueryName]) -> bool:
    """Whether two of the names are: the question compares them."""
    return len({name.name.kind for name in names}) < len(names)


def _is_no_place(name: QueryName) -> bool:
    return name.name.kind != "place"


def _presumes(query: Query) -> bool:
    if "reason" in query.types or _HOW_COME.search(query.text):
        return True
    # "When was X founded?" presumes nothing; "When did X present Y?" presumes that X did.
    if len(query.proper_names) > 1:
        return "time" in query.types
    title = _TITLE.search(unquoted(query.text))
    return bool(title and title["zh"])


def presumes_an_event(query: Query) -> bool:
    """Whether a question asks why, when or how something happened, and so presumes that it did."""
    asks = query.types & {"reason", "time"} or _HOW_COME.search(query.text)
    return bool(asks) and "truth" not in query.types


def presumed_title(query: Query, index: Index) -> str:
    """What a question calls its one name, such as the capital of something; empty where nothing."""
    match = _TITLE.search(unquoted(query.text))
    is_of_one = len(doubtful_names(query, index)) == 1
    return next(filter(None, match.groups())) if match and is_of_one else ""


def tells_the_place(query: Query, quote: Quote) -> bool:
    """Whether a sentence tells that somebody is first of all, should the question presume that."""
    return not presumes_the_first(query.text) or bool(_FIRST.search(quote.text))


def leads(name: QueryName, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names no other of the kind before a name that is presumed to be first:
    "Norden is first, ahead of Southam"."""
    if not presumes_the_first(findings.query.text):
        return True
    of_a_kind = of_kinds({name.name.kind}, quote.text, findings.index)
    return not of_a_kind or of_a_kind[0].name is name.name


def of_kinds(kinds: Collection[str], text: str, index: Index) -> list[Mention]:
    """The names of some kinds in a text, in its order; not the country, the place of all."""
    mentions = [mention for mention in index.glossary.mentions(text) if mention.name.kind in kinds]
    return [mention for mention in mentions if not index.figures.is_country(mention.name)]


def presumes_the_first(text: str) -> bool:
    """Whether a text says that somebody is first of all."""
    return bool(_FIRST.search(text)) and not LEAST.search(text)


def unquoted(text: str) -> str:
    """A text without quotation marks."""
    return _QUOTATION_MARKS.sub("", text)


def place_level(place: Name, index: Index) -> str:
    """What kind of place it is, "city" or "province"; empty where the corpus does not tell."""
    return index.figures.kind_of(place.all_spellings)
