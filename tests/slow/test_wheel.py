"""The wheel as a stranger gets it: built, installed in an empty environment, used from a foreign folder."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory) -> Path:
    out = tmp_path_factory.mktemp("dist")
    command = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        str(out),
        str(ROOT),
    ]
    subprocess.run(command, check=True, capture_output=True)
    return next(out.glob("*.whl"))


def test_the_wheel_holds_two_packages_and_the_corpus(wheel):
    names = zipfile.ZipFile(wheel).namelist()

    assert {name.split("/")[0] for name in names if ".dist-info" not in name} == {
        "citechat",
        "citechat_ingest",
    }
    for language in ("en", "de", "zh"):
        assert f"citechat_ingest/corpus_data/{language}/article.md" in names
    assert "citechat/page/static/page.css" in names
    assert "citechat/py.typed" in names


def test_installed_alone_it_answers_from_a_foreign_folder_beside_a_users_own_ingest(
    wheel, tmp_path
):
    environment = tmp_path / "venv"
    venv.create(environment, with_pip=False)
    python = environment / "bin" / "python"
    # The dependencies are taken from the environment of the tests; citechat itself comes from the wheel alone.
    site = next(environment.glob("lib/python*/site-packages"))
    zipfile.ZipFile(wheel).extractall(site)
    dependencies = [p for p in sys.path if p.endswith("site-packages")]
    foreign = tmp_path / "elsewhere"
    foreign.mkdir()
    (foreign / "ingest.py").write_text("MINE = True\n")
    code = (
        f"import sys; sys.path += {dependencies!r}\n"
        "import ingest; assert ingest.MINE\n"
        "import citechat; assert 'venv' in citechat.__file__, citechat.__file__\n"
        "print(citechat.answer('why is Hebei first in compute'))\n"
    )

    done = subprocess.run(
        [str(python), "-c", code],
        cwd=foreign,
        env={**os.environ, "XDG_CACHE_HOME": str(tmp_path / "cache"), "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert "Langfang" in done.stdout
    assert "[1]" in done.stdout
