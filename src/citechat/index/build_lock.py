"""One builder at a time: a lock on the name of an index."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import IndexBuildError

_log = logging.getLogger(__name__)


@contextmanager
def only_builder(index_dir: Path, fingerprint: str) -> Iterator[None]:
    """Wait until no other thread or process builds the index ``fingerprint``, and keep others off.

    The lock ends with its process, however that ends. Its empty file stays, for to delete it would
    let two others each have a lock of their own. Raises IndexBuildError when the folder cannot be
    written.
    """
    from filelock import FileLock, Timeout

    try:
        index_dir.mkdir(parents=True, exist_ok=True)
        lock = FileLock(_lock_file(index_dir, fingerprint))
        try:
            lock.acquire(timeout=0)
        except Timeout:
            _log.warning("%s: another program builds this index; waiting for it", index_dir)
            lock.acquire()
    except OSError as error:
        cure = "make the folder writable, or name another with CITECHAT_INDEX_DIR"
        raise IndexBuildError(
            f"{index_dir}: the index cannot be written ({error.strerror}); {cure}"
        ) from error
    try:
        yield
    finally:
        lock.release()


def locked(index_dir: Path, fingerprint: str) -> bool:
    """Whether another builds the index ``fingerprint`` at this moment."""
    from filelock import FileLock, Timeout

    try:
        with FileLock(_lock_file(index_dir, fingerprint)).acquire(timeout=0):
            return False
    except (Timeout, OSError):
        return True


def _lock_file(index_dir: Path, fingerprint: str) -> Path:
    return index_dir / f".{fingerprint}.lock"
