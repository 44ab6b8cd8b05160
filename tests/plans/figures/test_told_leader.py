"""Whom a sentence puts before another."""

from __future__ import annotations

import pytest

from citechat.plans.figures.told_leader import who_is_ahead
from quoting import NORDEN, SOUTHAM, index_of


@pytest.mark.parametrize(
    ("text", "ahead"),
    [
        ("Norden came second, narrowly ahead of Southam.", NORDEN),
        ("By lamps Norden stood behind Southam.", SOUTHAM),
        ("Norden lag bei den Lampen knapp vor Südheim.", NORDEN),
        ("Norden überholte Südheim.", NORDEN),
        ("诺登第二，南城略低于诺登。", NORDEN),
        ("诺登的路灯落后于南城。", SOUTHAM),
        ("Norden and Southam have lamps.", None),
        ("Norden overtook Southam by lamps, but stayed behind Southam by boats.", None),
    ],
)
def test_who_is_ahead_is_told_by_what_stands_between_two_names(text, ahead):
    mentions = index_of().glossary.mentions(text)

    assert who_is_ahead(text, mentions, [NORDEN, SOUTHAM]) is ahead
