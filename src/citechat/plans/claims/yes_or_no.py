"""A question whether something is so: "Yes:", "No:" or "Not quite:" before the sentence that settles it.

Settled by the audit, where the sentence is its word on just the claim that is asked about; by the
sentence itself, where it states or denies all that is asked. Where neither is sure, the sentence
stands alone, as before.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from fractions import Fraction
from itertools import chain
from typing import Literal

from citechat_ingest import AuditedClaim, Name

from ...language.asked_rank import MOST, THAN, asked_place, tells_another_place, tells_place
from ...language.negation import NOT, UNCONFIRMED
from ...language.opposites import opposites_between
from ...messages import say
from ...retrieval.query import uses_all
from ...retrieval.selection import Quote
from ...verification.comparators import Direction, direction, oppose
from ...verification.facts import Fact, Number, ProperName, Value, matches
from ..audit_verdicts import claim_noted, is_verdict, tells_both, verdict_on
from ..names.profile import profile_of, profile_quotes
from ..statements import Findings, Statement, naming, quotes_of
from . import inclusion, larger, members, told_by_both
from .before_a_year import names_a_bound, told_earlier
from .claimed import Claimed, claimed_by, is_the_only_one, share_said, stated_in

Settled = Literal["yes", "no", "not_quite", ""]

# How much of what is asked must stand in the audited claim, and how much of the claim is asked.
_OF_THE_QUESTION, _OF_THE_CLAIM = 0.6, 0.4
# A number in common says half of it; so does an answer that opens with the audit's word on the claim, of
# which a short question has few words.
_OF_THE_CLAIM_WITH_NUMBER = 0.2
_OF_THE_QUESTION_WHERE_JUDGED = 0.5
# How much of what is asked a sentence must hold to say it.
_SAYS_IT = 0.75
# … and of what is asked beside the names, which are many words.
_BESIDE_NAMES = 0.6
# How much of it the clause with the "not" must hold to deny it.
_DENIES_IT = 0.25
# So many sentences open a profile that tell what its name is, and where.
_DEFINING = 2
# Among how many sentences none may say what the first seems to deny.
_REACH = 8
_CLAUSE = re.compile(r"[,;:，；：。]")
# What must stand in a sentence, too, should the question say it: that it is so of all, or the most, or of
# one's own things.
_STRICT = (
    re.compile(r"\b(?:own|eigene[nmrs]?)\b|自己|自家|自有", re.IGNORECASE),
    re.compile(
        r"\b(?:all|every\w*|always|each|alle[nrms]?|jede[nrms]?|immer|stets|überall)\b|[都每总]|全(?:部|在|是|来自|属|由|靠|找|进)|所有|一直",
        re.IGNORECASE,
    ),
    MOST,
)
# What must stand in both or in neither.
_ONLY = re.compile(
    r"\b(?:only|alone|nur|allein|bloß|ausschließlich)\b|只(?!要)|仅|唯一", re.IGNORECASE
)
_FEW = re.compile(r"\b(?:few|hardly|barely|wenige\w*|kaum)\b|少数|很少|几乎没", re.IGNORECASE)
_WORDS: tuple[Settled, ...] = ("yes", "no", "not_quite")
_BY_VERDICT: dict[str, Settled] = {
    "supported": "yes",
    "refined": "not_quite",
    "contradicted": "no",
}


def with_yes_or_no(
    statements: Sequence[Statement], findings: Findings, before: str = ""
) -> list[Statement]:
    """The statements, first the word that settles a question whether something is so; where they
    leave it open, the sentence that does, if one was found.

    ``before`` is the question before, where a follow-up is read along with it.
    """
    claimed = claimed_by(findings, before)
    if claimed is None or not statements or statements[0].quote is None:
        return list(statements)
    of_two = _larger(claimed, statements, findings)
    if of_two:
        return list(of_two)
    earlier = told_earlier(claimed, findings)
    if earlier:
        return [Statement(earlier, _led("yes", "", claimed))]
    # A sentence of that very year has it neither before nor not before.
    if names_a_bound(claimed):
        return list(statements)
    first, *others = statements
    if first.lead in {_led(word, "", claimed) for word in _WORDS}:
        return list(statements)
    # A name alone is asked something of that the question before says.
    if before and claimed.is_bare:
        return list(_of_the_members(claimed, statements, findings) or statements)
    judged = _judged_instead(claimed, quotes_of(statements)[0], findings)
    if judged:
        return [judged]
    settled = (
        _by_correction(first, findings)
        or _by_the_audit(claimed, statements, findings)
        or _by_itself(claimed, statements[0].quote, findings)
        or (not claimed.is_bare and _by_the_sentence(claimed, statements[0].quote, findings))
    )
    if settled:
        return [replace(first, lead=_led(settled, first.lead, claimed)), *others]
    further = _further(claimed, statements, findings)
    return list(further or statements)


def _further(
    claimed: Claimed, statements: Sequence[Statement], findings: Findings
) -> Sequence[Statement]:
    """What settles a question that the first statement leaves open: another of them, or a sentence
    that was found besides; nothing where none does."""
    quotes = quotes_of(statements)
    if inclusion.is_asked(claimed):
        return _settled_by(quotes, claimed, findings) or _settling(claimed, findings)
    of_members = _of_the_members(claimed, statements, findings)
    if of_members:
        return of_members
    is_judged = len(statements) > 1 or _is_doubted(quotes[0], findings)
    return () if is_judged else _settling(claimed, findings)


def _of_the_members(
    claimed: Claimed, statements: Sequence[Statement], findings: Findings
) -> Sequence[Statement]:
    """That somebody is none of several, by the sentence that names them all, and what is told of him."""
    quotes = quotes_of(statements)
    others = members.naming_the_others(claimed, [*quotes, *findings.quotes], findings)
    if others is None:
        return ()
    about = [its for its in statements[:1] if its.quote and its.quote.text != others.text]
    return [Statement(others, _led("no", "", claimed)), *about]


def _larger(
    claimed: Claimed, statements: Sequence[Statement], findings: Findings
) -> Sequence[Statement]:
    """The statements, or those of a question for the larger, after the word whether one has more than
    the other; nothing where that is not asked, or not told."""
    pair = larger.sides(claimed, findings)
    if pair is None:
        return ()
    told, has_more = statements, larger.settled(pair, statements, claimed, findings)
    if has_more is None:
        told = larger.statements(claimed, findings)
        has_more = larger.settled(pair, told, claimed, findings)
    if has_more is None:
        return ()
    first, *others = told
    # A result is a sentence of its own; whose a number is, the word tells.
    result = first.lead if first.lead.endswith((".", "。")) else ""
    return [replace(first, lead=_led("yes" if has_more else "no", result, claimed)), *others]


def with_more_or_less(
    statements: Sequence[Statement], typed: str, findings: Findings
) -> list[Statement]:
    """The numbers of two, of which a follow-up asked whether the one before is more than its own: "is that more
    than Norden has?"; first the word whether it is, where that is told."""
    pair = larger.sides_of_follow_up(typed, findings)
    claimed = Claimed(findings.query, ())
    has_more = larger.settled(pair, statements, claimed, findings) if pair and statements else None
    if has_more is None:
        return list(statements)
    first, *others = statements
    return [replace(first, lead=_led("yes" if has_more else "no", "", claimed)), *others]


def _is_doubted(quote: Quote, findings: Findings) -> bool:
    """Whether a sentence sets the article beside its sources, but to bear it out."""
    notes = filter(
        lambda claim: claim.claim_id == quote.passage.paragraph, findings.index.audited_claims
    )
    return tells_both(quote) and not any(claim.verdict == "supported" for claim in notes)


def settling(findings: Findings) -> Sequence[Statement]:
    """The sentence that settles a question whether something is so; nothing where none does."""
    claimed = claimed_by(findings)
    return _settling(claimed, findings) if claimed else ()


def _settling(claimed: Claimed, findings: Findings) -> Sequence[Statement]:
    """The first sentence found, or of the profiles of the names, that states or denies it."""
    language, index = findings.language, findings.index
    profiles = (profile_of(name.name, index, language) for name in claimed.query.names)
    told = [profile_quotes(profile, language, index) for profile in profiles]
    defining = chain.from_iterable(quotes[:_DEFINING] for quotes in told)
    said = () if claimed.is_bare else chain(findings.quotes[:_REACH], *told)
    return _settled_by(chain(defining, said), claimed, findings)


def _settled_by(
    quotes: Iterable[Quote], claimed: Claimed, findings: Findings
) -> Sequence[Statement]:
    """The first of some sentences that states or denies it."""
    for quote in quotes:
        settled = _by_the_sentence(claimed, quote, findings)
        if settled:
            return [Statement(quote, _led(settled, "", claimed))]
    return ()


def _led(settled: Settled, lead: str, claimed: Claimed) -> str:
    """The word that settles it, before the lead that is there."""
    language = claimed.query.language
    is_against = settled == "yes" and claimed.takes_for_granted
    word = say("yes_against" if is_against else settled, language)
    if not lead:
        return naming(word, language)
    return f"{word}。{lead}" if language == "zh" else f"{word}. {lead}"


def _by_correction(first: Statement, findings: Findings) -> Settled:
    """Whether the answer is of another name than the question presumes: "Not Southam: …"."""
    language = findings.language
    names = (name.name.names[language] for name in findings.query.names)
    is_of_another = first.lead in {say("lead_not", language, name=name) for name in names}
    return "no" if is_of_another else ""


# The audit


def _by_the_audit(claimed: Claimed, statements: Sequence[Statement], findings: Findings) -> Settled:
    """What the audit makes of the claim that is asked about, where the answer quotes that."""
    is_judged = is_verdict(quotes_of(statements)[0])
    claims = _told_of(statements, findings)
    asked = (claim for claim in claims if _is_it(claim, claimed, is_judged, findings))
    claim = next(asked, None)
    return _BY_VERDICT.get(claim.verdict, "") if claim else ""


def _judged_instead(claimed: Claimed, first: Quote, findings: Findings) -> Statement | None:
    """The audit's own word, for a sentence that sets the article beside its sources: one of the two
    settles what is asked, and the sentence does not say which."""
    if is_verdict(first) or not tells_both(first):
        return None
    for quote in filter(is_verdict, findings.quotes[:_REACH]):
        settled = _settled_by_note(quote, claimed, findings)
        if settled:
            return Statement(quote, _led(settled, "", claimed))
    return None


def _settled_by_note(note: Quote, claimed: Claimed, findings: Findings) -> Settled:
    """What a note of the audit makes of what is asked, where it is on just that claim."""
    claim = claim_noted(note, findings.index)
    if claim is None or claimed.share(claim.text[findings.language]) < _SAYS_IT:
        return ""
    is_asked = _is_it(claim, claimed, True, findings)
    return _BY_VERDICT.get(claim.verdict, "") if is_asked else ""


def _told_of(statements: Sequence[Statement], findings: Findings) -> Sequence[AuditedClaim]:
    """The claims of which an answer may tell: those whose notes it quotes, or any, where it sets the
    article beside its sources."""
    quoted = quotes_of(statements)
    claims = findings.index.audited_claims
    notes = {quote.passage.paragraph for quote in filter(is_verdict, quoted)}
    if not notes:
        return claims if tells_both(quoted[0]) else ()
    return list(filter(lambda claim: claim.claim_id in notes, claims))


def _is_it(claim: AuditedClaim, claimed: Claimed, is_judged: bool, findings: Findings) -> bool:
    """Whether a question asks if just this claim is true; ``is_judged`` where the answer opens with the
    audit's word on it."""
    text = claim.text[findings.language]
    if claimed.missing(stated_in(text, findings)) or NOT.search(text):
        return False
    # What is not so at all is not so of all either.
    if _says_less(claimed, text) and claim.verdict != "contradicted":
        return False
    if _is_turned(claimed, text, findings) or _is_of_another_degree(claimed, text, findings):
        return False
    is_short = is_judged or claimed.numbers
    of_the_claim = _OF_THE_CLAIM_WITH_NUMBER if is_short else _OF_THE_CLAIM
    of_the_question = _OF_THE_QUESTION_WHERE_JUDGED if is_judged else _OF_THE_QUESTION
    is_asked = share_said(replace(claimed.query, text=text), claimed.text) >= of_the_claim
    return is_asked and claimed.share(text) >= of_the_question


# The sentence


def _by_itself(claimed: Claimed, quote: Quote, findings: Findings) -> Settled:
    """Whether a sentence says itself that what the article says of it is not so, or that nobody confirms it."""
    told = told_by_both.is_contradicted(quote.text, claimed)
    if told and _says_all(told, claimed, findings):
        return "no"
    return "no" if told_by_both.is_unconfirmed(quote.text, claimed) else ""


def _says_all(told: str, claimed: Claimed, findings: Findings) -> bool:
    """Whether words say all that is asked, and nothing else for it."""
    is_all = not (claimed.missing(stated_in(told, findings)) or _says_less(claimed, told))
    return is_all and not _is_turned(claimed, told, findings)


def _by_the_sentence(claimed: Claimed, quote: Quote, findings: Findings) -> Settled:
    """Whether a sentence states or denies all that is asked."""
    text = _told_for_sure(quote, claimed, findings)
    if not uses_all(quote.text_in_context, claimed.query.proper_names, claimed.query.language):
        return ""
    missing = claimed.missing(stated_in(text, findings))
    if inclusion.is_asked(claimed) and inclusion.tells_apart(text):
        is_left_out = not missing and inclusion.is_left_out(claimed, text)
        return "no" if is_left_out else ""
    if _is_nameless(missing, claimed, text) or _is_stricter(claimed, text):
        return ""
    if claimed.share(text) < _SAYS_IT or claimed.share_beside_names(text) < _BESIDE_NAMES:
        return ""
    if _is_turned(claimed, text, findings):
        return ""
    bounded = _bounded(missing, claimed)
    if bounded:
        return _measured(bounded, claimed, text, findings)
    affirmed, denied = _clauses(text)
    if claimed.share(affirmed) < claimed.share(text):
        return "no" if claimed.share(denied) >= _DENIES_IT else ""
    if not missing:
        return "yes"
    return "no" if _are_replaced(missing, claimed, quote, findings) else ""


def _clauses(text: str) -> tuple[str, str]:
    """The clauses of a sentence without a "not", and those with one."""
    clauses = _CLAUSE.split(text)
    denied = [clause for clause in clauses if NOT.search(clause)]
    return " ".join(clause for clause in clauses if clause not in denied), " ".join(denied)


def _told_for_sure(quote: Quote, claimed: Claimed, findings: Findings) -> str:
    """A sentence, or what of one on the article is not the article's word; may be empty."""
    # A claim of the article that the audit has judged is no fact.
    if _is_against(quote, claimed, findings) or verdict_on(quote, findings.index):
        return ""
    if not (is_verdict(quote) or tells_both(quote)):
        return quote.text
    return told_by_both.told_for_sure(quote.text, claimed)


def _is_against(quote: Quote, claimed: Claimed, findings: Findings) -> bool:
    """Whether a sentence is the audit's word against the claim that is asked about: what it tells
    beside that settles nothing."""
    doubted = (
        claim.text[findings.language]
        for claim in findings.index.audited_claims
        if claim.claim_id == quote.passage.paragraph and claim.verdict != "supported"
    )
    return any(claimed.share(text) >= _OF_THE_QUESTION for text in doubted)


def _is_nameless(missing: Sequence[Fact], claimed: Claimed, text: str) -> bool:
    """Whether a name is among what a sentence does not state, be it of a thing of the field; what no
    source confirms is stated by none."""
    query = claimed.query
    of_the_field = (name for name in query.names if not name.proper)
    return (
        any(isinstance(fact.value, ProperName) for fact in missing)
        or not uses_all(text, of_the_field, query.language)
        or bool(UNCONFIRMED.search(text))
    )


def _is_stricter(claimed: Claimed, text: str) -> bool:
    """Whether a sentence says less than a question, one of the two says "only", or names are set
    beside each other: with the words of both it need not say which has more."""
    asks_only = bool(_ONLY.search(claimed.text))
    is_told = asks_only or not is_the_only_one(text, claimed)
    is_of_one = is_told and bool(_ONLY.search(text)) != asks_only
    return _says_less(claimed, text) or is_of_one or bool(THAN.search(claimed.text))


def _says_less(claimed: Claimed, text: str) -> bool:
    """Whether a question says "all" or "most", and a text does not."""
    return any(sign.search(claimed.text) and not sign.search(text) for sign in _STRICT)


def _bounded(missing: Sequence[Fact], claimed: Claimed) -> Fact | None:
    """The only number that a sentence does not state, where a question asks for more or less than that."""
    if len(missing) != 1:
        return None
    [asked] = missing
    is_number = isinstance(asked.value, Number)
    return asked if is_number and _bound(asked, claimed) else None


def _bound(asked: Fact, claimed: Claimed) -> Direction:
    """Whether a question asks for more than a number of it, or for less."""
    return direction(claimed.text, asked.start, asked.end, claimed.query.language)


def _measured(asked: Fact, claimed: Claimed, text: str, findings: Findings) -> Settled:
    """Whether the only number of a sentence in that unit lies on the side that is asked for; "" where it
    has none, or only a bound that leaves it open: "more than 5" may be more than 6, or not."""
    stated = stated_in(text, findings).facts
    told = [fact for fact in stated if _in_unit_of(asked, fact)]
    if len(told) != 1:
        return ""
    [number] = told
    side: Direction = "more" if _value(number) > _value(asked) else "less"
    own = direction(text, number.start, number.end, findings.language)
    is_open = own and own != side
    if is_open:
        return ""
    return "yes" if _bound(asked, claimed) == side else "no"


def _in_unit_of(asked: Fact, fact: Fact) -> bool:
    one, other = asked.value, fact.value
    return isinstance(one, Number) and isinstance(other, Number) and one.unit == other.unit


def _value(fact: Fact) -> Fraction:
    return fact.value.value if isinstance(fact.value, Number) else Fraction(0)


def _are_replaced(
    missing: Sequence[Fact], claimed: Claimed, quote: Quote, findings: Findings
) -> bool:
    """Whether a sentence states another number of the same unit for the one that is missing, and no
    sentence near it states that."""
    [first, *more] = missing
    if more or not isinstance(first.value, Number):
        return False
    said = (stated_in(other.text, findings) for other in findings.quotes[:_REACH])
    others = _numbers_like(first.value, quote.text, claimed, findings)
    return len(others) == 1 and all(map(claimed.missing, said))


def _numbers_like(number: Number, text: str, claimed: Claimed, findings: Findings) -> list[Value]:
    """The numbers of a text in the same unit that the question does not have."""
    mine = [fact.value for fact in claimed.facts]

    def is_another(value: Value) -> bool:
        is_like = isinstance(value, Number) and value.unit == number.unit
        return is_like and value not in mine

    stated = (fact.value for fact in stated_in(text, findings).facts)
    return list(filter(is_another, stated))


def _is_turned(claimed: Claimed, text: str, findings: Findings) -> bool:
    """Whether a sentence says the opposite, has names of a kind the other way round, or has "more
    than" a number where the question has less."""
    said = _in_order(text, claimed, findings)
    order = filter(said.__contains__, _in_order(claimed.text, claimed, findings))
    return (
        bool(opposites_between(claimed.text, text, findings.language))
        or said != list(order)
        or any(_has_less(fact, claimed, text, findings) for fact in claimed.numbers)
    )


def _in_order(text: str, claimed: Claimed, findings: Findings) -> list[Name]:
    """The names of a question that are of one kind, in the order of a text: who did what to whom."""
    names = [name.name for name in claimed.query.proper_names]
    kinds = [name.kind for name in names]
    said = filter(names.__contains__, findings.index.glossary.found_in(text))
    return [name for name in said if kinds.count(name.kind) > 1]


def _is_of_another_degree(claimed: Claimed, text: str, findings: Findings) -> bool:
    """Whether a question has "more than" or "less than" a number that a text has as it stands, has
    another place, or has "only" or "few" alone: what is said of the one is not said of the other."""
    language = findings.language
    place = asked_place(claimed.text)
    stated = stated_in(text, findings).facts

    def is_compared(number: Fact) -> bool:
        asked = _bound(number, claimed)
        same = [fact for fact in stated if matches(fact.value, number.value)]
        told = [direction(text, fact.start, fact.end, language) for fact in same]
        return bool(asked) and asked not in told

    limits = (its.search(claimed.text) and not its.search(text) for its in (_ONLY, _FEW))
    is_elsewhere = place > 1 and not tells_place(text, place)
    is_another = is_elsewhere or tells_another_place(text, place) or any(limits)
    return is_another or any(map(is_compared, claimed.numbers))


def _has_less(number: Fact, claimed: Claimed, text: str, findings: Findings) -> bool:
    """Whether one has more than a number and the other less."""
    language = findings.language
    asked = direction(claimed.text, number.start, number.end, language)
    same = (fact for fact in stated_in(text, findings).facts if matches(fact.value, number.value))
    return any(oppose(asked, direction(text, fact.start, fact.end, language)) for fact in same)
