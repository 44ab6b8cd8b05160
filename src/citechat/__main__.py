"""``citechat``, and ``python -m citechat``: runs one command."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from . import CiteChatError
from .commands import app, end_progress_bars


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns 0, 1 when the corpus does not answer, 2 for an error (one line on standard error), 3
    when the index stands but files were skipped, 130 when it is interrupted.
    """
    try:
        app(arguments, prog_name="citechat")
    except SystemExit as ended:
        return int(ended.code or 0)
    except CiteChatError as error:
        end_progress_bars()  # or the line would stand behind one
        print(f"citechat: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
