"""Which files a corpus folder holds, under which names and languages, and what it refuses."""

from __future__ import annotations

import os
import sys
from collections import Counter
from pathlib import Path

import pytest

from citechat_ingest import (
    LANGUAGES,
    CorpusError,
    Role,
    corpus_files,
    files_passed_over,
    has_role,
    read_corpus,
    read_questions,
    shipped_corpus,
    split_passages,
)
from citechat_ingest.formats import READABLE


def _put(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("Text.\n", encoding="utf-8")
    return folder


def _found(*roots: Path) -> list[tuple[str | None, str]]:
    return [(file.language, file.document_id) for file in corpus_files(roots)]


def test_language_folders_make_a_parallel_corpus_and_nothing_beside_them_is_read(
    tmp_path: Path,
) -> None:
    _put(
        tmp_path,
        "zh/tower.md",
        "en/tower.md",
        "en/sources/a.md",
        "de/tower.txt",
        "README.md",
        "notes/b.md",
    )

    assert _found(tmp_path) == [
        ("en", "sources/a"),
        ("en", "tower"),
        ("de", "tower"),
        ("zh", "tower"),
    ]


def test_one_language_folder_is_enough(tmp_path: Path) -> None:
    assert _found(_put(tmp_path, "de/turm.md")) == [("de", "turm")]


def test_a_plain_folder_is_read_to_the_bottom_and_leaves_the_language_to_the_text(
    tmp_path: Path,
) -> None:
    _put(tmp_path, "b.txt", "a.md", "deep/er/c.markdown", "D.TEXT")

    assert _found(tmp_path) == [(None, "D"), (None, "a"), (None, "b"), (None, "deep/er/c")]


def test_other_files_and_folders_with_a_document_ending_are_passed_over(tmp_path: Path) -> None:
    _put(tmp_path, "a.md", "photo.png", "glossary.toml", "noending", "folder.md/inner.txt")

    assert _found(tmp_path) == [(None, "a"), (None, "folder.md/inner")]


def test_expected_questions_are_no_document(tmp_path: Path) -> None:
    _put(tmp_path, "a.md", "expected/en.jsonl", "expected/notes.jsonl", "deep/expected/en.jsonl")

    assert _found(tmp_path) == [
        (None, "a"),
        (None, "deep/expected/en"),
        (None, "expected/notes"),
    ]
    assert _found(_put(tmp_path / "one", "en/a.md", "expected/en.jsonl")) == [("en", "a")]


def test_hidden_files_and_folders_are_passed_over(tmp_path: Path) -> None:
    assert _found(_put(tmp_path, "a.md", ".b.md", ".git/c.md", "d/.e/f.md")) == [(None, "a")]


def test_files_passed_over_are_those_of_a_kind_that_is_not_read(tmp_path: Path) -> None:
    plain = _put(tmp_path / "plain", "a.md", "b/photo.png", "LICENSE", "glossary.toml", ".c.png")
    _put(tmp_path / "parallel", "en/a.md", "de/a.md", "de/photo.png", "beside.png")

    assert files_passed_over([plain, tmp_path / "parallel"]) == [
        tmp_path / "parallel" / "de" / "photo.png",
        plain / "LICENSE",
        plain / "b" / "photo.png",
    ]
    assert files_passed_over([plain / "a.md"]) == []


def test_a_corpus_below_a_hidden_folder_is_read(tmp_path: Path) -> None:
    assert _found(_put(tmp_path / ".local", "a.md")) == [(None, "a")]


def test_a_stop_within_a_name_is_kept(tmp_path: Path) -> None:
    assert _found(_put(tmp_path, "plan.v2.md", "plan.v3.md")) == [
        (None, "plan.v2"),
        (None, "plan.v3"),
    ]


def test_a_single_file_is_a_corpus(tmp_path: Path) -> None:
    _put(tmp_path, "a.md", "b.md")

    (file,) = corpus_files([tmp_path / "b.md"])

    assert (file.path, file.document_id, file.language) == (tmp_path / "b.md", "b", None)


def test_several_roots_are_read_in_the_order_given(tmp_path: Path) -> None:
    second, first = _put(tmp_path / "2", "a.md"), _put(tmp_path / "1", "en/b.md")

    assert _found(second, first) == [(None, "a"), ("en", "b")]


def test_a_missing_folder_is_refused_with_its_path(tmp_path: Path) -> None:
    missing = tmp_path / "gone"

    with pytest.raises(CorpusError) as caught:
        corpus_files([missing])

    assert str(caught.value) == f"{missing}: does not exist; give a folder of documents"
    assert caught.value.path == str(missing)


@pytest.mark.parametrize(
    "names", [(), ("photo.png",), (".hidden.md",), ("en/photo.png", "de/photo.png", "notes.md")]
)
def test_a_folder_without_documents_is_refused_with_the_endings_that_count(
    tmp_path: Path, names: tuple[str, ...]
) -> None:
    _put(tmp_path, *names)

    with pytest.raises(CorpusError) as caught:
        corpus_files([tmp_path])

    assert (
        str(caught.value)
        == f"{tmp_path}: holds no documents; put files ending in {', '.join(READABLE)} there"
    )


def test_no_folder_at_all_is_refused() -> None:
    with pytest.raises(CorpusError, match=r"\(no folder given\): holds no documents"):
        corpus_files([])


def test_an_empty_folder_beside_a_full_one_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()

    assert _found(tmp_path / "empty", _put(tmp_path / "full", "a.md")) == [(None, "a")]


def test_two_files_of_the_same_name_in_one_language_are_refused_with_both_paths(
    tmp_path: Path,
) -> None:
    _put(tmp_path, "en/tower.md", "en/tower.txt")

    with pytest.raises(CorpusError) as caught:
        corpus_files([tmp_path])

    second, first = tmp_path / "en" / "tower.txt", tmp_path / "en" / "tower.md"
    reason = f'has the same document id "tower" as {first}'
    assert str(caught.value) == f"{second}: {reason}; rename one of the two files"


def test_twins_in_two_roots_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match='has the same document id "a"'):
        corpus_files([_put(tmp_path / "1", "a.md"), _put(tmp_path / "2", "a.md")])


@pytest.mark.parametrize(
    "order", [(0, 1), (1, 0)], ids=["language folder first", "plain folder first"]
)
def test_twins_that_show_when_the_language_is_found_are_refused_with_both_paths(
    tmp_path: Path, order: tuple[int, int]
) -> None:
    roots = [_put(tmp_path / "A", "en/a.md"), _put(tmp_path / "B", "a.md")]
    paths = [tmp_path / "A" / "en" / "a.md", tmp_path / "B" / "a.md"]

    with pytest.raises(CorpusError) as caught:
        list(read_corpus([roots[number] for number in order]))

    first, second = (paths[number] for number in order)
    assert (
        str(caught.value)
        == f'{second}: has the same document id "a" as {first}; rename one of the two files'
    )


def test_the_same_name_in_two_languages_is_no_twin(tmp_path: Path) -> None:
    roots = [_put(tmp_path / "A", "zh/a.md"), _put(tmp_path / "B", "a.md")]

    assert [(d.language, d.document_id) for d in read_corpus(roots)] == [("zh", "a"), ("en", "a")]


def test_the_same_name_in_two_folders_of_a_language_is_no_twin(tmp_path: Path) -> None:
    assert _found(_put(tmp_path, "en/a.md", "en/b/a.md")) == [("en", "a"), ("en", "b/a")]


def test_reading_a_corpus_gives_each_document_its_language(folder: Path) -> None:
    documents = {d.document_id: (d.language, d.title) for d in read_corpus([folder])}

    assert documents == {
        "baker": ("en", "baker"),
        "hafen": ("de", "hafen"),
        "lighthouse": ("en", "The lighthouse"),
    }


def test_a_language_folder_overrules_what_the_text_looks_like(tmp_path: Path) -> None:
    (document,) = read_corpus([_put(tmp_path, "zh/a.md")])

    assert document.language == "zh"


def test_a_bad_file_is_named_when_the_corpus_is_read(folder: Path) -> None:
    (folder / "zzz.txt").write_bytes(b"\xc3\xe0\xe2\xe0")

    with pytest.raises(CorpusError, match=r"zzz\.txt: is in an encoding that cannot be told"):
        list(read_corpus([folder]))


@pytest.mark.parametrize(
    ("name", "front", "role"),
    [
        ("a.md", "", "document"),
        ("article.md", "", "document"),
        ("audit.md", "", "document"),
        ("a.md", "role: article", "article"),
        ("a.md", "role: profile", "profile"),
        ("a.md", "role: audit", "document"),
        ("a.md", "role: chief editor", "document"),
        ("profiles/a.md", "", "profile"),
        ("profiles/a.txt", "", "profile"),
        ("profiles/cities/a.md", "kind: city", "profile"),
        ("profiles/a.md", "role: document", "document"),
        ("profiles.md", "", "document"),
    ],
)
def test_what_a_document_is_to_the_corpus(
    tmp_path: Path, name: str, front: str, role: Role
) -> None:
    path = tmp_path / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"---\n{front}\n---\nThe lamp shines.\n", encoding="utf-8")

    (document,) = read_corpus([tmp_path])

    assert document.role == role
    assert {passage.role for passage in split_passages(document)} == {role}
    assert has_role([tmp_path], role)
    assert not has_role([tmp_path], "audit")


def test_a_file_that_takes_the_name_of_the_audit_is_refused(tmp_path: Path) -> None:
    texts = '{en = "It shines.", de = "Sie leuchtet.", zh = "灯亮。"}'
    (tmp_path / "checks.toml").write_text(
        '[[claim]]\nid = "a"\nparagraph = "b"\ncity = "c"\nverdict = "refined"\nsources = []\n'
        f"claim = {texts}\nnote = {texts}\n",
        encoding="utf-8",
    )
    _put(tmp_path, "audit.md")

    with pytest.raises(
        CorpusError, match=r"audit\.md: has the document id \"audit\", as the audit"
    ):
        list(read_corpus([tmp_path]))


def test_the_shipped_corpus_has_one_article_and_one_audit_in_each_language() -> None:
    roles = Counter(
        (document.language, document.role) for document in read_corpus([shipped_corpus()])
    )

    for language in LANGUAGES:
        assert roles[language, "article"] == roles[language, "audit"] == 1


def test_the_shipped_corpus_holds_the_article_and_questions_in_every_language() -> None:
    found = {(file.language, file.document_id) for file in corpus_files([shipped_corpus()])}

    assert {(language, "article") for language in LANGUAGES} <= found
    assert all(read_questions([shipped_corpus()]).values())


def test_a_bad_file_is_handed_over_and_the_others_are_read(folder: Path) -> None:
    (folder / "bad.txt").write_bytes(b"\xc3\xe0\xe2\xe0")
    skipped: list[CorpusError] = []

    documents = list(read_corpus([folder], skip=skipped.append))

    assert {d.document_id for d in documents} == {"baker", "hafen", "lighthouse"}
    assert [Path(error.path).name for error in skipped] == ["bad.txt"]


def test_a_corpus_of_bad_files_only_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"\xc3\xe0\xe2\xe0")

    with pytest.raises(CorpusError, match=r"bad\.txt: is in an encoding that cannot be told"):
        list(read_corpus([tmp_path], skip=lambda error: None))


def test_one_language_folder_hides_nothing_that_lies_beside_it(tmp_path: Path) -> None:
    _put(tmp_path, "de/bad.md", "guide.md", "notes/b.md")

    assert _found(tmp_path) == [(None, "de/bad"), (None, "guide"), (None, "notes/b")]


def test_one_language_folder_with_nothing_but_a_readme_beside_it_is_a_parallel_corpus(
    tmp_path: Path,
) -> None:
    assert _found(_put(tmp_path, "de/bad.md", "README.md")) == [("de", "bad")]


def test_a_link_out_of_the_corpus_is_not_read_and_told(tmp_path: Path) -> None:
    _put(tmp_path, "corpus/a.md", "secret.md")
    (tmp_path / "corpus" / "out.md").symlink_to(tmp_path / "secret.md")
    (tmp_path / "corpus" / "in.md").symlink_to(tmp_path / "corpus" / "a.md")

    (tmp_path / "corpus" / "around").symlink_to(tmp_path)
    (tmp_path / "corpus" / "nowhere.md").symlink_to(tmp_path / "nowhere")
    told: list[str] = []

    files = corpus_files([tmp_path / "corpus"], skip=lambda error: told.append(str(error)))

    assert [file.document_id for file in files] == ["a", "in"]
    assert "around: is a link to a folder and is not followed; name the folder" in told[0]
    assert "out.md: is a link to a file outside the corpus and is not read; copy" in told[1]
    with pytest.raises(CorpusError, match="is a link to"):
        corpus_files([tmp_path / "corpus"])


def test_a_folder_that_cannot_be_opened_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _put(tmp_path, "corpus/a.md", "corpus/locked/b.md")
    scandir = os.scandir

    def refused(path: str) -> object:
        if str(path).endswith("locked"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refused)
    told: list[str] = []

    files = corpus_files([tmp_path / "corpus"], skip=lambda error: told.append(str(error)))

    assert [file.document_id for file in files] == ["a"]
    assert len(told) == 1
    assert "locked: cannot be opened (Permission denied); check its permissions" in told[0]


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_not_utf8_is_refused_in_one_line_that_can_be_shown(tmp_path: Path) -> None:
    Path(os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.md")).write_text("Text.")

    with pytest.raises(CorpusError, match="has a name that is not UTF-8") as caught:
        corpus_files([tmp_path])
    assert str(caught.value).encode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
@pytest.mark.parametrize("name", ["two\nlines.md", "\x1b[2Jclears.md", "turned\u202egnp.md"])
def test_a_name_that_would_move_a_terminal_is_refused_in_one_line(
    tmp_path: Path, name: str
) -> None:
    (tmp_path / name).write_text("Text.")

    with pytest.raises(CorpusError, match="has a name with control characters") as caught:
        corpus_files([tmp_path])
    assert str(caught.value).isprintable()
