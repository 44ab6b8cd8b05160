"""Fakes for tests, yours and ours: small enough that a reader can compute what they return."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
from langchain_core.callbacks import CallbackManagerForLLMRun
from langchain_core.language_models import BaseChatModel
from langchain_core.language_models.chat_models import generate_from_stream
from langchain_core.messages import AIMessageChunk, BaseMessage
from langchain_core.outputs import ChatGenerationChunk, ChatResult
from pydantic import Field

from .index.embedder import Kind, Vectors
from .reading.reader import NEUTRAL, Probabilities

_LETTERS = "abcdefghijklmnopqrstuvwxyz"


class LetterCountEmbedder:
    """Embeds a text as how often each letter a–z stands in it, scaled to length one.

    >>> vectors = LetterCountEmbedder().encode(["abba"], "en", "passage")
    >>> vectors[0, :3].astype(float).round(2).tolist()  # two a, two b, no c
    [0.71, 0.71, 0.0]

    A text without such letters is the vector (1, 0, 0, …). ``encoded`` keeps every text it was given, in order.
    """

    identity = "letter-count"

    def __init__(self) -> None:
        self.encoded: list[str] = []

    def encode(self, texts: Sequence[str], language: str, kind: Kind) -> Vectors:  # noqa: ARG002
        """Vectors of shape (len(texts), 26); language and kind make no difference."""
        self.encoded += texts
        counts = np.array(
            [[text.lower().count(letter) for letter in _LETTERS] for text in texts],
            dtype=np.float32,
        )
        counts = counts.reshape(len(texts), len(_LETTERS))
        counts[~counts.any(axis=1), 0] = 1
        return np.asarray(counts / np.linalg.norm(counts, axis=1, keepdims=True), dtype=np.float32)


class FixedReader:
    """A reader that knows by heart with which probability some sentences answer any question.

    >>> reader = FixedReader({"The lamp is old.": 0.75}, other=0.25)
    >>> [window.tolist() for window in reader.read("Old?", [["The lamp is old.", "It shines."]], "en")]
    [[0.75, 0.25]]

    ``other`` is the probability of all other sentences. Of claims it knows nothing: all are neutral.
    ``windows`` keeps what it read, a list a call.
    """

    def __init__(self, probabilities: Mapping[str, float], other: float = 0.0) -> None:
        self.windows: list[list[list[str]]] = []
        self._probabilities = dict(probabilities)
        self._other = other

    def read(
        self,
        question: str,  # noqa: ARG002
        windows: Sequence[Sequence[str]],
        language: str,  # noqa: ARG002
        asked_in: str = "",  # noqa: ARG002
    ) -> list[Probabilities]:
        """For each window the probabilities of its sentences; question and language make no difference."""
        self.windows.append([list(window) for window in windows])
        return [np.array([self._known(s) for s in window], np.float32) for window in windows]

    def bears_out(
        self,
        pairs: Sequence[tuple[str, str]],
        languages: Sequence[str],  # noqa: ARG002
    ) -> Probabilities:
        """Neutral for every pair, shape (len(pairs), 3)."""
        certain = np.zeros((len(pairs), 3), np.float32)
        certain[:, NEUTRAL] = 1
        return certain

    def _known(self, sentence: str) -> float:
        return self._probabilities.get(sentence, self._other)


Script = str | Exception | Iterable[str | float | Exception] | Callable[[str], "Script"]
"""What a scripted model does when it is asked: write a text, raise an error, or go through a list of pieces to write,
seconds to wait and errors to raise. A callable is given the prompt and returns any of these."""


class ScriptedChatModel(BaseChatModel):
    """A LangChain chat model that streams what its script says, one reply a call; the last one is repeated.

    >>> "".join(chunk.text for chunk in ScriptedChatModel(script=["Yes.", "No."]).stream("Is it?"))
    'Yes.'

    ``prompts`` keeps what it was asked. A text is streamed ``piece`` characters at a time, ``delay`` seconds apart.
    """

    script: list[Any]
    model: str = "scripted"
    piece: int = 5
    delay: float = 0.0
    prompts: list[str] = Field(default_factory=list)

    @property
    def _llm_type(self) -> str:
        return "scripted"

    def _generate(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,
        run_manager: CallbackManagerForLLMRun | None = None,
        **options: Any,
    ) -> ChatResult:
        return generate_from_stream(self._stream(messages, stop, run_manager, **options))

    def _stream(
        self,
        messages: list[BaseMessage],
        stop: list[str] | None = None,  # noqa: ARG002
        run_manager: CallbackManagerForLLMRun | None = None,  # noqa: ARG002
        **options: Any,  # noqa: ARG002
    ) -> Iterator[ChatGenerationChunk]:
        prompt = "\n\n".join(str(message.text) for message in messages)
        self.prompts.append(prompt)
        for text in self._acted(self.script[min(len(self.prompts), len(self.script)) - 1], prompt):
            time.sleep(self.delay)
            yield ChatGenerationChunk(message=AIMessageChunk(content=text))

    def _acted(self, script: Script, prompt: str) -> Iterator[str]:
        if isinstance(script, str):
            yield from (
                script[i : i + self.piece] for i in range(0, max(1, len(script)), self.piece)
            )
        elif isinstance(script, Exception):
            raise script
        elif callable(script):
            yield from self._acted(script(prompt), prompt)
        else:
            for step in script:
                if isinstance(step, float | int):
                    time.sleep(step)
                elif isinstance(step, Exception):
                    raise step
                else:
                    yield step


def passages_in(prompt: str) -> dict[str, str]:
    """The passages that a prompt hands out, id → text: so that a scripted reply can cite them."""
    return dict(re.findall(r'<passage id="(\w+)">\n(.*?)\n</passage>', prompt, re.DOTALL))
