"""Figures with their names in each language, and as rows of an answer."""

from __future__ import annotations

from citechat.index.figure_table import FigureTable, Wording, read_figure_table
from citechat.values import FigureRow
from citechat_ingest import Name, read_glossary
from lights import write_lights


def table(tmp_path) -> FigureTable:
    roots = [write_lights(tmp_path / "lights")]
    return read_figure_table(roots, read_glossary(roots))


def test_a_key_is_named_by_the_table_of_names_then_by_the_glossary_then_as_it_stands(tmp_path):
    figures = table(tmp_path)

    assert figures.name("metric", "ships", "de") == "Schiffe"
    assert figures.name("subject", "Norden", "zh") == "诺登"
    assert figures.name("subject", "Süden", "zh") == "Süden"
    assert figures.name("metric", "ai_fund", "en") == "ai fund"


def test_figures_are_found_by_what_they_count(tmp_path):
    figures = table(tmp_path)

    assert figures
    assert [figure.value for figure in figures.by_metric["ships"]] == [1500, 10, 3]


def test_a_metric_is_asked_for_by_names_and_by_words(tmp_path):
    root = write_lights(tmp_path / "lights")
    phrases = 'ships = { en = ["Norden\'s vessels"], de = ["Boote"], zh = ["船 数量"] }'
    with (root / "figures.toml").open("a", encoding="utf-8") as file:
        file.write(f"[asked_as]\n{phrases}\n")

    wordings = read_figure_table([root], read_glossary([root])).wordings

    said = {(w.language, tuple(name.names["en"] for name in w.names), w.words) for w in wordings}
    assert ("en", ("Norden",), ("vessel",)) in said
    assert ("zh", (), ("船", "数量")) in said
    assert ("de", (), ("schiff",)) in said


def test_a_wording_is_narrower_than_one_whose_words_its_names_say():
    mill = Name("concept", {"en": "wind mill", "de": "Windmühle", "zh": "风力磨坊"})
    narrow = Wording("wind_mills", "en", (mill,), ("built",))
    wide = Wording("mills", "en", (), ("mill", "built"))
    chinese = Wording("wind_mills", "zh", (mill,), ("建成",))

    assert narrow.is_narrower_than(wide)
    assert not narrow.says_all_of(wide)
    assert not wide.is_narrower_than(narrow)
    assert chinese.is_narrower_than(Wording("mills", "zh", (), ("磨坊",)))


def test_a_corpus_without_figures_has_none(tmp_path):
    assert not read_figure_table([tmp_path])


def test_a_row_says_in_the_readers_language_whose_how_much_when_and_by_whom(tmp_path):
    figures = table(tmp_path)

    assert figures.row(figures.figures[1], "zh", citation=2) == FigureRow(
        label="诺登",
        value="10（目标）",
        said_by="<Survey>",
        year="1892年",
        citation=2,
        amount=10.0,
        unit="count",
        metric="船只",
    )
