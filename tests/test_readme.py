"""The READMEs are run, in three languages: what their commands print, their Python, their settings.

Blocks of a shell start servers: tests/slow/test_readme_shell.py.
"""

from __future__ import annotations

import json
import re
import shlex
from functools import partial
from pathlib import Path

import pytest

import citechat
from citechat import chat as answers
from citechat.__main__ import main
from citechat.commands.serving import mcp
from citechat.settings import Settings, settings_table
from readmes import README, READMES, Readme, write_own_documents

TRANSLATIONS = READMES[1:]
each = pytest.mark.parametrize("readme", READMES, ids=lambda readme: readme.language)


@each
def test_the_python_blocks_run_in_order(readme: Readme, chat, monkeypatch, tmp_path):
    monkeypatch.setattr(answers, "_default_chat", lambda: chat)
    monkeypatch.setattr(
        citechat,
        "CiteChat",
        lambda settings=chat.settings: answers.CiteChat(settings, embedder=chat.embedder),
    )
    write_own_documents(tmp_path, readme.language)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CITECHAT_INDEX_DIR", str(tmp_path / "index"))
    names: dict[str, object] = {}

    exec("\n".join(readme.blocks("python")), names)

    assert re.search(r"2[,.]?400", str(names["reply"]))


@each
def test_the_first_screen_shows_what_the_command_prints(readme: Readme, chat, monkeypatch, capsys):
    monkeypatch.setattr("citechat.CiteChat", lambda *_, **__: chat)
    (screen,) = readme.blocks("console")
    command, shown = screen.split("\n", 1)

    main(shlex.split(command.removeprefix("$ citechat ")))

    words = re.escape(" ".join(shown.split())).replace("…", ".*")
    assert re.fullmatch(words, " ".join(capsys.readouterr().out.split()))


@each
def test_its_commands_answer_from_documents_of_ones_own(
    readme: Readme, chat, monkeypatch, tmp_path
):
    monkeypatch.setattr(citechat, "CiteChat", partial(answers.CiteChat, embedder=chat.embedder))
    write_own_documents(tmp_path, readme.language)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("CITECHAT_INDEX_DIR", str(tmp_path / "index"))
    monkeypatch.setenv("CITECHAT_CORPUS", "my/folder")
    (block,) = (block for block in readme.blocks("sh") if "my/folder" in block)
    lines = re.findall(r"^citechat ((?:ask|add|search) .*)", block, re.MULTILINE)

    assert [main(shlex.split(line, comments=True)) for line in lines] == [0, 0, 0, 0]


@each
def test_the_block_for_mcp_names_the_command(readme: Readme):
    """tests/slow/test_programs.py starts it."""
    (block,) = readme.blocks("json")
    (server,) = json.loads(block)["mcpServers"].values()

    assert server["command"] == "citechat"
    assert server["args"] == [mcp.__name__]


@each
def test_every_kind_of_block_is_run_by_a_test(readme: Readme):
    assert readme.kinds == README.kinds
    assert set(readme.kinds) == {"console", "sh", "python", "json"}


@pytest.mark.parametrize("readme", TRANSLATIONS, ids=lambda readme: readme.language)
def test_a_translation_has_the_same_sections_commands_links_and_figures(readme: Readme):
    assert len(readme.headings) == len(README.headings)
    assert readme.commands() == README.commands()
    assert sorted(map(untranslated, readme.links)) == sorted(map(untranslated, README.links))
    assert readme.figures == README.figures


def untranslated(link: str) -> str:
    return (
        re.sub(r"asking\.\w\w", "asking", link)
        .replace("README.de", "README")
        .replace("README.zh", "README")
    )


@each
def test_what_a_link_names_is_there(readme: Readme):
    assert not [link for link in readme.links if not (readme.path.parent / link).exists()]


def test_the_tables_of_settings_are_those_that_settings_make():
    operation = Path(__file__).parents[1] / "docs" / "operation.md"

    assert settings_table("README") in README.text
    assert settings_table("operation") in operation.read_text(encoding="utf-8")


@each
def test_the_same_settings_are_listed(readme: Readme):
    listed = re.findall(r"^\| `(CITECHAT_\w+)`", readme.text, re.MULTILINE)

    assert listed == re.findall(r"^\| `(\w+)`", settings_table("README"), re.MULTILINE)
    assert {name.removeprefix("CITECHAT_").lower() for name in listed} <= set(Settings.model_fields)


@each
def test_a_readme_is_short(readme: Readme):
    assert readme.text.count("\n") <= 150
