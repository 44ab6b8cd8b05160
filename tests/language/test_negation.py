"""What says that something is not so."""

from __future__ import annotations

import pytest

from citechat.language.negation import NOT


@pytest.mark.parametrize(
    ("text", "is_denied"),
    [
        ("诺登的企业里无上市公司", True),
        ("诺登有哪两家无人车公司", False),
        ("It has no mill.", True),
        ("It has a mill.", False),
    ],
)
def test_what_drives_without_a_driver_is_not_denied(text: str, is_denied: bool) -> None:
    assert bool(NOT.search(text)) is is_denied
