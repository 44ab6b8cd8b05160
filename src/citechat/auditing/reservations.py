"""What sources add to a claim that they bear out, and the claim leaves out: it is right in part then."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import partial

from ..verification.facts import Date, Fact
from .claims import Claim
from .evidence import Evidence
from .measures import is_within_rounding
from .number_verdicts import SAME_SUBJECT, Figure
from .wording import is_in_a_list, likeness, names_all

# A sentence says as much of the claim as another one if it is no less like it than by this.
_AS_LIKE = 0.05
# A claim has somebody ahead of somebody.
_AHEAD = {
    "en": r"\b(?:overt[ao]\w*|surpass\w*|ahead|beat(?:s|en)?|outstrip\w*|outdo(?:es|ne)?|exceed\w*)\b",
    "de": r"\b(?:überhol\w+|übertr[iao]\w+|überflügel\w+|schl[äu]g\w*|vor(?= [A-ZÄÖÜ]))\b",
    "zh": r"超[过越]|领先|高于|多于|优于|胜过|反超|赶超",
}
# Ahead, but by how little: "narrowly ahead", "knapp vor", "略微领先".
_NARROWLY = {
    "en": r"\b(?:narrowly|slightly|barely|marginally|only just) (?:ahead|in front|higher|larger|better)\b"
    r"|\bnarrow (?:lead|margin)\b",
    "de": r"\b(?:knapp|hauchdünn|geringfügig|minimal|leicht) (?:vor|voraus|über|höher|größer|besser)\b"
    r"|\bknappe[nrms]? (?:Vorsprung|Führung)\b",
    "zh": r"(?:略微?|稍微?|微弱|小幅|勉强)(?:领先|高于|超过|多于|优于|胜)|微弱优势",
}
# One of several is not like the others.
_EXCEPTION = {
    "en": r"\b(?:exceptions?|except for)\b",
    "de": r"\b(?:Ausnahmen?|ausgenommen)\b",
    "zh": r"例外|除外",
}


def reservations(
    claim: Claim, figures: Sequence[Figure], near: Sequence[Evidence], about: Sequence[Evidence]
) -> tuple[Evidence, ...]:
    """The sentences that make a claim right in part only: another number of the same year, a lead
    that is narrow, or one of those that it lists as an exception."""
    found = [
        *_other_numbers(claim, figures),
        *_narrow_leads(claim, near),
        *_exceptions(claim, about),
    ]
    return tuple(dict.fromkeys(found))


def _other_numbers(claim: Claim, figures: Sequence[Figure]) -> Iterator[Evidence]:
    """The sentence that gives the one number of a claim otherwise, and says as much of the claim."""
    if len(figures) != 1:
        return
    stating, against = figures[0].stating, figures[0].against
    if stating is None or against is None or _is_rounded(figures[0], against):
        return
    is_as_like = likeness(claim, [against]) >= likeness(claim, [stating]) - _AS_LIKE
    if is_as_like and _is_of_its_year(claim, against):
        yield against


def _is_rounded(figure: Figure, against: Evidence) -> bool:
    """Whether a sentence has the number all the same, but for the rounding."""
    return any(is_within_rounding(figure.fact, other) for other in against.figures)


def _is_of_its_year(claim: Claim, one: Evidence) -> bool:
    """Whether a sentence gives a year of the claim."""
    years = {fact.value for fact in claim.dates if isinstance(fact.value, Date)}
    return any(date == Date(date.year) for date in years.intersection(one.dates))


def _narrow_leads(claim: Claim, near: Sequence[Evidence]) -> Iterator[Evidence]:
    """The sentences by which a lead is narrow, where the claim does not say so."""
    if not _says(_AHEAD, claim.text, claim.language) or _says(
        _NARROWLY, claim.text, claim.language
    ):
        return
    for one in near:
        if names_all(claim, one) and _says(_NARROWLY, one.span.text, one.language):
            yield one


def _exceptions(claim: Claim, about: Sequence[Evidence]) -> Iterator[Evidence]:
    """The sentences that call one of those whom the claim lists an exception."""
    listed = [name for name in claim.names if is_in_a_list(claim, name)]
    near = [one for one in about if one.closeness >= SAME_SUBJECT]
    yield from filter(partial(_is_of_an_exception, listed), near)


def _is_of_an_exception(listed: Sequence[Fact], one: Evidence) -> bool:
    is_exception = _says(_EXCEPTION, one.span.text, one.language)
    return is_exception and any(one.stated.contains(name.value) for name in listed)


def _says(words: dict[str, str], text: str, language: str) -> bool:
    return bool(re.search(words[language], text, re.IGNORECASE))
