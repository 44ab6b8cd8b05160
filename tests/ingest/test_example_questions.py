"""Example questions by language, from questions.toml."""

from __future__ import annotations

from pathlib import Path

import pytest

from citechat_ingest import CorpusError, read_questions


def _write(folder: Path, source: str | bytes) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "questions.toml").write_bytes(
        source if isinstance(source, bytes) else source.encode("utf-8")
    )
    return folder


def test_questions_are_read_by_language_in_their_order(tmp_path: Path) -> None:
    _write(tmp_path, 'de = ["Wo?", "Wer?"]\nen = ["Where?", "Who?"]\nzh = ["哪里？"]\n')

    assert read_questions([tmp_path]) == {
        "en": ("Where?", "Who?"),
        "de": ("Wo?", "Wer?"),
        "zh": ("哪里？",),
    }


def test_a_language_that_is_left_out_has_no_questions_and_others_are_passed_over(
    tmp_path: Path,
) -> None:
    _write(tmp_path, 'de = ["Wo?"]\nfr = ["Où ?"]\n')

    assert read_questions([tmp_path]) == {"en": (), "de": ("Wo?",), "zh": ()}


def test_questions_of_all_folders_are_joined(tmp_path: Path) -> None:
    one, two = (
        _write(tmp_path / "1", 'en = ["Where?"]'),
        _write(tmp_path / "2", 'en = ["Who?"]\nzh = ["谁？"]'),
    )

    assert read_questions([one, two]) == {"en": ("Where?", "Who?"), "de": (), "zh": ("谁？",)}


def test_a_folder_without_the_file_and_a_single_file_have_no_questions(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("Text.", encoding="utf-8")

    assert read_questions([tmp_path, tmp_path / "a.md"]) == {"en": (), "de": (), "zh": ()}


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        pytest.param('en = ["Where?"', "array", id="not TOML"),
        pytest.param("en = 5", "en must be a list of texts", id="a number"),
        pytest.param('de = "Wo?"', "de must be a list of texts", id="one text"),
        pytest.param("en = [1]", "en must be a list of texts", id="a list of numbers"),
        pytest.param(
            'zh = ["谁？", " "]',
            "zh must be a list of texts, none of them empty",
            id="an empty question",
        ),
        pytest.param("[en]\nfirst = 'Who?'", "en must be a list of texts", id="a table"),
        pytest.param('en = ["Größe?"]'.encode("latin-1"), "can't decode byte 0xf6", id="not UTF-8"),
    ],
)
def test_a_bad_file_is_refused_with_the_problem_and_the_cure(
    tmp_path: Path, source: str | bytes, problem: str
) -> None:
    _write(tmp_path, source)

    with pytest.raises(CorpusError) as caught:
        read_questions([tmp_path])

    message = str(caught.value)
    assert message.startswith(f"{tmp_path / 'questions.toml'}: is not a list of questions (")
    assert problem in message
    assert message.endswith('write en = ["…"], de = ["…"], zh = ["…"]')
