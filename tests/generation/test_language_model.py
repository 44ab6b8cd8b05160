"""A model asked within a deadline: what goes wrong has a code, and what is secret stays so."""

from __future__ import annotations

import threading
import time
import tomllib
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from citechat import MissingExtraError, Settings, SettingsError
from citechat.generation import language_model as module
from citechat.generation.language_model import (
    LanguageModel,
    ModelFailure,
    failure_of,
    make_language_model,
    without_thoughts,
)
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


class ReadTimeout(Exception):  # noqa: N818
    pass


def test_text_comes_in_pieces_and_as_a_whole():
    model = scripted("Yes, it is.")

    assert list(model.stream(MESSAGES, soon())) == ["Yes, ", "it is", "."]
    assert model.complete(MESSAGES, soon()) == "Yes, it is."


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (ConnectionRefusedError("refused"), "model_unreachable"),
        (TimeoutError("slow"), "model_timeout"),
        (ReadTimeout("slow"), "model_timeout"),
        (StatusError(401), "model_key_refused"),
        (StatusError(403), "model_key_refused"),
        (StatusError(404), "model_error"),
        (StatusError(408), "model_timeout"),
        (StatusError(400, "bad"), "model_error"),
        (StatusError(400, "maximum context length is 8192 tokens"), "model_context_too_long"),
        (StatusError(413, "prompt is too long"), "model_context_too_long"),
        (StatusError(429), "model_rate_limited"),
        (StatusError(503, headers={"retry-after": "1"}), "model_rate_limited"),
        (StatusError(500), "model_error"),
        (StatusError(504), "model_timeout"),
        (ValueError("The api_key option must be set"), "model_key_refused"),
        (RuntimeError("whatever"), "model_error"),
    ],
)
def test_every_failure_has_its_code(error, code):
    assert failure_of(error).code == code


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({}, 1.0),
        ({"retry-after": "7"}, 7),
        ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after": "soon"}, 1.0),
        ({"retry-after": format_datetime(datetime.now(UTC) - timedelta(hours=1), usegmt=True)}, 0),
    ],
)
def test_the_wait_that_a_provider_asks_for_is_read(headers, seconds):
    assert failure_of(StatusError(429, headers=headers)).wait == seconds


def test_a_date_to_wait_for_is_read():
    later = format_datetime(datetime.now(UTC) + timedelta(seconds=30), usegmt=True)

    assert failure_of(StatusError(429, headers={"retry-after": later})).wait == pytest.approx(
        30, abs=2
    )


def test_after_the_wait_it_is_asked_again():
    model = scripted(StatusError(429, headers={"retry-after-ms": "50"}), "Yes.")

    assert model.complete(MESSAGES, soon()) == "Yes."


def test_a_wait_beyond_the_deadline_is_not_waited():
    start = time.monotonic()

    with pytest.raises(ModelFailure, match="model_rate_limited"):
        scripted(StatusError(429, headers={"retry-after": "60"}), "Yes.").complete(MESSAGES, soon())

    assert time.monotonic() - start < 0.5


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

    assert time.monotonic() - start < 0.5


def test_a_connection_that_breaks_in_the_middle_is_told_from_one_that_never_was():
    with pytest.raises(ModelFailure) as before:
        scripted(ConnectionError("gone")).complete(MESSAGES, soon())
    with pytest.raises(ModelFailure) as amid:
        scripted(["Yes", ConnectionError("gone")]).complete(MESSAGES, soon())

    assert (before.value.code, amid.value.code) == ("model_unreachable", "model_cut_off")


def test_a_provider_that_always_says_why_it_ends_and_does_not_was_cut_off():
    model = ScriptedChatModel(script=["Yes."])

    with pytest.raises(ModelFailure, match="model_cut_off"):
        LanguageModel("openai:x", lambda: model).complete(MESSAGES, soon())


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


KEY = "my-secret-0123456789abcdef"


@pytest.mark.parametrize(
    "message",
    [
        f"Incorrect key: {KEY}",
        f"https://me:{KEY}@host/v1",
        "Authorization: Bearer abcdefghijklmnop",
        "Incorrect API key provided: sk-proj-abcdefghijklmnop",
        "hf_abcdefghijklmnopqrst",
    ],
)
def test_no_key_is_left_in_what_is_told(message, monkeypatch):
    monkeypatch.setenv("SOME_API_KEY", KEY)

    told = str(failure_of(RuntimeError(message)))

    assert KEY not in told
    assert "abcdefghijklmnop" not in told
    assert "…" in told


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


def test_a_missing_package_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)

    with pytest.raises(MissingExtraError) as caught:
        make_language_model(Settings(llm="openai:gpt-x"))

    assert (
        str(caught.value)
        == 'openai:gpt-x needs langchain-openai; type: pip install "citechat[openai]"'
    )


@pytest.mark.parametrize("extra", ["openai", "anthropic", "google", "ollama", "huggingface"])
def test_every_extra_that_is_named_exists(extra):
    project = tomllib.loads(
        (Path(__file__).parents[2] / "pyproject.toml").read_text(encoding="utf-8")
    )["project"]
    assert extra in project["optional-dependencies"]
    assert extra in {named for _, named in module._EXTRAS.values()}


def test_a_provider_that_nobody_knows_is_a_wrong_setting():
    with pytest.raises(
        SettingsError, match="llm is 'nobody:x'; there is no such provider, but anthropic, "
    ):
        make_language_model(Settings(llm="nobody:x")).load()


def test_a_missing_key_is_a_failure_with_a_code_and_not_a_crash():
    with pytest.raises(ModelFailure) as caught:
        make_language_model(Settings(llm="openai:gpt-x")).load()

    assert caught.value.code == "model_key_refused"


def test_what_is_no_chat_model_is_refused():
    with pytest.raises(
        SettingsError, match="llm is a int; give provider:model or a LangChain chat model"
    ):
        make_language_model(Settings(llm=42))


def test_a_chat_model_object_is_named_after_what_it_says_of_itself():
    from langchain_openai import ChatOpenAI

    assert (
        make_language_model(Settings(llm=ChatOpenAI(model="gpt-x", api_key=SecretStr("k")))).name
        == "openai:gpt-x"
    )
