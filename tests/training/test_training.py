"""The whole way with a tiny model: rows → examples → training → ONNX → calibration → the reader that the chat loads."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from citechat.index.packaged_embedder import packaged_weights
from citechat.reading.packing import Packed, pack_window
from citechat.reading.reader import Reader

ROOT = Path(__file__).parents[2]
# training/ is no part of the wheel: it is imported from the repository.
sys.path.insert(0, str(ROOT))

from training.examples import (  # noqa: E402
    Example,
    made_pairs,
    read_examples,
    rehearsed,
    write_examples,
)
from training.sources import (  # noqa: E402
    READING_SETS,
    Row,
    everyday_rows,
    is_held_back,
    reading_rows,
)
from training.windows import WindowMaker, other_number  # noqa: E402

from training import edits  # noqa: E402

CITIES = ("Hangzhou", "Shenzhen", "Beijing", "Shanghai")


def rows_of(name: str) -> list[dict[str, Any]]:
    """Twenty rows of one set: how many robots were built where."""
    language = name.rpartition(".")[2]
    found = []
    for number in range(20):
        city, other = CITIES[number % 4], CITIES[(number + 1) % 4]
        sentences = [
            f"The firm of {city} built {number + 20} robots in {1990 + number}.",
            f"A rival in {other} is older and has more money than all of them.",
            f"Nobody else took part in fair {number}, and the weather was fine.",
        ]
        row = {
            "id": f"{name}-{number}",
            "language": language,
            "title": f"Fair {number}",
            "question": f"How many robots did {city} build in {1990 + number}?",
            "sentences": sentences,
            "answers": [0],
            "texts": [str(number + 20)],
        }
        found.append(row)
    return found


@pytest.fixture(scope="module")
def data(tmp_path_factory):
    folder = tmp_path_factory.mktemp("data")
    for name in READING_SETS:
        write(folder / f"{name}.train.jsonl.gz", rows_of(name))
    pairs = [
        {
            "premise": f"It is {n} metres high.",
            "hypothesis": f"It is {n + m} metres high.",
            "label": label,
        }
        for n in range(20)
        for m, label in ((0, "entailment"), (1, "contradiction"))
    ]
    for name in ("entailment.en", "monotonicity.en"):
        write(folder / f"{name}.train.jsonl.gz", [{**pair, "set": "base"} for pair in pairs])
    return folder


def write(path: Path, rows: list[dict[str, object]]) -> None:
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.writelines(json.dumps(row) + "\n" for row in rows)


def run(*arguments: str) -> str:
    environment = {
        **os.environ,
        "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
        "OMP_NUM_THREADS": "1",
    }
    done = subprocess.run(
        [sys.executable, "-m", *arguments],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_examples_that_are_written_down_are_read_as_they_were(tmp_path):
    window = Example("xquad", Packed((101, 7, 102), 1, (1, 2)), (0, 1), -1)
    pair = Example("nli", Packed((101, 8, 102), 1, (1,)), (), 2)

    write_examples(tmp_path / "examples.jsonl", [window, pair])

    assert read_examples(tmp_path / "examples.jsonl") == [window, pair]


PAGE = """# Pool of Varn
1 It opens at seven.
2 Children pay two euros, adults four.
? 2 what does it cost me
? 1,2 opening time and fee
? - Who built it?

# Library
1 Books are lent for a month.
? 1 How long may I keep a novel?
"""


def test_everyday_pages_are_read_with_their_questions(tmp_path):
    (tmp_path / "en-de-1.txt").write_text(PAGE, encoding="utf-8")

    rows = everyday_rows(tmp_path)

    assert [(row.title, sorted(row.answers)) for row in rows] == [
        ("Pool of Varn", [1]),
        ("Pool of Varn", [0, 1]),
        ("Pool of Varn", []),
        ("Library", [0]),
    ]
    assert rows[0].sentences[1] == "Children pay two euros, adults four."
    assert (rows[0].set, rows[0].language, rows[0].asked_in) == ("everyday.en", "en", "de")
    assert len({row.id for row in rows}) == len(rows)


@pytest.mark.parametrize("wrong", ["? 3 Who built it?", "What does it cost?"])
def test_a_line_that_is_no_sentence_and_no_question_is_told_with_its_file(wrong, tmp_path):
    (tmp_path / "en-1.txt").write_text(f"# Pool\n1 It opens.\n{wrong}\n", encoding="utf-8")

    with pytest.raises(ValueError, match=r"en-1\.txt: "):
        everyday_rows(tmp_path)


def test_the_project_s_own_pages_are_whole():
    """Every file of training/everyday is in the form, and asks what is answered and what is not."""
    rows = everyday_rows(ROOT / "training" / "everyday")

    assert {row.set for row in rows} == {"everyday.en", "everyday.de", "everyday.zh"}
    unanswered = sum(not row.answers for row in rows)
    assert 0.15 < unanswered / len(rows) < 0.4


def test_of_what_is_not_everyday_a_share_is_rehearsed():
    other = [Example("wiki.en", Packed((101, 7, 102), 1, (1, 2)), (0, 1), -1)] * 400
    everyday = [Example("everyday.en", Packed((101, 8, 102), 1, (1, 2)), (0, 1), -1)] * 10

    kept = Counter(one.set for one in rehearsed([*other, *everyday], 0.25, Random(1)))

    assert kept["everyday.en"] == 10
    assert 60 < kept["wiki.en"] < 140


def test_a_window_stands_below_the_title_of_its_own_page_at_times():
    rows = [
        Row("wiki.en", f"{n}", "en", title, f"What is {n}?", (f"It is {n}.",), frozenset([0]), ())
        for n, title in enumerate(("Towers", "Rivers", "Bridges"))
    ]
    maker = WindowMaker(rows, lambda text, language: text, Random(3))

    windows = [maker.answered(rows[0]) for _ in range(40)]

    assert {window.sentences for window in windows} == {("It is 0.",), ("Towers", "It is 0.")}
    assert all(window.labels[-1] == 1 and sum(window.labels) == 1 for window in windows)


@pytest.mark.slow
def test_a_tiny_reader_is_trained_goes_on_and_is_read_by_the_chat(data, tmp_path):
    out, package = tmp_path / "out", tmp_path / "package"
    train = ("training.train", "--data", str(data), "--out", str(out), "--tiny", "--no-bfloat16")
    first = run(*train, "--examples", "120")
    assert "from step 0" in first
    again = run(*train, "--examples", "120", "--resume")
    assert "from step 0" not in again
    run("training.export", "--out", str(out), "--tiny")
    run(
        "training.calibrate",
        "--data",
        str(data),
        "--out",
        str(out),
        "--most",
        "20",
        "--threads",
        "1",
    )
    run("training.publish", "--out", str(out), "--package", str(package))

    reader = Reader(package, threads=1)
    found = reader.read("How many robots?", [["Two robots.", "None."], ["Three."]], "en")
    assert [len(window) for window in found] == [2, 1]
    assert all(((window >= 0) & (window <= 1)).all() for window in found)
    assert reader.bears_out([("Two.", "Two."), ("Zwei.", "Drei.")], ["en", "de"]).sum(
        axis=1
    ) == pytest.approx(1)
    record = json.loads((package / "reader.json").read_text())
    assert len(record["training"]["data"]["wiki.en.train.jsonl.gz"]) == 64
    assert record["training"]["seed"] == 16


@pytest.fixture
def maker(data):
    rows = reading_rows(data, "wiki.en")
    return rows, WindowMaker(rows, lambda text, language: text, Random(1))


def test_a_window_with_an_answer_labels_its_sentence(maker):
    rows, windows = maker
    for row in rows:
        window = windows.answered(row)
        right = [text for text, label in zip(window.sentences, window.labels, strict=True) if label]
        assert right == [row.sentences[0]]


@pytest.mark.parametrize("kind", ["same", "retrieved", "altered"])
def test_a_window_without_an_answer_has_none(maker, kind):
    rows, windows = maker
    made = [windows.unanswered(row, kind) for row in rows]
    assert any(made)
    for row, window in zip(rows, made, strict=True):
        if window:
            assert not any(window.labels)
            asks_the_same = window.question == row.question
            assert asks_the_same is (kind != "altered")
            if asks_the_same:
                assert row.sentences[0] not in window.sentences


def test_the_split_keeps_an_article_on_one_side():
    held = [
        title for title in (f"Article {number}" for number in range(2_000)) if is_held_back(title)
    ]
    assert 180 < len(held) < 300
    assert all(is_held_back(title) for title in held)


def test_another_number_is_another_number_of_the_same_look():
    for number in ("7", "1998", "3.500", "12,5"):
        changed = other_number(number, Random(3))
        assert changed != number
        assert len(changed) == len(number)
    assert all(other_number("1998", Random(seed)).startswith("19") for seed in range(20))


@pytest.mark.parametrize(
    ("edit", "language", "text", "expected"),
    [
        (edits.names_exchanged, "en", "In 2019 Huawei sued Samsung.", "In 2019 Samsung sued Huawei."),
        (edits.names_exchanged, "en", "Both Huawei and Samsung won.", ""),
        (edits.opposite_word, "de", "Der Umsatz stieg.", "Der Umsatz sank."),
        (edits.opposite_word, "zh", "销量上升。", "销量下降。"),
        (edits.negated, "de", "Das gibt es.", "Das gibt nicht es."),
        (edits.affirmed, "de", "Das geht nicht.", "Das geht."),
        (edits.affirmed, "zh", "公司没有上市。", "公司上市。"),
        (edits.affirmed, "en", "He could not swim.", "He could swim."),
        (edits.numbers_exchanged, "en", "It fell from 30 to 20.", "It fell from 20 to 30."),
    ],
)  # fmt: skip
def test_edits_turn_a_sentence_false(edit, language, text, expected):
    assert edit(text, language, Random(1)) == expected


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "It has more than 40 shops.", ("fewer than", "less than", "under", "below", "lower than", "short of")),
        ("de", "Es sind über 40 Läden.", ("weniger als", "unter", "kleiner als")),
        ("zh", "超过40家商店。", ("不到", "少于", "低于", "不足")),
    ],
)  # fmt: skip
def test_a_comparator_is_turned_round(language, text, words):
    for seed in range(8):
        assert any(word in edits.other_comparator(text, language, Random(seed)) for word in words)


def test_false_claims_are_of_every_kind_that_the_sentences_lend_themselves_to():
    """Left to chance, exchanged names and opposites would be a few in a hundred."""
    sentences = tuple(
        f"In {1990 + n} the growth of Hangzhou was higher than that of Shenzhen, and more than {n + 20} rose."
        for n in range(40)
    )
    row = Row("wiki.en", "1", "en", "Growth", "Which?", sentences, frozenset([0]), ())

    claims = made_pairs([row], 200, Random(3))

    kinds = Counter(pair.kind for pair in claims if pair.label == edits.CONTRADICTED)
    wanted = {"another_number", "names_exchanged", "opposite_word", "other_comparator", "negated"}
    assert wanted <= kinds.keys()
    assert min(kinds[kind] for kind in wanted) >= 0.5 * max(kinds.values())
    # Most of their sources have a true claim, too, where a faithful edit applies.
    false_of = {pair.group for pair in claims if pair.label == edits.CONTRADICTED}
    true_of = {pair.group for pair in claims if pair.label == edits.ENTAILED}
    assert len(false_of & true_of) >= len(false_of) / 2


@pytest.mark.slow
def test_a_training_starts_where_the_shipped_reader_ended():
    """Its 8-bit weights in 32 bits say the same, but for the rounding of activations."""
    from training.examples import tokenizer
    from training.model import pretrained
    from training.onnx_run import onnx_run
    from training.train import torch_run
    from training.warm_start import start_from

    weights = packaged_weights()
    model = pretrained(weights)
    shipped = ROOT / "src" / "citechat" / "reading" / "reader.onnx"
    start_from(model, shipped)
    cut = tokenizer(weights)
    asked = cut.encode("How many robots?", add_special_tokens=False).ids
    texts = ("They built 20 robots.", "The weather was fine.", "Nobody came.", "It has 4 robots.")
    windows = [
        pack_window(asked, [cut.encode(text, add_special_tokens=False).ids]) for text in texts
    ]

    ours, _ = torch_run(model)(windows)
    theirs, _ = onnx_run(shipped, 1)(windows)

    difference = np.concatenate(ours) - np.concatenate(theirs)
    assert np.abs(difference).max() < 0.75
    assert np.concatenate(ours).argmax() == np.concatenate(theirs).argmax()


def test_the_shipped_reader_multiplies_with_unsigned_weights_alone():
    """Signed ones are cut off in their sums on processors without VNNI."""
    import onnx

    graph = onnx.load(str(ROOT / "src" / "citechat" / "reading" / "reader.onnx")).graph
    types = {one.name: one.data_type for one in graph.initializer}
    multiplications = [node for node in graph.node if node.op_type == "MatMulInteger"]

    assert multiplications
    for node in multiplications:
        assert types[node.input[1]] == types[node.input[3]] == onnx.TensorProto.UINT8


@pytest.mark.slow
def test_unsigned_weights_give_the_same_products(tmp_path):
    import onnx
    import onnxruntime
    from onnx import TensorProto, helper
    from training.export import make_unsigned

    weights = np.arange(-8, 8, dtype=np.int8).reshape(4, 4)
    node = helper.make_node("MatMulInteger", ["x", "w", "x_zero", "w_zero"], ["y"])
    graph = helper.make_graph(
        [node],
        "product",
        [helper.make_tensor_value_info("x", TensorProto.UINT8, [2, 4])],
        [helper.make_tensor_value_info("y", TensorProto.INT32, [2, 4])],
        [
            onnx.numpy_helper.from_array(weights, "w"),
            onnx.numpy_helper.from_array(np.array(3, np.uint8), "x_zero"),
            onnx.numpy_helper.from_array(np.array(1, np.int8), "w_zero"),
        ],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    path = tmp_path / "product.onnx"
    onnx.save(model, str(path))
    inputs = {"x": np.array([[0, 100, 200, 255], [1, 2, 3, 4]], np.uint8)}
    signed = onnxruntime.InferenceSession(str(path)).run(None, inputs)[0]

    make_unsigned(path)

    assert (onnxruntime.InferenceSession(str(path)).run(None, inputs)[0] == signed).all()


def test_a_file_that_is_no_reader_is_named(tmp_path):
    import onnx
    from training.model import tiny
    from training.warm_start import start_from

    empty = onnx.helper.make_model(onnx.helper.make_graph([], "empty", [], []))
    path = tmp_path / "other.onnx"
    onnx.save(empty, str(path))

    with pytest.raises(ValueError, match="no weights for"):
        start_from(tiny(100), path)


def test_rows_near_in_the_file_are_neighbours(tmp_path):
    rows = [
        {**row, "title": "", "sentences": [row["sentences"][0]]}
        for row in rows_of("squad-sentences.en")
    ]
    write(tmp_path / "squad-sentences.en.train.jsonl.gz", rows)
    read: list[Row] = reading_rows(tmp_path, "squad-sentences.en")
    middle = read[10]
    assert len(middle.sentences) == 7
    assert [middle.sentences[number] for number in middle.answers] == [rows[10]["sentences"][0]]


def test_probabilities_after_calibration_are_shares():
    from training.calibrate import expected_error, scale_and_bias

    numbers = np.random.default_rng(0)
    true = numbers.normal(0, 2, 4_000)
    labels = (numbers.random(4_000) < 1 / (1 + np.exp(-true))).astype(float)
    scale, bias = scale_and_bias(2 * true + 3, labels)
    assert scale == pytest.approx(0.5, abs=0.05)
    assert bias == pytest.approx(-1.5, abs=0.15)
    told = 1 / (1 + np.exp(-(scale * (2 * true + 3) + bias)))
    assert expected_error(told, labels) < 0.03
