"""What several plans need: which quotes say the same, which say otherwise, what the audit says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace

from citechat_ingest import AuditedClaim, Glossary, Name, Passage, Role

from ..index.opening import Index
from ..language import answer_types, terms
from ..language.held_words import held_words
from ..retrieval.query import Query
from ..retrieval.selection import Quote
from ..verification.facts import Number, names_in, read_facts
from ..verification.measure_words import counted_thing, counts
from .statements import Findings, Statement

# Two sentences are about the same matter when they share this much of the shorter one's words,
# numbers left aside. Read off pairs of the shipped corpus: restatements lie above .5, neighbours
# that only share their subject below .4.
_SAME_MATTER = 0.5
# How far below the best, in the units of its score, a sentence may lie that answers about as well.
_NEAR = 4.0
# How many quotes below the best may still contradict it.
_REACH = 8
# The share of a claim's words that a sentence must hold to be that claim.
_SAME_CLAIM = 0.5
# How many times larger another count of the same thing may be.
_SIZE = 5
# How a source speaks of the article's claims without naming it.
_THAT_PICTURE = re.compile(
    r"\bthat (?:picture|claim|view)\b|\bdiese[sm]? Bild\b|这一说法|这一描述", re.IGNORECASE
)
# Whose claims are told by their name.
WHOSE = frozenset({"company", "product", "person", "university"})
JUDGED = ("refined", "contradicted", "unconfirmed")


def matter(text: str, language: str) -> frozenset[str]:
    """The words of a text without its numbers: what it is about."""
    words = terms.words(text, language)
    return frozenset(word for word in words if not word[0].isdigit())


def is_same_matter(one: Quote, other: Quote) -> bool:
    """Whether two sentences are about the same thing, whatever numbers they give."""
    first = matter(one.text, one.passage.language)
    second = matter(other.text, other.passage.language)
    shorter = min(len(first), len(second))
    return shorter > 0 and len(first & second) >= _SAME_MATTER * shorter


def is_near(quote: Quote, best: Quote, reach: float = _NEAR) -> bool:
    """Whether a sentence lies no further below the best, and uses as many of the names."""
    return quote.score >= best.score - reach and quote.names >= best.names


def distinct(quotes: Iterable[Quote]) -> list[Quote]:
    """The quotes without those that say what an earlier one says, numbers included."""
    kept: list[Quote] = []
    for quote in quotes:
        repeats = any(
            is_same_matter(quote, before) and adds_no_number(quote, before) for before in kept
        )
        if not repeats:
            kept.append(quote)
    return kept


# So much of what a sentence says beside its names and numbers stands in one before it that says the same.
_SAID_BEFORE = 0.3
_WHO_TELLS = frozenset({"publisher", "concept"})


def without_repeats(statements: Sequence[Statement], glossary: Glossary) -> list[Statement]:
    """The statements but for bare sentences that only say again what one before them says; one with a lead or
    with figures is told for these."""
    kept: list[Statement] = []
    told: list[Quote] = []
    for statement in statements:
        quote = statement.quote
        is_bare = not (statement.lead or statement.figures)
        if quote and is_bare and _is_said_again(quote, told, glossary):
            continue
        kept.append(statement)
        told += filter(None, [quote])
    return kept


def _is_said_again(quote: Quote, told: Sequence[Quote], glossary: Glossary) -> bool:
    return any(_says_again(quote, before, glossary) for before in told)


def _says_again(quote: Quote, before: Quote, glossary: Glossary) -> bool:
    """Whether a sentence with numbers has no number and no name that one before it has not, and is on
    the same matter; who tells it left aside."""
    counted = digit_groups(quote.text)
    if not counted or is_verdict(quote) or not counted <= digit_groups(before.text):
        return False
    named = glossary.found_in(quote.text)
    known = glossary.found_in(before.text)
    if any(name not in known for name in named if name.kind not in _WHO_TELLS):
        return False
    language = quote.passage.language
    spelled = " ".join(spelling for name in named for spelling in name.all_spellings)
    own = matter(quote.text, language) - matter(spelled, language)
    return len(own & matter(before.text, language)) >= _SAID_BEFORE * len(own)


def numbers(quote: Quote, index: Index) -> frozenset[Number]:
    """The numbers that a sentence states, years and dates left aside."""
    facts = read_facts(quote.text, quote.passage.language, index.glossary)
    return frozenset(fact.value for fact in facts if isinstance(fact.value, Number))


def adds_no_number(quote: Quote, before: Quote) -> bool:
    """Whether every digit group of ``quote`` stands in ``before``, too."""
    return digit_groups(quote.text) <= digit_groups(before.text)


def digit_groups(text: str) -> frozenset[str]:
    """The digit groups of a text, without what divides thousands."""
    return frozenset(_digits(text))


def _digits(text: str) -> Iterator[str]:
    group = ""
    for character in f"{text} ":
        if character.isdigit() or (group and character in ",."):
            group += character
        elif group:
            yield group.rstrip(",.").replace(",", "").replace(".", "")
            group = ""


def saying_otherwise(first: Quote, findings: Findings) -> Quote | None:
    """The best quote of another document on the same matter that gives other numbers, if any."""
    own = numbers(first, findings.index)
    if not own:
        return None
    for other in findings.quotes[1:_REACH]:
        same_document = other.passage.document_id == first.passage.document_id
        if same_document or is_verdict(other):
            continue
        if other.names < first.names or not is_same_matter(first, other):
            continue
        if not names_one_as_well(other, first, findings):
            continue
        if not _is_of_the_thing(other, first, findings):
            continue
        theirs = numbers(other, findings.index)
        alike = any(is_alike(one, mine) for one in theirs for mine in own)
        thing = counted_thing(findings.query.text, findings.language)
        same_thing = counts(other.text, thing, other.passage.language)
        if theirs and alike and same_thing and not (theirs & own):
            return other
    return None


# Of what is counted one text writes "firms" and another "companies".
_HOW_MANY = re.compile(
    r"\bhow many\b|\bnumber of\b|\bwie ?viele\b|\banzahl\b|多少[家个名位起款座项]|几[家个]|数量",
    re.IGNORECASE,
)
# In what is counted, and who tells it: two sentences that share no more are on two things.
_ONLY_COUNTS = frozenset(
    "billion million thousand trillion percent yuan dollar accord report"
    " milliard million tausend billion prozent laut bericht zufolg".split()
)


def _is_of_the_thing(other: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a sentence shares with the first more than names and units, and where an amount is asked
    for the words of the question: the output of a town is not its debt."""
    query, language = findings.query, findings.language
    shared = matter(first.text, language) & matter(other.text, language)
    is_counted = _HOW_MANY.search(query.text)
    asked = matter(query.text, language) & matter(first.text, language)
    named = _spelled(first, findings)
    if not is_counted and not all(its in shared or its.startswith(named) for its in asked):
        return False
    return not all(its in _ONLY_COUNTS or its.startswith(named) for its in shared)


def _spelled(quote: Quote, findings: Findings) -> tuple[str, ...]:
    """The words of the names in a sentence, but for terms; "Nordens" begins with one."""
    mentions = names_in(quote.text, findings.language, findings.index.glossary)
    named = (mention.name for mention in mentions if mention.name.kind != "concept")
    spelled = (its for name in named for its in name.all_spellings)
    return tuple(matter(" ".join(spelled), findings.language))


def names_one_as_well(other: Quote, first: Quote, findings: Findings) -> bool:
    """Whether a further sentence names one of those asked about, where the first does: "the association of
    Norden" is not Norden."""
    asked = [name.name for name in findings.query.proper_names]

    def names_one(quote: Quote) -> bool:
        mentions = names_in(quote.text, quote.passage.language, findings.index.glossary)
        return any(mention.name in asked for mention in mentions)

    return names_one(other) or not names_one(first)


def is_alike(number: Number, other: Number) -> bool:
    """Whether two numbers may count the same: of one unit, and of one size."""
    smaller, larger = sorted((abs(number.value), abs(other.value)))
    return number.unit == other.unit and larger <= _SIZE * smaller


def missing_terms(query: Query, quotes: Sequence[Quote]) -> frozenset[str]:
    """The question's words that no quote and no heading of one holds."""
    text = " ".join(quote.text_in_context for quote in quotes)
    held = held_words(text, query.language)
    used = (name.terms for name in query.names if name.occurs_in(held.stems))
    return frozenset(held.lacking(query.terms["words"])).difference(*used)


# The audit


def verdict_on(quote: Quote, index: Index, even_if_borne_out: bool = False) -> Quote | None:
    """What the audit says of the claim that a sentence of the article makes; nothing where the
    sources simply bear it out, unless that is asked, too."""
    if not quote.passage.sources:
        return None
    return _note_on(
        quote,
        index,
        lambda claim: (
            claim.paragraph == quote.passage.paragraph
            and (even_if_borne_out or claim.verdict in JUDGED)
        ),
    )


def verdict_on_told(quote: Quote, index: Index) -> Quote | None:
    """What the audit says of the claim of which a source tells that the article makes it."""
    source = quote.passage.document_id.removeprefix("sources/")
    return _note_on(quote, index, lambda claim: source in claim.sources)


def audited_claim_of(quote: Quote, index: Index) -> AuditedClaim | None:
    """The claim of the article's that a sentence makes, or tells with all its numbers, as far as the audit
    knows one."""
    own, said = quote.passage.paragraph, digit_groups(quote.text)
    language = quote.passage.language
    if quote.passage.role == "article":
        return _claim_of(quote, index, lambda claim: claim.paragraph == own)
    return _claim_of(quote, index, lambda claim: digit_groups(claim.text[language]) <= said)


def is_contradicted(quote: Quote, index: Index) -> bool:
    """Whether the audit contradicts the claim that a sentence of the article makes."""
    paragraph = quote.passage.paragraph
    claim = _claim_of(quote, index, lambda claim: claim.paragraph == paragraph)
    return bool(quote.passage.sources and claim and claim.verdict == "contradicted")


def _note_on(quote: Quote, index: Index, concerns: Callable[[AuditedClaim], bool]) -> Quote | None:
    """The audit's note on the claim, of those that it concerns, which the sentence makes."""
    claim = _claim_of(quote, index, concerns)
    return note(claim, quote.passage.language, index) if claim else None


def _claim_of(
    quote: Quote, index: Index, concerns: Callable[[AuditedClaim], bool]
) -> AuditedClaim | None:
    """The claim, of those that it concerns, which a sentence holds most of: of its numbers, then of
    its words."""
    language = quote.passage.language

    def held(claim: AuditedClaim) -> float:
        claimed = matter(claim.text[language], language)
        return len(claimed & matter(quote.text, language)) / max(1, len(claimed))

    def worth(claim: AuditedClaim) -> tuple[int, float]:
        numbers_held = set(_digits(claim.text[language])) & set(_digits(quote.text))
        return len(numbers_held), held(claim)

    said = index.glossary.found_in(quote.text)
    claims = [
        claim
        for claim in index.audited_claims
        if concerns(claim) and _names_whose(claim.text[language], said, index)
    ]
    return max((claim for claim in claims if held(claim) >= _SAME_CLAIM), key=worth, default=None)


def _names_whose(claimed: str, said: Sequence[Name], index: Index) -> bool:
    """Whether a sentence that names ``said`` names any of those whom a claim is about, should it be
    about a company, a product, a person or a university: "the city of private companies" claims
    nothing of Hikvision."""
    theirs = [name for name in index.glossary.found_in(claimed) if name.kind in WHOSE]
    return not theirs or any(name in said for name in theirs)


def verdict_for(quote: Quote, findings: Findings) -> Quote | None:
    """The audit's word on a sentence, as far as it bears on the question: where a number is asked
    for, a verdict that gives none is on something else that the sentence says."""
    judged = verdict_on(quote, findings.index)
    if judged is None or "number" not in findings.query.types:
        return judged
    is_of_numbers = bool(numbers(quote, findings.index))
    return judged if numbers(judged, findings.index) or not is_of_numbers else None


def note(claim: AuditedClaim, language: str, index: Index) -> Quote | None:
    """The note of the audit on a claim, as a quote of its first sentence."""
    passage = _paragraph("audit", claim.claim_id, language, index)
    return first_sentence(passage) if passage else None


def sentence_making(claim: AuditedClaim, language: str, index: Index) -> Quote | None:
    """The sentence of the article that makes a claim: of its paragraph the one that holds most of it."""
    passage = _paragraph("article", claim.paragraph, language, index)
    if passage is None:
        return None
    claimed = matter(claim.text[language], language)
    quotes = [first_sentence(passage, number) for number in range(len(passage.sentences))]
    return max(quotes, key=lambda quote: len(claimed & matter(quote.text, language)))


def _paragraph(role: Role, name: str, language: str, index: Index) -> Passage | None:
    """The passage that opens a named paragraph of the article, or of the audit."""
    document = index.document_with_role(role, language)
    paragraphs = index.paragraphs(document, language) if document else ()
    places = [start for paragraph, start in paragraphs if paragraph == name]
    if not places:
        return None
    passage_id = f"{language}/{document}#{places[0]}"
    return index.passages(language, [passage_id]).get(passage_id)


def first_sentence(passage: Passage, number: int = 0) -> Quote:
    """A sentence of a passage as a quote, without a score."""
    return Quote(passage, number, 0.0, number, 1.0)


def is_verdict(quote: Quote) -> bool:
    """Whether a quote is the audit's, which names claim and finding in one."""
    return quote.passage.role == "audit"


def tells_both(quote: Quote) -> bool:
    """Whether a sentence sets what the article says beside what others say: no verdict is left to add."""
    if is_verdict(quote):
        return True
    comments = holds(quote, "truth") or bool(_THAT_PICTURE.search(quote.text))
    return quote.passage.role != "article" and comments


def with_verdict(quote: Quote, findings: Findings) -> list[Statement]:
    """A quote, and the audit's word on it where it has one."""
    judged = verdict_for(quote, findings)
    return [Statement(quote)] + ([Statement(judged)] if judged else [])


# Neighbours


def following(quote: Quote, reach: int) -> Iterator[Quote]:
    """The sentences after a quote in its passage, nearest first."""
    last = min(len(quote.passage.sentences), quote.number + 1 + reach)
    for number in range(quote.number + 1, last):
        yield replace(quote, number=number, opens=number)


def holds(quote: Quote, kind: str) -> bool:
    """Whether a sentence holds something of an answer type ("reason", "list", …)."""
    return answer_types.holds(quote.text, frozenset({kind}))
