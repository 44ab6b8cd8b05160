"""Question → which figures it asks for: the metric, whose, of when, by whom, and whether for the most."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from citechat_ingest import Figure, Mention, Name

from ...index.figure_table import Wording
from ...index.opening import Index
from ...language.asked_rank import Aim, asked_aim, asked_beside, asked_place
from ...language.cut_out import blanked_out
from ...language.enumerated import asked_first
from ...question.decomposition import COMPARES
from ...verification.facts import names_in
from .asked_arithmetic import (
    Bound,
    Working,
    asked_bound,
    asked_since,
    asked_working,
    asks_for_growth,
    without_bound,
    without_working,
)
from .asked_besides import asked_besides
from .asked_dates import dates_in, without_dates
from .asked_metric import (
    is_growth,
    is_percentage,
    owner_by_name,
    without_metric,
    without_wording,
    wording_of,
)
from .asked_places import asks_for_a_year, is_place, kinds_asked, places_among, things_asked
from .asked_sides import LISTS, OF_EACH, OVER_TIME, asks_all_sides

# A metric that asks for the most by itself: "the dearest", 最值钱.
_MOST_OF_IT = re.compile(
    r"\b(?:wertvoll|teuer|beliebt)\w*st(?:e[rnms]?)?\b|最(?:值钱|贵|火)", re.IGNORECASE
)
_CHOICE = re.compile(r"\bor\b|\boder\b|还是", re.IGNORECASE)
# By whose numbers it is asked: those of the article.
_BY_THE_ARTICLE = re.compile(
    r"\b(?:by|going by|according to|in|per) the article(?:['’]s)?(?: own)?(?: (?:numbers?|figures?|counts?))?"
    r"|\b(?:nach|laut|gemäß) (?:de[nrm] )?(?:eigenen )?(?:(?:zahlen|angaben) (?:de[sr]|im|aus dem) artikels?|artikel(?:zahlen|angaben)?)\b"
    r"|(?:按照?|根据|据)(?:这篇)?文章(?:里|中)?(?:自己)?的?(?:数字|数据|说法)?",
    re.IGNORECASE,
)
_MOST_STEM = re.compile(r"most\Z|meist|最")


@dataclass(frozen=True)
class AskedFigure:
    """What a question asks of the figures.

    ``subjects`` and ``sayers`` are keys of the figures, ``dates`` as "2024" or "2024-06", all in the
    question's order. ``places`` are the kinds of place, or of thing, that may be the answer, ``by_year`` says that a year is.
    ``since`` is the date from which on it is asked how much changed.
    ``place`` is which place of the row is asked for, 1 for the first by ``aim``.
    ``first`` is how many are asked for from the first on, 0 where that is not said. ``beside`` is 1 where
    the one after the subject is asked for, -1 for those before it, else 0.
    ``all_sides`` says that a whole row is asked for in its order, ``over_time`` that it is one of
    years. ``working`` is what is to be worked out of the sides, ``bound`` what they must go beyond.
    ``rest`` are the terms of the question that this does not explain, ``others`` the companies,
    persons and so on that it names.
    """

    metric: str
    aim: Aim
    subjects: tuple[str, ...] = ()
    dates: tuple[str, ...] = ()
    since: str = ""
    sayers: tuple[str, ...] = ()
    places: frozenset[str] = frozenset({"city"})
    by_year: bool = False
    all_sides: bool = False
    over_time: bool = False
    working: Working = ""
    bound: Bound | None = None
    place: int = 1
    first: int = 0
    beside: int = 0
    rest: tuple[str, ...] = ()
    others: tuple[Name, ...] = ()

    def leading_first(self, largest_first: Sequence[Figure]) -> Sequence[Figure]:
        """The figures, the one first that leads: the smallest where the least is asked for."""
        return largest_first[::-1] if self.aim == "least" else largest_first

    @property
    def is_rank(self) -> bool:
        """Whether a place of the row is asked for: its first, its last, or one beside another."""
        return self.aim != "plain" or self.beside != 0


def read_asked_figure(question: str, language: str, index: Index) -> AskedFigure | None:
    """What ``question`` asks of the figures; None where it names no metric that they have."""
    bound = asked_bound(question, language)
    if bound:
        # "More than 2,000 AI companies" does not ask for the AI 2000 list.
        asked = _read(blanked_out(question, [bound]), bound, language, index)
        if asked:
            return asked
    return _read(question, None, language, index)


def is_of_the_metric(text: str, metric: str, language: str, index: Index) -> bool:
    """Whether a text speaks of a metric, and of no other."""
    read = read_asked_figure(text, language, index)
    return read is not None and read.metric == metric


def _read(question: str, bound: Bound | None, language: str, index: Index) -> AskedFigure | None:
    """What a question asks of the metric that it names; ``bound`` stands in it no more."""
    mentions = names_in(question, language, index.glossary)
    named = _keys(mentions, index.figures.subjects)
    dates = dates_in(blanked_out(question, mentions), language)
    # "Which figures" asks for no company, though "companies: which figures" names some.
    things = things_asked(OVER_TIME.sub(" ", question))
    set_apart = _set_apart(question, named, index)
    since = asked_since(question, dates)
    is_between = bool(since) or (len(dates) > 1 and asks_for_growth(question))
    wording = wording_of(question, mentions, set_apart, things, index, is_between)
    if wording is None:
        return None
    metric = wording.metric
    kinds_counted = _kinds_counted(metric, index)
    if things and not things & kinds_counted:
        return None
    # "Largest" in "larger AI companies" is part of the metric, not of what is asked of it.
    around = without_wording(question, mentions, wording)
    is_of_a_part = asked_working(question) == "share" and not is_percentage(metric, index)
    subjects = _counted_or_places(named if is_of_a_part else set_apart, metric, index)
    aim = _aim(question, around, wording)
    all_sides = aim == "plain" and asks_all_sides(question, metric, subjects, index)
    dates = () if since else dates
    # "The three budgets together per year" are no row of years.
    is_summed = asked_working(question) == "sum"
    over_time = bool(OVER_TIME.search(around)) and len(subjects) < 2 and not is_summed
    working = _working(question, metric, subjects, dates, all_sides or over_time, index)
    sayers = index.figures.sayers
    explained = {*subjects, *places_among(named, index), *sayers}
    asked = AskedFigure(
        metric=metric,
        aim=aim,
        subjects=subjects,
        dates=dates,
        since=since,
        sayers=_keys(mentions, sayers) or _sayer_in_article(question, language, index),
        places=kinds_asked(around, things, kinds_counted),
        by_year=asks_for_a_year(around),
        all_sides=all_sides,
        over_time=over_time,
        working=working,
        bound=bound,
        place=asked_place(around),
        first=asked_first(question),
        beside=asked_beside(question),
        others=_others(mentions, wording, explained),
    )
    around = _BY_THE_ARTICLE.sub(" ", around)
    unexplained = without_metric(_unexplained(around, asked, language), metric, things, index)
    return replace(
        asked,
        over_time=over_time or working == "growth",
        rest=asked_besides(unexplained, language, asked.beside != 0),
    )


def _set_apart(question: str, named: tuple[str, ...], index: Index) -> tuple[str, ...]:
    """The subjects that are named, without the country that they are in; "Beijing versus China" sets two
    things beside each other that are not of one kind."""
    is_of_both = COMPARES.search(question) or _CHOICE.search(question)
    return named if is_of_both else _within_the_country(named, index)


def _counted_or_places(subjects: Sequence[str], metric: str, index: Index) -> tuple[str, ...]:
    """A company is a subject where companies are counted; elsewhere it is what the sentence must name."""
    counted = {figure.subject for figure in index.figures.by_metric[metric]}
    return tuple(key for key in subjects if key in counted or is_place(key, index))


def _kinds_counted(metric: str, index: Index) -> set[str]:
    """The kinds of place, or of thing, of which a metric is counted."""
    figures = index.figures.by_metric[metric]
    return {index.figures.kinds.get(figure.subject, "city") for figure in figures}


def _unexplained(around: str, asked: AskedFigure, language: str) -> str:
    """A question without what is asked of the figures: the bound, the working, the row, the dates."""
    rest = without_working(without_bound(around) if asked.bound else around, asked.working)
    rest = OVER_TIME.sub(" ", rest) if asked.over_time else rest
    rest = LISTS.sub(" ", OF_EACH.sub(" ", rest)) if asked.all_sides else rest
    return without_dates(rest, language)


def _working(
    question: str,
    metric: str,
    subjects: Sequence[str],
    dates: Sequence[str],
    is_row: bool,
    index: Index,
) -> Working:
    """What is to be worked out, where there are sides to work it out of: of one subject how much it
    grew, from one date to another or over all. A metric that tells growth, or a share, itself needs
    no working out."""
    working = asked_working(question)
    if is_growth(metric, index) or (working == "share" and is_percentage(metric, index)):
        return ""
    if len(subjects) > 1 or is_row:
        return working
    if working == "rest":
        return working if subjects and len(dates) < 2 else ""
    if asks_for_growth(question) and len(dates) != 1:
        return "growth"
    return working if len(dates) > 1 else ""


def _sayer_in_article(question: str, language: str, index: Index) -> tuple[str, ...]:
    """Who gives most of the article's figures, where it is asked by these."""
    document = index.document_with_role("article", language)
    if not _BY_THE_ARTICLE.search(question):
        return ()
    sayers = [f.said_by for f in index.figures.figures if f.document_id == document]
    return (max(sayers, key=sayers.count),) if sayers else ()


def _aim(question: str, around: str, wording: Wording) -> Aim:
    """Whether the most is asked for, or the least: by the words around the metric, or its own, which
    may be called "the most users"."""
    aim = asked_aim(around)
    calls_it_most = any(_MOST_STEM.match(word) for word in wording.words)
    is_most = calls_it_most or bool(_MOST_OF_IT.search(question))
    return "most" if aim == "plain" and is_most else aim


def _keys(mentions: Iterable[Mention], keys: frozenset[str]) -> tuple[str, ...]:
    """Those of ``keys`` that are mentioned, in the question's order."""
    places: dict[str, int] = {}
    for mention in mentions:
        # "Alibaba Cloud" is counted as Alibaba.
        own = keys.intersection(mention.name.all_spellings)
        for key in own or keys.intersection({owner_by_name(mention.name)}):
            places.setdefault(key, mention.start)
    return tuple(sorted(places, key=lambda key: places[key]))


def _others(mentions: Iterable[Mention], wording: Wording, keys: set[str]) -> tuple[Name, ...]:
    """The names in a question that are neither keys of the figures nor part of the metric."""
    explained = {id(name) for name in wording.names}

    def is_left(name: Name) -> bool:
        if name.kind == "concept" or id(name) in explained:
            return False
        return keys.isdisjoint({*name.all_spellings, owner_by_name(name)})

    return tuple(mention.name for mention in mentions if is_left(mention.name))


def _within_the_country(subjects: tuple[str, ...], index: Index) -> tuple[str, ...]:
    """The subjects without the country that holds the others: "China's models in Beijing"."""
    kinds = index.figures.kinds
    within = tuple(key for key in subjects if kinds.get(key) not in ("country", "sum"))
    # A university that counts what a country has is not counted within it.
    return within if places_among(within, index) else subjects
