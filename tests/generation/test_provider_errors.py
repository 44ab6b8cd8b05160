"""What goes wrong at a provider has a code, and what is secret stays so."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest

from citechat.generation.provider_errors import failure_of


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


def test_an_error_is_told_in_three_hundred_characters_at_most():
    message = "no " * 400

    assert len(str(failure_of(RuntimeError(message)))) == len("model_error: ") + 300
