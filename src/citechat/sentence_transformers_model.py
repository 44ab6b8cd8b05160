"""Any model of sentence-transformers, by name or folder. The only file that knows the library, imported
on first use: it takes seconds.
"""

from __future__ import annotations

import gc
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from .errors import ModelError, first_line


@dataclass
class SentenceTransformersModel:
    """A model that is loaded when it is first asked for.

    ``class_name`` is the library's for it, ``called`` what a message calls it, ``setting`` the
    variable that names it.
    """

    name: str
    class_name: str
    called: str
    setting: str

    def __post_init__(self) -> None:
        self._loaded_in = 0

    def get(self) -> Any:
        """The library's model. Raises ModelError where it cannot be loaded, and in a forked process:
        torch's threads are not in it, and the first text would wait for them for ever.
        """
        model = self._model
        if self._loaded_in not in (0, os.getpid()):  # 0: handed in, not loaded here
            cure = "load it after the fork, or start processes with multiprocessing's spawn"
            raise ModelError(f"{self.called} {self.name!r} was loaded before a fork; {cure}")
        return model

    @cached_property
    def _model(self) -> Any:
        self._loaded_in = os.getpid()
        local = Path(self.name).exists()
        # Set before the import, or transformers asks the hub whether a local model has news.
        if local:
            os.environ.setdefault("HF_HUB_OFFLINE", "1")
        try:
            with _imports_left_alone():
                import sentence_transformers
                from transformers.utils import logging

            # A bar for loading 90 MB is noise between question and answer.
            logging.disable_progress_bar()  # type: ignore[no-untyped-call]
            load = getattr(sentence_transformers, self.class_name)
            return load(self.name, local_files_only=local)
        except ImportError as error:
            cure = f"run: pip install sentence-transformers, or leave {self.setting} empty"
            raise ModelError(f"{self.name!r} needs sentence-transformers; {cure}") from error
        except (OSError, ValueError, RuntimeError) as error:
            reason = first_line(error)
            cure = (
                f"give the name or folder of one of sentence-transformers' models ({self.class_name}), "
                f"or leave {self.setting} empty"
            )
            raise ModelError(
                f"{self.called} {self.name!r} cannot be loaded ({reason}); {cure}"
            ) from error


@contextmanager
def _imports_left_alone() -> Iterator[None]:
    """No garbage collection while four thousand modules are imported, and none that looks at them
    ever after.

    They are no garbage, and searching them for it takes a fifth of a cold start, then 0.2 s every
    now and then.
    """
    gc.collect()  # what is garbage now must not be frozen with them
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if enabled:
            gc.enable()
