"""Passwords as they are kept: salted and hashed by scrypt, and compared in constant time.

name:scrypt:14:<salt>:<hash>, salt and hash in URL-safe base64; 14 is the base-two logarithm of
scrypt's cost, which is about 50 ms and 16 MB a guess (RFC 7914).
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode
from pathlib import Path

from ...errors import SettingsError

_COST = 14
_SALT_BYTES = 16
_BLOCKS = 8


def hashed(password: str) -> str:
    """What to keep of a password."""
    salt = secrets.token_bytes(_SALT_BYTES)
    parts = (urlsafe_b64encode(part).decode() for part in (salt, _scrypt(password, salt, _COST)))
    return ":".join(("scrypt", str(_COST), *parts))


def matches(password: str, kept: str) -> bool:
    """Whether ``kept`` was made of ``password``."""
    _, cost, salt, known = kept.split(":")
    given = _scrypt(password, urlsafe_b64decode(salt), int(cost))
    return hmac.compare_digest(given, urlsafe_b64decode(known))


def read_users(path: Path) -> dict[str, str]:
    """Name → what is kept of the password. Raises SettingsError for a file that holds none."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"users is {path}, which cannot be read ({error})") from None
    written = [line.strip() for line in lines if line.strip() and not line.startswith("#")]
    users = dict(_user(line, path) for line in written)
    if not users:
        raise SettingsError(f"users is {path}, which names nobody; run: citechat password NAME")
    return users


def _user(line: str, path: Path) -> tuple[str, str]:
    name, _, kept = line.partition(":")
    try:
        matches("", kept)
    except ValueError:
        cure = "run citechat password NAME and put in what it prints"
        raise SettingsError(f"{path}: the line of {name[:40]!r} is not name:hash; {cure}") from None
    return name, kept


def _scrypt(password: str, salt: bytes, cost: int) -> bytes:
    given = password.encode("utf-8", "surrogatepass")
    return hashlib.scrypt(given, salt=salt, n=2**cost, r=_BLOCKS, p=1, dklen=32)
