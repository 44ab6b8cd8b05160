"""The figures: pick a metric, see its places or years as bars, each leading to the sentence that says so."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from functools import cache
from html import escape

import gradio as gr

from citechat_ingest import (
    LANGUAGES,
    Document,
    Figure,
    Labels,
    read_figure_labels,
    read_figures,
    sentence_spans,
)

from ...chat import CiteChat
from ...index.building import corpus_roots
from ...language import terms
from ...language.number_format import base_unit, date, in_words, magnitude, quantity
from ...values import place_address
from ..buttons import choice, choices, opener
from .view import View, waiting
from .view_words import VIEW_WORDS

_READABLE = Decimal("0.05")
"""A group whose longest bar would be shorter than this share of the longest gets a scale of its own."""
_PLANS = ("target", "forecast")


@dataclass(frozen=True)
class Collection:
    """The figures of a corpus and what their keys are called."""

    chat: CiteChat
    figures: tuple[Figure, ...]
    labels: Labels

    def name(self, column: str, key: str, language: str) -> str:
        """A metric, subject or sayer in ``language``: by the corpus's table of names, its glossary, or as it stands."""
        if key in self.labels.get(column, {}):
            return self.labels[column][key][language]
        if column == "metric":
            return key.replace("_", " ")
        names = next(
            (n.names for n in self.chat.index.glossary.found_in(key) if key in n.all_spellings),
            None,
        )
        # English is what the file is written in; a short form such as CNNIC stays short but in Chinese.
        return (
            names[language]
            if names and (language == "zh" or (language == "de" and not key.isupper()))
            else key
        )

    def of(self, metric: str) -> list[Figure]:
        return [figure for figure in self.figures if figure.metric == metric]

    def document(self, figure: Figure, language: str) -> Document | None:
        codes = (
            code
            for code in (language, *LANGUAGES)
            if (code, figure.document_id) in self.chat.index.documents
        )
        return next((self.chat.document(figure.document_id, code) for code in codes), None)


def build(chat: CiteChat) -> View | None:
    """The view, empty as yet; None for a corpus without figures."""
    roots = corpus_roots(chat.settings)
    found = Collection(chat, read_figures(roots), read_figure_labels(roots))
    if not found.figures:
        return None
    choice, plot = waiting(), waiting(lines=0)
    # views.js writes what the reader picks: grouping, language and metric.
    metric = gr.Textbox(elem_id="metric", visible="hidden")
    metric.change(
        lambda picked: _picked(found, picked),
        metric,
        plot,
        show_progress="hidden",
        api_visibility="private",
    )
    first = first_metric(found)
    return View(
        [choice, plot],
        cache(
            lambda language: (render_choice(found, language), render_plot(found, first, language))
        ),
    )


def _picked(found: Collection, picked: str) -> str:
    """The plot for ``grouping|language|metric``; for anything else the first plot."""
    group, _, rest = picked.partition("|")
    language, _, metric = rest.partition("|")
    language = language if language in LANGUAGES else "en"
    return render_plot(
        found,
        metric if found.of(metric) else first_metric(found),
        language,
        by_year=group == "year",
    )


def first_metric(found: Collection) -> str:
    """The metric to begin with: the one that compares most places."""
    return max(
        dict.fromkeys(f.metric for f in found.figures),
        key=lambda m: len({f.subject for f in found.of(m)}),
    )


# Choosing


def render_choice(found: Collection, language: str) -> str:
    words, first = VIEW_WORDS[language], first_metric(found)
    options = "".join(
        f'<optgroup label="{words[label]}">{"".join(_option(found, m, language, m == first) for m in metrics)}</optgroup>'
        for label, metrics in _shelves(found, language)
        if metrics
    )
    groups = choice("group", "subject", words["by_subject"], True) + choice(
        "group", "year", words["by_year"], False
    )
    metrics = f'<select id="metric-choice" data-language="{language}">{options}</select>'
    return (
        f'<section class="figure-choice" lang="{language}"><header><h2>{words["figures_title"]}</h2>'
        f"<p>{words['figures_intro']}</p></header><div class='filters'><label>{words['metric']} {metrics}</label>"
        f"{choices(words['group_by'], groups)}</div></section>"
    )


def _shelves(found: Collection, language: str) -> Iterator[tuple[str, list[str]]]:
    """The metrics by what can be seen in them: places compared, several counts, single figures."""
    metrics = sorted(
        {f.metric for f in found.figures},
        key=lambda m: found.name("metric", m, language).casefold(),
    )
    several = [m for m in metrics if len({f.subject for f in found.of(m)}) > 1]
    counted = [m for m in metrics if m not in several and len(found.of(m)) > 1]
    yield "several_places", several
    yield "several_counts", counted
    yield "one_count", [m for m in metrics if m not in several and m not in counted]


def _option(found: Collection, metric: str, language: str, selected: bool) -> str:
    chosen = " selected" if selected else ""
    return f'<option value="{escape(metric)}"{chosen}>{escape(found.name("metric", metric, language))}</option>'


# Drawing


def render_plot(found: Collection, metric: str, language: str, by_year: bool = False) -> str:
    """The bars of a metric in groups, the table beneath, and both to take away."""
    words, figures = VIEW_WORDS[language], found.of(metric)
    title = escape(found.name("metric", metric, language))
    panels = scales(_groups(figures, by_year))
    bars = "".join(_panel(found, panel, n > 0, language, by_year) for n, panel in enumerate(panels))
    return (
        f'<section class="figures" lang="{language}" data-metric="{escape(metric)}" data-credit="{words["figures_credit"]}">'
        f"<h3>{title}</h3>{bars}{_saves(figures, language)}{_table(found, figures, language)}</section>"
    )


def _saves(figures: Sequence[Figure], language: str) -> str:
    """Buttons to take the plot and its figures away; the table travels with its button."""
    words, table = VIEW_WORDS[language], escape(as_csv(figures))
    return (
        f'<p class="saves"><button type="button" class="choice" data-save="png">{words["save_picture"]}</button>'
        f'<button type="button" class="choice" data-save="csv" data-csv="{table}">{words["save_table"]}</button></p>'
    )


def _groups(figures: Sequence[Figure], by_year: bool) -> dict[str, list[Figure]]:
    """Place → its figures in the order of time, the places by their largest; or year → its figures, largest first."""
    if by_year:
        order = sorted(figures, key=lambda f: (f.year[:4], -magnitude(f.value, f.unit), f.subject))
        return {
            year: [f for f in order if f.year[:4] == year]
            for year in dict.fromkeys(f.year[:4] for f in order)
        }
    largest = {
        f.subject: max(magnitude(g.value, g.unit) for g in figures if g.subject == f.subject)
        for f in figures
    }
    order = sorted(figures, key=lambda f: (-largest[f.subject], f.subject, f.year))
    return {
        subject: [f for f in order if f.subject == subject]
        for subject in dict.fromkeys(f.subject for f in order)
    }


def scales(groups: dict[str, list[Figure]]) -> list[dict[str, list[Figure]]]:
    """The groups in panels of one scale each, so that the smallest stay readable and unlike units never share one."""
    panels: list[dict[str, list[Figure]]] = []
    for name, figures in groups.items():
        fitting = (
            panel
            for panel in panels
            if _fits(figures, [f for group in panel.values() for f in group])
        )
        panel = next(fitting, None)
        if panel is None:
            panel = {}
            panels.append(panel)
        panel[name] = figures
    return panels


def _fits(figures: Sequence[Figure], others: Sequence[Figure]) -> bool:
    """Whether the longest bars of both are of one kind and near enough in length."""
    if base_unit(figures[0].unit) != base_unit(others[0].unit):
        return False
    low, high = sorted((_longest(figures), _longest(others)))
    return low >= _READABLE * high


def _longest(figures: Sequence[Figure]) -> Decimal:
    return max(magnitude(f.value, f.unit) for f in figures)


def _panel(
    found: Collection, panel: dict[str, list[Figure]], own_scale: bool, language: str, by_year: bool
) -> str:
    longest = _longest([f for figures in panel.values() for f in figures]) or Decimal(1)
    note = f'<p class="own-scale">{VIEW_WORDS[language]["own_scale"]}</p>' if own_scale else ""
    groups = "".join(
        f"<h4>{escape(name if by_year else found.name('subject', name, language))}</h4><ul>"
        + "".join(
            _bar(found, figure, magnitude(figure.value, figure.unit) / longest, language, by_year)
            for figure in figures
        )
        + "</ul>"
        for name, figures in panel.items()
    )
    return f'<div class="panel">{note}{groups}</div>'


def _bar(found: Collection, figure: Figure, share: Decimal, language: str, by_year: bool) -> str:
    """One figure: who says it and when, the bar, the value. A target or forecast is drawn paler."""
    document = found.document(figure, language)
    value = escape(quantity(figure.value, figure.unit, figure.note, language))
    sayer = found.name("said_by", figure.said_by, language)
    subject = f"{found.name('subject', figure.subject, language)} · " if by_year else ""
    comma = "，" if language == "zh" else ", "
    label = (
        f"<b>{escape(subject)}</b>{escape(sayer)}{comma}<time>{date(figure.year, language)}</time>"
    )
    kind = "fill plan" if figure.note in _PLANS else "fill"
    inner = (
        f'<span class="sayer">{label}</span>'
        f'<span class="track"><span class="{kind}" style="width:{share * 100:.2f}%"></span></span>'
        f'<span class="value">{value}</span>'
    )
    if document is None:
        return f'<li><div class="bar">{inner}</div></li>'
    hint = escape(VIEW_WORDS[language]["opens"].format(title=document.title))
    address = escape(said_at(found, figure, document))
    return f'<li><button type="button" class="bar" data-address="{address}" title="{hint}">{inner}</button></li>'


def said_at(found: Collection, figure: Figure, document: Document) -> str:
    """The address of the sentence that gives the figure; of the whole document when none shows it as a number."""
    language = document.language
    scale = {"billion": 9, "million": 6}.get(figure.unit.partition(" ")[0], 0)
    number = (
        figure.year[:4] if figure.unit == "year" else in_words(figure.value.scaleb(scale), language)
    )
    pattern = re.compile(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)")
    spans = [
        span
        for span in sentence_spans(document.text)
        if pattern.search(document.text[slice(*span)])
    ]
    keys = (("subject", figure.subject), ("metric", figure.metric), ("said_by", figure.said_by))
    wanted = {
        word for key in keys for word in terms.words(found.name(*key, language), language)
    } | {figure.year[:4]}
    best = max(
        spans,
        key=lambda span: len(wanted & set(terms.words(document.text[slice(*span)], language))),
        default=(0, 0),
    )
    return place_address(document.document_id, language, *best)


# The table beneath


def _table(found: Collection, figures: Sequence[Figure], language: str) -> str:
    words = VIEW_WORDS[language]
    columns = ("subject", "value", "year", "said_by", "document")
    head = "".join(f"<th scope='col'>{words[name]}</th>" for name in columns)
    rows = "".join(
        _row(found, figure, language)
        for group in _groups(figures, by_year=False).values()
        for figure in group
    )
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    return f'<div class="scroller" tabindex="0" role="region" aria-label="{words["figures_title"]}">{table}</div>'


def _row(found: Collection, figure: Figure, language: str) -> str:
    document = found.document(figure, language)
    cells = (
        escape(found.name("subject", figure.subject, language)),
        escape(quantity(figure.value, figure.unit, figure.note, language)),
        date(figure.year, language),
        escape(found.name("said_by", figure.said_by, language)),
    )
    link = (
        opener(said_at(found, figure, document), document.title, language=document.language)
        if document
        else ""
    )
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in (*cells, link)) + "</tr>"


def as_csv(figures: Sequence[Figure]) -> str:
    """The figures as they stand in figures.csv, heading included."""
    text = io.StringIO()
    writer = csv.DictWriter(text, list(Figure.__dataclass_fields__), lineterminator="\n")
    writer.writeheader()
    writer.writerows(
        {name: str(value) for name, value in asdict(figure).items()} for figure in figures
    )
    return text.getvalue()
