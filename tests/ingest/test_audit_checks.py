"""The audit as values and as a document."""

import pytest

from citechat_ingest import CorpusError, read_audited_claims
from citechat_ingest.audit_checks import audit_documents

ENTRY = """[[claim]]
id = "lamp"
paragraph = "light"
city = "Norden"
verdict = "refined"
sources = ["survey"]
[claim.claim]
en = "The lamp shines 40 kilometres."
de = "Die Lampe leuchtet 40 Kilometer weit."
zh = "灯光可达40公里。"
[claim.note]
en = "The survey measured 38 kilometres."
de = "Die Vermessung ergab 38 Kilometer."
zh = "测量结果为38公里。"
"""


def test_a_check_is_read_with_its_texts(tmp_path):
    (tmp_path / "checks.toml").write_text(ENTRY, encoding="utf-8")

    (claim,) = read_audited_claims([tmp_path])

    assert (claim.claim_id, claim.verdict, claim.sources) == ("lamp", "refined", ("survey",))
    assert claim.note["de"] == "Die Vermessung ergab 38 Kilometer."


def test_a_corpus_without_an_audit_has_no_checks_and_no_audit_document(tmp_path):
    assert read_audited_claims([tmp_path]) == ()
    assert list(audit_documents(())) == []


def test_the_audit_reads_as_a_document_in_each_language(tmp_path):
    (tmp_path / "checks.toml").write_text(ENTRY, encoding="utf-8")

    documents = list(audit_documents(read_audited_claims([tmp_path])))

    assert [(d.document_id, d.language) for d in documents] == [
        ("audit", "en"),
        ("audit", "de"),
        ("audit", "zh"),
    ]
    heading, note = documents[0].paragraphs
    assert documents[0].text[heading.start : heading.end] == "The lamp shines 40 kilometres."
    assert documents[0].text[note.start : note.end] == "The survey measured 38 kilometres."
    assert (note.name, note.section) == ("lamp", "The lamp shines 40 kilometres.")


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (ENTRY.replace("refined", "maybe"), "verdict 'maybe' is none of"),
        (ENTRY.replace("zh =", "fr ="), "KeyError"),
        ("x", "TOML"),
        ("a = " + "[" * 3000, "RecursionError"),
        ("[tool.checks]", "KeyError"),
        ("claim = 'a text'", "TypeError"),
        (ENTRY.replace('id = "lamp"', "id = 5"), "id must be a text, not 5"),
        (ENTRY.replace('["survey"]', '"survey"'), "sources must be a list of texts"),
        (ENTRY.replace('["survey"]', "[5]"), "sources must be a list of texts"),
    ],
)
def test_a_bad_audit_is_named_with_what_it_needs(tmp_path, broken, says):
    (tmp_path / "checks.toml").write_text(broken, encoding="utf-8")

    with pytest.raises(
        CorpusError, match=rf"checks\.toml: is not an audit .*{says}.*each \[\[claim\]\] needs"
    ):
        read_audited_claims([tmp_path])
