"""What an exam came to: figures by language and kind, tables, and answers to read aloud."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict
from statistics import mean, quantiles
from typing import Any, Protocol

from ..values import Answer
from .exam import RIGHT, UNANSWERABLE, Outcome, Result

EXTRACTIVE = "extractive"
SHOWN = {
    "clean": (Outcome.CLEAN,),
    "padded": (Outcome.PADDED,),
    "partial": (Outcome.PARTIAL,),
    "wrong": (Outcome.WRONG, Outcome.ANSWERED),
    "refused": (Outcome.REFUSED,),
}
"""What a reader may ask to be shown, and the outcomes that this names."""
ERRORS = frozenset(Outcome) - RIGHT - {Outcome.HONEST}


def summary(results: Sequence[Result]) -> dict[str, dict[str, Any]]:
    """Figures by language, by "language/kind", and for "all".

    Shares are 0 to 1, times in milliseconds; None where there is nothing to count.
    """
    groups: dict[str, list[Result]] = {}
    for result in results:
        language, kind = result.question.language, result.question.kind
        for name in ("all", language, f"{language}/{kind}"):
            groups.setdefault(name, []).append(result)
    return {name: _figures(groups[name]) for name in sorted(groups)}


def _figures(results: Sequence[Result]) -> dict[str, Any]:
    answerable = [r for r in results if r.question.kind != UNANSWERABLE]
    allowed = [value for r in answerable for value in r.allowed]
    quoting = [r for r in results if r.answer.citations]
    in_language = [r.answer.language == r.question.language for r in results]
    return {
        "questions": len(results),
        **_answer_figures(answerable),
        **_refusal_figures(results),
        "document_precision": share(allowed),
        "quotes_exact": share(r.exact for r in quoting),
        "right_language": share(in_language),
        **percentiles([r.seconds for r in results]),
        **_model_figures(results),
    }


def _answer_figures(answerable: Sequence[Result]) -> dict[str, Any]:
    """Shares of the questions that have an answer.

    ``clean`` and ``padded`` count only those of which the exam says what a clean answer is.
    """
    strict = [r for r in answerable if r.question.asks_for_clean]
    return {
        "clean": _outcome_share(strict, {Outcome.CLEAN}),
        "right": _outcome_share(answerable, RIGHT),
        "padded": _outcome_share(strict, {Outcome.PADDED}),
        "partial": _outcome_share(answerable, {Outcome.PARTIAL}),
        "wrong": _outcome_share(answerable, {Outcome.WRONG}),
        "wrongly_refused": _outcome_share(answerable, {Outcome.REFUSED}),
    }


def _refusal_figures(results: Sequence[Result]) -> dict[str, Any]:
    """How honest the refusals are; ``offers_named`` counts rightly refused questions alone."""
    unanswerable = [r for r in results if r.question.kind == UNANSWERABLE]
    refused = [r for r in results if not r.answer.answered]
    rightly = [r for r in unanswerable if r.outcome is Outcome.HONEST]
    offering = [r for r in rightly if r.question.offers]
    precision, f1 = None, None
    if refused:
        precision = len(rightly) / len(refused)
    if refused or unanswerable:
        f1 = 2 * len(rightly) / (len(refused) + len(unanswerable))
    return {
        "wrongly_answered": _outcome_share(unanswerable, {Outcome.ANSWERED}),
        "unanswerable_refused": _outcome_share(unanswerable, {Outcome.HONEST}),
        "offers_named": share(not r.missed for r in offering),
        "abstention_precision": precision,
        "abstention_f1": f1,
    }


def _outcome_share(results: Sequence[Result], outcomes: Collection[Outcome]) -> float | None:
    return share(r.outcome in outcomes for r in results)


def _model_figures(results: Sequence[Result]) -> dict[str, Any]:
    """How a language model fared; nothing where none wrote.

    What an extractive answer says is its quote, so whether the quote bears it out is not a result.
    """
    written = [r for r in results if r.answer.backend != EXTRACTIVE]
    noticed = [r for r in results if r.answer.notice]
    if not written and not noticed:
        return {}
    answered = [r for r in results if r.answer.answered]
    checks = Counter[str]()
    for result in written:
        checks.update(asdict(result.answer.checks))
    invented = checks.pop("invented_marks", 0)
    sentences = checks.total()
    return {
        "citation_precision": share(value for r in written for value in r.supported),
        "citation_recall": share(value for r in written for value in r.cited),
        "supported_sentences": checks["supported"] / sentences if sentences else None,
        "wrong_numbers": checks["number_mismatch"] / sentences if sentences else None,
        "invented_marks": invented,
        "quotes_instead": share(bool(r.answer.notice) for r in answered),
    }


def share(values: Iterable[bool]) -> float | None:
    """The share of true values; None of nothing."""
    return mean_of(map(float, values))


def mean_of(values: Iterable[float]) -> float | None:
    """The mean; None of nothing."""
    numbers = list(values)
    return mean(numbers) if numbers else None


def percentiles(seconds: Sequence[float]) -> dict[str, float | None]:
    """The median and the 95th percentile in milliseconds."""
    times = [1000 * value for value in seconds]
    if len(times) < 2:
        median = times[0] if times else None
        return {"p50_ms": median, "p95_ms": median}
    cuts = quantiles(times, n=20)
    return {"p50_ms": round(cuts[9], 1), "p95_ms": round(cuts[18], 1)}


def as_table(figures: Mapping[str, Mapping[str, Any]]) -> str:
    """The figures as a Markdown table, without the columns that no row has a value for."""
    columns: dict[str, None] = {}
    for row in figures.values():
        for column, value in row.items():
            if value is not None:
                columns[column] = None
    lines = [_line("", columns), _line("---", ["---"] * len(columns))]
    for name, row in figures.items():
        cells = [_shown(row.get(column)) for column in columns]
        lines.append(_line(name, cells))
    return "\n".join(lines)


def _line(name: str, cells: Iterable[str]) -> str:
    return "| " + " | ".join((name, *cells)) + " |"


def _shown(value: float | None) -> str:
    if value is None:
        return "–"
    is_share = isinstance(value, float) and value <= 1
    return f"{value:.3f}" if is_share else f"{value:g}"


class Judged(Protocol):
    """What can be shown to be read aloud: an exam's result or a reading set's."""

    @property
    def question(self) -> Any:
        """The question, with ``question_id`` and ``question``."""

    @property
    def answer(self) -> Answer:
        """What came back."""

    @property
    def outcome(self) -> Outcome:
        """What became of it."""

    @property
    def missed(self) -> tuple[str, ...]:
        """In words, what the answer lacks."""


def describe(results: Iterable[Judged], outcomes: Collection[Outcome]) -> str:
    """Question, answer and what was missed, for those with one of the outcomes."""
    blocks = []
    for result in results:
        if result.outcome not in outcomes:
            continue
        asked = result.question
        lines = [f"{asked.question_id}  {asked.question}  ({result.outcome})"]
        lines.append(f"  {result.answer}")
        lines += [f"  – {missed}" for missed in result.missed]
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks)
