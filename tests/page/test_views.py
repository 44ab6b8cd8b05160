"""The article, the audit and the figures as HTML, without a browser."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import gradio as gr
import pytest

from citechat import CiteChat, Settings
from citechat.index.contents import Contents, read_contents
from citechat.page import gradio_endpoints
from citechat.page.app import build_page
from citechat.page.startup.startup import Startup
from citechat.page.views import article, audit, figures
from citechat.page.views.figure_groups import by_subject, by_year, scales
from citechat.testing import LetterCountEmbedder
from citechat_ingest import Figure, read_figures
from lights import ARTICLE


def quoted(chat: CiteChat, html: str, before: str) -> str:
    """The text at the first address that follows ``before``."""
    found = re.search(
        r"\?doc=([^&]+)&amp;lang=(\w+)&amp;at=(\d+)-(\d+)", html[html.index(before) :]
    )
    assert found
    document_id, language, start, end = found.groups()
    return chat.document(document_id, language).text[int(start) : int(end)]


# Article


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_a_mark_stands_behind_the_sentence_that_makes_the_claim(lights, language):
    html = article.render(lights, language)

    marked = re.search(
        r'<span class="sentence">([^<]*)</span><button type="button" class="claim refined"', html
    )
    assert marked
    assert "40" in marked.group(1)
    assert f'lang="{language}"' in html


def test_the_card_at_a_mark_shows_claim_note_sources_and_the_way_to_the_audit(lights):
    html = article.render(lights, "en")
    card = html[html.index('id="claim-0"') :]

    assert "The lamp shines 40 kilometres far &lt;b&gt;." in card
    assert "The survey says 38 kilometres." in card
    assert "Survey Office, Jun 2024" in card
    assert quoted(lights, card, "steps") == "The survey says 38 kilometres."


def test_the_sources_of_a_paragraph_are_buttons_and_a_source_that_is_missing_is_left_out(lights):
    html = article.render(lights, "en")
    credit = re.search(r'<div class="credit" role="group".*?</div>', html)

    assert credit
    assert credit.group().count("<button") == 1
    assert 'data-address="?doc=sources/survey&amp;lang=en&amp;at=0-0"' in credit.group()


def test_the_texts_of_the_views_are_escaped(lights):
    html = (
        article.render(lights, "en")
        + audit.render(lights, "en")
        + figures.render_plot(lights, "ships", "en")
    )

    for foreign in ("<b>.", "old & heavy", "<Survey>"):
        assert foreign not in html
    assert "old &amp; heavy" in html


def test_the_article_can_be_read_in_each_language_it_exists_in(lights):
    assert article.language_switch(lights, "de").count("<button") == 3
    assert '"de" aria-pressed="true"' in article.language_switch(lights, "de")
    assert "灯光可达40公里" in article.render(lights, "zh")


def test_an_article_in_one_language_is_shown_to_readers_of_all(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "article.md").write_text(
        "---\nrole: article\n---\n" + ARTICLE["en"], encoding="utf-8"
    )
    chat = CiteChat(
        Settings(corpus=tmp_path / "one", index_dir=tmp_path / "index"),
        embedder=LetterCountEmbedder(),
    )

    assert "It shines 40 kilometres far." in article.render(chat, "zh")
    assert article.language_switch(chat, "zh") == ""


# Audit


def test_a_row_leads_to_the_sentence_of_the_article_and_to_the_note_of_the_audit(lights):
    html = audit.render(lights, "de")

    assert (
        quoted(lights, html, 'data-label="Der Artikel sagt"') == "Sie leuchtet 40 Kilometer weit."
    )
    assert (
        quoted(lights, html, 'data-label="Die Quellen sagen"')
        == "Die Vermessung sagt 38 Kilometer."
    )


def test_the_filters_count_the_verdicts_and_the_places(lights):
    html = audit.render(lights, "en")

    assert "Refined <b>1</b>" in html
    assert '<option value="Norden">Norden (1)</option>' in html
    assert 'data-verdict="refined" data-places="Norden"' in html


def test_places_are_those_that_the_claim_names(chat):
    claim = next(
        c for c in chat.index.audited_claims if c.claim_id == "hebei-first-langfang-zhangjiakou"
    )

    assert set(audit.places(chat.index.glossary, claim)) >= {"Hebei", "Langfang", "Zhangjiakou"}
    assert audit.place_name(chat.index.glossary, "Beijing", "de") == "Peking"


# Figures


def figure(subject: str, value: int, unit: str = "count") -> Figure:
    return Figure(subject, "m", Decimal(value), unit, "2024", "x", "d")


def test_figures_too_far_apart_get_scales_of_their_own():
    panels = scales(
        {
            "a": [figure("a", 1000)],
            "b": [figure("b", 60)],
            "c": [figure("c", 3)],
            "d": [figure("d", 2)],
        }
    )

    assert [list(panel) for panel in panels] == [["a", "b"], ["c", "d"]]


def test_unlike_units_never_share_a_scale():
    assert len(scales({"a": [figure("a", 10)], "b": [figure("b", 10, "percent")]})) == 2


def test_a_bar_is_as_long_as_its_number_and_opens_the_sentence_that_says_so(lights):
    bars = re.findall(
        r'<button type="button" class="bar".*?</button>',
        figures.render_plot(lights, "ships", "de"),
    )

    assert ["width:0.67%" in bars[0], "width:100.00%" in bars[1]] == [True, True]
    assert quoted(lights, bars[1], "data-address") == "Norden zählte 2024 genau 1.500 Schiffe."


def test_a_target_is_drawn_otherwise_and_a_figure_without_its_document_opens_nothing(lights):
    html = figures.render_plot(lights, "ships", "en")

    assert html.count('class="fill plan"') == 1
    assert '<div class="bar"><span class="sayer"><b></b>Ada Holm' in html


def test_figures_can_be_grouped_by_year(lights):
    assert re.findall(r"<h4>(.*?)</h4>", figures.render_plot(lights, "ships", "en")) == [
        "Norden",
        "Süden",
    ]
    assert re.findall(
        r"<h4>(.*?)</h4>", figures.render_plot(lights, "ships", "en", is_grouped_by_year=True)
    ) == ["1892", "2024"]


def test_the_csv_to_take_away_is_a_corpus_file_again(lights, tmp_path):
    (tmp_path / "figures.csv").write_text(
        figures.as_csv(lights.index.figures.by_metric["ships"]), encoding="utf-8"
    )

    assert read_figures([tmp_path]) == lights.index.figures.figures


def test_places_stand_by_their_largest_figure_and_each_places_figures_in_the_order_of_time():
    counts = [figure("a", 5), figure("b", 9), figure("a", 7)]
    earlier = Figure("a", "m", Decimal(1), "count", "2020", "x", "d")

    groups = by_subject([*counts, earlier])

    assert list(groups) == ["b", "a"]
    assert [f.value for f in groups["a"]] == [1, 5, 7]
    assert {year: [f.value for f in its] for year, its in by_year([*counts, earlier]).items()} == {
        "2020": [1],
        "2024": [9, 7, 5],
    }


def test_a_figure_that_no_sentence_states_opens_its_document(lights):
    survey = lights.index.figures.figures[1]

    assert figures.figure_address(lights, survey, "en") == "?doc=sources/survey&lang=en&at=0-0"


# In the page


def test_the_page_has_the_views_that_the_corpus_can_fill(small_chat, lights):
    own = read_contents(small_chat.settings)
    all_views = read_contents(lights.settings)

    assert own == Contents({"en": (), "de": (), "zh": ()})
    assert (all_views.has_article, all_views.has_audit, all_views.has_figures) == (True,) * 3


@pytest.mark.parametrize(("has_figures", "views"), [(True, 3), (False, 2)])
def test_only_those_views_are_laid_out(lights, has_figures, views):
    contents = Contents({}, has_article=True, has_audit=True, has_figures=has_figures)
    page = build_page(lights, Startup(), contents, {"extractive": lights})

    laid_out = [block.elem_id for block in page.blocks.values() if block.elem_id]
    assert sum(name.startswith("view-") for name in laid_out) == views + 1


def test_building_the_page_does_not_wait_for_the_index(lights):
    contents = read_contents(lights.settings)
    build_page(lights, Startup(), contents, {"extractive": lights})

    assert not list(Path(lights.settings.index_dir).rglob("*"))


def test_no_view_is_an_endpoint_for_programs(lights):
    with gr.Blocks() as page:
        for view in (article, audit, figures):
            view.build(lights)

    assert page.get_api_info()["named_endpoints"] == {}


def test_a_view_gives_each_of_its_components_a_value(lights):
    with gr.Blocks():
        for view in (article.build(lights), audit.build(lights), figures.build(lights)):
            assert len(view.render("zh")) == len(view.outputs)


def test_programs_find_three_endpoints_with_typed_and_named_parameters(lights):
    with gr.Blocks() as page:
        gradio_endpoints.expose(lights)
    known = page.get_api_info()["named_endpoints"]

    names = {
        name: [p["parameter_name"] for p in endpoint["parameters"]]
        for name, endpoint in known.items()
    }
    assert names == {
        "/answer": ["question", "history", "within"],
        "/search": ["question", "k", "within"],
        "/document": ["document_id", "language"],
    }
    assert known["/search"]["returns"][0]["type"]["type"] == "array"
    assert all(endpoint["description"] for endpoint in known.values())
