"""What may be given for a setting, and the value that it becomes: paths, models, hosts, addresses.

Each raises ValueError for what cannot work; ``settings.py`` says of each field what to give
instead.
"""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlsplit

import platformdirs
from pydantic import PlainValidator

_PROVIDER_AND_MODEL = re.compile(r"[\w-]+:\S")
_HOST = re.compile(r"\*|(\*\.)?[\w-]+(\.[\w-]+)*")


def _several(given: Any, kind: Any) -> list[Any]:
    """One value of a kind or a sequence of them, as a list without the empty ones."""
    values = [given] if isinstance(given, kind) else given
    if not isinstance(values, Sequence):
        raise ValueError("neither one value nor a sequence")
    for value in values:
        if not isinstance(value, kind):
            raise ValueError("a value of another kind")
    return list(filter(None, values))


def _as_paths(given: object) -> tuple[Path, ...]:
    """One path or several."""
    return tuple(_absolute(root) for root in _several(given, str | Path))


def _absolute(given: str | Path) -> Path:
    """The path with ``~`` as the home folder, seen from the folder of now: a program that changes
    its folder later means the same place."""
    return Path(given).expanduser().absolute()


def _as_index_folder(given: object) -> Path:
    """The folder that is given, or else the user's cache folder."""
    if not isinstance(given, str | Path):
        raise ValueError("no path")
    folder = given or platformdirs.user_cache_path("citechat", appauthor=False)
    return _absolute(folder)


def _as_path_or_none(given: object) -> Path | str:
    """A path, or the empty text that stands for none."""
    if not isinstance(given, str | Path):
        raise ValueError("no path")
    return _absolute(given) if str(given) else ""


def _checked_model(given: Any) -> Any:
    """A chat model object is taken as it is; a text must name provider and model."""
    if isinstance(given, str) and given and not _PROVIDER_AND_MODEL.match(given):
        raise ValueError("no provider:model")
    return given


def _as_model_names(given: object) -> tuple[str, ...]:
    """One ``provider:model`` or several."""
    return tuple(_checked_model(name) for name in _several(given, str))


def _as_hosts(given: object) -> tuple[str, ...]:
    """Names of hosts in small letters, without ports; addresses without brackets."""
    names = [name.lower().strip("[]") for name in _several(given, str)]
    for name in names:
        if not _HOST.fullmatch(name):
            ipaddress.ip_address(name)
    return tuple(names)


def _as_networks(given: object) -> tuple[str, ...]:
    """IP addresses and networks, each as ``ipaddress`` writes it."""
    return tuple(str(ipaddress.ip_network(part, strict=False)) for part in _several(given, str))


def _checked_address(given: object) -> str:
    """An address that begins with http and names a host, or the empty text that stands for none."""
    if not isinstance(given, str):
        raise ValueError("no text")
    address = urlsplit(given)
    # To look at the port is to have it checked.
    if given and not (
        address.scheme in ("http", "https") and address.hostname and address.port != 0
    ):
        raise ValueError("no address")
    return given


def _checked_passage_length(given: object) -> int:
    """0, which leaves it to citechat, or a length that makes a passage."""
    if type(given) is not int or not (given == 0 or 100 <= given <= 20_000):
        raise ValueError("no length of a passage")
    return given


Paths = Annotated[tuple[Path, ...] | Path | str | Sequence[Path | str], PlainValidator(_as_paths)]
PathOrNone = Annotated[Path | str, PlainValidator(_as_path_or_none)]
IndexFolder = Annotated[Path | str, PlainValidator(_as_index_folder)]
Model = Annotated[Any, PlainValidator(_checked_model)]
ModelNames = Annotated[tuple[str, ...] | str | Sequence[str], PlainValidator(_as_model_names)]
Hosts = Annotated[tuple[str, ...] | str | Sequence[str], PlainValidator(_as_hosts)]
Networks = Annotated[tuple[str, ...] | str | Sequence[str], PlainValidator(_as_networks)]
ServerAddress = Annotated[str, PlainValidator(_checked_address)]
PassageLength = Annotated[int, PlainValidator(_checked_passage_length)]
