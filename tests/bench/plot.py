"""results.json → results.png: recall, ingest and query time of each peer, a dot a corpus."""

from __future__ import annotations

import json
import sys
from pathlib import Path

PANELS = {
    "r1": "right paragraph first, share",
    "passages_a_second": "passages a second",
    "query_p50_ms": "query, median ms",
}
COLOURS = {"en": "#1f6f8b", "de": "#d9822b", "zh": "#a23b3b"}
MARKERS = {"XQuAD": "o", "Wikipedia": "s", "city": "^", "CMRC": "D"}


def draw(results: dict, target: Path) -> None:
    """Draw ``results`` as run.py made them."""
    import matplotlib as mpl

    mpl.use("Agg")
    from matplotlib import pyplot as plt

    peers = list(results["peers"].values())[::-1]
    figure, panels = plt.subplots(
        1, len(PANELS), figsize=(9, 3.2), sharey=True, layout="constrained"
    )
    for panel, (name, title) in zip(panels, PANELS.items(), strict=True):
        for corpus, about in results["corpora"].items():
            finished = [n for n, peer in enumerate(peers) if peer["corpora"][corpus]]
            values = [peers[n]["corpora"][corpus][name] for n in finished]
            look = {"color": COLOURS[about["language"]], "marker": MARKERS[corpus.split()[0]]}
            panel.scatter(values, finished, s=30, label=corpus, zorder=3, **look)
        panel.set_title(title, fontsize=9)
        panel.set_xlim(0, 1 if name == "r1" else None)
        panel.grid(axis="x", color="#e4e4e4")
        panel.tick_params(labelsize=8, length=0)
        panel.spines[["top", "right", "left"]].set_visible(False)
    panels[0].set_yticks(range(len(peers)), [peer["name"] for peer in peers])
    dots, corpora = panels[0].get_legend_handles_labels()
    figure.legend(dots, corpora, loc="outside lower center", ncols=4, frameon=False, fontsize=8)
    figure.savefig(target, dpi=120)
    plt.close(figure)


if __name__ == "__main__":
    draw(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")), Path(sys.argv[2]))
