"""A model in this process, with a network and a tokenizer that one can follow by hand.

A token is a character. The network writes its script, a token at a time, whatever it was asked.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from itertools import repeat
from queue import Queue
from types import SimpleNamespace
from typing import Any

import numpy as np
import pytest
from langchain_core.exceptions import ContextOverflowError

from citechat.generation.huggingface import HuggingFaceChat

TURNS = [("system", "Be brief."), ("human", "Is it?"), ("ai", "Yes."), ("human", "Why?")]


class Letters:
    """A tokenizer: a token is a character; ``asked`` keeps the texts that it was given."""

    def __init__(self, chat_template: str | None) -> None:
        self.chat_template = chat_template
        self.asked: list[str] = []

    def __call__(self, text: str, **options: Any) -> dict[str, Any]:
        self.asked.append(text)
        return {"input_ids": np.zeros((1, len(text)))}

    def apply_chat_template(self, turns: list[dict[str, str]], **options: Any) -> str:
        return "".join(f"<{turn['role']}>{turn['content']}" for turn in turns) + "<assistant>"


class Streamer:
    """As transformers' TextIteratorStreamer: what is put in one thread comes out in another."""

    def __init__(self, tokenizer: Letters, **options: Any) -> None:
        self.pieces: Queue[str | None] = Queue()

    def end(self) -> None:
        self.pieces.put(None)

    def __iter__(self) -> Iterator[str]:
        return iter(self.pieces.get, None)


class Network:
    """Writes a script: an iterable of characters, in which an exception is raised."""

    def __init__(self, script: Any, longest: int | None = None) -> None:
        self.script = script
        self.config = SimpleNamespace(max_position_embeddings=longest)
        self.written = 0

    def generate(
        self,
        input_ids: Any,
        streamer: Streamer,
        max_new_tokens: int,
        stopping_criteria: list[Callable[..., bool]],
        do_sample: bool,
    ) -> Any:
        assert not do_sample
        for token in self.script:
            if isinstance(token, Exception):
                raise token
            if self.written == max_new_tokens or stopping_criteria[0](input_ids, None):
                break
            self.written += 1
            streamer.pieces.put(token)
        streamer.end()
        return np.zeros((1, input_ids.shape[1] + self.written))


@pytest.fixture(autouse=True)
def transformers(monkeypatch: pytest.MonkeyPatch) -> None:
    """What the model takes of transformers, without the seconds that its import costs."""
    parts = SimpleNamespace(StoppingCriteriaList=list, TextIteratorStreamer=Streamer)
    monkeypatch.setitem(sys.modules, "transformers", parts)


def make_model(
    script: Any,
    chat_template: str | None = "a template",
    longest: int | None = None,
    **options: Any,
) -> HuggingFaceChat:
    network, tokenizer = Network(script, longest), Letters(chat_template)
    return HuggingFaceChat(model="letters", network=network, tokenizer=tokenizer, **options)


def test_the_text_comes_in_pieces_and_ends_with_why_it_ended() -> None:
    pieces = make_model("Yes.").stream("Is it?")

    assert [piece.text for piece in pieces if piece.text] == ["Y", "e", "s", "."]
    assert make_model("Yes.").invoke("Is it?").text == "Yes."
    assert make_model("Yes.").invoke("Is it?").response_metadata["finish_reason"] == "stop"


def test_a_text_that_is_cut_off_says_so() -> None:
    reply = make_model(repeat("a"), max_new_tokens=3).invoke("Is it?")

    assert reply.text == "aaa"
    assert reply.response_metadata["finish_reason"] == "length"


def test_a_model_is_asked_in_its_own_chat_format() -> None:
    model = make_model("x")

    model.invoke(TURNS)

    assert model.tokenizer.asked == [
        "<system>Be brief.<user>Is it?<assistant>Yes.<user>Why?<assistant>"
    ]


def test_a_model_without_a_chat_format_is_asked_in_paragraphs() -> None:
    model = make_model("x", chat_template=None)

    model.invoke(TURNS)

    assert model.tokenizer.asked == ["Be brief.\n\nIs it?\n\nYes.\n\nWhy?\n\n"]


def test_a_prompt_that_leaves_no_room_for_an_answer_is_refused_with_the_numbers() -> None:
    model = make_model("x", chat_template=None, longest=20, max_new_tokens=10)

    assert model.invoke("12345678").text == "x"  # with the two line ends: just 10 tokens
    with pytest.raises(ContextOverflowError, match="11 tokens and 10 new ones exceed 20"):
        model.invoke("123456789")


def test_an_error_of_the_network_reaches_who_asked() -> None:
    stream = make_model(["a", MemoryError("too large")]).stream("Is it?")

    assert next(stream).text == "a"
    with pytest.raises(MemoryError, match="too large"):
        list(stream)


def test_generation_ends_when_nobody_listens() -> None:
    def babble() -> Iterator[str]:
        while True:
            time.sleep(0.001)
            yield "a"

    model = make_model(babble())
    stream: Any = model.stream("Is it?")  # a generator
    next(stream)

    stream.close()

    assert model.network.written < 1000
    assert "citechat-generate" not in [thread.name for thread in threading.enumerate()]


def test_two_questions_are_answered_one_after_the_other() -> None:
    model = make_model("ab")
    first: Any = model.stream("Is it?")
    next(first)
    replies: list[str] = []
    second = threading.Thread(target=lambda: replies.append(model.invoke("And that?").text))
    second.start()
    second.join(0.1)

    assert not replies
    list(first)
    second.join(5)
    assert len(replies) == 1
