"""Small numbers in words, as patterns take them: between "two" and "ten" of what is told apart."""

from __future__ import annotations

TWO_TO_TEN = (
    "two|three|four|five|six|seven|eight|nine|ten|zwei|drei|vier|fünf|sechs|sieben|acht|neun|zehn"
)
TWO_TO_TEN_CHINESE = "两二三四五六七八九十"
