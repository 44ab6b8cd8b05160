"""How many of one: its number, and the audit's word on it or who counts otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citechat_ingest import Figure

from ...retrieval.selection import Quote
from ..audit_verdicts import is_verdict, verdict_for
from ..statements import Findings, Statement
from .asked_figure import AskedFigure
from .figure_sentences import names, sentence_for, stated_in, tells
from .figure_sides import agree, as_of, disputes, whole
from .figure_statements import counted_among, figures_of, lead_naming, told_otherwise

# Who says what nobody counted.
_WORKED_OUT = frozenset({"arithmetic", "arithmetic from the article"})


def told_single(asked: AskedFigure, pool: Sequence[Figure], findings: Findings) -> list[Statement]:
    """The number of one place, and the audit's word on it or who counts otherwise."""
    subject = asked.subjects[0] if asked.subjects else whole(pool, findings)
    of_subject = [figure for figure in pool if figure.subject == subject]
    # What somebody counted before what is only worked out from other figures.
    own = [figure for figure in of_subject if figure.said_by not in _WORKED_OUT] or of_subject
    others = [figure for figure in pool if figure.subject != subject]
    if not own:
        return []
    latest_last = sorted(own, key=as_of)
    first, stated = _best_of(asked, latest_last, others, findings)
    if first is None:
        return []
    lead = ""
    if asked.subjects and not names(first.text, stated, findings):
        lead = lead_naming(stated, first, asked, findings)
    answer = [Statement(first, lead, (stated,))]
    judged = verdict_for(first, findings)
    if judged:
        return [*answer, Statement(judged)]
    disputing = [figure for figure in latest_last if disputes(figure, stated)]
    if disputing and len(stated_in(first, disputing)) == len(disputing):
        return answer
    other = disputing[-1] if disputing else None
    return [*answer, *told_otherwise(other, stated, first, latest_last, findings)]


def told_of_the_one(
    asked: AskedFigure, pool: Sequence[Figure], findings: Findings
) -> list[Statement]:
    """The number of the only one of the subjects that is counted, by a sentence that names them
    all: "What share of Southam's lamps has Norden?" asks of one."""
    [subject] = counted_among(asked.subjects, pool)
    answer = told_single(replace(asked, subjects=(subject,)), figures_of([subject], pool), findings)
    names_all = all(_first_names(name, answer, findings) for name in asked.subjects)
    return answer if names_all else []


def _first_names(subject: str, answer: Sequence[Statement], findings: Findings) -> bool:
    """Whether the first sentence of an answer names this subject."""
    first = answer[0].quote if answer else None
    said = findings.index.glossary.found_in(first.text) if first else []
    return any(subject in name.all_spellings for name in said)


def _best_of(
    asked: AskedFigure, figures: Sequence[Figure], others: Sequence[Figure], findings: Findings
) -> tuple[Quote | None, Figure]:
    """The best sentence found, where it gives one of the figures and none of other places; else the
    sentence of the latest figure. What is outdated is told only by the article itself."""
    best = findings.quotes[0]
    latest = max(figures, key=as_of)
    stated = stated_in(best, figures)
    elsewhere = any(tells(best, figure, findings) for figure in others)
    if stated and not elsewhere and not is_verdict(best) and _is_dated(best, asked):
        is_current = bool(best.passage.sources) or _holds_still(stated[-1], latest, asked)
        if is_current:
            return best, stated[-1]
    return sentence_for(latest, figures, findings), latest


def _holds_still(figure: Figure, latest: Figure, asked: AskedFigure) -> bool:
    """Whether a figure is of the latest year, or agrees with the latest; or a time is asked about."""
    return bool(asked.dates) or figure.year[:4] >= latest.year[:4] or agree(figure, latest)


def _is_dated(quote: Quote, asked: AskedFigure) -> bool:
    """Whether a sentence names a year that is asked for, if one is."""
    return not asked.dates or any(date[:4] in quote.text for date in asked.dates)
