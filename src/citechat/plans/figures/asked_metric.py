"""Which metric of the figures a question names, in whatever words the corpus has for it."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from citechat_ingest import LANGUAGES, Mention, Name

from ...index.figure_table import Wording
from ...index.opening import Index
from ...language import terms
from ...language.cut_out import blanked_out
from .asked_arithmetic import asked_working, asks_for_growth
from .asked_places import THING_ALONE, THINGS
from .asked_sides import ORDERED

# "Zweitwertvollste" asks for what is "wertvollste".
_ORDINAL = re.compile(r"\b(?:zweit|dritt|viert|fünft)(?=[a-zäöüß]{3,}[sß]te)", re.IGNORECASE)


def wording_of(
    question: str,
    mentions: Sequence[Mention],
    subjects: Sequence[str],
    things: Collection[str],
    index: Index,
    is_between: bool,
) -> Wording | None:
    """The longest wording of a metric that the question uses; of equals one with figures for the
    subjects that it names. Where a company or an app is asked for, a metric that counts such comes
    first: "the most valuable chip company" asks for no number of chip companies.

    ``is_between`` says that growth from one date to another is asked for, which no metric of growth
    within a year tells."""
    # "Shenzhen AI Industry Association" does not ask for the AI industry.
    bodies = [mention for mention in mentions if mention.name.kind not in ("concept", "place")]
    # "Alibaba Cloud" may ask for the cloud of Alibaba.
    text = blanked_out(question, [_owner_of(mention, subjects) for mention in bodies])
    text = _ORDINAL.sub("", text)
    stems = {code: set(terms.words(text, code)) for code in LANGUAGES}
    named = {id(mention.name) for mention in mentions} | _inflected(stems, index)
    folded = text.casefold()

    def is_used(wording: Wording) -> bool:
        if not named.issuperset(wording.name_ids):
            return False
        if wording.language == "zh":
            return all(word in folded for word in wording.words)
        return stems[wording.language].issuperset(wording.words)

    is_row = bool(ORDERED.search(question))
    is_share = asked_working(question) == "share"

    def fitness(wording: Wording) -> tuple[bool, bool, int, bool, int]:
        known = {figure.subject for figure in index.figures.by_metric[wording.metric]}
        of_such = any(index.figures.kinds.get(key) in things for key in known)
        # What one only has makes no row.
        has_row = is_row and len(known) > 1
        # "The share of the deals" is worked out of deals, and no other share.
        tells_share = is_share and is_percentage(wording.metric, index)
        weight = wording.weight - tells_share
        return has_row, of_such, weight, tells_share, len(known.intersection(subjects))

    used = [w for w in index.figures.wordings if (w.names or w.words) and is_used(w)]
    if is_between:
        used = [w for w in used if not is_growth(w.metric, index)]
    return max(used, key=fitness, default=None)


def is_growth(metric: str, index: Index) -> bool:
    """Whether a metric tells growth by its name."""
    return asks_for_growth(index.figures.name("metric", metric, "en"))


def is_percentage(metric: str, index: Index) -> bool:
    """Whether a metric is a share of something."""
    return "percent" in index.figures.units_of(metric)


def owner_by_name(name: Name) -> str:
    """Whose a thing is by its name: "Alibaba" of "Alibaba Cloud"; empty for what is no business."""
    return name.names["en"].split()[0] if name.kind in ("company", "product") else ""


def _owner_of(mention: Mention, subjects: Sequence[str]) -> Mention:
    """The mention, cut to the subject whose thing it is: "Alibaba" of "Alibaba Cloud"."""
    owner = owner_by_name(mention.name)
    if owner in subjects and owner not in mention.name.all_spellings:
        return replace(mention, end=min(mention.end, mention.start + len(owner)))
    return mention


def _inflected(stems: Mapping[str, set[str]], index: Index) -> set[int]:
    """The names in wordings whose stems the question has: "registrierten Modellen"."""

    def stands(name: Name) -> bool:
        english, german = _stems(name, "en"), _stems(name, "de")
        return stems["en"].issuperset(english) or stems["de"].issuperset(german)

    names = [name for wording in index.figures.wordings for name in wording.names]
    distinct = {id(name): name for name in names}
    return {key for key, name in distinct.items() if stands(name)}


def _stems(name: Name, language: str) -> tuple[str, ...]:
    return terms.words(name.names[language], language)


def without_metric(text: str, metric: str, things: Collection[str], index: Index) -> str:
    """A question without what asks for such a thing, and without any word that names the metric."""
    for kind in things:
        text = THING_ALONE[kind].sub(" ", THINGS[kind].sub(" ", text))
    for wording in index.figures.wordings:
        if wording.metric == metric:
            text = without_wording(text, (), wording)
    return text


def without_wording(question: str, mentions: Sequence[Mention], wording: Wording) -> str:
    """The question without the names that it mentions and the words that name the metric."""
    text = blanked_out(question, mentions)
    if wording.language == "zh":
        for word in sorted(wording.words, key=len, reverse=True):
            # "ai" is no part of "against".
            alone = rf"(?<![a-z]){re.escape(word)}(?![a-z])"
            text = re.sub(alone, " ", text, flags=re.IGNORECASE)
        return text
    words = {stem for name in wording.names for stem in _stems(name, wording.language)}
    words.update(wording.words)
    kept = [w for w in text.split() if not words.intersection(terms.words(w, wording.language))]
    return " ".join(kept)
