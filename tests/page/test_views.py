"""The article, the audit and the figures as HTML, without a browser."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import gradio as gr
import pytest

from citechat import CiteChat, Settings
from citechat.page import api as programs
from citechat.page.views import article, audit, figures
from citechat.page.views.view_words import VERDICT_MEANINGS, VERDICTS, VIEW_WORDS
from citechat.testing import LetterCountEmbedder
from citechat_ingest import VERDICTS as VERDICT_NAMES
from citechat_ingest import Figure, read_figure_labels, read_figures

ARTICLE = {
    "en": "# Lights\n\n## The lamp\n\nThe lamp of Norden is old & heavy. It shines 40 kilometres far.\n",
    "de": "# Lichter\n\n## Die Lampe\n\nDie Lampe von Norden ist alt & schwer. Sie leuchtet 40 Kilometer weit.\n",
    "zh": "# 灯\n\n## 灯光\n\n诺登的灯很旧&很重。灯光可达40公里。\n",
}
FRONT = "---\nrole: article\n---\n"
COMMENT = "<!-- paragraph: lamp; sources: survey, missing -->\n"
SOURCE = {
    "en": "Norden counted 1,500 ships in 2024. The lamp reaches 38 kilometres.\n",
    "de": "Norden zählte 2024 genau 1.500 Schiffe. Die Lampe reicht 38 Kilometer weit.\n",
    "zh": "诺登2024年有1500艘船。灯光可达38公里。\n",
}
CHECK = """[[claim]]
id = "reach"
paragraph = "lamp"
city = "Norden"
verdict = "refined"
sources = ["survey"]
[claim.claim]
en = "The lamp shines 40 kilometres far <b>."
de = "Die Lampe leuchtet 40 Kilometer weit <b>."
zh = "灯光可达40公里<b>。"
[claim.note]
en = "The survey says 38 kilometres."
de = "Die Vermessung sagt 38 Kilometer."
zh = "测量结果为38公里。"
"""
FIGURES = """subject,metric,value,unit,year,said_by,document_id,note
Norden,ships,1500,count,2024,<Survey>,sources/survey,
Norden,ships,10,count,1892,<Survey>,sources/survey,target
Süden,ships,3,count,2024,Ada Holm,nowhere,
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """One article with one audited claim and one source, in three languages, and three figures."""
    root = tmp_path / "lights"
    for language in ("en", "de", "zh"):
        (root / language / "sources").mkdir(parents=True)
        (root / language / "article.md").write_text(
            FRONT + ARTICLE[language] + COMMENT, encoding="utf-8"
        )
        front = "---\ntitle: The survey\npublisher: Survey Office (a branch)\npublished: 2024-06-01\n---\n"
        (root / language / "sources" / "survey.md").write_text(
            front + SOURCE[language], encoding="utf-8"
        )
    (root / "checks.toml").write_text(CHECK, encoding="utf-8")
    (root / "figures.csv").write_text(FIGURES, encoding="utf-8")
    return root


@pytest.fixture
def lights(corpus: Path, tmp_path: Path) -> CiteChat:
    return CiteChat(
        Settings(corpus=corpus, index_dir=tmp_path / "index"), embedder=LetterCountEmbedder()
    )


@pytest.fixture
def collection(lights: CiteChat, corpus: Path) -> figures.Collection:
    return figures.Collection(lights, read_figures([corpus]), read_figure_labels([corpus]))


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


def test_the_texts_of_the_views_are_escaped(lights, collection):
    html = (
        article.render(lights, "en")
        + audit.render(lights, "en")
        + figures.render_plot(collection, "ships", "en")
    )

    for foreign in ("<b>.", "old & heavy", "<Survey>"):
        assert foreign not in html
    assert "old &amp; heavy" in html


def test_the_article_can_be_read_in_each_language_it_exists_in(lights, corpus):
    assert article.language_switch(lights, "de").count("<button") == 3
    assert '"de" aria-pressed="true"' in article.language_switch(lights, "de")
    assert "灯光可达40公里" in article.render(lights, "zh")


def test_an_article_in_one_language_is_shown_to_readers_of_all(tmp_path):
    (tmp_path / "one").mkdir()
    (tmp_path / "one" / "article.md").write_text(FRONT + ARTICLE["en"], encoding="utf-8")
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
    check = next(c for c in chat.index.checks if c.check_id == "hebei-first-langfang-zhangjiakou")

    assert set(audit.places(chat.index.glossary, check)) >= {"Hebei", "Langfang", "Zhangjiakou"}
    assert audit.place_name(chat.index.glossary, "Beijing", "de") == "Peking"


# Figures


def figure(subject: str, value: int, unit: str = "count") -> Figure:
    return Figure(subject, "m", Decimal(value), unit, "2024", "x", "d")


def test_figures_too_far_apart_get_scales_of_their_own():
    panels = figures.scales(
        {
            "a": [figure("a", 1000)],
            "b": [figure("b", 60)],
            "c": [figure("c", 3)],
            "d": [figure("d", 2)],
        }
    )

    assert [list(panel) for panel in panels] == [["a", "b"], ["c", "d"]]


def test_unlike_units_never_share_a_scale():
    assert len(figures.scales({"a": [figure("a", 10)], "b": [figure("b", 10, "percent")]})) == 2


def test_a_bar_is_as_long_as_its_number_and_opens_the_sentence_that_says_so(lights, collection):
    bars = re.findall(
        r'<button type="button" class="bar".*?</button>',
        figures.render_plot(collection, "ships", "de"),
    )

    assert ["width:0.67%" in bars[0], "width:100.00%" in bars[1]] == [True, True]
    assert quoted(lights, bars[1], "data-address") == "Norden zählte 2024 genau 1.500 Schiffe."


def test_a_target_is_drawn_otherwise_and_a_figure_without_its_document_opens_nothing(collection):
    html = figures.render_plot(collection, "ships", "en")

    assert html.count('class="fill plan"') == 1
    assert '<div class="bar"><span class="sayer"><b></b>Ada Holm' in html


def test_figures_can_be_grouped_by_year(collection):
    assert re.findall(r"<h4>(.*?)</h4>", figures.render_plot(collection, "ships", "en")) == [
        "Norden",
        "Süden",
    ]
    assert re.findall(
        r"<h4>(.*?)</h4>", figures.render_plot(collection, "ships", "en", by_year=True)
    ) == ["1892", "2024"]


def test_the_csv_to_take_away_is_a_corpus_file_again(collection, tmp_path):
    (tmp_path / "figures.csv").write_text(figures.as_csv(collection.of("ships")), encoding="utf-8")

    assert read_figures([tmp_path]) == collection.figures


@pytest.mark.parametrize("language", ["en", "de", "zh"])
def test_every_shipped_figure_opens_on_its_sentence(chat, language):
    roots = [Path(__file__).parents[2] / "corpus"]
    shipped = figures.Collection(chat, read_figures(roots), read_figure_labels(roots))

    lost = [
        f
        for f in shipped.figures
        if figures.said_at(shipped, f, chat.document(f.document_id, language)).endswith("at=0-0")
    ]

    assert lost == []


# In the page


def test_a_corpus_of_ones_own_has_none_of_the_views(small_chat):
    with gr.Blocks():
        assert [view.build(small_chat) for view in (article, audit, figures)] == [None, None, None]


def test_building_the_views_does_not_wait_for_the_index(lights):
    with gr.Blocks() as page:
        built = [view.build(lights) for view in (article, audit, figures)]

    assert all(built)
    assert not list(Path(lights.settings.index_dir).rglob("*"))
    assert page.get_api_info()["named_endpoints"] == {}


def test_a_view_gives_each_of_its_components_a_value(lights):
    with gr.Blocks():
        for view in (article.build(lights), audit.build(lights), figures.build(lights)):
            assert view
            assert len(view.dress("zh")) == len(view.outputs)


def test_programs_find_three_endpoints_with_typed_and_named_parameters(lights):
    with gr.Blocks() as page:
        programs.expose(lights)
    known = page.get_api_info()["named_endpoints"]

    names = {
        name: [p["parameter_name"] for p in endpoint["parameters"]]
        for name, endpoint in known.items()
    }
    assert names == {
        "/answer": ["question", "history"],
        "/search": ["question", "k"],
        "/document": ["document_id", "language"],
    }
    assert known["/search"]["returns"][0]["type"]["type"] == "array"
    assert all(endpoint["description"] for endpoint in known.values())


def test_every_word_of_the_views_exists_in_the_three_languages():
    assert VIEW_WORDS["en"].keys() == VIEW_WORDS["de"].keys() == VIEW_WORDS["zh"].keys()
    for words in (*VERDICTS.values(), *VERDICT_MEANINGS.values()):
        assert tuple(words) == VERDICT_NAMES
