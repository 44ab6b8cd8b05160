"""All settings in one frozen value; the only file that reads the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

import platformdirs

from .errors import SettingsError

PREFIX = "CITECHAT_"


@dataclass(frozen=True)
class Settings:
    """What shapes an answer. Every field can be set by an environment variable: CITECHAT_ + its name in capitals.

    >>> Settings(corpus="my/folder").corpus
    (PosixPath('my/folder'),)
    """

    # The documents
    corpus: tuple[Path, ...] | Path | str | Sequence[Path | str] = ()
    """Folders or files of Markdown and text; empty means the shipped corpus. In the environment: parted by ``:``."""

    # Where the index lies
    index_dir: Path | str = ""
    """Folder for indexes, one subfolder a fingerprint; empty means the user's cache folder."""
    chroma_url: str = ""
    """Address of a Chroma server, ``http://host:port``; empty means Chroma in this process."""

    # Models
    embedding_model: str = ""
    """Name or path of a sentence-transformers model; empty means the packaged all-MiniLM-L6-v2."""

    llm: Any = field(default="", repr=False)  # a chat model object may hold a key
    """``provider:model`` or a LangChain chat model; empty means extractive: the corpus's own sentences.
    Keys come from the provider's own variable, such as OPENAI_API_KEY."""
    llm_base_url: str = ""
    """Address of a server that speaks the provider's protocol: vLLM, llama.cpp, LM Studio, Ollama elsewhere."""
    llm_timeout: float = 60.0
    """Seconds after which a question is answered, by the model or without it."""
    llm_choices: tuple[str, ...] = ()
    """Models that a reader of the page may choose from. In the environment: parted by ``,``."""
    prompt: Path | str = ""
    """File that takes the place of the instructions in prompts.py; ``{language}`` in it becomes the answer's language."""

    # Answers
    max_sentences: int = 4
    """Most sentences in an extractive answer, 1 to 4."""
    max_question_characters: int = 2000
    """Longer questions get an answer that says so."""
    unsupported: str = "show"
    """What happens to a model's sentence that the corpus does not bear out: "show" it as such, or "drop" it."""
    passage_characters: int = 0
    """Longest passage in characters; 0 means fitting the embedder (1200, Chinese 400)."""

    # What readers say
    feedback_dir: Path | str = ""
    """Folder in which the page keeps thumbs and comments, as JSON lines; empty means that it asks for none."""

    def __post_init__(self) -> None:
        corpus = (self.corpus,) if isinstance(self.corpus, str | Path) else tuple(self.corpus)
        object.__setattr__(
            self, "corpus", tuple(Path(root).expanduser() for root in corpus if str(root))
        )
        folder = self.index_dir or platformdirs.user_cache_path("citechat", appauthor=False)
        object.__setattr__(self, "index_dir", Path(folder).expanduser())
        self._check("max_sentences", 1, 4)
        self._check("max_question_characters", 1, 100_000)
        if self.passage_characters:
            self._check("passage_characters", 100, 20_000)
        for name in ("chroma_url", "llm_base_url"):
            if getattr(self, name) and not re.match(r"https?://[^/\s:]+", getattr(self, name)):
                raise SettingsError(
                    f"{name} is {getattr(self, name)!r}; write it as http://host:port"
                )
        self._check_llm()

    def _check_llm(self) -> None:
        choices = (
            (self.llm_choices,) if isinstance(self.llm_choices, str) else tuple(self.llm_choices)
        )
        object.__setattr__(self, "llm_choices", choices)
        for llm in filter(None, (self.llm, *choices)):
            if isinstance(llm, str) and not re.match(r"[\w-]+:\S", llm):
                raise SettingsError(
                    f"llm is {llm!r}; write it as provider:model, for example openai:gpt-5.5"
                )
        if (
            isinstance(self.llm_timeout, bool)
            or not isinstance(self.llm_timeout, int | float)
            or not 0 < self.llm_timeout <= 3600
        ):
            raise SettingsError(f"llm_timeout is {self.llm_timeout!r}; give seconds, up to 3600")
        if self.unsupported not in ("show", "drop"):
            raise SettingsError(f"unsupported is {self.unsupported!r}; give show or drop")

    def _check(self, name: str, low: int, high: int) -> None:
        value = getattr(self, name)
        if type(value) is not int or not low <= value <= high:
            raise SettingsError(f"{name} is {value!r}; give a whole number from {low} to {high}")

    @classmethod
    def from_env(cls, environ: Mapping[str, str] = os.environ, **given: Any) -> Settings:
        """Settings from ``CITECHAT_…`` variables; what is ``given`` (and not None) wins over them.

        Raises SettingsError for a variable that names no setting or holds no valid value.
        """
        known = {f.name: f for f in fields(cls) if not f.name.startswith("_")}
        values: dict[str, Any] = {}
        for variable, text in environ.items():
            if variable.startswith(PREFIX) and text:
                name = variable.removeprefix(PREFIX).lower()
                if name not in known:
                    raise SettingsError(
                        f"{variable} names no setting; there are {', '.join(sorted(known))}"
                    )
                values[name] = _parse(
                    variable,
                    text,
                    known[name].default,
                    "," if name == "llm_choices" else os.pathsep,
                )
        return cls(
            **{**values, **{name: value for name, value in given.items() if value is not None}}
        )

    def with_changes(self, **changes: Any) -> Settings:
        """A copy with some fields changed."""
        return replace(self, **changes)


def _parse(variable: str, text: str, default: Any, separator: str) -> Any:
    if isinstance(default, tuple):
        return tuple(part.strip() for part in text.split(separator) if part.strip())
    if isinstance(default, int | float):
        try:
            return type(default)(text)
        except ValueError:
            kind = "a whole number" if isinstance(default, int) else "a number"
            raise SettingsError(f"{variable} is {text!r}; give {kind}") from None
    return text


def secrets(environ: Mapping[str, str] = os.environ) -> frozenset[str]:
    """The keys that providers find in the environment (OPENAI_API_KEY, HF_TOKEN, …): what must never be shown."""
    return frozenset(
        text
        for name, text in environ.items()
        if re.search(r"(KEY|TOKEN|SECRET|PASSWORD)$", name) and len(text) > 5
    )


def has_variable(name: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether an environment variable is set to anything."""
    return bool(environ.get(name))
