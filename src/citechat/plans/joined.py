"""A question of several parts: what answers each, without a sentence that says a thing again, and in few words
what the documents do not tell."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from citechat_ingest import Name

from ..index.opening import Index
from ..language import answer_types
from ..language.share_and_place import asks_share, lacks_share_or_place
from ..messages import say
from ..question.follow_ups.antecedents import brought
from ..question.follow_ups.asking_again import asks_how_many
from ..question.follow_ups.turns import Turn
from ..retrieval.asked.dates import without_report
from ..retrieval.asked.number_or_time import holds_the_asked_type
from ..retrieval.query import Query, uses_all
from ..retrieval.selection import Quote
from .quotes import missing_terms
from .same_matter import digit_groups, is_same_matter, matter, numbers
from .statements import Statement, quotes_of

# From here on a sentence answers, unless another answers better by so much.
_ANSWERS, _BETTER = 0.5, 0.05
# Where nothing else was found for a part, a sentence that is told for another answers it from here on.
_MAY_ANSWER = 0.2
# So many of its words tell a sentence without numbers that was told before.
_NEARLY_ALL = 0.75
# What only a sentence of its kind answers.
_OF_ITS_KIND = frozenset({"list", "reason"})
_REASON = frozenset({"reason"})
_TYPED = frozenset({"number", "time"})
_NUMBER = frozenset({"number"})
# Not what a thing is, but what of it is worth telling: more than its profile's first sentence.
_ASKS_MORE = re.compile(
    r"\b(?:special|matters?|important|known|famous|happened|history|besonder\w*|wichtig|bekannt|berühmt|passiert\w*|geschah|ideas?|views?|thes[ie]s|thesen?|ansicht\w*)\b"
    r"|特别|重要|出名|有名|厉害|发生|意义|观点|主张",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Part:
    """A part of a question: its words as they were typed, the question that it is by itself, and what
    answers that; nothing where the documents do not."""

    typed: str
    query: Query
    statements: tuple[Statement, ...] = ()

    @property
    def quotes(self) -> list[Quote]:
        """The sentences that answer."""
        return quotes_of(self.statements)

    @property
    def is_exact(self) -> bool:
        """Whether it is answered from the profile of what it names, for which no reader was asked."""
        return all(quote.probability == quote.score == 0.0 for quote in self.quotes)

    @property
    def asks_more(self) -> bool:
        """Whether a profile is to tell more than what the thing is."""
        return bool(_ASKS_MORE.search(self.typed))


@dataclass(frozen=True)
class Evidence:
    """What tells which sentence answers which part, and how much there is room for.

    ``probability`` says how sure it is that a sentence answers a question.
    """

    probability: Callable[[Query, Quote], float]
    index: Index
    most: int
    language: str


def join(parts: Sequence[Part], evidence: Evidence) -> list[Statement]:
    """The statements of all parts in their order; what is lacking comes last. Nothing where no part is
    answered."""
    answered = [part for part in parts if part.statements]
    for part in answered:
        if _answers_all(part, parts, evidence):
            return _new(part, [], evidence.most, evidence)
    told: list[Statement] = []
    room = max(1, evidence.most // len(parts))
    for part in parts:
        if not _is_answered(part, told, evidence):
            own = part if part.statements else _told_by_another(part, parts, evidence)
            told += _new(own, told, room, evidence)
    lacks = [_lack(part, evidence.language) for part in lacking(parts, evidence)]
    return [*told, *lacks] if answered else []


def lacking(parts: Sequence[Part], evidence: Evidence) -> list[Part]:
    """The parts that nothing answers, not even what answers the others."""
    unanswered = [part for part in parts if not part.statements]
    return [p for p in unanswered if not _told_by_another(p, parts, evidence).statements]


def tells_all(statements: Sequence[Statement], parts: Sequence[Part], evidence: Evidence) -> bool:
    """Whether what answers a whole question says what its parts ask for: what the lacking ones do above all."""
    lacks = lacking(parts, evidence)
    for part in parts:
        is_lacking = any(part is one for one in lacks)
        if not any(_gives(quote, part, is_lacking, evidence) for quote in quotes_of(statements)):
            return False
    return True


def _gives(quote: Quote, part: Part, is_lacking: bool, evidence: Evidence) -> bool:
    """Whether a sentence gives a part's number or time, of the thing itself where nothing else did; or answers it
    by the reader's word."""
    typed = part.query.types & _TYPED
    if typed and not is_lacking:
        return answer_types.holds(quote.text, typed)
    if typed:
        return holds_the_asked_type([quote], part.query)
    return evidence.probability(part.query, quote) >= _ANSWERS


def _told_by_another(part: Part, parts: Sequence[Part], evidence: Evidence) -> Part:
    """A part of which nothing was found, with that of what was found for the others which answers it best."""
    found: list[Quote] = []
    for other in parts:
        found += other.quotes
    fitting = [quote for quote in found if _answers(quote, part, evidence)]
    best = max(fitting, key=partial(evidence.probability, part.query), default=None)
    return replace(part, statements=(Statement(best),) if best else ())


def _new(part: Part, told: Sequence[Statement], room: int, evidence: Evidence) -> list[Statement]:
    """What a part adds to what is told; of a profile one sentence."""
    new: list[Statement] = []
    for statement in part.statements:
        if not _is_told(statement, part, [*told, *new], evidence):
            new.append(statement)
    is_brief = part.is_exact and not part.asks_more
    return new[: 1 if is_brief else room]


# Whether a sentence answers


def _answers_all(one: Part, parts: Sequence[Part], evidence: Evidence) -> bool:
    """Whether the first sentence of a part answers all the others."""
    others = (part for part in parts if part is not one)
    return bool(one.quotes) and all(_answers(one.quotes[0], part, evidence) for part in others)


def _is_answered(part: Part, told: Sequence[Statement], evidence: Evidence) -> bool:
    """Whether what is told answers a part as well as its own sentences."""
    has_own = bool(part.statements)
    return has_own and any(_answers(quote, part, evidence) for quote in quotes_of(told))


def _is_its_share(quote: Quote, part: Part) -> bool:
    """Whether a part asks for the share of what the others name, and a sentence gives one."""
    is_bare = asks_share(part.typed) and not part.query.names
    return is_bare and not lacks_share_or_place(part.typed, [quote.text])


def _answers(quote: Quote, part: Part, evidence: Evidence) -> bool:
    """Whether a sentence that is told for another part answers this one nearly as well as its own."""
    is_a_number = answer_types.holds(quote.text, _NUMBER)
    if is_a_number and asks_how_many(part.typed, part.query.language):
        return True
    if _is_its_share(quote, part):
        return True
    if not part.statements:
        return _may_answer(quote, part, evidence)
    if not part.quotes or not _is_of_its_kind(quote, part):
        return False
    if _is_same(part.quotes[0], quote):
        return not part.asks_more or len(part.statements) == 1
    if part.is_exact:
        return len(part.statements) == 1 and _tells_as_much(quote, part, evidence.index)
    return _is_as_sure(quote, part, evidence)


def _is_of_its_kind(quote: Quote, part: Part) -> bool:
    """Whether a sentence gives the reason or the list that is asked for; "why does it matter?" asks for what
    comes of it, and not for its reason."""
    kinds = part.query.types & _OF_ITS_KIND
    return part.asks_more or answer_types.holds(quote.text, kinds)


def _may_answer(quote: Quote, part: Part, evidence: Evidence) -> bool:
    """Whether a sentence answers a part of which nothing else was found: by the reader's word, or since it is on
    all that the part names."""
    reason = part.query.types & _REASON
    if reason and not answer_types.holds(quote.text, reason):
        return False
    if "list" in part.query.types:
        asked = Turn(part.query.text, quote.text)
        return bool(brought(asked, evidence.index.glossary)) and _is_on_all(quote, part)
    is_of_both = len(part.query.proper_names) > 1 and _is_on_all(quote, part)
    return is_of_both or evidence.probability(part.query, quote) >= _MAY_ANSWER


def _is_on_all(quote: Quote, part: Part) -> bool:
    """Whether a sentence uses all names of a part, terms of the field among them."""
    return uses_all(quote.text, part.query.names, quote.passage.language)


def _is_as_sure(quote: Quote, part: Part, evidence: Evidence) -> bool:
    """Whether a sentence lacks no word of a part that the part's own has, and the reader is nearly as sure of it."""
    own = part.quotes[0]
    if _is_of_another(own, part) and not _is_of_another(quote, part):
        return evidence.probability(part.query, quote) > 0.0
    if not missing_terms(part.query, [quote]) <= missing_terms(part.query, [own]):
        return False
    surest = evidence.probability(part.query, own)
    return evidence.probability(part.query, quote) >= max(_ANSWERS, surest - _BETTER)


def _is_of_another(quote: Quote, part: Part) -> bool:
    """Whether a sentence and its headings name nothing that the part asks about."""
    return part.query.names_held(quote.text_in_context) == 0.0


def _tells_as_much(quote: Quote, part: Part, index: Index) -> bool:
    """Whether a sentence names whom or what the one sentence of a profile names beside what is asked about."""
    asked = [name.name for name in part.query.names]
    said = _proper(part.quotes[0], index)
    told = _proper(quote, index)
    brings = any(name not in asked for name in said)
    return brings and all(name in told for name in said)


def _proper(quote: Quote, index: Index) -> list[Name]:
    """The companies, places, … that a sentence names."""
    return [name for name in index.glossary.found_in(quote.text) if name.kind != "concept"]


def _is_same(one: Quote, other: Quote) -> bool:
    sentence = (one.passage.passage_id, one.number)
    return sentence == (other.passage.passage_id, other.number)


# Whether it is said again


def _is_told(
    statement: Statement, part: Part, told: Sequence[Statement], evidence: Evidence
) -> bool:
    """Whether a statement only says what was said, and that answers its part."""
    quote = statement.quote
    if quote is None:
        return statement in told
    return any(_says_it_again(quote, before, part, evidence) for before in quotes_of(told))


def _says_it_again(quote: Quote, before: Quote, part: Part, evidence: Evidence) -> bool:
    """Whether a sentence adds nothing to one before it; what opens a part's answer is left out only where that
    one answers the part."""
    if _is_same(quote, before):
        return True
    if not _only_repeats(quote, before, evidence.index):
        return False
    opens = quote is part.quotes[0]
    return not opens or evidence.probability(part.query, before) >= _ANSWERS


def _only_repeats(quote: Quote, before: Quote, index: Index) -> bool:
    """Whether a sentence is on the same matter as one before it, and gives no number that this does not."""
    if not is_same_matter(quote, before):
        return False
    counted = numbers(quote, index)
    if counted:
        return counted <= numbers(before, index)
    digits = digit_groups(without_report(quote.text))
    return digits <= digit_groups(before.text) if digits else _holds_all_of(quote, before)


def _holds_all_of(quote: Quote, before: Quote) -> bool:
    """Whether nearly all words of a sentence without numbers stand in one before it."""
    words = matter(quote.text, quote.passage.language)
    held = matter(before.text, before.passage.language)
    return len(words & held) >= _NEARLY_ALL * len(words)


def _lack(part: Part, language: str) -> Statement:
    """That the documents say nothing of a part, in its own words."""
    return Statement(lead=say("no_evidence_of_part", language, part=part.typed.strip(" ?？。.!！")))
