"""Gradio's import in two seconds instead of three: the page should be there before a reader wonders."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.abc import MetaPathFinder
from importlib.machinery import ModuleSpec, PathFinder
from types import ModuleType


@contextmanager
def quick_gradio_import() -> Iterator[None]:
    """Import gradio within this, without its checking of 80 stub files for editors and without garbage collection."""
    finder = _StubWriterSilenced()
    sys.meta_path.insert(0, finder)
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
        sys.meta_path.remove(finder)


class _StubWriterSilenced(MetaPathFinder):
    """Finds one module of gradio and leaves out of it what (re)writes a .pyi file for each component at every import."""

    def find_spec(
        self, name: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        spec = PathFinder.find_spec(name, path, target) if name == "gradio.component_meta" else None
        if spec is None or spec.loader is None:
            return None
        execute = spec.loader.exec_module

        def execute_and_silence(module: ModuleType) -> None:
            execute(module)
            vars(module)["create_or_modify_pyi"] = lambda *_: None

        spec.loader.exec_module = execute_and_silence  # type: ignore[method-assign]
        return spec
