"""Names are found in any language and spelling, as whole words, the longest first."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat_ingest import CorpusError, Glossary, Name, read_glossary, shipped_corpus

BEIJING = Name("city", {"en": "Beijing", "de": "Peking", "zh": "北京"}, ("Beijing City", "京"))
UNIVERSITY = Name(
    "university", {"en": "Peking University", "de": "Universität Peking", "zh": "北京大学"}
)
OPENAI = Name("company", {"en": "OpenAI", "de": "OpenAI", "zh": "OpenAI"}, ("Open AI", "C++"))
GLOSSARY = Glossary((BEIJING, UNIVERSITY, OPENAI))

_ENTRY = '[[name]]\nkind = "city"\nen = "Beijing"\nde = "Peking"\nzh = "北京"\n'


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("Which firms are in Beijing?", [BEIJING], id="English"),
        pytest.param("Welche Firmen gibt es in Peking?", [BEIJING], id="German"),
        pytest.param("北京有哪些公司？", [BEIJING], id="Chinese"),
        pytest.param("BEIJING, peking", [BEIJING], id="any case, named once"),
        pytest.param("Beijing's firms", [BEIJING], id="English genitive"),
        pytest.param("Peking-Universum", [BEIJING], id="before a hyphen"),
        pytest.param("在Beijing的公司", [BEIJING], id="Latin name between Chinese letters"),
        pytest.param("what is open ai", [OPENAI], id="other spelling"),
        pytest.param("Is C++ used?", [OPENAI], id="spelling with marks"),
        pytest.param("Peking University", [UNIVERSITY], id="longest match in English"),
        pytest.param("北京大学", [UNIVERSITY], id="longest match in Chinese"),
        pytest.param("UNIVERSITÄT PEKING", [UNIVERSITY], id="capital umlaut"),
        pytest.param(
            "OpenAI, Peking University and Beijing",
            [OPENAI, UNIVERSITY, BEIJING],
            id="in the order of the text",
        ),
        pytest.param("Pekingese, OpenAIs, xBeijing, Beijing2", [], id="part of a longer word"),
        pytest.param("", [], id="empty"),
    ],
)
def test_a_text_is_searched_for_every_spelling(text: str, names: list[Name]) -> None:
    assert GLOSSARY.found_in(text) == names


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("Was baut Ökoä?", True, id="a word"),
        pytest.param("在Ökoä的公司", True, id="between Chinese letters"),
        pytest.param("Bökoä", False, id="end of a longer word"),
        pytest.param("Ökoär", False, id="start of a longer word"),
        pytest.param("Ökoäé", False, id="before a letter with an accent"),
        pytest.param("Ökoä2", False, id="before a digit"),
    ],
)
def test_a_spelling_with_umlauts_at_its_ends_must_stand_as_a_word(text: str, found: bool) -> None:
    name = Name("company", {"en": "Ökoä", "de": "Ökoä", "zh": "Ökoä"})

    assert Glossary((name,)).found_in(text) == [name] * found


def test_an_empty_glossary_finds_nothing() -> None:
    assert Glossary().found_in("Beijing 北京") == []


def test_all_spellings_are_the_names_then_the_others_each_once() -> None:
    assert OPENAI.all_spellings == ("OpenAI", "Open AI", "C++")
    assert BEIJING.all_spellings == ("Beijing", "Peking", "北京", "Beijing City", "京")


def test_a_glossary_file_is_read_with_and_without_other_spellings(tmp_path: Path) -> None:
    source = _ENTRY + 'spellings = ["Beijing City", "京"]\n' + _ENTRY.replace("Peking", "Pekin")
    (tmp_path / "glossary.toml").write_text(source, encoding="utf-8")

    first, second = read_glossary([tmp_path]).names

    assert first == BEIJING
    assert (second.names["de"], second.spellings) == ("Pekin", ())


def test_glossaries_of_all_folders_are_joined(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "glossary.toml").write_text(
            _ENTRY.replace("Beijing", name), encoding="utf-8"
        )

    names = read_glossary([tmp_path / "one", tmp_path / "two"]).names

    assert [name.names["en"] for name in names] == ["one", "two"]


def test_a_folder_without_a_glossary_and_a_single_file_have_no_names(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Text.", encoding="utf-8")

    assert read_glossary([tmp_path, tmp_path / "a.md"]) == Glossary()


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        pytest.param("[[name", "TOMLDecodeError", id="not TOML"),
        pytest.param("[[names]]\n", "KeyError: 'name'", id="no name at all"),
        pytest.param(
            _ENTRY.replace('zh = "北京"\n', ""), "KeyError: 'zh'", id="a language is missing"
        ),
        pytest.param(
            _ENTRY.replace('kind = "city"\n', ""), "KeyError: 'kind'", id="the kind is missing"
        ),
        pytest.param(_ENTRY.replace("[[name]]", "[name]"), "TypeError", id="single brackets"),
        pytest.param(
            'name = ""', "TypeError: name must be a list", id="an empty text instead of names"
        ),
        pytest.param(
            _ENTRY + "spellings = 5\n",
            "TypeError: spellings must be a list",
            id="spellings are a number",
        ),
        pytest.param(
            _ENTRY + 'spellings = "Pek"\n',
            "TypeError: spellings must be a list",
            id="spellings are one text",
        ),
        pytest.param(
            _ENTRY + 'spellings = [""]\n',
            "TypeError: spellings must be a text",
            id="an empty spelling",
        ),
        pytest.param(
            _ENTRY + "spellings = [5]\n",
            "TypeError: spellings must be a text",
            id="a number as spelling",
        ),
        pytest.param(
            _ENTRY.replace('"Peking"', '" "'), "TypeError: de must be a text", id="an empty name"
        ),
        pytest.param(
            _ENTRY.replace('"北京"', "5"), "TypeError: zh must be a text", id="a number as name"
        ),
        pytest.param(
            _ENTRY.replace('"city"', "[]"), "TypeError: kind must be a text", id="a list as kind"
        ),
        pytest.param('name = ["a"]', "AttributeError", id="texts for tables"),
        pytest.param("a = " + "[" * 3_000, "RecursionError", id="brackets without end"),
        pytest.param("# Universität".encode("latin-1"), "UnicodeDecodeError", id="not UTF-8"),
    ],
)
def test_a_bad_glossary_is_refused_with_the_problem_and_the_cure(
    tmp_path: Path, source: str | bytes, problem: str
) -> None:
    path = tmp_path / "glossary.toml"
    path.write_bytes(source if isinstance(source, bytes) else source.encode("utf-8"))

    with pytest.raises(CorpusError) as caught:
        read_glossary([tmp_path])

    message = str(caught.value)
    assert message.startswith(f"{path}: is not a glossary ({problem}")
    assert message.endswith(
        "each [[name]] needs kind, en, de and zh, and may have spellings, a list of texts; "
        "a file of another program must be called otherwise"
    )
    assert message.isprintable()


def test_every_spelling_of_the_shipped_glossary_is_found_in_itself() -> None:
    glossary = read_glossary([shipped_corpus()])
    spellings = [spelling for name in glossary.names for spelling in name.all_spellings]

    assert len(spellings) > 100
    assert [spelling for spelling in spellings if len(glossary.found_in(spelling)) != 1] == []


def test_a_mention_tells_where_the_name_stands_even_after_letters_that_fold_to_two() -> None:
    text = "Große Straße: Shanghais Rivale PEKING"

    (mention,) = read_glossary([shipped_corpus()]).mentions(text)

    assert text[mention.start : mention.end] == "PEKING"
    assert mention.name.names["en"] == "Beijing"


@pytest.mark.parametrize("text", ["Norden and Hafen", "Norden and Hafen " * 100])
def test_what_a_caller_does_to_his_mentions_changes_no_other_reading(text: str) -> None:
    glossary = Glossary((Name("place", {"en": "Norden", "de": "Norden", "zh": "诺登"}),))
    first = glossary.mentions(text)
    expected = list(first)

    first.clear()

    assert expected
    assert glossary.mentions(text) == expected
