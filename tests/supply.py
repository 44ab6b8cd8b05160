"""What citechat is installed with: under which licences, and with which known weaknesses.

``make audit`` runs ``python tests/supply.py AUDITOR``, where AUDITOR is a Python with pip-audit, of an
environment of its own, so that what audits is no part of what is audited. Exit code 1 names a licence
that is not on the list, or a package with a known weakness. Where the database of weaknesses (OSV)
cannot be reached, a line says so and the licences alone decide.
"""

from __future__ import annotations

import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from importlib import metadata

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

# SPDX names of licences that let anybody use and pass on what is under them, beside ours.
ALLOWED = frozenset(
    "0BSD Apache-2.0 BSD-2-Clause BSD-3-Clause BSL-1.0 CC0-1.0 CNRI-Python ISC MIT MIT-0 MIT-CMU "
    "PSF-2.0 Python-2.0 Unlicense Zlib LLVM-exception".split()
)
# That ask for the sources of changed files only; we change none.
ALLOWED_UNCHANGED = frozenset(("MPL-2.0",))
# What the tests alone use, and nobody is given.
ALLOWED_IN_TESTS = frozenset(("LGPL-2.1-or-later",))

# What packages without an SPDX expression write.
_WRITTEN = {
    "Apache Software License": "Apache-2.0",
    "BSD License": "BSD-3-Clause",
    "GNU Library or Lesser General Public License (LGPL)": "LGPL-2.1-or-later",
    "ISC License (ISCL)": "ISC",
    "MIT License": "MIT",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
    "3-Clause BSD License": "BSD-3-Clause",
    "Apache 2.0 License": "Apache-2.0",
    "Apache License, Version 2.0": "Apache-2.0",
}
# Read by hand, in their own files: what they write is a sentence, or nothing.
_READ = {
    "axe-playwright-python": "MIT",
    "pypdfium2": "BSD-3-Clause OR Apache-2.0",
    "tiktoken": "MIT",
}
_BRACKETS = re.compile(r"\(([^()]*)\)")
# The extras that a user may install.
_EXTRAS = ("mcp", "files", "openai", "anthropic", "google", "ollama", "huggingface")


def expression(package: metadata.Distribution) -> str:
    """The licences of an installed package as an SPDX expression, as far as it says."""
    name = canonicalize_name(package.name)
    if name in _READ:
        return _READ[name]
    stated = package.metadata["License-Expression"]
    if stated:
        return str(stated)
    headers = package.metadata.get_all("Classifier") or []
    classes = [header.rpartition(" :: ")[2] for header in headers if header.startswith("License")]
    if classes:
        return " AND ".join(_WRITTEN.get(each, each) for each in classes)
    written = str(package.metadata["License"] or "no licence")
    return _WRITTEN.get(written, written)


def is_allowed(licences: str, allowed: frozenset[str]) -> bool:
    """Whether an SPDX expression can be met by ``allowed`` licences: all of an AND, one of an OR.

    >>> is_allowed("GPL-3.0-only OR (MIT AND ISC)", ALLOWED), is_allowed("MIT AND GPL-3.0-only", ALLOWED)
    (True, False)
    """
    while _BRACKETS.search(licences):
        licences = _BRACKETS.sub(
            lambda inner: "MIT" if is_allowed(inner[1], allowed) else "none", licences
        )
    # AND and WITH bind closer than OR.
    return any(
        all(name.strip() in allowed for name in re.split(r"\sAND\s|\sWITH\s", option))
        for option in re.split(r"\sOR\s", licences)
    )


def shipped() -> set[str]:
    """The packages that an installed citechat may need, with every extra of a user."""
    wanted = [("citechat", extra) for extra in ("", *_EXTRAS)]
    seen: set[tuple[str, str]] = set()
    while wanted:
        name, extra = wanted.pop()
        if (name, extra) not in seen:
            seen.add((name, extra))
            wanted += _needs(name, extra)
    return {name for name, _ in seen}


def _needs(name: str, extra: str) -> Iterator[tuple[str, str]]:
    try:
        lines = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for line in lines:
        requirement = Requirement(line)
        if not requirement.marker or requirement.marker.evaluate({"extra": extra}):
            for needed in ("", *requirement.extras):
                yield canonicalize_name(requirement.name), needed


def unknown_licences() -> list[str]:
    """Every installed package whose licence is not on the list, with what it says."""
    ours, told = shipped(), set()
    for package in metadata.distributions():
        name = canonicalize_name(package.name)
        allowed = ALLOWED | ALLOWED_UNCHANGED | (frozenset() if name in ours else ALLOWED_IN_TESTS)
        licences = expression(package)
        if not is_allowed(licences, allowed):
            told.add(f"{package.name} {package.version}: {licences[:80]!r} is not on the list")
    return sorted(told)


def known_weaknesses(auditor: str) -> tuple[int, str]:
    """pip-audit's exit code for this environment, and what it printed; -1 where it cannot tell."""
    command = [auditor, "-m", "pip_audit", "--vulnerability-service", "osv", "--skip-editable"]
    command += ["--progress-spinner", "off", "--path", sysconfig.get_path("purelib")]
    audited = subprocess.run(command, capture_output=True, text=True)
    if "Traceback" in audited.stderr or "ConnectionError" in audited.stderr:
        reason = audited.stderr.strip().splitlines()[-1]
        return -1, f"NOT AUDITED for known weaknesses: {reason[:300]}"
    return audited.returncode, (audited.stdout + audited.stderr).strip()


def main(auditor: str) -> int:
    """Both; 0 where nothing is wrong."""
    unknown = unknown_licences()
    count = len({canonicalize_name(package.name) for package in metadata.distributions()})
    print("\n".join([*unknown, f"{count} packages, {len(unknown)} with a licence not on the list"]))
    code, told = known_weaknesses(auditor)
    print(told)
    return 1 if unknown or code > 0 else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
