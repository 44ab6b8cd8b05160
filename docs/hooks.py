"""What the site's pages do not hold themselves: the table of settings is the one that the code makes."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

_MARK = "<!-- settings -->"


def on_page_markdown(markdown: str, **_: Any) -> str:
    """Put the table in the place of its mark."""
    if _MARK not in markdown:
        return markdown
    root = Path(__file__).parents[1]
    sys.path[:0] = [str(root / "src"), str(root / "ingest")]
    from citechat.settings import settings_table

    return markdown.replace(_MARK, settings_table())
