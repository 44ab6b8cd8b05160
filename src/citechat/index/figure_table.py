"""The figures of a corpus, what their keys are called in each language, rows of them to show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from citechat_ingest import Figure, Glossary, Labels, Name, read_figure_labels, read_figures

from ..language.number_format import base_unit, date, magnitude, quantity
from ..values import FigureRow

NO_GLOSSARY = Glossary()


@dataclass(frozen=True)
class FigureTable:
    """All figures; false when there is none.

    ``labels`` is the corpus's own table of names, ``glossary`` what names a key that it lacks.
    """

    figures: tuple[Figure, ...] = ()
    labels: Labels = field(default_factory=dict)
    glossary: Glossary = NO_GLOSSARY

    def __bool__(self) -> bool:
        return bool(self.figures)

    @cached_property
    def by_metric(self) -> dict[str, tuple[Figure, ...]]:
        """Metric → its figures, both in the order of the file."""
        metrics = dict.fromkeys(figure.metric for figure in self.figures)
        return {
            metric: tuple(figure for figure in self.figures if figure.metric == metric)
            for metric in metrics
        }

    def name(self, column: str, key: str, language: str) -> str:
        """What ``key`` of ``column`` ("metric", "subject" or "said_by") is called in ``language``.

        By the corpus's table of names, else by its glossary, else as it stands in the file.
        """
        labelled = self.labels.get(column, {}).get(key)
        if labelled:
            return labelled[language]
        if column == "metric":
            return key.replace("_", " ")
        # The file is written in English, so only the other languages need the glossary. A short
        # form such as CNNIC stays as it is in German and has a name of its own in Chinese.
        translated = language == "zh" or (language == "de" and not key.isupper())
        name = self._glossary_name(key) if translated else None
        return name.names[language] if name else key

    def _glossary_name(self, key: str) -> Name | None:
        names = self.glossary.found_in(key)
        return next((name for name in names if key in name.all_spellings), None)

    def row(self, figure: Figure, language: str, citation: int = 0) -> FigureRow:
        """``figure`` as a row of an answer's table; ``citation`` is the mark that it carries."""
        return FigureRow(
            label=self.name("subject", figure.subject, language),
            value=quantity(figure.value, figure.unit, figure.note, language),
            said_by=self.name("said_by", figure.said_by, language),
            year=date(figure.year, language),
            citation=citation,
            amount=float(magnitude(figure.value, figure.unit)),
            unit=base_unit(figure.unit),
            metric=self.name("metric", figure.metric, language),
        )


NO_FIGURES = FigureTable()


def read_figure_table(roots: Sequence[Path], glossary: Glossary = NO_GLOSSARY) -> FigureTable:
    """The figures and their names from all corpus folders. Raises CorpusError for a bad file."""
    return FigureTable(read_figures(roots), read_figure_labels(roots), glossary)
