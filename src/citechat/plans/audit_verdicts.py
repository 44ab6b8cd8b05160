"""What the audit says of a sentence: the claim that it makes, the note on that, and whether it is itself such a note."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from citechat_ingest import AuditedClaim, Name, Passage, Role

from ..index.opening import Index
from ..retrieval.query import uses_all
from ..retrieval.selection import Quote
from .quotes import first_sentence, holds
from .same_matter import digit_groups, matter, numbers
from .statements import Findings, Statement

# The share of a claim's words that a sentence must hold to be that claim; and one that has all of its numbers, since
# the rest may be told by the next sentence.
_SAME_CLAIM = 0.5
_SAME_NUMBERS = 0.4
# How a source speaks of the article's claims without naming it.
_THAT_PICTURE = re.compile(
    r"\bthat (?:picture|claim|view)\b|\bdiese[sm]? Bild\b|这一说法|这一描述", re.IGNORECASE
)
# Whose claims are told by their name.
WHOSE = frozenset({"company", "product", "person", "university"})
JUDGED = ("refined", "contradicted", "unconfirmed")


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
        numbers_held = digit_groups(claim.text[language]) & digit_groups(quote.text)
        return len(numbers_held), held(claim)

    said = index.glossary.found_in(quote.text)
    claims = [
        claim
        for claim in index.audited_claims
        if concerns(claim) and _names_whose(claim.text[language], said, index)
    ]
    made = [claim for claim in claims if held(claim) >= _least_held(claim, quote)]
    return max(made, key=worth, default=None)


def _least_held(claim: AuditedClaim, quote: Quote) -> float:
    """The share of a claim's words that a sentence must hold."""
    counted = digit_groups(claim.text[quote.passage.language])
    has_all = bool(counted) and counted <= digit_groups(quote.text)
    return _SAME_NUMBERS if has_all else _SAME_CLAIM


def _names_whose(claimed: str, said: Sequence[Name], index: Index) -> bool:
    """Whether a sentence that names ``said`` names any of those whom a claim is about, should it be
    about a company, a product, a person or a university: "the city of private companies" claims
    nothing of Hikvision."""
    theirs = _whose(claimed, index)
    return not theirs or any(name in said for name in theirs)


def verdict_for(quote: Quote, findings: Findings) -> Quote | None:
    """The audit's word on a sentence, as far as it bears on the question: where a number is asked
    for, a verdict that gives none is on something else that the sentence says."""
    own = _own_claim(quote, findings)
    if own:
        return note(own, findings.language, findings.index) if own.verdict in JUDGED else None
    judged = verdict_on(quote, findings.index)
    if judged is None or _is_on_another(judged, quote, findings):
        return None
    return None if _lacks_a_number(judged, quote, findings) else judged


def _lacks_a_number(judged: Quote, quote: Quote, findings: Findings) -> bool:
    """Whether a number is asked for, and a verdict on a sentence with numbers gives none."""
    if "number" not in findings.query.types:
        return False
    index = findings.index
    return bool(numbers(quote, index)) and not numbers(judged, index)


def _is_on_another(judged: Quote, quote: Quote, findings: Findings) -> bool:
    """Whether a verdict is on another company, product, person or university than the one that is asked about,
    which a sentence names beside it: "Holm, Zeeb and Yard are its works" says three things."""
    claim = claim_noted(judged, findings.index)
    if claim is None:
        return False
    theirs = _whose(claim.text[findings.language], findings.index)
    said = _whose(quote.text, findings.index)
    asked = [name.name for name in findings.query.proper_names]
    told = list(filter(asked.__contains__, said))
    if not (theirs and told):
        return False
    return not any(map(told.__contains__, theirs))


def _whose(text: str, index: Index) -> list[Name]:
    """The names of a text whose claims are told by them."""
    return [name for name in index.glossary.found_in(text) if name.kind in WHOSE]


def _own_claim(quote: Quote, findings: Findings) -> AuditedClaim | None:
    """Of several claims that a sentence makes, the one that alone names whom a question is about: "of 200 lamps,
    30 are in Norden" says how many Norden has, and how many there are of all."""
    names = findings.query.proper_names
    if "number" not in findings.query.types:
        return None
    if not (names and quote.passage.sources):
        return None
    made = _claims_of_paragraph(quote, findings.index)
    language = findings.language
    naming = [claim for claim in made if uses_all(claim.text[language], names, language)]
    if len(naming) == len(made):
        return None
    return _claim_of(quote, findings.index, naming.__contains__)


def _claims_of_paragraph(quote: Quote, index: Index) -> list[AuditedClaim]:
    """The audited claims of the paragraph of a sentence."""
    own = quote.passage.paragraph
    return [claim for claim in index.audited_claims if claim.paragraph == own]


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


def is_verdict(quote: Quote) -> bool:
    """Whether a quote is the audit's, which names claim and finding in one."""
    return quote.passage.role == "audit"


def claim_noted(note: Quote, index: Index) -> AuditedClaim | None:
    """The claim that a note of the audit judges."""
    own = note.passage.paragraph
    return next((claim for claim in index.audited_claims if claim.claim_id == own), None)


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
