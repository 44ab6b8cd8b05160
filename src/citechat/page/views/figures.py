"""The figures: pick a metric, see its places or years as bars, each leading to the sentence that
says so."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict, fields
from decimal import Decimal
from functools import cache
from html import escape

from citechat_ingest import LANGUAGES, Figure

from ...chat import CiteChat
from ...index.figure_table import FigureTable
from ...language.number_format import date, quantity
from ...retrieval.locating import figure_document, sentence_stating
from ...values import place_address
from ..html import choice, choices, opener
from ..labels import LABELS
from .figure_groups import Groups, amount, by_subject, by_year, in_panel, longest, scales
from .view import View, picked_field, placeholder

_PLANS = ("target", "forecast")


def build(chat: CiteChat) -> View:
    """The view, empty as yet."""
    choosing, plot = placeholder(), placeholder(lines=0)
    # views.js writes what the reader picks: grouping, language and metric.
    picked_field("metric", lambda picked: _render_picked(chat, picked), plot)

    @cache
    def values(language: str) -> tuple[str, str]:
        first = first_metric(chat.index.figures)
        return render_choice(chat.index.figures, language), render_plot(chat, first, language)

    return View([choosing, plot], values)


def _render_picked(chat: CiteChat, picked: str) -> str:
    """The plot for ``grouping|language|metric``; for anything else the first plot."""
    grouping, language, metric = (*picked.split("|", 2), "", "")[:3]
    if language not in LANGUAGES:
        language = "en"
    if metric not in chat.index.figures.by_metric:
        metric = first_metric(chat.index.figures)
    return render_plot(chat, metric, language, grouping == "year")


def _places(table: FigureTable, metric: str) -> int:
    """How many places a metric compares."""
    return len({figure.subject for figure in table.by_metric[metric]})


def first_metric(table: FigureTable) -> str:
    """The metric to begin with: the one that compares most places."""
    return max(table.by_metric, key=lambda metric: _places(table, metric))


# Choosing


def render_choice(table: FigureTable, language: str) -> str:
    """A list of the metrics, and whether to group by place or by year."""
    labels = LABELS[language]
    options = "".join(
        _shelf(table, labels[name], metrics, language)
        for name, metrics in _shelves(table, language).items()
    )
    groups = choice("group", "subject", labels["by_subject"], True)
    groups += choice("group", "year", labels["by_year"], False)
    metrics = f'<select id="metric-choice" data-language="{language}">{options}</select>'
    header = f"<h2>{labels['figures_title']}</h2><p>{labels['figures_intro']}</p>"
    return (
        f'<section class="figure-choice" lang="{language}"><header>{header}</header>'
        f'<div class="filters"><label>{labels["metric"]} {metrics}</label>'
        f"{choices(labels['group_by'], groups)}</div></section>"
    )


def _shelves(table: FigureTable, language: str) -> dict[str, list[str]]:
    """The metrics by what can be seen in them, each by name: label → metrics."""
    shelves: dict[str, list[str]] = {"several_places": [], "several_counts": [], "one_count": []}

    def name(metric: str) -> str:
        return table.name("metric", metric, language).casefold()

    for metric in sorted(table.by_metric, key=name):
        if _places(table, metric) > 1:
            shelves["several_places"].append(metric)
        elif len(table.by_metric[metric]) > 1:
            shelves["several_counts"].append(metric)
        else:
            shelves["one_count"].append(metric)
    return shelves


def _shelf(table: FigureTable, label: str, metrics: Sequence[str], language: str) -> str:
    if not metrics:
        return ""
    first = first_metric(table)
    options = [_option(table, metric, language, metric == first) for metric in metrics]
    return f'<optgroup label="{label}">{"".join(options)}</optgroup>'


def _option(table: FigureTable, metric: str, language: str, is_selected: bool) -> str:
    selected = " selected" if is_selected else ""
    name = escape(table.name("metric", metric, language))
    return f'<option value="{escape(metric)}"{selected}>{name}</option>'


# Drawing


def render_plot(
    chat: CiteChat, metric: str, language: str, is_grouped_by_year: bool = False
) -> str:
    """The bars of a metric in groups, the table beneath, and both to take away."""
    labels, table = LABELS[language], chat.index.figures
    figures = table.by_metric[metric]
    groups = by_year(figures) if is_grouped_by_year else by_subject(figures)
    panels = [
        _panel(chat, panel, place > 0, language, is_grouped_by_year)
        for place, panel in enumerate(scales(groups))
    ]
    data = f'data-metric="{escape(metric)}" data-credit="{labels["figures_credit"]}"'
    return (
        f'<section class="figures" lang="{language}" {data}>'
        f"<h3>{escape(table.name('metric', metric, language))}</h3>{''.join(panels)}"
        f"{_saves(figures, language)}{_table(chat, figures, language)}</section>"
    )


def _saves(figures: Sequence[Figure], language: str) -> str:
    """Buttons to take the plot and its figures away; the table travels with its button."""
    labels = LABELS[language]
    table = f'data-csv="{escape(as_csv(figures))}"'
    return (
        f'<p class="saves"><button type="button" class="choice" data-save="png">'
        f'{labels["save_picture"]}</button><button type="button" class="choice" data-save="csv" '
        f"{table}>{labels['save_table']}</button></p>"
    )


def _panel(
    chat: CiteChat, panel: Groups, has_own_scale: bool, language: str, is_grouped_by_year: bool
) -> str:
    """Groups whose bars share a scale, each under its name."""
    note = f'<p class="own-scale">{LABELS[language]["own_scale"]}</p>' if has_own_scale else ""
    whole = longest(in_panel(panel)) or Decimal(1)
    html = note
    for name, figures in panel.items():
        table = chat.index.figures
        title = name if is_grouped_by_year else table.name("subject", name, language)
        bars = [
            _bar(chat, figure, amount(figure) / whole, language, is_grouped_by_year)
            for figure in figures
        ]
        html += f"<h4>{escape(title)}</h4><ul>{''.join(bars)}</ul>"
    return f'<div class="panel">{html}</div>'


def _bar(
    chat: CiteChat, figure: Figure, share: Decimal, language: str, is_grouped_by_year: bool
) -> str:
    """One figure: who says it and when, the bar, the value. Plans are drawn paler.

    ``share`` is the length of the bar, 1 for the longest of its panel.
    """
    value = escape(quantity(figure.value, figure.unit, figure.note, language))
    fill = "fill plan" if figure.note in _PLANS else "fill"
    inner = (
        f'<span class="sayer">{_bar_label(chat, figure, language, is_grouped_by_year)}</span>'
        f'<span class="track"><span class="{fill}" style="width:{share * 100:.2f}%"></span></span>'
        f'<span class="value">{value}</span>'
    )
    document = figure_document(figure, chat.index, language)
    if document is None:
        return f'<li><div class="bar">{inner}</div></li>'
    hint = escape(LABELS[language]["opens"].format(title=document.title))
    opens = f'data-address="{escape(figure_address(chat, figure, language))}" title="{hint}"'
    return f'<li><button type="button" class="bar" {opens}>{inner}</button></li>'


def _bar_label(chat: CiteChat, figure: Figure, language: str, is_grouped_by_year: bool) -> str:
    """Who says it and when; under a year also of which place."""
    table = chat.index.figures
    subject = f"{table.name('subject', figure.subject, language)} · " if is_grouped_by_year else ""
    sayer = escape(table.name("said_by", figure.said_by, language))
    comma = "，" if language == "zh" else ", "
    when = date(figure.year, language)
    return f"<b>{escape(subject)}</b>{sayer}{comma}<time>{when}</time>"


def figure_address(chat: CiteChat, figure: Figure, language: str) -> str:
    """The sentence that gives the figure, else the whole document; empty without the document."""
    span = sentence_stating(figure, chat.index, language)
    if span:
        passage = span.passage
        return place_address(passage.document_id, passage.language, span.start, span.end)
    document = figure_document(figure, chat.index, language)
    return place_address(document.document_id, document.language, 0, 0) if document else ""


# The table beneath


def _table(chat: CiteChat, figures: Sequence[Figure], language: str) -> str:
    labels = LABELS[language]
    columns = [labels[name] for name in ("subject", "value", "year", "said_by", "document")]
    head = "".join(f'<th scope="col">{column}</th>' for column in columns)
    ordered = in_panel(by_subject(figures))
    rows = "".join(_row(chat, figure, language) for figure in ordered)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
    region = f'tabindex="0" role="region" aria-label="{labels["figures_title"]}"'
    return f'<div class="scroller" {region}>{table}</div>'


def _row(chat: CiteChat, figure: Figure, language: str) -> str:
    row = chat.index.figures.row(figure, language)
    texts = "".join(
        f"<td>{escape(text)}</td>" for text in (row.label, row.value, row.year, row.said_by)
    )
    document = figure_document(figure, chat.index, language)
    link = ""
    if document:
        address = figure_address(chat, figure, language)
        link = opener(address, document.title, language=document.language)
    return f"<tr>{texts}<td>{link}</td></tr>"


def as_csv(figures: Sequence[Figure]) -> str:
    """The figures as they stand in figures.csv, heading included."""
    text = io.StringIO()
    columns = [field.name for field in fields(Figure)]
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(figure) for figure in figures)
    return text.getvalue()
