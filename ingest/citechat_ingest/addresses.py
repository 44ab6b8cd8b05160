"""Which web addresses a document may send its readers to."""

from __future__ import annotations

from urllib.parse import quote, urlsplit

# What an address may hold as it is; everything else is written as %XX, so that no address ends a
# Markdown link, an HTML attribute or a line.
_SIGNS = "%/:=&?~#+!$,;@*[]"


def web_address(written: str) -> str:
    """The address, if it is one of the web's and says plainly where it leads; else nothing.

    ``javascript:`` and ``data:`` run something, ``file:`` reads a reader's disk, and
    ``https://bank.example@evil.example`` leads elsewhere than it seems.
    """
    try:
        parts = urlsplit(written.strip())
        host = parts.hostname
    except ValueError:
        return ""
    leads_elsewhere = "@" in parts.netloc or "\\" in parts.netloc
    if parts.scheme not in ("http", "https") or not host or leads_elsewhere:
        return ""
    return quote(written.strip(), safe=_SIGNS)
