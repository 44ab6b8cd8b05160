"""Every fault that was reported, and the test that holds its right value."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

TESTS = Path(__file__).parent

# what was seen → file::test
HELD = {
    "byte order marks and line ends": "ingest/test_reading.py::test_line_ends_of_other_systems_read_like_plain_ones",
    "a file that begins with a rule": "ingest/test_reading.py::test_a_page_that_begins_with_a_rule_loses_nothing",
    "HTML blocks are lost": "ingest/test_reading.py::test_html_blocks_are_read_as_a_reader_sees_them",
    "a line break tag glues words": "ingest/test_reading.py::test_a_line_break_tag_does_not_glue_words",
    "facts in headings": "ingest/test_passages.py::test_a_heading_of_a_plain_document_that_states_something_is_a_passage",
    "numbers of lists": "ingest/test_reading.py::test_the_numbers_of_an_ordered_list_are_read",
    "rows without their header": "ingest/test_reading.py::test_each_row_of_a_table_says_what_its_cells_mean",
    "marks of footnotes": "ingest/test_sentences.py::test_the_mark_of_a_footnote_belongs_to_the_sentence_before_it",
    "titles and abbreviations": "ingest/test_sentences.py::test_titles_and_abbreviations_of_the_law_do_not_end_a_sentence",
    "ordinals": "ingest/test_sentences.py::test_a_short_number_ends_an_english_sentence",
    "invisible characters": "ingest/test_reading.py::test_what_no_reader_sees_is_not_in_the_text",
    "names that are not UTF-8": "ingest/test_corpus.py::test_a_name_that_is_not_utf8_is_refused_in_one_line_that_can_be_shown",
    "an empty file": "index/test_building.py::test_a_document_without_a_passage_is_not_looked_in",
    "linked folders": "ingest/test_corpus.py::test_a_link_out_of_the_corpus_is_not_read_and_told",
    "one bad file stops all": "test_hostile_documents.py::test_all_of_them_together_are_indexed_but_for_those_that_are_named",
    "a folder called de": "ingest/test_corpus.py::test_one_language_folder_hides_nothing_that_lies_beside_it",
    "text without full stops": "ingest/test_passages.py::test_words_without_a_stop_are_cut_to_what_the_embedder_reads",
    "JSON lines": "ingest/test_expected_questions.py::test_marks_that_other_programs_take_for_line_ends_and_blank_lines_do_no_harm",
    "lone surrogates": "test_door_input.py::test_two_halves_of_a_character_become_one",
    "a list of questions": "test_reported_faults.py::test_the_right_answer_is_given",
    "marks in a quote": "page/test_page.py::test_a_number_in_brackets_within_a_quote_is_a_word_and_no_mark",
    "a huge number in brackets": "page/test_page.py::test_a_huge_number_in_brackets_is_shown_as_it_stands",
    "words that deny": "verification/test_alignment.py::test_a_word_that_denies_on_one_side_only_is_found",
    "histories of others": "test_door_input.py::test_a_history_is_read_as_what_it_means",
    "pickling": "test_langchain_adapters.py::test_a_chat_its_retriever_and_its_parts_can_be_pickled_and_copied",
    "a fork after use": "index/test_build_processes.py::test_a_fork_works_or_says_in_one_line_what_to_do",
    "callbacks": "test_langchain_adapters.py::test_callbacks_reach_the_model",
    "a chain as model": "test_langchain_adapters.py::test_a_chain_may_write_the_answer",
    "k with a call": "test_langchain_adapters.py::test_k_of_a_call_wins_over_that_of_the_retriever",
    "two builders": "index/test_build_processes.py::test_of_several_processes_one_builds_and_all_answer",
    "a failed rebuild": "index/test_index_in_use.py::test_a_rebuild_that_fails_leaves_the_old_index_serving",
    "relative paths": "index/test_index_in_use.py::test_relative_paths_mean_the_folder_in_which_they_were_given",
    "a read-only index": "index/test_index_in_use.py::test_an_index_that_cannot_be_written_is_opened",
    "flipped bytes": "index/test_index_in_use.py::test_a_byte_flipped_in_any_file_is_never_met_unseen",
    "a run of white space": "test_door_input.py::test_no_run_of_anything_makes_a_question_or_a_turn_slow",
    "work that grows with the square": "test_bounded_reading.py::test_twice_the_text_is_read_in_twice_the_time",
    "a question of 20 MB": "test_door_input.py::test_a_question_of_many_megabytes_is_refused_at_once",
    "a YAML bomb": "ingest/test_reading.py::test_aliases_that_unfold_without_end_cost_nothing",
    "text nested too deep": "ingest/test_reading.py::test_what_is_nested_deeper_than_the_parser_goes_is_read_as_it_is_written",
    "a folder that cannot be opened": "ingest/test_corpus.py::test_a_folder_that_cannot_be_opened_is_told",
    "an unreadable file": "test_hostile_documents.py::test_a_file_that_may_not_be_read_is_named",
    "a javascript link in Markdown": "test_values.py::test_nothing_that_a_document_says_comes_alive_in_markdown",
    "wrong types": "test_door_input.py::test_a_question_that_is_no_text_is_refused_in_a_line",
    "a server that only pings": "generation/test_language_model.py::test_a_server_that_never_ends_costs_a_bounded_number_of_threads",
    "forged feedback": "page/test_feedback.py::test_an_answer_that_was_not_given_here_is_not_recorded",
    "forged conversations": "page/test_conversation.py::test_a_conversation_that_was_rewritten_is_an_empty_one",
    "an unforeseen exception": "page/test_conversation.py::test_an_unforeseen_fault_becomes_a_line_and_the_log_tells_it",
}


@pytest.mark.parametrize("node", HELD.values(), ids=HELD)
def test_the_test_that_holds_a_fault_exists(node: str) -> None:
    path, name = node.split("::")

    assert re.search(rf"^def {name}\(", (TESTS / path).read_text(encoding="utf-8"), re.MULTILINE)
