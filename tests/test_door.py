"""The public door: what it has, that it is typed, that it opens without the heavy libraries."""

from __future__ import annotations

import re
import subprocess
import sys
from importlib.resources import files
from pathlib import Path

import pytest

import citechat

NAMES = """Answer AnswerSentence Audit Changes Citation CiteChat CiteChatError CorpusError Document IndexBuildError
InputError JudgedClaim LibraryStatus ListedDocument MissingExtraError ModelError Passage Settings SettingsError
UnknownDocumentError answer audit""".split()


def test_the_door_has_these_names_and_no_other():
    assert sorted(citechat.__all__) == sorted(NAMES)
    assert all(hasattr(citechat, name) for name in NAMES)


def test_what_the_door_does_not_have_is_an_attribute_error():
    with pytest.raises(AttributeError, match="module 'citechat' has no attribute 'question_it'"):
        _ = citechat.question_it


def test_every_place_that_tells_the_version_tells_the_same():
    root = Path(__file__).parents[1]

    assert f"\nversion: {citechat.__version__}\n" in (root / "CITATION.cff").read_text()
    assert f"\n## {citechat.__version__}\n" in (root / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_make_verb_is_explained():
    root = Path(__file__).parents[1]
    verbs = re.search(r"^\.PHONY: (.*)$", (root / "Makefile").read_text(), re.MULTILINE)

    explained = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    assert verbs
    assert not [verb for verb in verbs.group(1).split() if f"`make {verb}`" not in explained]


def test_the_types_are_part_of_the_api():
    assert (files("citechat") / "py.typed").is_file()
    assert (files("citechat_ingest") / "py.typed").is_file()


def test_importing_the_door_loads_no_heavy_library():
    heavy = ("torch", "chromadb", "gradio", "langchain_core", "tantivy", "numpy", "typer")
    code = f"import citechat, sys; print([m for m in {heavy} if m in sys.modules])"

    printed = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout

    assert printed.strip() == "[]"


def test_values_print_themselves_readably(small_chat):
    reply = small_chat.answer("When was the lighthouse of Norden built?")

    assert str(reply) == reply.text
    assert repr(reply.citations[0]).startswith(
        "Citation(number=1, document_id='lighthouse', language='en'"
    )
    assert reply.to_dict()["citations"][0]["quote"] == reply.citations[0].quote
    assert reply.citations[0].quote in reply.to_markdown()
