"""Quotation marks as three languages write them, and what stands within them."""

from __future__ import annotations

import re

OPENING, CLOSING = '“"„«「『', '”"“»」』'


def quoted(shortest: int, longest: int | None = None) -> re.Pattern[str]:
    """What finds so many characters within quotation marks; ``[1]`` of a match is without them."""
    marks, most = "".join(sorted({*OPENING, *CLOSING})), "" if longest is None else longest
    return re.compile(rf"[{OPENING}]([^{marks}]{{{shortest},{most}}})[{CLOSING}]")
