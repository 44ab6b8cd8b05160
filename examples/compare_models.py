"""Hold one exam with several models, over the same open index, and set their figures side by side.

python examples/compare_models.py openai:gpt-5.5 ollama:qwen3
Without names: quotes alone, beside a scripted model that cites well and gets each number wrong.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from citechat import CiteChat
from citechat.evaluation import as_table, run
from citechat.testing import ScriptedChatModel, passages_in

EXAM = Path(__file__).with_name("exam.jsonl")
COLUMNS = ("questions", "clean", "right", "wrong", "unanswerable_refused", "wrong_numbers")
OTHER_DIGITS = str.maketrans("123456789", "234567891")


def careless(prompt: str) -> str:
    """Repeat the first sentence of the first passage, with other digits, and cite it."""
    identity, text = next(iter(passages_in(prompt).items()))
    sentence = text.split(". ")[0].translate(OTHER_DIGITS)
    return f"{sentence} [{identity}]."


def figures_of(chat: CiteChat) -> dict[str, Any]:
    """How often the chat was clean, right, wrong …; shares are 0 to 1."""
    _, figures = run(EXAM, chat)
    return {column: figures["all"].get(column) for column in COLUMNS}


def main() -> None:
    quotes = CiteChat()
    rows = {"quotes alone": figures_of(quotes)}
    models: list[Any] = sys.argv[1:] or [ScriptedChatModel(script=[careless])]
    for model in models:
        name = model if isinstance(model, str) else "scripted"
        rows[name] = figures_of(quotes.with_llm(model))  # with_llm shares the open index
    print(as_table(rows))


if __name__ == "__main__":
    main()
