"""A German verb in two parts is the verb."""

from __future__ import annotations

import pytest

from citechat.language.separable_verbs import is_said_apart


@pytest.mark.parametrize(
    ("word", "text", "said"),
    [
        ("aufgenommen", "Wir nehmen Hunde und Katzen auf.", True),
        ("anmelden", "Melden Sie sich bis Mai an.", True),
        ("anmelden", "Wir melden es der Stadt.", False),
        ("Haus", "Das Haus steht auf dem Berg.", False),
    ],
)
def test_both_parts_must_stand_there(word: str, text: str, said: bool) -> None:
    assert is_said_apart(word, text) is said
