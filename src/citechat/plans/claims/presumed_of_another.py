"""A question that presumes what the documents say of another: "Why is Shanghai the capital of manufacturing?".

Only questions that presume (why, when) are held against this: "How many … does Guangzhou have?" presumes
nothing, and what another city has is no answer to it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from citechat_ingest import Mention, Name

from ...index.opening import Index
from ...language import terms
from ...language.asked_rank import LEAST, MOST, without_rank
from ...language.held_words import HeldWords
from ...language.negation import NOT
from ...messages import say
from ...question.decomposition import COMPARES, without_names
from ...retrieval.query import Query, QueryName
from ...retrieval.selection import Quote
from ..audit_verdicts import is_contradicted, tells_both, verdict_on
from ..statements import Findings, Statement

_KINDS = frozenset({"place", "company", "person", "university"})
# How much of what is asked beside the name the sentence must hold to speak of the same thing.
_SAME_THING = 0.75
_SAME_WITH_NUMBER = 0.5
_REACH = 6
# Among how many sentences one is sought that bears the premise out.
_BORNE_OUT = 12
# From here on the reader holds that a sentence may answer.
_MAY_ANSWER = 0.1
# For how many names a question is looked up without the name.
_DOUBTED = 2
_PAIR = 2
# What asks how something came about presumes that it did, as why does.
_HOW_COME = re.compile(
    r"\bhow (?:come|did|could|was|were|is it|has|have)\b|\bwhat (?:made|makes|led|turned|drove|brought)\b|\bsince when\b"
    r"|\bwie (?:kam|kommt|konnte|wurde|hat|ist es)\b|\bwodurch\b|\bseit wann\b|\bwas (?:machte|führte|brachte)\b"
    r"|怎么(?:就|会|能|成|做到|靠|把|用|从)|是怎[么样]|如何(?!看|评)|凭什么|靠什么|从什么时候",
    re.IGNORECASE,
)
_QUOTATION_MARKS = re.compile(r"[\"“”„«»「」]")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
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
# That somebody came to be something is said in many words or in none.
_BECOMES = re.compile(
    r"\b(?:become\w*|became|turn(?:ed)? into|get|got|called)\b|\b(?:werden|wurde|geworden|gilt|heißt)\b|成为|成了|变成|被?称为",
    re.IGNORECASE,
)
# That something has its seat somewhere, which a sentence says in many words or in none.
SEATED = re.compile(
    r"\b(?:based|located|headquartered|seated|at home|headquarters|seat)\b"
    r"|\b(?:sitzt|ansässig|beheimatet|sitz|hauptsitz|zu hause)\b|总部设?|设在|位于|落户|坐落",
    re.IGNORECASE,
)


def statements(findings: Findings) -> Sequence[Statement]:
    """What is said of another, where the question presumes it of a name of which it is not said."""
    if not findings.quotes:
        return ()
    for name in doubtful_names(findings.query, findings.index):
        if not findings.is_answerable or is_in_doubt(name, findings):
            correction = _said_of_another(name, findings)
            if correction:
                return correction
    return ()


def _said_of_another(name: QueryName, findings: Findings) -> Sequence[Statement]:
    """What the documents say of another where the question has this name."""
    query = findings.query
    of_anybody = findings.look_up(without_names(query.text, [name.name]))
    # A title that another has word by word needs no more evidence.
    title = presumed_title(query, findings.index)
    if of_anybody is None or not (of_anybody.is_answerable or title):
        return ()
    return correct(name, of_anybody, title)


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
    if len(names) != _PAIR or _BESIDE_EACH_OTHER.search(query.text):
        return ()
    text = query.text.casefold()
    return sorted(names, key=lambda name: _place_in(text, name))[:1]


def _place_in(text: str, name: QueryName) -> int:
    """Where a folded question writes a name; its end, should it not."""
    places = (text.find(spelling.casefold()) for spelling in name.name.all_spellings)
    return min((place for place in places if place >= 0), default=len(text))


def _can_be_mistaken(name: QueryName, index: Index) -> bool:
    """Whether a name can stand where another should; the country is the place of all."""
    return name.name.kind in _KINDS and place_level(name.name, index) != "country"


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
    title = _TITLE.search(_unquoted(query.text))
    return bool(title and title["zh"])


def presumes_an_event(query: Query) -> bool:
    """Whether a question asks why, when or how something happened, and so presumes that it did."""
    asks = query.types & {"reason", "time"} or _HOW_COME.search(query.text)
    return bool(asks) and "truth" not in query.types


def presumed_title(query: Query, index: Index) -> str:
    """What a question calls its one name, such as the capital of something; empty where nothing."""
    match = _TITLE.search(_unquoted(query.text))
    is_of_one = len(doubtful_names(query, index)) == 1
    return next(filter(None, match.groups())) if match and is_of_one else ""


def is_in_doubt(name: QueryName, findings: Findings) -> bool:
    """Whether the best sentence is silent about the name that the question presumes something of,
    about the number or the first place that it presumes, and no other sentence bears that out."""
    title = presumed_title(findings.query, findings.index)
    if title:
        return not _calls_it(name, title, findings.quotes[0], findings)
    if _is_told(name, findings.quotes[0], findings):
        return False
    return not any(_bears_out(quote, name, findings) for quote in findings.quotes[:_BORNE_OUT])


def _is_told(name: QueryName, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names it, with every number that the question presumes, its time and place."""
    query = findings.query
    is_said = _names(quote, name, findings.language)
    has_numbers = _presumed_numbers(query.text) <= _numbers(quote.text)
    is_first = _tells_the_place(query, quote) and leads(name, quote, findings)
    is_of_the_time = not _is_of_other_years(query.text, quote.text)
    return is_said and has_numbers and is_first and is_of_the_time


def _bears_out(quote: Quote, name: QueryName, findings: Findings) -> bool:
    """Whether a sentence says of the name what is presumed, and the audit does not contradict it."""
    may_answer = quote.probability >= _MAY_ANSWER and not tells_both(quote)
    is_said = _is_told(name, quote, findings) and _is_same_thing(findings.query, quote)
    return may_answer and is_said and not is_contradicted(quote, findings.index)


def _tells_the_place(query: Query, quote: Quote) -> bool:
    """Whether a sentence tells that somebody is first of all, should the question presume that."""
    return not presumes_the_first(query.text) or bool(_FIRST.search(quote.text))


def leads(name: QueryName, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence names no other of the kind before a name that is presumed to be first:
    "Norden is first, ahead of Southam"."""
    if not presumes_the_first(findings.query.text):
        return True
    of_a_kind = _of_kinds({name.name.kind}, quote.text, findings.index)
    return not of_a_kind or of_a_kind[0].name is name.name


def _of_kinds(kinds: Collection[str], text: str, index: Index) -> list[Mention]:
    """The names of some kinds in a text, in its order; not the country, the place of all."""
    mentions = [mention for mention in index.glossary.mentions(text) if mention.name.kind in kinds]
    return [mention for mention in mentions if place_level(mention.name, index) != "country"]


def presumes_the_first(text: str) -> bool:
    """Whether a text says that somebody is first of all."""
    return bool(_FIRST.search(text)) and not LEAST.search(text)


def _bears(title: str, quote: Quote) -> bool:
    return title.casefold() in _unquoted(quote.text).casefold()


def _calls_it(name: QueryName, title: str, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence calls the name by a title."""
    return _bears(title, quote) and _bearer(title, quote, findings) is name.name


def _bearer(title: str, quote: Quote, findings: Findings) -> Name | None:
    """Whom a sentence calls by a title: the last place before it, but for the country, or the first
    after it."""
    text = _unquoted(quote.text)
    start = text.casefold().find(title.casefold())
    named = _of_kinds(_KINDS, text, findings.index)
    before = [mention.name for mention in named if mention.end <= start]
    after = [mention.name for mention in named if mention.start >= start]
    return next(iter([*before[-1:], *after]), None)


def _unquoted(text: str) -> str:
    """A text without quotation marks."""
    return _QUOTATION_MARKS.sub("", text)


def _is_of_other_years(question: str, text: str) -> bool:
    """Whether a text tells of years, and of none that a question is about."""
    asked, said = set(_YEAR.findall(question)), set(_YEAR.findall(text))
    return bool(asked and said) and not asked & said


def correct(name: QueryName, findings: Findings, title: str = "") -> Sequence[Statement]:
    """The sentence that says the same of another, after "Not Shanghai:", and the verdict on it;
    ``findings`` are those for the question without the name, and ``title`` is what it calls that."""
    # A title that another has word by word is evidence however far down it was found.
    reach = len(findings.quotes) if title else _REACH
    near = findings.quotes[:reach]
    quote = next((q for q in near if _says_it_of_another(name, title, q, findings)), None)
    if quote is None:
        return ()
    lead = say("lead_not", findings.language, name=name.name.names[findings.language])
    judged = verdict_on(quote, findings.index)
    is_on_it = judged and _share_held(findings.query, judged) >= _SAME_THING
    return [Statement(quote, lead=lead), *([Statement(judged)] if judged and is_on_it else [])]


def _says_it_of_another(name: QueryName, title: str, quote: Quote, findings: Findings) -> bool:
    """Whether a sentence says of another what is presumed of a name."""
    if title:
        is_of_it = _calls_it(name, title, quote, findings)
        is_said = _bears(title, quote)
    else:
        is_of_it = _names(quote, name, findings.language) and leads(name, quote, findings)
        is_said = _is_same_thing(findings.query, quote)
    return is_said and not is_of_it and _rivals(quote, name, findings)


def _presumed_numbers(text: str) -> set[str]:
    """The numbers of a question but for its years, which the sentence need not repeat."""
    return {number for number in _numbers(text) if not _YEAR.fullmatch(number)}


def _numbers(text: str) -> set[str]:
    """The digit groups of a text, without the marks that part thousands."""
    return {re.sub(r"[.,]", "", number) for number in _NUMBER.findall(text)}


def _names(quote: Quote, name: QueryName, language: str) -> bool:
    return name.occurs_in(set(terms.words(quote.text, language)))


def _rivals(quote: Quote, name: QueryName, findings: Findings) -> bool:
    """Whether the sentence speaks of another thing of the name's kind: of another city, not of one
    in the province that is asked about."""
    index = findings.index
    level = place_level(name.name, index)
    # Those that the question names beside it are no rivals.
    asked = [name.name, *(beside.name for beside in findings.query.names)]
    others = [
        other
        for other in index.glossary.found_in(quote.text)
        if other.kind == name.name.kind and other not in asked
    ]
    return any(place_level(other, index) in (level, "") or not level for other in others)


def place_level(place: Name, index: Index) -> str:
    """What kind of place it is, "city" or "province"; empty where the corpus does not tell."""
    return index.figures.kind_of(place.all_spellings)


def _is_same_thing(query: Query, quote: Quote) -> bool:
    """Whether a sentence holds most of what is asked, every number and the first place, and denies
    it no more than the question does; with a number, half will do."""
    asked = _presumed_numbers(query.text)
    enough = _SAME_WITH_NUMBER if asked else _SAME_THING
    is_told = asked <= _numbers(quote.text) and _tells_the_place(query, quote)
    return is_told and not _is_denied(query, quote) and _share_held(query, quote) >= enough


def _is_denied(query: Query, quote: Quote) -> bool:
    """Whether a sentence says that something is not so, and the question does not."""
    return bool(NOT.search(quote.text)) and not NOT.search(query.text)


def _share_held(query: Query, quote: Quote) -> float:
    """The share of the question's words that the sentence, or its heading, holds."""
    text = without_rank(query.text) if presumes_the_first(query.text) else query.text
    asked = terms.query_words(SEATED.sub(" ", _BECOMES.sub(" ", text)), query.language)
    if not asked:
        return 0.0
    stems = set(terms.words(quote.text_in_context, query.language))
    return HeldWords(stems, set(terms.grams(quote.text, query.language))).share(asked)
