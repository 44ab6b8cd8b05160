"""The figures of a corpus, what their keys are called in each language, rows of them to show."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from citechat_ingest import (
    LANGUAGES,
    Figure,
    Glossary,
    Labels,
    Name,
    Phrases,
    read_figure_labels,
    read_figures,
    read_phrases,
    read_place_kinds,
)

from ..language import terms
from ..language.cut_out import blanked_out
from ..language.number_format import base_unit, date, magnitude, quantity
from ..values import FigureRow

NO_GLOSSARY = Glossary()


@dataclass(frozen=True)
class Wording:
    """One way to ask for a metric: names that must be mentioned, and words that must be there.

    ``words`` are stems of ``language``, in Chinese pieces of the text, case folded. ``weight`` is
    how many words it says.
    """

    metric: str
    language: str
    names: tuple[Name, ...]
    words: tuple[str, ...]

    @property
    def weight(self) -> int:
        """A name counts as many words as it has in English, whatever language it is written in."""
        named = (len(name.names["en"].split()) for name in self.names)
        return sum(named) + len(self.words)

    @cached_property
    def name_ids(self) -> frozenset[int]:
        """Its names, as quick to compare as they are often compared."""
        return frozenset(id(name) for name in self.names)

    def says_all_of(self, other: Wording) -> bool:
        """Whether it has the names and words of another wording of its language."""
        return self._names_all_of(other) and set(self.words).issuperset(other.words)

    def is_narrower_than(self, other: Wording) -> bool:
        """The same, where the words may be those of a name: "humanoid robots delivered" is narrower
        than "robots delivered"."""
        return self._names_all_of(other) and self._has(other.words)

    def is_alike(self, other: Wording) -> bool:
        """Whether one of the two is narrower than the other."""
        return self.is_narrower_than(other) or other.is_narrower_than(self)

    def _names_all_of(self, other: Wording) -> bool:
        return self.language == other.language and self.name_ids.issuperset(other.name_ids)

    def _has(self, words: Collection[str]) -> bool:
        """Whether it says all the words, alone or within its names."""
        named = " ".join(name.names[self.language] for name in self.names)
        if self.language == "zh":
            said = " ".join((*self.words, named)).casefold()
            return all(word in said for word in words)
        return {*self.words, *terms.words(named, self.language)}.issuperset(words)


@dataclass(frozen=True)
class FigureTable:
    """All figures; false when there is none.

    ``labels`` is the corpus's own table of names, ``glossary`` what names a key that it lacks.
    ``phrases`` are what readers call the metrics, ``kinds`` the sort of place that a subject is.
    """

    figures: tuple[Figure, ...] = ()
    labels: Labels = field(default_factory=dict)
    glossary: Glossary = NO_GLOSSARY
    phrases: Phrases = field(default_factory=dict)
    kinds: dict[str, str] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.figures)

    def of_documents(self, document_ids: Collection[str]) -> FigureTable:
        """The figures that these documents state."""
        stated = tuple(figure for figure in self.figures if figure.document_id in document_ids)
        return replace(self, figures=stated)

    @cached_property
    def by_metric(self) -> dict[str, tuple[Figure, ...]]:
        """Metric → its figures, both in the order of the file."""
        metrics = dict.fromkeys(figure.metric for figure in self.figures)
        return {
            metric: tuple(figure for figure in self.figures if figure.metric == metric)
            for metric in metrics
        }

    @cached_property
    def subjects(self) -> frozenset[str]:
        """Those of whom something is counted."""
        return frozenset(figure.subject for figure in self.figures)

    @cached_property
    def sayers(self) -> frozenset[str]:
        """Those who count; a city that tells its own number is a subject in a question."""
        return frozenset(figure.said_by for figure in self.figures) - self.subjects

    @cached_property
    def wordings(self) -> tuple[Wording, ...]:
        """All ways to ask for the metrics: their names, and what else readers call them."""
        return tuple(self._wordings())

    def _wordings(self) -> Iterator[Wording]:
        for metric in self.by_metric:
            for language in LANGUAGES:
                called = self.phrases.get(metric, {}).get(language, ())
                for phrase in (self.name("metric", metric, language), *called):
                    yield self._wording(metric, language, phrase)

    def _wording(self, metric: str, language: str, phrase: str) -> Wording:
        mentions = self.glossary.mentions(phrase)
        rest = blanked_out(phrase, mentions).replace(" 's", " ")  # of a name in the genitive
        pieces = rest.casefold().split() if language == "zh" else terms.words(rest, language)
        names = tuple(mention.name for mention in mentions)
        return Wording(metric, language, names, tuple(dict.fromkeys(pieces)))

    def kind_of(self, spellings: Iterable[str]) -> str:
        """What sort of place is called so, "city" or "country"; empty where the corpus does not tell."""
        return next((self.kinds[called] for called in spellings if called in self.kinds), "")

    def is_country(self, name: Name) -> bool:
        """Whether a name is that of a country, the place of all its cities."""
        return self.kind_of(name.all_spellings) == "country"

    def units_of(self, metric: str) -> set[str]:
        """The units in which a metric is counted."""
        return {figure.unit for figure in self.by_metric[metric]}

    def metrics_asked_with(self, metric: str) -> set[str]:
        """The metric, and those that are asked for by the same words and more, as "larger AI
        companies" is beside "AI companies"."""
        own = self._wordings_of.get(metric, [])
        narrower = {
            wording.metric
            for wording in self.wordings
            if any(wording.says_all_of(asked) for asked in own)
        }
        return {metric, *narrower}

    def metrics_counted_alike(self, metric: str) -> list[str]:
        """The other metrics that a question for this one may be answered by, narrower or wider."""
        if metric not in self._counted_alike:
            own = self._wordings_of.get(metric, [])
            self._counted_alike[metric] = [
                other
                for other in self.by_metric
                if other != metric and _is_any_alike(self._wordings_of[other], own)
            ]
        return self._counted_alike[metric]

    @cached_property
    def _counted_alike(self) -> dict[str, list[str]]:
        """What ``metrics_counted_alike`` has found of each metric that was asked for."""
        return {}

    @cached_property
    def _wordings_of(self) -> dict[str, list[Wording]]:
        wordings: dict[str, list[Wording]] = {metric: [] for metric in self.by_metric}
        for wording in self.wordings:
            wordings[wording.metric].append(wording)
        return wordings

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


def _is_any_alike(wordings: Sequence[Wording], others: Sequence[Wording]) -> bool:
    return any(wording.is_alike(other) for wording in wordings for other in others)


NO_FIGURES = FigureTable()


def read_figure_table(roots: Sequence[Path], glossary: Glossary = NO_GLOSSARY) -> FigureTable:
    """The figures and their names from all corpus folders. Raises CorpusError for a bad file."""
    return FigureTable(
        read_figures(roots),
        read_figure_labels(roots),
        glossary,
        read_phrases(roots),
        read_place_kinds(roots),
    )
