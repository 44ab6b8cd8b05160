"""The connection to Chroma: a database in this process, or a server. The only file that knows
chromadb; it translates its errors.

A server may be away for a moment, since it is started anew or the network fails: what is asked of
it is then asked again, until ``chroma_timeout`` seconds have passed.
"""

from __future__ import annotations

import base64
import ctypes
import logging
import os
import sqlite3
import time
import warnings
import weakref
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, TypeVar
from urllib.parse import SplitResult, unquote, urlsplit

from ..errors import IndexBuildError, first_line
from ..settings import Settings

_SQLITE = "chroma.sqlite3"
# A server that takes a connection and then says nothing is given up after so many seconds: Chroma's
# own client would wait for ever.
_SILENCE = 30.0
_CONNECTING = 5.0
# Between two attempts at a server that is away; the last of them is repeated.
_PAUSES = (0.1, 0.2, 0.5, 1.0, 2.0)
# What a proxy answers while the server behind it is away.
_AWAY_STATUS = frozenset({502, 503, 504})
_REFUSED_STATUS = frozenset({401, 403})
_DEFAULT_PORT = 8000
_log = logging.getLogger(__name__)
Asked = TypeVar("Asked")


class ServerAwayError(IndexBuildError):
    """A Chroma server has not answered for as long as one waits for it. What is open stays good."""


class MissingCollectionError(IndexBuildError):
    """A server has no such collection: it never had, or has lost it, or another has deleted it."""


class Connection:
    """An open client of Chroma, closed when nobody holds it any more."""

    def __init__(
        self, client: Any, *, folder: str = "", server: str = "", patience: float = 0.0
    ) -> None:
        """``folder`` is that of a database in this process, ``server`` the address of a server,
        without what is secret in it; ``patience`` how many seconds it may be away.
        """
        self.client = client
        self.server = server
        self._folder = folder
        self._patience = patience
        # Answers that are being written may still read: the last to let go of it closes it.
        self.close = weakref.finalize(self, _close, client, os.getpid())
        self.close.atexit = False

    def ask(self, place: str, question: Callable[[], Asked]) -> Asked:
        """What a call of the client returns; ``place`` is what an error is about.

        Raises IndexBuildError, ServerAwayError.
        """
        where = place if self.server else f"{self._folder}: {place}"
        return _patiently(where, question, self.server, self._patience)


def connect(settings: Settings) -> Connection:
    """A connection to the Chroma server of ``settings``. Raises IndexBuildError, ServerAwayError
    when it does not answer.
    """
    address = urlsplit(settings.chroma_url)
    shown = _without_credentials(address)
    patience = settings.chroma_timeout
    client = _patiently(shown, lambda: _server_client(address, settings), shown, patience)
    return Connection(client, server=shown, patience=patience)


def connect_local(folder: Path) -> Connection:
    """A connection to the database in ``folder``, in this process. Raises IndexBuildError when it
    cannot be opened.
    """
    refuse_after_fork()
    with translated(str(folder)):
        import chromadb
        from chromadb.config import Settings as ChromaSettings

        _FIRST_OPENED_IN[0] = os.getpid()
        # Some versions tell their makers of each use.
        silent = ChromaSettings(anonymized_telemetry=False)
        client = chromadb.PersistentClient(str(folder), settings=silent)
        _CLIENTS.add(client)
        return Connection(client, folder=str(folder))


# A server


def _server_client(address: SplitResult, settings: Settings) -> Any:
    import chromadb
    from chromadb.config import Settings as ChromaSettings

    trusted = str(settings.chroma_certificates) or None
    with warnings.catch_warnings():
        # httpx would have a context where Chroma hands it the path of a file.
        warnings.filterwarnings("ignore", "`verify=<str>` is deprecated", DeprecationWarning)
        client = chromadb.HttpClient(
            # A whole address as the host keeps its path, and the brackets of an IPv6 number.
            host=_with_port(address),
            port=address.port or _DEFAULT_PORT,
            headers=_credentials(address, settings.chroma_token),
            settings=ChromaSettings(chroma_server_ssl_verify=trusted, anonymized_telemetry=False),
            ssl=address.scheme == "https",
        )
    _limit_silence(client)
    return client


def _with_port(address: SplitResult) -> str:
    port = address.port or (443 if address.scheme == "https" else _DEFAULT_PORT)
    return f"{address.scheme}://{_host(address)}:{port}{address.path.rstrip('/')}/api/v2"


def _host(address: SplitResult) -> str:
    """The host as it stands in an address: an IPv6 number in brackets."""
    host = address.hostname or ""
    return f"[{host}]" if ":" in host else host


def _without_credentials(address: SplitResult) -> str:
    return address._replace(netloc=address.netloc.rpartition("@")[2]).geturl()


def _credentials(address: SplitResult, token: str) -> dict[str, str]:
    """The headers by which a server, or a proxy before it, knows who asks."""
    headers = {}
    if token:
        # Chroma's own servers look for the one, proxies for the other.
        headers = {"X-Chroma-Token": token, "Authorization": f"Bearer {token}"}
    if address.username:
        pair = f"{unquote(address.username)}:{unquote(address.password or '')}"
        headers["Authorization"] = f"Basic {base64.b64encode(pair.encode()).decode()}"
    return headers


def _limit_silence(client: Any) -> None:
    """Give up a server that says nothing. Chroma has no setting for it; without the attribute it
    is waited for as long as Chroma likes.
    """
    for session in _sessions(client):
        import httpx

        session.timeout = httpx.Timeout(_SILENCE, connect=_CONNECTING)


def _sessions(client: Any) -> list[Any]:
    """The HTTP clients inside of Chroma's, which has one more for administration; none in a
    database of this process.
    """
    parts = (client, getattr(client, "_admin_client", None))
    servers: list[Any] = [getattr(part, "_server", None) for part in parts]
    return [server._session for server in servers if hasattr(server, "_session")]


def _patiently(place: str, question: Callable[[], Asked], server: str, patience: float) -> Asked:
    until = 0.0
    for pause in _pauses():
        try:
            with translated(place, server):
                return question()
        except ServerAwayError as error:
            now = time.monotonic()
            if not until:
                until = now + patience
                _log.warning("%s; trying again for %g seconds", error, patience)
            if now + pause > until:
                raise
            time.sleep(pause)
    raise AssertionError("pauses do not end")


def _pauses() -> Iterator[float]:
    yield from _PAUSES
    while True:
        yield _PAUSES[-1]


# A fork


def refuse_after_fork() -> None:
    """Raise IndexBuildError in a process that was forked from one with an open local database:
    Chroma's threads are not in it, and its first look would wait for them for ever.
    """
    opened_in = _FIRST_OPENED_IN[0]
    if opened_in not in (0, os.getpid()):
        reason = f"process {os.getpid()} was forked after process {opened_in} had opened an index"
        cure = (
            "ask the chat for the first time after the fork (gunicorn without --preload), start "
            "processes with multiprocessing's spawn, or use a Chroma server (CITECHAT_CHROMA_URL)"
        )
        raise IndexBuildError(f"{reason}, which Chroma does not survive; {cure}")


def _close(client: Any, process: int) -> None:
    """Close a client in the process that opened it: in a forked child it would wait for ever for
    threads that are not there.
    """
    close = getattr(client, "close", None)
    if close and os.getpid() == process:
        sessions = _sessions(client)
        close()
        for session in sessions:
            session.close()  # Chroma leaves its sockets open


def _never_free() -> None:
    """In a forked child, keep what the parent opened: to free it waits for those threads, too."""
    for client in _CLIENTS:
        ctypes.pythonapi.Py_IncRef(ctypes.py_object(client))


# The process that first opened a local database; 0 before.
_FIRST_OPENED_IN = [0]
_CLIENTS: weakref.WeakSet[Any] = weakref.WeakSet()
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_never_free)


# The files of a local database


def finish(folder: Path) -> None:
    """Pack a closed database, so that later rows only ever go to its end."""
    with translated(str(folder)):
        connection = sqlite3.connect(folder / _SQLITE, isolation_level=None)
        with closing(connection):
            connection.execute("VACUUM")


def rewritten_at_opening(path: Path) -> list[tuple[int, int]]:
    """The stretches of a finished file that Chroma writes anew whenever it opens it: the counters
    in SQLite's header (https://www.sqlite.org/fileformat2.html#the_database_header), and the page
    of a table in which it tries whether it may write.
    """
    if path.name != _SQLITE:
        # A graph of fewer vectors than Chroma writes down at a time is made anew from the database
        # at each opening; its files hold nothing, and are written all the same.
        written_down = (path.parent / "index_metadata.pickle").exists()
        return [] if written_down else [(0, path.stat().st_size)]
    with closing(sqlite3.connect(path)) as connection:
        (page_bytes,) = connection.execute("PRAGMA page_size").fetchone()
        found = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE name = 'acquire_write'"
        ).fetchone()
    changes_pages_free, valid_for_and_version = (24, 40), (92, 100)
    stretches = [changes_pages_free, valid_for_and_version]
    if found:
        stretches.append(((found[0] - 1) * page_bytes, found[0] * page_bytes))
    return stretches


# Errors


@contextmanager
def translated(place: str, server: str = "") -> Iterator[None]:
    """Chroma's many exceptions → one of ours, in one line."""
    try:
        yield
    except IndexBuildError:
        raise
    except BaseException as error:
        # Chroma raises its own tree, sqlite3's, OSError, RuntimeError and pyo3's alike. What Rust
        # gives up on comes as an exception that is no ``Exception``.
        if not isinstance(error, Exception) and type(error).__name__ != "PanicException":
            raise
        raise _as_ours(error, place, server) from error


def _as_ours(error: BaseException, place: str, server: str) -> IndexBuildError:
    reason = first_line(error)
    if not server:
        cure = "see that the disk has room and the folder can be written (CITECHAT_INDEX_DIR)"
        return IndexBuildError(
            f"{place}: Chroma failed ({_reason_of_settings(error) or reason}); {cure}"
        )
    away, status = _http_failure(error)
    if away:
        cure = "start it (chroma run), or mend its address (CITECHAT_CHROMA_URL)"
        return ServerAwayError(f"{server}: the Chroma server does not answer ({away}); {cure}")
    if status in _REFUSED_STATUS:
        cure = "give CITECHAT_CHROMA_TOKEN, or http://user:password@… in CITECHAT_CHROMA_URL"
        return IndexBuildError(f"{server}: the Chroma server refuses us (status {status}); {cure}")
    missing = type(error).__name__ == "NotFoundError"
    kind = MissingCollectionError if missing else IndexBuildError
    cure = "see to the server, then run: citechat index --rebuild"
    return kind(f"{server}: Chroma failed at {place} ({reason}); {cure}")


def _http_failure(error: BaseException) -> tuple[str, int]:
    """What went wrong below Chroma: why the server is away, empty when it is not, and the status
    that came back, or 0. Chroma wraps what httpx raises into other exceptions.
    """
    import httpx

    link: BaseException | None = error
    while link is not None:
        if isinstance(link, httpx.HTTPStatusError):
            status = link.response.status_code
            return (f"status {status}" if status in _AWAY_STATUS else ""), status
        if isinstance(link, httpx.TransportError):
            return str(link) or type(link).__name__, 0
        link = link.__cause__ or link.__context__
    return "", 0


def _reason_of_settings(error: BaseException) -> str:
    """Chroma reads variables of its own, and ``.env`` in the folder of now; what it refuses there
    is named.
    """
    from pydantic import ValidationError

    if not isinstance(error, ValidationError):
        return ""
    names = ", ".join(str(wrong["loc"][0]).upper() for wrong in error.errors())
    return f"it refuses {names} in the environment or in {Path.cwd() / '.env'}"
