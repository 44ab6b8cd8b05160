"""Put a trained reader in its place: ``python -m training.publish --out … --package src/citechat/reading``.

Copies model and tokenizer, and writes ``reader.json``: their SHA-256, the calibration, the record of the training and
the figures.
"""

from __future__ import annotations

import argparse
import json
import shutil
from pathlib import Path
from typing import Any

from citechat.index.embedder import packaged_weights

from .sources import HELD_BACK, digest


def main() -> None:
    """Read the command line and publish."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, required=True, help="folder of reader.onnx")
    parser.add_argument("--package", type=Path, required=True, help="src/citechat/reading")
    chosen = parser.parse_args()
    publish(chosen.out, chosen.package)


def publish(out: Path, package: Path) -> None:
    """Copy and record; the figures may be missing, the calibration may not."""
    package.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(out / "reader.onnx", package / "reader.onnx")
    shutil.copyfile(packaged_weights() / "tokenizer.json", package / "tokenizer.json")
    card = {
        "sha256": {name: digest(package / name) for name in ("reader.onnx", "tokenizer.json")},
        "calibration": _read(out / "calibration.json"),
        "held_back_percent": HELD_BACK,
        "training": _read(out / "record.json"),
        "figures": _read(out / "figures.reader.json"),
    }
    text = json.dumps(card, indent=2) + "\n"
    (package / "reader.json").write_text(text, encoding="utf-8")


def _read(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}


if __name__ == "__main__":
    main()
