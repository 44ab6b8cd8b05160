"""Keys are struck from texts, however they are written."""

from __future__ import annotations

import json
import logging
import sys
from base64 import b64encode, urlsafe_b64encode
from urllib.parse import quote

import pytest

from citechat import Settings
from citechat.logs import _Json, _Plain
from citechat.scrubbing import scrubbed

KEY = "Zq7-Lm3_Rt9+Wv5/Xy1=Kp8"
PASSWORD = "open sesame 19"


@pytest.mark.parametrize(
    "written",
    [
        KEY,
        KEY.upper(),
        KEY.lower(),
        KEY[::-1],
        " ".join(KEY),
        "-".join(KEY),
        "\n".join((KEY[:9], KEY[9:])),
        KEY[:12] + "…",
        b64encode(KEY.encode()).decode(),
        b64encode(b"x:" + KEY.encode()).decode(),
        urlsafe_b64encode(b"::" + KEY.encode()).decode(),
        b64encode(KEY[::-1].encode()).decode(),
        quote(KEY, safe=""),
        quote(quote(KEY, safe=""), safe=""),
        "".join(f"%{ord(letter):02x}" for letter in KEY),
        "".join(f"\\x{ord(letter):02x}" for letter in KEY),
        "".join(f"\\u{ord(letter):04x}" for letter in KEY),
        "".join(f"&#{ord(letter)};" for letter in KEY),
        KEY.encode().hex(),
        KEY.encode().hex(" "),
    ],
)
def test_a_key_is_struck_however_it_is_written(written):
    text = scrubbed(f"401: the key {written} is wrong, see the docs", {KEY})

    assert text.startswith("401: the key ")
    assert text.endswith(" is wrong, see the docs")
    # Less is left of it than would help anybody.
    left = text.removeprefix("401: the key ").removesuffix(" is wrong, see the docs")
    assert sum(letter.isalnum() for letter in left) <= 7


def test_other_words_stay():
    said = "model not found: gpt-5.5 at http://localhost:8000/v1"

    assert scrubbed(said, {KEY, "", "ab"}) == said


def test_settings_show_no_password_of_an_address():
    settings = Settings(llm_base_url=f"http://ines:{PASSWORD.replace(' ', '-')}@host/v1")

    assert "sesame" not in repr(settings) + str(settings)
    assert "http://ines:…@host/v1" in repr(settings)
    with pytest.raises(ValueError, match="llm_base_url is") as wrong:
        Settings(llm_base_url="ftp://ines:sesame@host")
    assert "sesame" not in str(wrong.value)


def test_a_line_of_the_log_is_json_and_holds_no_key():
    try:
        raise RuntimeError(f"refused {KEY[::-1]}")
    except RuntimeError:
        record = logging.LogRecord("a", 40, "", 1, "key %s", (KEY,), sys.exc_info())
    record.facts = {"status": 200}

    line = json.loads(_Json({KEY}).format(record))

    assert (line["message"], line["level"], line["status"]) == ("key …", "error", 200)
    assert "RuntimeError: refused …" in line["traceback"]
    assert "Lm3" not in _Plain({KEY}).format(record)
