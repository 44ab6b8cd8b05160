"""The figures of a corpus and what their keys are called."""

from decimal import Decimal

import pytest

from citechat_ingest import (
    CorpusError,
    Figure,
    read_figure_labels,
    read_figures,
    read_phrases,
    read_place_kinds,
    shipped_corpus,
)

HEAD = "subject,metric,value,unit,year,said_by,document_id,note\n"
ROW = "Norden,ships,25.50,count,2024-06,Grete Sand,harbour,about\n"
NAMES = '[metric]\nships = { en = "Ships", de = "Schiffe", zh = "船只" }\n'


def test_a_figure_is_read_with_its_exact_value(tmp_path):
    (tmp_path / "figures.csv").write_text(HEAD + ROW, encoding="utf-8")

    assert read_figures([tmp_path]) == (
        Figure(
            "Norden",
            "ships",
            Decimal("25.50"),
            "count",
            "2024-06",
            "Grete Sand",
            "harbour",
            "about",
        ),
    )


def test_a_corpus_without_figures_has_none(tmp_path):
    assert read_figures([tmp_path]) == ()
    assert read_figure_labels([tmp_path]) == {}


@pytest.mark.parametrize(
    ("row", "says"),
    [
        (
            ROW.replace("25.50", "many"),
            r"figures\.csv, line 3: has the value 'many'; write a number",
        ),
        (ROW.replace("25.50", "-1"), "line 3: has the value '-1'"),
        (ROW.replace("25.50", "NaN"), "line 3: has the value 'NaN'"),
        (
            ROW.replace("2024-06", "June"),
            "line 3: has the year 'June'; write it as 2025 or 2025-06",
        ),
        (ROW.replace("2024-06", "2024-13"), "line 3: has the year '2024-13'"),
        (ROW.replace("Grete Sand", " "), "line 3: has no said_by"),
        (ROW.replace(",about", ""), "line 3: has not 8 columns"),
        (ROW.replace(",about", ",about,more"), "line 3: has not 8 columns"),
    ],
)
def test_a_bad_line_is_named_with_what_it_needs(tmp_path, row, says):
    (tmp_path / "figures.csv").write_text(HEAD + ROW + row, encoding="utf-8")

    with pytest.raises(CorpusError, match=says):
        read_figures([tmp_path])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"city,number\n", "has the columns city, number; each line needs subject, metric"),
        (b"", "has the columns of an empty file"),
        ((HEAD + ROW).encode("utf-16"), "cannot be read as CSV"),
    ],
)
def test_a_file_that_is_no_such_table_is_named(tmp_path, content, says):
    (tmp_path / "figures.csv").write_bytes(content)

    with pytest.raises(CorpusError, match=says):
        read_figures([tmp_path])


def test_keys_have_names_in_the_three_languages(tmp_path):
    (tmp_path / "figures.toml").write_text(NAMES, encoding="utf-8")

    assert read_figure_labels([tmp_path])["metric"]["ships"]["de"] == "Schiffe"


@pytest.mark.parametrize(
    "broken", ["x", NAMES.replace("zh", "fr"), "metric = 1\n", '[metric]\nships = "Ships"\n']
)
def test_a_bad_table_of_names_is_named(tmp_path, broken):
    (tmp_path / "figures.toml").write_text(broken, encoding="utf-8")

    with pytest.raises(CorpusError, match=r"figures\.toml: is not a table of names .*write key ="):
        read_figure_labels([tmp_path])


def test_every_metric_of_the_shipped_figures_has_its_names_and_every_name_its_figures():
    figures, labels = read_figures([shipped_corpus()]), read_figure_labels([shipped_corpus()])

    assert {f.metric for f in figures} == labels["metric"].keys()
    assert labels["said_by"].keys() <= {f.said_by for f in figures}
    assert labels["subject"].keys() <= {f.subject for f in figures}


PHRASES = '[asked_as]\nships = { en = ["boats", "vessels"], de = ["Boote"], zh = ["船"] }\n'


def test_what_readers_call_a_metric_is_read_apart_from_its_names(tmp_path):
    (tmp_path / "figures.toml").write_text(NAMES + PHRASES, encoding="utf-8")

    assert read_phrases([tmp_path])["ships"]["en"] == ("boats", "vessels")
    assert read_figure_labels([tmp_path]).keys() == {"metric"}
    assert read_phrases([tmp_path / "nowhere"]) == {}


def test_the_kinds_of_places_are_read(tmp_path):
    (tmp_path / "figures.toml").write_text('[kind]\ncity = ["Norden", "Süden"]\n', encoding="utf-8")

    assert read_place_kinds([tmp_path]) == {"Norden": "city", "Süden": "city"}


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('ships = { en = "boats", de = ["Boote"], zh = ["船"] }', "asks for ships as"),
        ('ships = { en = ["boats"] }', "asks for ships as"),
        ("x", "is not a table of names"),
    ],
)
def test_bad_phrases_are_named(tmp_path, content, says):
    (tmp_path / "figures.toml").write_text(f"[asked_as]\n{content}\n", encoding="utf-8")

    with pytest.raises(CorpusError, match=says):
        read_phrases([tmp_path])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ('[kind]\ncity = "Norden"\n', "has 'Norden' of the kind city"),
        ("kind = 1\n", r"has kind = 1; make it a table: \[kind\]"),
    ],
)
def test_bad_kinds_of_places_are_named(tmp_path, content, says):
    (tmp_path / "figures.toml").write_text(content, encoding="utf-8")

    with pytest.raises(CorpusError, match=says):
        read_place_kinds([tmp_path])


def test_the_phrases_and_kinds_of_the_shipped_corpus_belong_to_its_figures():
    root = [shipped_corpus()]
    figures = read_figures(root)

    assert read_phrases(root).keys() <= {f.metric for f in figures}
    assert read_place_kinds(root).keys() == {f.subject for f in figures}
