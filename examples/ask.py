"""Ask the shipped corpus a question, and look at what the answer stands on.

python examples/ask.py ["a question of yours"]
"""

from __future__ import annotations

import sys

from citechat import Answer, CiteChat

QUESTION = "How many AI companies does Beijing have?"


def show(chat: CiteChat, answer: Answer) -> None:
    """Print an answer, and each citation beside the stretch of the document that it points to."""
    print(answer)
    for citation in answer.citations:
        document = chat.document(citation.document_id, citation.language)
        stretch = document.text[citation.start : citation.end]
        assert stretch == citation.quote  # always: without it there would be no citation
        print(f"[{citation.number}] {citation.title}, characters {citation.start}:{citation.end}")
        print(f"    {stretch}")


def main() -> None:
    question = " ".join(sys.argv[1:]) or QUESTION
    chat = CiteChat()  # the index is built on first use, and kept in your cache folder
    answer = chat.answer(question)
    show(chat, answer)
    if not answer.answered:
        print(f"reason: {answer.reason}; the documents do answer: {list(answer.suggestions)}")


if __name__ == "__main__":
    main()
