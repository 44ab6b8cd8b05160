"""The READMEs as tests read them: blocks, commands, links; and documents of one's own to ask."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```", re.MULTILINE | re.DOTALL)
QUOTED = re.compile(r'"[^"\n]*"|\'[^\'\n]*\'')
OWN_DOCUMENTS = {
    "en": (
        "# The lighthouse\n\nThe lighthouse of Norden was built in 1892. Its keeper was Ada Holm. "
        "The lamp of the lighthouse shines 40 kilometres far.\n",
        "The lantern of Norden costs 300 euros.\n",
    ),
    "de": (
        "# Der Leuchtturm\n\nDer Leuchtturm von Norden wurde 1892 gebaut. Die Wärterin des Leuchtturms "
        "war Ada Holm. Die Lampe des Leuchtturms leuchtet 40 Kilometer weit.\n",
        "Die Laterne von Norden kostet 300 Euro.\n",
    ),
    "zh": (
        "# 灯塔\n\n诺登灯塔建于1892年。灯塔的看守人是阿达·霍尔姆。灯塔的光能照到40公里外。\n",
        "诺登的灯笼售价300欧元。\n",
    ),
}


@dataclass(frozen=True)
class Readme:
    """A README and its language."""

    path: Path
    language: str

    @property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def kinds(self) -> list[str]:
        """What its blocks are, in their order: sh, python …"""
        return [kind for kind, _ in BLOCK.findall(self.text)]

    def blocks(self, kind: str) -> list[str]:
        return [block for found, block in BLOCK.findall(self.text) if found == kind]

    def commands(self) -> list[str]:
        """The lines of its shell and Python blocks without comments and without what is quoted."""
        lines = "\n".join([*self.blocks("sh"), *self.blocks("python")]).splitlines()
        bare = (re.sub(r"\s+#.*", "", QUOTED.sub('""', line)).strip() for line in lines)
        return [line for line in bare if line]

    @property
    def headings(self) -> list[str]:
        return re.findall(r"^#+ .*", self.text, re.MULTILINE)

    @property
    def links(self) -> list[str]:
        return re.findall(r"\]\((?!https?:)([^)#]+)", self.text)

    @property
    def figures(self) -> list[str]:
        """Its measured figures: .71, .98 …"""
        return re.findall(r"(?<![\w.])\.\d\d+", self.text)


README = Readme(ROOT / "README.md", "en")
READMES = (
    README,
    Readme(ROOT / "README.de.md", "de"),
    Readme(ROOT / "README.zh.md", "zh"),
)


def write_own_documents(place: Path, language: str) -> None:
    """What the READMEs ask about: a folder ``my/folder``, and a ``report.txt`` to add to it."""
    lighthouse, report = OWN_DOCUMENTS[language]
    (place / "my/folder").mkdir(parents=True)
    (place / "my/folder/lighthouse.md").write_text(lighthouse, encoding="utf-8")
    (place / "report.txt").write_text(report, encoding="utf-8")
