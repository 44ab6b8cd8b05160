"""The README is run: its Python blocks against the shipped corpus, its command, its table of settings."""

from __future__ import annotations

import re
from pathlib import Path

import citechat
from citechat import chat as answers
from citechat.settings import settings_table

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


def test_the_python_blocks_run_in_order(chat, monkeypatch, folder):
    monkeypatch.setattr(answers, "_default_chat", lambda: chat)
    monkeypatch.setattr(
        citechat,
        "CiteChat",
        lambda settings=chat.settings: answers.CiteChat(settings, embedder=chat.embedder),
    )
    report = folder.parent / "report.txt"
    report.write_text("The lantern of Norden costs 300 euros.", encoding="utf-8")
    code = "\n".join(BLOCKS).replace("my/folder", str(folder)).replace("report.pdf", str(report))
    monkeypatch.setenv("CITECHAT_INDEX_DIR", str(folder.parent / "index"))
    names: dict[str, object] = {}

    exec(code, names)

    assert "2,400" in str(names["reply"])


def test_the_answer_of_the_first_screen_is_the_real_one(chat):
    shown = re.search(r'"why is Hebei first in compute"\n(.*?)\n\n', README, re.DOTALL)

    assert shown
    assert " ".join(shown.group(1).split()) == chat.answer("why is Hebei first in compute").text


def test_the_tables_of_settings_are_those_that_settings_make():
    operation = Path(__file__).parents[1] / "docs" / "operation.md"

    assert settings_table("README") in README
    assert settings_table("operation") in operation.read_text(encoding="utf-8")


def test_the_readme_is_short():
    assert README.count("\n") <= 150
