"""Any chat model, asked for text within a deadline. The only file that imports langchain.

Whatever goes wrong comes out as a ModelFailure with a short code; a model that hangs is left behind in its own thread.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterator, Sequence
from email.utils import parsedate_to_datetime
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from threading import Event, Lock, Thread
from typing import TYPE_CHECKING, Any

from ..errors import CiteChatError, MissingExtraError, ModelError, SettingsError
from ..settings import Settings, has_variable, secrets
from .prompts import Message

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# provider → (its package, the extra of citechat that installs it)
_EXTRAS = {
    "openai": ("langchain_openai", "openai"),
    "anthropic": ("langchain_anthropic", "anthropic"),
    "google_genai": ("langchain_google_genai", "google"),
    "ollama": ("langchain_ollama", "ollama"),
    "huggingface": ("transformers", "huggingface"),
}
_ENDINGS = ("finish_reason", "stop_reason", "done_reason", "status")
_CUT_SHORT = frozenset({"length", "max_tokens", "incomplete", "MAX_TOKENS"})
_OLLAMA_CONTEXT = (
    16_384  # tokens; Ollama cuts a longer prompt without a word, and its own default may be 2,048
)
_LONGEST_TEXT = 12_000
_RETRIES = 3
_WAIT = 1.0


class ModelFailure(ModelError):  # noqa: N818  # not raised to callers: quotes stand in for the answer
    """A model did not answer. ``code`` is "model_timeout", "model_unreachable", "model_rate_limited", "model_error",
    "model_key_refused", "model_context_too_long", "model_cut_off", "model_empty", "model_garbage",
    "model_wrong_language" or "model_unsupported"; ``wait`` the seconds after which the provider would be asked again.
    """

    def __init__(self, code: str, detail: str = "", wait: float | None = None) -> None:
        super().__init__(f"{code}: {detail}" if detail else code)
        self.code = code
        self.wait = wait


class LanguageModel:
    """A chat model and its name, "provider:model". It is made on first use, by ``make``. Safe to share between threads."""

    def __init__(self, name: str, make: Callable[[], BaseChatModel]) -> None:
        self.name = name
        self._make = make
        self._lock = Lock()
        self._chat_model: BaseChatModel | None = None

    def load(self) -> BaseChatModel:
        """The chat model itself. Raises ModelFailure, SettingsError, MissingExtraError."""
        with self._lock:
            if self._chat_model is None:
                self._chat_model = self._make()
            return self._chat_model

    def complete(self, messages: Sequence[Message], deadline: float) -> str:
        """The whole reply. Raises ModelFailure."""
        return "".join(self.stream(messages, deadline)).strip()

    def stream(self, messages: Sequence[Message], deadline: float) -> Iterator[str]:
        """The reply piece by piece, all before ``deadline`` (of ``time.monotonic``). Raises ModelFailure.

        A provider that asks for patience gets it as long as the deadline allows.
        """
        for attempt in range(_RETRIES + 1):
            try:
                yield from _no_longer_than(
                    _LONGEST_TEXT, without_thoughts(self._pieces(messages, deadline))
                )
                return
            except ModelFailure as failure:
                if (
                    failure.wait is None
                    or attempt == _RETRIES
                    or time.monotonic() + failure.wait >= deadline
                ):
                    raise
                time.sleep(failure.wait)

    def _pieces(self, messages: Sequence[Message], deadline: float) -> Iterator[str]:
        """The text of each chunk; a text that did not end by itself is a failure."""
        ending = ""
        for chunk in _in_a_thread(lambda: self.load().stream(list(messages)), deadline):
            ending = next(
                (
                    str(chunk.response_metadata[k])
                    for k in _ENDINGS
                    if chunk.response_metadata.get(k)
                ),
                ending,
            )
            if text := str(chunk.text):
                yield text
        if ending in _CUT_SHORT:
            raise ModelFailure("model_cut_off", f"the text ended with {ending!r}")
        if (
            not ending and self.name.split(":")[0] in _EXTRAS
        ):  # each of these says why a text ended, unless it broke off
            raise ModelFailure("model_cut_off", "the connection broke off")


def _no_longer_than(limit: int, pieces: Iterator[str]) -> Iterator[str]:
    length = 0
    for piece in pieces:
        length += len(piece)
        if length > limit:
            raise ModelFailure("model_garbage", f"more than {limit} characters")
        yield piece


def make_language_model(settings: Settings) -> LanguageModel:
    """The model that ``settings.llm`` names, or the given object. Raises SettingsError, MissingExtraError."""
    llm = settings.llm
    if not isinstance(llm, str):
        if not callable(getattr(llm, "stream", None)):
            raise SettingsError(
                f"llm is a {type(llm).__name__}; give provider:model or a LangChain chat model"
            )
        return LanguageModel(_name_of(llm), lambda: llm)
    provider, model = llm.split(":", 1)
    package, extra = _EXTRAS.get(provider, ("", ""))
    if package and find_spec(package) is None:
        raise MissingExtraError(
            f'{llm} needs {package.replace("_", "-")}; type: pip install "citechat[{extra}]"'
        )
    return LanguageModel(llm, lambda: _make(provider, model, settings))


def _make(provider: str, model: str, settings: Settings) -> BaseChatModel:
    from langchain.chat_models import init_chat_model

    try:
        if provider == "huggingface":
            from .huggingface import HuggingFaceChat

            return HuggingFaceChat.load(model)
        return init_chat_model(model, model_provider=provider, **_options(provider, settings))  # type: ignore[no-any-return]
    except ImportError as error:
        raise MissingExtraError(f"{provider}:{model} needs a package: {error}") from error
    except Exception as error:
        if type(error) is ValueError and "provider" in str(error).lower():
            known = ", ".join(sorted(_EXTRAS))
            raise SettingsError(
                f"llm is {provider + ':' + model!r}; there is no such provider, but {known}, …"
            ) from None
        raise failure_of(error, "model_error") from None  # the cause may hold a key


def _options(provider: str, settings: Settings) -> dict[str, Any]:
    """Deadline and address as each provider's package calls them; retries are ours, since only we know the deadline."""
    options: dict[str, Any] = {"base_url": settings.llm_base_url} if settings.llm_base_url else {}
    if provider == "ollama":
        return options | {
            "client_kwargs": {"timeout": settings.llm_timeout},
            "temperature": 0,
            "num_ctx": _OLLAMA_CONTEXT,
        }
    if provider in _EXTRAS:
        options |= {"timeout": settings.llm_timeout, "max_retries": 0}
    if provider == "openai" and settings.llm_base_url and not has_variable("OPENAI_API_KEY"):
        options["api_key"] = "none"  # servers of one's own ask for none, but the package does
    return options


def _name_of(chat_model: Any) -> str:
    """ "provider:model" of a chat model object, as it reports itself to LangChain's tracing."""
    try:
        told = chat_model._get_ls_params()
    except Exception:
        told = {}
    return f"{told.get('ls_provider') or type(chat_model).__name__.lower()}:{told.get('ls_model_name') or 'model'}"


_DONE = object()


def _in_a_thread(start: Callable[[], Iterator[Any]], deadline: float) -> Iterator[Any]:
    """The items of ``start()``, made in a daemon thread so that nothing waits beyond the deadline."""
    items: SimpleQueue[Any] = SimpleQueue()
    stop = Event()

    def work() -> None:
        try:
            for item in start():
                items.put(item)
                if stop.is_set():
                    break
            items.put(_DONE)
        except BaseException as error:
            items.put(error)

    Thread(target=work, daemon=True, name="citechat-language-model").start()
    begun = False
    try:
        while (item := _next(items, deadline)) is not _DONE:
            if isinstance(item, CiteChatError):
                raise item
            if isinstance(item, BaseException):
                raise failure_of(item, "model_cut_off" if begun else "model_unreachable") from None
            begun = True
            yield item
    finally:
        stop.set()


def _next(items: SimpleQueue[Any], deadline: float) -> Any:
    try:
        return items.get(timeout=max(0.0, deadline - time.monotonic()))
    except Empty:
        raise ModelFailure("model_timeout", "no answer within the deadline") from None


# Errors

_TOO_LONG = re.compile(
    r"context|too (?:long|large|many tokens)|maximum.{0,40}tokens|token.{0,20}(?:limit|exceed)",
    re.I,
)
_NO_KEY = re.compile(r"api[_ ]?key|authentication", re.I)
_KEY = re.compile(
    r"(?i)(bearer\s+|api[-_]?key[\"'=:\s]+|//[^/@\s]*:)[^\s\"',}@]+|\b(?:sk|pk|hf|gsk|xai|AIza)[-_]?[A-Za-z0-9_-]{12,}"
)


def failure_of(error: BaseException, broken: str = "model_unreachable") -> ModelFailure:
    """What an exception of any provider means; ``broken`` is the code for a connection that broke.

    Told apart by status and by the names of the classes, since each provider brings its own HTTP library.
    """
    names = {kind.__name__ for kind in type(error).__mro__}
    status = _status(error)
    detail = _scrubbed(f"{type(error).__name__}: {error}")
    if "ContextOverflowError" in names or (
        status in (400, 413, 500) and _TOO_LONG.search(str(error))
    ):
        return ModelFailure("model_context_too_long", detail)
    if "No generation chunk" in str(error):  # LangChain's own word for a stream without any text
        return ModelFailure("model_empty", detail)
    after = _retry_after(error)
    if status == 429 or (status in (503, 529) and after is not None):
        return ModelFailure("model_rate_limited", detail, _WAIT if after is None else after)
    if status in (401, 403) or (status is None and _NO_KEY.search(str(error))):
        return ModelFailure("model_key_refused", detail)
    if status in (408, 504) or any("Timeout" in name for name in names):
        return ModelFailure("model_timeout", detail)
    if status is None and names & _NETWORK:
        return ModelFailure(broken, detail)
    return ModelFailure("model_error", detail)


_NETWORK = frozenset(
    {
        "ConnectionError",
        "APIConnectionError",
        "ModelConnectionError",
        "TransportError",
        "NetworkError",
        "ProtocolError",
        "OSError",
    }
)


def _status(error: BaseException) -> int | None:
    """The HTTP status that an error carries, wherever its library puts it."""
    response = getattr(error, "response", None)
    for value in (
        getattr(error, "status_code", None),
        getattr(response, "status_code", None),
        getattr(error, "code", None),
    ):
        if isinstance(value, int) and 100 <= value < 600:
            return value
    return None


def _retry_after(error: BaseException) -> float | None:
    """The seconds that a provider asks to wait: Retry-After as seconds or as a date, or retry-after-ms."""
    headers = getattr(getattr(error, "response", None), "headers", None) or {}
    try:
        if milliseconds := headers.get("retry-after-ms"):
            return max(0.0, float(milliseconds) / 1000)
        after = str(headers.get("retry-after") or "")
        if after.strip().isdigit():
            return float(after)
        return max(0.0, parsedate_to_datetime(after).timestamp() - time.time()) if after else None
    except (ValueError, TypeError):
        return None


def _scrubbed(text: str) -> str:
    """``text`` on one line, no longer than is useful, without the keys of the environment and what looks like one."""
    for secret in sorted(secrets(), key=len, reverse=True):
        text = text.replace(secret, "…")
    return " ".join(_KEY.sub("…", text).split())[:300]


# Thoughts

_THOUGHTS = re.compile(r"\s*<(think|thinking|thought|reasoning)>")
_LONGEST_OPENING = 24


def without_thoughts(pieces: Iterator[str]) -> Iterator[str]:
    """The pieces without the ``<think>…</think>`` with which some models begin; those that open nothing pass at once."""
    held = ""
    for piece in pieces:
        held += piece
        opened = _THOUGHTS.match(held)
        closing = f"</{opened.group(1)}>" if opened else ""
        undecided = (
            closing not in held
            if opened
            else len(held) < _LONGEST_OPENING and held.lstrip()[:1] in ("", "<")
        )
        if undecided:
            continue
        yield held.partition(closing)[2] if opened else held
        yield from pieces
        return
    if held and not _THOUGHTS.match(held):
        yield held
