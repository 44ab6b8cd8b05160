"""The store with the real Chroma, on disk: what goes in comes out."""

from dataclasses import replace

import chromadb
import numpy as np
import pytest

from citechat import Settings
from citechat.errors import IndexBuildError
from citechat.index.chroma_client import Connection, connect, connect_local
from citechat.index.chroma_store import Store, sentence_texts
from citechat.testing import LetterCountEmbedder
from citechat_ingest import Document, Paragraph, split_passages

ENGLISH = Document(
    "sources/notes",
    "en",
    "Notes",
    "One lamp. Two boats.\n\nThree loaves.",
    (Paragraph(0, 20, "Light", "paragraph", "first", ("a", "b")), Paragraph(22, 35, "Bread")),
    "A publisher",
    "2024-05-01",
    "https://example.org",
)
GERMAN = Document("hafen", "de", "Hafen", "Grüße vom Hafen: 25 Boote 🚢.", (Paragraph(0, 28),))


def encode(texts):
    return LetterCountEmbedder().encode(texts, "en", "passage")


def add(store, document):
    passages = list(split_passages(document))
    sentences = [p.sentence(number) for p in passages for number in range(len(p.sentences))]
    store.add_documents([document])
    store.add_passages(passages, encode([p.text for p in passages]), encode(sentences))
    return passages


def vector(text):
    return encode([text])[0]


@pytest.fixture
def store(tmp_path):
    opened = Store.local(tmp_path / "chroma")
    yield opened
    opened.close()


@pytest.mark.parametrize(
    "document", [ENGLISH, GERMAN], ids=["with everything", "bare, with umlauts and an emoji"]
)
def test_a_document_comes_back_equal(store, document):
    add(store, document)

    assert store.document(document.document_id, document.language) == document


def test_a_document_is_known_by_id_and_language_together(store):
    add(store, ENGLISH)

    assert store.document("sources/notes", "de") is None
    assert store.document("notes", "en") is None


def test_document_ids_are_sorted_pairs_even_where_an_id_holds_a_slash(store):
    add(store, ENGLISH)
    add(store, GERMAN)

    assert list(store.document_roles()) == [("de", "hafen"), ("en", "sources/notes")]


def test_the_languages_are_those_that_have_passages(store):
    assert store.languages() == ()
    add(store, ENGLISH)
    add(store, GERMAN)

    assert store.languages() == ("de", "en")


def test_passages_come_back_equal_and_their_offsets_still_fit_the_document(store):
    passages = add(store, ENGLISH)

    found = sorted(store.all_passages("en"), key=lambda p: p.start)

    assert found == passages
    assert all(ENGLISH.text[p.start : p.end] == p.text for p in found)


def test_the_nearest_passage_comes_first_with_its_cosine(store):
    first, second = add(store, ENGLISH)

    found = store.nearest("en", vector("Three loaves."), 10)

    assert list(found) == [second.passage_id, first.passage_id]
    assert found[second.passage_id] == pytest.approx(1, abs=1e-5)
    assert found[first.passage_id] == pytest.approx(
        float(vector(first.text) @ vector("Three loaves.")), abs=1e-5
    )


def test_no_more_passages_are_nearest_than_asked_for(store):
    add(store, ENGLISH)

    assert len(store.nearest("en", vector("lamp"), 1)) == 1


def test_the_similarity_of_given_passages_is_that_of_the_search(store):
    passages = add(store, ENGLISH)
    asked = vector("two boats")

    found = store.similarities("en", [p.passage_id for p in passages], asked)

    assert found == pytest.approx(store.nearest("en", asked, 10), abs=1e-5)


def test_every_sentence_has_its_own_similarity_in_order(store):
    first, second = add(store, ENGLISH)

    found = store.sentence_similarities([second, first], vector("Two boats."))

    apart = float(vector("One lamp.") @ vector("Two boats."))
    assert found[first.passage_id] == [
        pytest.approx([apart], abs=1e-5),
        pytest.approx([1], abs=1e-5),
    ]
    assert len(found[second.passage_id]) == 1


def test_the_questions_expected_of_a_sentence_have_similarities_beside_it(store):
    passage = replace(
        next(split_passages(ENGLISH)), expected=((), ("How many boats?", "Any boats there?"))
    )
    store.add_passages(
        [passage], encode([passage.text]), encode([text for text, _ in sentence_texts(passage)])
    )

    [[_, boats]] = store.sentence_similarities([passage], vector("Any boats there?")).values()

    assert boats[2] == pytest.approx(1, abs=1e-5)
    assert boats[1] == pytest.approx(
        float(vector("How many boats?") @ vector("Any boats there?")), abs=1e-5
    )
    assert list(store.all_passages("en")) == [passage]


def test_a_copy_of_the_vectors_tells_the_same_similarities_as_chroma(store, tmp_path):
    passages = add(store, ENGLISH)
    add(store, GERMAN)
    ids, asked = [p.passage_id for p in passages], vector("two boats")
    told = store.similarities("en", ids, asked), store.sentence_similarities(passages, asked)

    store.copy_vectors(tmp_path / "vectors")
    store._call = None  # from now on Chroma is not asked

    assert store.similarities("en", ids, asked) == pytest.approx(told[0])
    again = store.sentence_similarities(passages, asked)
    assert again == {
        name: [pytest.approx(near) for near in sentences] for name, sentences in told[1].items()
    }


def test_asking_for_the_similarity_of_nothing_gives_nothing(store):
    add(store, ENGLISH)

    assert store.similarities("en", [], vector("lamp")) == {}
    assert store.sentence_similarities([], vector("lamp")) == {}


def test_adding_no_passages_makes_no_language(store):
    store.add_passages([], np.empty((0, 26), np.float32), np.empty((0, 26), np.float32))

    assert store.languages() == ()


def test_more_passages_than_a_page_are_all_read(store):
    text = "\n\n".join(f"Boat {number}." for number in range(1001))
    starts = [0, *(i + 2 for i in range(len(text)) if text.startswith("\n\n", i))]
    ends = [*(start - 2 for start in starts[1:]), len(text)]
    passages = add(
        store, Document("boats", "en", "Boats", text, tuple(map(Paragraph, starts, ends)))
    )

    assert len(passages) == 1001
    assert sorted(p.passage_id for p in store.all_passages("en")) == sorted(
        p.passage_id for p in passages
    )


def test_a_closed_store_can_be_opened_again_from_its_folder(tmp_path):
    store = Store.local(tmp_path / "again")
    add(store, GERMAN)
    store.close()

    again = Store.local(tmp_path / "again")

    assert again.document("hafen", "de") == GERMAN
    again.close()


def test_namespaces_in_one_database_do_not_see_each_other(tmp_path):
    client = chromadb.PersistentClient(str(tmp_path / "shared"))
    one, other = Store(Connection(client), "one-"), Store(Connection(client), "other-")
    add(one, ENGLISH)
    add(other, GERMAN)

    assert (one.languages(), other.languages()) == (("en",), ("de",))
    assert one.document_roles() == {("en", "sources/notes"): "document"}
    assert other.document_roles() == {("de", "hafen"): "document"}


def test_a_database_in_this_process_tells_nobody_that_it_is_used(tmp_path):
    connection = connect_local(tmp_path / "silent")

    assert connection.client.get_settings().anonymized_telemetry is False
    connection.close()


def test_a_language_without_passages_raises_one_line_that_names_the_collection(store):
    with pytest.raises(IndexBuildError) as caught:
        store.nearest("zh", vector("lamp"), 1)
    assert "chroma: passages-zh: Chroma failed (" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_folder_that_is_a_file_raises_with_its_path_and_the_cure(tmp_path):
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")

    with pytest.raises(IndexBuildError) as caught:
        Store.local(tmp_path / "file")
    assert str(caught.value).startswith(f"{tmp_path / 'file'}: Chroma failed (")
    assert "CITECHAT_INDEX_DIR" in str(caught.value)


def test_what_chroma_refuses_in_a_file_of_others_is_named(tmp_path, monkeypatch):
    (tmp_path / ".env").write_text("CHROMA_SERVER_HTTP_PORT=none\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)

    with pytest.raises(IndexBuildError) as caught:
        Store.local(tmp_path / "chroma")
    told = f"it refuses CHROMA_SERVER_HTTP_PORT in the environment or in {tmp_path / '.env'}"
    assert told in str(caught.value)


def test_a_server_that_does_not_answer_raises_with_its_address_and_the_cure(unused_port):
    url = f"http://127.0.0.1:{unused_port}"

    with pytest.raises(IndexBuildError) as caught:
        connect(Settings(chroma_url=url, chroma_timeout=0.0))
    assert str(caught.value).startswith(f"{url}: the Chroma server does not answer (")
    assert str(caught.value).endswith(
        "start it (chroma run), or mend its address (CITECHAT_CHROMA_URL)"
    )


def test_a_role_is_kept_with_the_document_and_with_its_passages(tmp_path):
    store = Store.local(tmp_path / "chroma")
    add(store, replace(ENGLISH, role="article"))
    add(store, GERMAN)

    assert store.document_roles() == {
        ("de", "hafen"): "document",
        ("en", "sources/notes"): "article",
    }
    assert store.document("sources/notes", "en").role == "article"
    assert {p.role for p in store.all_passages("en")} == {"article"}
    assert {p.role for p in store.all_passages("de")} == {"document"}
