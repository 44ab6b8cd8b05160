"""A model asked within a deadline: it answers in time, or it is left behind."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
from langchain_core.output_parsers import StrOutputParser
from langchain_core.runnables import RunnableLambda

from citechat.generation.language_model import LanguageModel, without_thoughts
from citechat.generation.provider_errors import ModelFailure
from citechat.testing import ScriptedChatModel

MESSAGES = [("human", "Say yes.")]


def scripted(*script: object, **options: Any) -> LanguageModel:
    model = ScriptedChatModel(script=list(script), **options)
    return LanguageModel("scripted:model", lambda: model)


def soon(seconds: float = 2.0) -> float:
    return time.monotonic() + seconds


class StatusError(Exception):
    """As providers' packages raise it: a status, and a response with headers."""

    def __init__(
        self, status: int, message: str = "no", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status_code = status
        self.response = type("Response", (), {"status_code": status, "headers": headers or {}})()


def test_text_comes_in_pieces_and_as_a_whole():
    model = scripted("Yes, it is.")

    assert list(model.stream(MESSAGES, soon())) == ["Yes, ", "it is", "."]
    assert model.complete(MESSAGES, soon()) == "Yes, it is."


def test_after_the_wait_it_is_asked_again():
    model = scripted(StatusError(429, headers={"retry-after-ms": "50"}), "Yes.")

    assert model.complete(MESSAGES, soon()) == "Yes."


def test_a_wait_beyond_the_deadline_is_not_waited():
    start = time.monotonic()

    with pytest.raises(ModelFailure, match="model_rate_limited"):
        scripted(StatusError(429, headers={"retry-after": "60"}), "Yes.").complete(MESSAGES, soon())

    assert time.monotonic() - start < 3


def test_it_is_not_asked_again_for_ever():
    model = ScriptedChatModel(script=[StatusError(429, headers={"retry-after-ms": "1"})])

    with pytest.raises(ModelFailure, match="model_rate_limited"):
        LanguageModel("x:y", lambda: model).complete(MESSAGES, soon())

    assert len(model.prompts) == 4


@pytest.mark.parametrize(
    "script", [[[9.0, "Yes."]], [["Yes", 9.0, "."]]], ids=["before the first word", "in the middle"]
)
def test_a_model_that_hangs_is_left_at_the_deadline(script):
    start = time.monotonic()

    with pytest.raises(ModelFailure, match="model_timeout"):
        scripted(*script).complete(MESSAGES, soon(0.2))

    assert time.monotonic() - start < 3


def test_a_connection_that_breaks_in_the_middle_is_told_from_one_that_never_was():
    with pytest.raises(ModelFailure) as before:
        scripted(ConnectionError("gone")).complete(MESSAGES, soon())
    with pytest.raises(ModelFailure) as amid:
        scripted(["Yes", ConnectionError("gone")]).complete(MESSAGES, soon())

    assert (before.value.code, amid.value.code) == ("model_unreachable", "model_cut_off")


def test_a_provider_that_always_says_why_it_ends_and_does_not_was_cut_off():
    model = ScriptedChatModel(script=["Yes."])

    with pytest.raises(ModelFailure, match="model_cut_off"):
        LanguageModel("openai:x", lambda: model, reports_ending=True).complete(MESSAGES, soon())


def test_endless_text_is_stopped():
    with pytest.raises(ModelFailure, match="model_garbage: more than 12000 characters"):
        scripted("blah " * 4000, piece=500).complete(MESSAGES, soon(5))


def test_who_stops_listening_stops_the_model():
    before = set(threading.enumerate())
    model = scripted(["Yes", *[0.02, "."] * 200])
    pieces: Any = model.stream(MESSAGES, soon(9))  # a generator
    next(pieces)
    pieces.close()
    time.sleep(0.2)

    assert set(threading.enumerate()) <= before


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("<think>Hm, [1].</think>\n\nYes.", "\n\nYes."),
        (" <thinking>a < b</thinking>Yes.", "Yes."),
        ("<think>never ends", ""),
        ("Yes <think>no</think>.", "Yes <think>no</think>."),
        ("<b>Yes</b>", "<b>Yes</b>"),
        ("<", "<"),
        ("", ""),
    ],
)
@pytest.mark.parametrize("length", [1, 4, 100])
def test_the_thoughts_with_which_a_model_begins_are_left_out(text, left, length):
    pieces = (text[i : i + length] for i in range(0, len(text), length))

    assert "".join(without_thoughts(pieces)) == left


def test_a_server_that_never_ends_costs_a_bounded_number_of_threads():
    released = threading.Event()

    def never_ends() -> Iterator[str]:
        yield "So "
        released.wait(30)

    model = scripted(*[lambda _: never_ends()] * 20)
    before = threading.active_count()

    for _ in range(12):
        with pytest.raises(ModelFailure, match=r"model_timeout|model_unreachable"):
            model.complete(MESSAGES, soon(0.02))
    waiting = threading.active_count() - before
    with pytest.raises(ModelFailure, match=r"model_unreachable: 8 earlier requests"):
        model.complete(MESSAGES, soon(0.02))
    released.set()

    assert waiting == 8
    deadline = soon(5)
    while threading.active_count() > before and time.monotonic() < deadline:
        time.sleep(0.01)
    assert model.complete(MESSAGES, soon()) == "So"


def test_a_chain_that_ends_in_text_may_write():
    chain = ScriptedChatModel(script=["Yes, it is."]) | StrOutputParser()
    model = LanguageModel("chain:model", lambda: chain)

    assert model.complete(MESSAGES, soon()) == "Yes, it is."


def test_a_chain_that_ends_in_no_text_is_garbage():
    chain = ScriptedChatModel(script=["Yes."]) | RunnableLambda(lambda _: 5)
    model = LanguageModel("chain:model", lambda: chain)

    with pytest.raises(ModelFailure, match="model_garbage: a int instead of text"):
        model.complete(MESSAGES, soon())
