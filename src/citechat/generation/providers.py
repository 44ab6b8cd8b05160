"""provider:model → a language model, with the deadline and the address as its package calls them.

LangChain knows the providers; of each that needs a package of its own, citechat has an extra.
"""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import MissingExtraError, SettingsError
from ..scrubbing import scrubbed
from ..settings import Settings, has_variable, secrets
from .language_model import LanguageModel
from .provider_errors import failure_of

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# provider → (its package, the extra of citechat that installs it). Each of these says why a text
# ended, so that one which does not was broken off.
EXTRAS = {
    "openai": ("langchain_openai", "openai"),
    "anthropic": ("langchain_anthropic", "anthropic"),
    "google_genai": ("langchain_google_genai", "google"),
    "ollama": ("langchain_ollama", "ollama"),
    "huggingface": ("transformers", "huggingface"),
}
# Tokens. Ollama cuts a longer prompt without a word, and its own default may be 2,048.
_OLLAMA_CONTEXT = 16_384


def make_language_model(settings: Settings) -> LanguageModel:
    """The model that ``settings.llm`` names, or the given object.

    Raises SettingsError, MissingExtraError.
    """
    llm = settings.llm
    if not isinstance(llm, str):
        return _given_model(llm)
    provider, model = llm.split(":", 1)
    package, extra = EXTRAS.get(provider, ("", ""))
    if package and find_spec(package) is None:
        raise MissingExtraError(
            f'{llm} needs {package.replace("_", "-")}; type: pip install "citechat[{extra}]"'
        )
    return LanguageModel(
        llm,
        lambda: _make(provider, model, settings),
        reports_ending=provider in EXTRAS,
        address=scrubbed(settings.llm_base_url, secrets()),
    )


def _given_model(llm: Any) -> LanguageModel:
    if not callable(getattr(llm, "stream", None)):
        raise SettingsError(
            f"llm is a {type(llm).__name__}; give provider:model or a LangChain chat model"
        )
    provider, model = _provider_and_model(llm)
    # A chain ends in a parser, which hands on the text and not why it ended.
    reports_ending = provider in EXTRAS and not hasattr(llm, "steps")
    return LanguageModel(f"{provider}:{model}", lambda: llm, reports_ending=reports_ending)


def _provider_and_model(chat_model: Any) -> tuple[str, str]:
    """What a chat model, or the one within a chain, says of itself to LangChain's tracing; its class
    where it says nothing."""
    for part in (chat_model, *getattr(chat_model, "steps", ())):
        try:
            tracing = part._get_ls_params()
        except Exception:
            continue
        if tracing.get("ls_provider"):
            return tracing["ls_provider"], tracing.get("ls_model_name") or "model"
    return type(chat_model).__name__.lower(), "model"


def _make(provider: str, model: str, settings: Settings) -> BaseChatModel:
    from langchain.chat_models import init_chat_model

    try:
        if provider == "huggingface":
            from .huggingface import HuggingFaceChat

            return HuggingFaceChat.load(_folder_or_name(model))
        options = _options(provider, settings)
        chat_model: BaseChatModel = init_chat_model(model, model_provider=provider, **options)
        return chat_model
    except SettingsError:
        raise
    except ImportError as error:
        raise MissingExtraError(f"{provider}:{model} needs a package: {error}") from error
    except Exception as error:
        # LangChain's own check of the provider's name is a plain ValueError.
        if type(error) is ValueError and "provider" in str(error).lower():
            known = ", ".join(sorted(EXTRAS))
            raise SettingsError(
                f"llm is {provider + ':' + model!r}; there is no such provider; known are {known}, and others of LangChain's"
            ) from None
        raise failure_of(error, "model_error") from None  # the cause may hold a key


def _folder_or_name(model: str) -> str:
    """A folder of weights with ``~`` as the home folder, or a name on the hub, which never begins as
    a path does. Raises SettingsError for a folder that is not there."""
    if not model.startswith(("/", ".", "~")):
        return model
    folder = Path(model).expanduser()
    if not folder.is_dir():
        raise SettingsError(
            f"llm is {'huggingface:' + model!r}; there is no such folder; give one with weights "
            "and tokenizer, or a name on the hub"
        )
    return str(folder)


def _options(provider: str, settings: Settings) -> dict[str, Any]:
    """Deadline and address as each provider's package calls them.

    Retries are ours, since only we know the deadline.
    """
    options: dict[str, Any] = {}
    if settings.llm_base_url:
        options["base_url"] = settings.llm_base_url
    if provider == "ollama":
        options["client_kwargs"] = {"timeout": settings.llm_timeout}
        options["temperature"] = 0
        options["num_ctx"] = _OLLAMA_CONTEXT
    elif provider in EXTRAS:
        options["timeout"] = settings.llm_timeout
        options["max_retries"] = 0
    is_own_server = provider == "openai" and settings.llm_base_url
    if is_own_server and not has_variable("OPENAI_API_KEY"):
        options["api_key"] = "none"  # servers of one's own ask for none, but the package does
    return options
