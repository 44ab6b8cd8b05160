"""The public door: what it has, that it is typed, that it opens without the heavy libraries."""

from __future__ import annotations

import subprocess
import sys
from importlib.resources import files

import citechat

NAMES = """Answer AnswerSentence Citation CiteChat CiteChatError CorpusError Document IndexBuildError MissingExtraError
ModelError Passage Settings SettingsError UnknownDocumentError answer""".split()


def test_the_door_has_these_names_and_no_other():
    assert sorted(citechat.__all__) == sorted(NAMES)
    assert all(hasattr(citechat, name) for name in NAMES)


def test_the_types_are_part_of_the_api():
    assert (files("citechat") / "py.typed").is_file()
    assert (files("citechat_ingest") / "py.typed").is_file()


def test_importing_the_door_loads_no_heavy_library():
    code = "import citechat, sys; print([m for m in ('torch','chromadb','gradio','langchain_core','tantivy') if m in sys.modules])"

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
