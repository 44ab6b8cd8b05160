"""All settings in one frozen value; the only file that reads the environment.

Each field is declared once, with its default, its meaning and its cure: the command line's help,
the README's table (``settings_table``) and the messages of errors are made from that.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from pydantic import Field, JsonValue, ValidationError
from pydantic.fields import FieldInfo
from pydantic_settings import (
    BaseSettings,
    EnvSettingsSource,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from .errors import SettingsError
from .setting_values import (
    Hosts,
    IndexFolder,
    Model,
    ModelNames,
    Networks,
    PassageLength,
    PathOrNone,
    Paths,
    ServerAddress,
)

PREFIX = "CITECHAT_"

# What parts the values of a setting that holds several, in its environment variable.
_SEPARATORS = {"corpus": os.pathsep, "llm_choices": ",", "hosts": ",", "proxies": ","}

_SERVER_ADDRESS = r"^$|^https?://[^/\s:]+"


_HEADER = r"^$|^[A-Za-z0-9-]+$"

_WRITE_AN_ADDRESS = "write it as http://host:port"
_WRITE_A_MODEL = "write it as provider:model, for example openai:gpt-5.5"
_GIVE_A_FOLDER = "give the path of a folder"
_GIVE_A_FILE = "give the path of a file"


Table = Literal["README", "operation", "settings"]
"""Where a setting is listed: in the README, in docs/operation.md with what a server needs, or only in
docs/settings.md, where all are."""


def _setting(
    default: object,
    meaning: str,
    *,
    cure: str,
    unset: str = "",
    table: Table = "README",
    **constraints: Any,
) -> Any:
    """A field: ``cure`` says what to give instead of a value that cannot work, ``unset`` in words
    what the default amounts to, ``table`` where it is listed; the constraints are pydantic's."""
    notes: dict[str, JsonValue] = {"cure": cure, "unset": unset, "table": table}
    return Field(default, description=meaning, json_schema_extra=notes, **constraints)


def _whole_number(
    default: int,
    meaning: str,
    low: int,
    high: int,
    unset: str = "",
    table: Table = "README",
) -> Any:
    """A field that holds a whole number from ``low`` to ``high``."""
    cure = f"give a whole number from {low} to {high}"
    limits: dict[str, Any] = {"ge": low, "le": high, "strict": True}
    return _setting(default, meaning, cure=cure, unset=unset, table=table, **limits)


class Settings(BaseSettings):
    """What shapes an answer. Every field may be given, or else set by an environment variable:
    CITECHAT_ and the field's name in capitals.

    Raises SettingsError for a value that cannot work, a name that is no setting, and a CITECHAT_
    variable that names none.

    >>> Settings(corpus="/my/folder").corpus
    (PosixPath('/my/folder'),)
    """

    model_config = SettingsConfigDict(frozen=True, extra="forbid", validate_default=True)

    # The documents
    corpus: Paths = _setting(
        (),
        f"folders of documents, parted by `{os.pathsep}`",
        unset="the shipped corpus",
        cure=_GIVE_A_FOLDER,
    )
    max_file_megabytes: int = _whole_number(
        50,
        "longer files are skipped; a packed one may hold ten times as much",
        1,
        10_000,
        table="settings",
    )

    # Where the index lies
    index_dir: IndexFolder = _setting(
        "", "where indexes are kept", unset="the user's cache folder", cure=_GIVE_A_FOLDER
    )
    chroma_url: ServerAddress = _setting(
        "",
        "`http://[user:password@]host:port[/path]` of a Chroma server (`chroma run`), for several "
        "workers",
        unset="Chroma in this process",
        cure=_WRITE_AN_ADDRESS,
    )
    chroma_token: str = _setting(
        "",
        "what the server, or a proxy before it, knows us by",
        unset="none",
        cure="give the token as text",
        table="operation",
        repr=False,
    )
    chroma_certificates: PathOrNone = _setting(
        "",
        "file of certificates (PEM) that an `https` server is trusted by",
        unset="those that Python comes with",
        table="operation",
        cure="give the path of a file",
    )
    chroma_timeout: float = _setting(
        15.0,
        "seconds that the server may be away before an answer fails",
        table="operation",
        cure="give seconds, up to 3600",
        ge=0,
        le=3600,
        strict=True,
    )

    # Models
    embedding_model: str = _setting(
        "",
        "name or path of any sentence-transformers model",
        unset="packaged all-MiniLM-L6-v2",
        cure="give a name or a path",
    )
    reader: str = _setting(
        "",
        "model that reads question and sentence together: a reader's folder, or a cross-encoder's name or folder; `none`: do without",
        unset="the packaged reader",
        cure="give a path, a name, or none",
    )
    # A chat model object may hold a key, so it is never printed. The keys themselves come from the
    # provider's own variable, such as OPENAI_API_KEY.
    llm: Model = _setting(
        "",
        "language model that writes the answers, as `provider:model`",
        unset="none: quotes only",
        cure=_WRITE_A_MODEL,
        repr=False,
    )
    llm_base_url: str = _setting(
        "",
        "address of a server that speaks the provider's protocol",
        unset="the provider's",
        cure=_WRITE_AN_ADDRESS,
        pattern=_SERVER_ADDRESS,
    )
    llm_timeout: float = _setting(
        60.0,
        "seconds after which a question is answered, by the model or by quotes",
        cure="give seconds, up to 3600",
        gt=0,
        le=3600,
        strict=True,
        table="settings",
    )
    llm_choices: ModelNames = _setting(
        (),
        "models that a reader of the page may choose from, parted by `,`",
        unset="none",
        cure=_WRITE_A_MODEL,
        table="settings",
    )
    prompt: PathOrNone = _setting(
        "",
        "file with instructions of your own for the model; `{language}` in it is the answer's",
        unset="`src/citechat/generation/prompts.py`",
        cure=_GIVE_A_FILE,
        table="settings",
    )
    threads: int = _whole_number(
        0,
        "processor cores that one model may use",
        0,
        256,
        unset="two, or one on a single core",
        table="settings",
    )

    # Answers
    unsupported: Literal["show", "drop"] = _setting(
        "show",
        "`drop`: leave out the model's sentences that the corpus does not bear out",
        cure="give show or drop",
        table="settings",
    )
    max_sentences: int = _whole_number(4, "most sentences in an answer", 1, 4, table="settings")
    max_question_characters: int = _whole_number(
        2000, "longer questions are refused", 1, 100_000, table="settings"
    )
    passage_characters: PassageLength = _setting(
        0,
        "longest passage",
        unset="fitting the embedder",
        cure="give a whole number from 100 to 20000",
        table="settings",
    )

    # What readers may do
    add_on_page: Literal["no", "yes"] = _setting(
        "no",
        "`yes`: readers of the page may add documents to the last folder of the corpus",
        cure="give no or yes",
        table="settings",
    )

    # What readers say
    feedback_dir: PathOrNone = _setting(
        "",
        "folder for readers' thumbs and comments, as JSON lines",
        unset="none: the page asks for none",
        cure=_GIVE_A_FOLDER,
    )

    # The page on the net
    hosts: Hosts = _setting(
        (),
        "names under which the page is reached, parted by `,`; `*.example.org` and `*` are known",
        unset="this machine, and what `--host` names",
        cure="give names of hosts without ports, parted by commas",
        table="operation",
    )
    users: PathOrNone = _setting(
        "",
        "file of those who may log in, one `name:hash` a line, which `citechat password` writes",
        unset="none: no login",
        cure=_GIVE_A_FILE,
        table="operation",
    )
    user_header: str = _setting(
        "",
        "header in which a proxy names the reader it has logged in, such as `Remote-User`",
        unset="none",
        cure="give the name of a header, and in proxies the addresses that may send it",
        pattern=_HEADER,
        table="operation",
    )
    proxies: Networks = _setting(
        (),
        "addresses or networks whose `X-Forwarded-…` and `user_header` are believed, parted by `,`",
        unset="none",
        cure="give IP addresses or networks such as 10.0.0.0/8, parted by commas",
        table="operation",
    )
    requests_per_minute: int = _whole_number(
        600,
        "requests that one reader may send; `0`: as many as he likes",
        0,
        1_000_000,
        table="operation",
    )
    answers_at_once: int = _whole_number(
        8, "questions that are answered at the same time", 1, 256, table="operation"
    )
    answers_waiting: int = _whole_number(
        32,
        "questions of programs that wait for their turn; more are sent away",
        0,
        10_000,
        table="operation",
    )
    log_format: Literal["plain", "json"] = _setting(
        "plain",
        "`json`: one JSON object a line on standard error, one for each request, too",
        cure="give plain or json",
        table="operation",
    )

    if not TYPE_CHECKING:  # type checkers are to see one keyword a field

        def __init__(self, **given: Any) -> None:
            try:
                super().__init__(**given)
            except ValidationError as error:
                raise SettingsError(_one_line(error, given)) from None
            if self.user_header and not self.proxies:
                raise SettingsError(
                    f"user_header is {self.user_header!r}, which anybody could send; give in "
                    "proxies the addresses of those who may"
                )

    def __repr_args__(self) -> Iterator[tuple[str | None, Any]]:
        """The fields as they are printed: no password of an address among them."""
        for name, value in super().__repr_args__():
            yield name, without_password(value) if isinstance(value, str) else value

    @classmethod
    def from_env(cls, **given: Any) -> Settings:
        """Settings from the environment; what is ``given`` (and not None) wins over it."""
        return cls(**{name: value for name, value in given.items() if value is not None})

    def with_changes(self, **changes: Any) -> Settings:
        """A copy with some fields changed, checked like the first."""
        return type(self)(**{**dict(self), **changes})

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given comes first, then the environment; no .env file is read behind one's back."""
        return init_settings, _Environment(settings_cls, env_prefix=PREFIX, env_ignore_empty=True)


class _Environment(EnvSettingsSource):
    """The CITECHAT_ variables. A list is parted by its separator, not written as JSON."""

    def __call__(self) -> dict[str, Any]:
        known = Settings.model_fields
        for variable, text in os.environ.items():
            name = variable.removeprefix(PREFIX).lower()
            if variable.startswith(PREFIX) and text and name not in known:
                raise SettingsError(f"{variable} names no setting; there are {_names()}")
        return super().__call__()

    def prepare_field_value(
        self,
        field_name: str,
        field: FieldInfo,
        value: Any,
        value_is_complex: bool,  # noqa: ARG002  # that would be JSON
    ) -> Any:
        if value is None:
            return None
        if field_name in _SEPARATORS:
            parts = value.split(_SEPARATORS[field_name])
            return tuple(part.strip() for part in parts if part.strip())
        number = field.annotation if field.annotation in (int, float) else str
        try:
            return number(value)
        except ValueError:
            return value  # no number: the field refuses it and says what to give


def _names() -> str:
    return ", ".join(sorted(Settings.model_fields))


def _note(name: str, key: Literal["cure", "unset", "table"]) -> str:
    """What the declaration of a field says beside its meaning."""
    notes = Settings.model_fields[name].json_schema_extra
    assert isinstance(notes, dict)
    return str(notes[key])


def _one_line(error: ValidationError, given: Mapping[str, Any]) -> str:
    """The first thing that is wrong: where it was set, the value, and what to give instead."""
    wrong = error.errors(include_url=False)[0]
    name = str(wrong["loc"][0])
    if name not in Settings.model_fields:
        return f"{name} names no setting; there are {_names()}"
    variable = PREFIX + name.upper()
    text = os.environ.get(variable, wrong["input"])
    place, value = (name, wrong["input"]) if name in given else (variable, text)
    shown = without_password(value) if isinstance(value, str) else value
    return f"{place} is {shown!r}; {_note(name, 'cure')}"


def settings_table(table: Table | None = None) -> str:
    """The settings as the README or docs/operation.md shows them, or all: a Markdown table of
    variables, defaults, meanings.
    """
    lines = ["| variable | default | meaning |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        if table and _note(name, "table") != table:
            continue
        default = _note(name, "unset") or str(field.default).removesuffix(".0")
        lines.append(f"| `{PREFIX}{name.upper()}` | {default} | {field.description} |")
    return "\n".join(lines) + "\n"


_PASSWORD = re.compile(r"((?:^|://)[^/@\s]*):([^/@\s]*)@")


def without_password(address: str) -> str:
    """An address, the password in it as an ellipsis."""
    return _PASSWORD.sub(r"\1:…@", address)


def password_of(address: str) -> str:
    """The password in an address; empty where there is none."""
    match = _PASSWORD.search(address)
    return match.group(2) if match else ""


def secrets(environ: Mapping[str, str] = os.environ) -> frozenset[str]:
    """The keys that providers find in the environment (OPENAI_API_KEY, HF_TOKEN, …): what must
    never be shown."""
    return frozenset(
        text
        for name, text in environ.items()
        if re.search(r"(KEY|TOKEN|SECRET|PASSWORD)$", name) and len(text) > 5
    )


def has_variable(name: str, environ: Mapping[str, str] = os.environ) -> bool:
    """Whether an environment variable is set to anything."""
    return bool(environ.get(name))
