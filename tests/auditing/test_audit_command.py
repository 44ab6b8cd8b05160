"""``citechat audit``: what it prints and writes."""

from __future__ import annotations

import json

import pytest

from citechat.__main__ import main
from small_articles import folder_of


@pytest.fixture
def arguments(tmp_path):
    folder = folder_of("teahouse")
    index = ["--index-dir", str(tmp_path / "index")]
    return ["audit", str(folder / "article.md"), "--sources", str(folder / "sources"), *index]


def test_a_table_a_page_and_json(arguments, tmp_path, capsys):
    page = tmp_path / "audit.html"

    assert main([*arguments, "--page", str(page)]) == 0
    table = capsys.readouterr().out
    assert main([*arguments, "--format", "json"]) == 0
    plain = json.loads(capsys.readouterr().out)
    assert main([*arguments, "--format", "markdown", "-o", str(tmp_path / "a.md")]) == 0

    assert "相矛盾" in table
    assert "比上年增长7%" in table
    assert page.read_text(encoding="utf-8").startswith("<!doctype html>")
    assert plain["counts"]["contradicted"] == 1
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# ")


def test_a_source_that_cannot_be_read_is_told(arguments, tmp_path, capsys):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "empty.txt").write_text("")

    assert main([*arguments, "--sources", str(broken)]) == 3
    assert "skipped" in capsys.readouterr().err


def test_a_missing_article_is_one_line(arguments, capsys):
    arguments[1] = "nowhere.md"

    assert main(arguments) == 2
    assert (
        capsys.readouterr().err == "citechat: nowhere.md is no file; give the article as a file\n"
    )
