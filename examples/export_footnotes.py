"""A conversation as a page with footnotes, as Markdown, and its sources for a bibliography.

python examples/export_footnotes.py [folder]
"""

from __future__ import annotations

import sys
from pathlib import Path

from citechat import Answer, CiteChat
from citechat.export import FORMATS, export

QUESTIONS = ("How many AI companies does Beijing have?", "And Shenzhen?")


def converse(chat: CiteChat) -> list[Answer]:
    """Ask one question after the other; each knows what was said before it."""
    turns: list[dict[str, str]] = []
    answers = []
    for question in QUESTIONS:
        answer = chat.answer(question, history=turns)
        turns += [
            {"role": "user", "content": question},
            {"role": "assistant", "content": str(answer)},
        ]
        answers.append(answer)
    return answers


def main() -> None:
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
    answers = converse(CiteChat())
    # "docx" is one more, after pip install "citechat[files]"; it comes as bytes.
    for name in ("html", "markdown", "bibtex", "csl"):
        path = folder / f"conversation{FORMATS[name].suffix}"
        path.write_text(export(answers, name), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main()
