"""Every fault that was reported, and the test that holds its right value, or why there is none."""

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
    # Lists and answers
    "an entry of a list by its number": "plans/lists/test_numbered_item.py::test_the_entry_with_that_number_is_the_answer",
    "another program's audit": "ingest/test_audit_checks.py::test_a_bad_audit_is_named_with_what_it_needs",
    "another program's glossary": "ingest/test_glossary.py::test_a_bad_glossary_is_refused_with_the_problem_and_the_cure",
    "a packed file whose bytes have changed": "ingest/formats/test_formats.py::test_a_packed_file_whose_bytes_have_changed_is_named",
    "any bytes under any ending": "ingest/test_any_document.py::test_any_bytes_are_read_or_named",
    "what a claim denies": "verification/test_verifier.py::test_what_a_claim_denies_and_its_source_says_is_never_supported",
    "what no document says": "test_chat.py::test_what_the_corpus_does_not_say_is_not_answered_and_answerable_questions_are_offered",
    "a follow-up that points": (
        "question/follow_ups/test_standalone.py::"
        "test_where_nothing_can_be_put_in_place_the_question_before_is_read_along"
    ),
    "a chain of follow-ups": "test_door_input.py::test_a_chain_of_follow_ups_does_not_grow_without_end",
    # A Chroma server
    "two corpora on a server": "index/test_server.py::test_collections_of_others_are_left_alone",
    "a server whose data is lost": "index/test_server.py::test_what_the_server_has_lost_is_filled_in_before_the_next_answer",
    "a server back without its data": "index/test_server.py::test_a_server_back_without_its_data_is_filled_by_one_while_the_others_wait",
    "half a build on a server": "index/test_server.py::test_half_a_build_is_never_taken_for_an_answer",
    "collections that are stale": "index/test_server.py::test_a_process_whose_collections_are_stale_opens_them_anew",
    "an indexer that is killed": "index/test_server.py::test_an_indexer_that_is_killed_is_taken_over_from_and_leaves_no_litter",
    "a server that is away": "index/test_server.py::test_a_server_that_stays_away_is_an_error_in_one_line_and_no_abstention",
    "path, password and IPv6": "index/test_server.py::test_path_password_and_ipv6_stand_in_the_address",
    "a token": "index/test_server.py::test_a_token_is_sent_as_either_header_and_never_shown",
    "TLS": "index/test_server.py::test_a_server_behind_tls_is_trusted_by_its_certificate_only",
    "a file of variables of others": "test_settings.py::test_a_file_of_variables_is_not_read",
    # The net
    "a tab after a restart": "slow/test_net.py::test_a_tab_outlives_the_server_and_its_faults",
    "foreign addresses fetched": "slow/test_net.py::test_what_the_page_does_not_use_is_not_there",
    "uploads": "slow/test_net.py::test_nothing_can_be_uploaded",
    "a foreign name for the server": "slow/test_net.py::test_a_foreign_name_reads_nothing",
    "no bound on what runs at once": "slow/test_net.py::test_too_many_programs_at_once_are_sent_away_and_the_page_stays_quick",
    "half-sent requests": "slow/test_net.py::test_a_half_sent_request_hinders_nobody",
    "headers": "slow/test_net.py::test_every_response_tells_the_browser_what_may_run_and_not_who_serves",
    "what the configuration tells": "slow/test_net.py::test_the_configuration_holds_nothing_of_the_inside",
    "errors without a reason": "slow/test_net.py::test_whatever_is_sent_every_failure_has_a_reason",
    "wrong types over HTTP": "slow/test_net.py::test_a_program_is_told_what_is_wrong",
    "no login, no limit": "slow/test_net.py::test_users_log_in_and_have_their_share",
    "exit codes": "slow/test_net.py::test_the_codes_are_the_same_whenever_the_signal_comes",
    "keys in other spellings": "test_scrubbing.py::test_a_key_is_struck_however_it_is_written",
    "a key held in a model object": "generation/test_http_deadline.py::test_a_key_that_a_model_object_holds_is_not_told",
    "poison in a browser": "slow/test_poison_browser.py::test_every_poisoned_document_is_shown_and_acts_in_nothing",
    "the policy of the page": "slow/test_poison_browser.py::test_what_got_in_nevertheless_would_run_nothing_and_reach_nobody",
    "many readers at once": "slow/test_soak.py::test_readers_at_once_meet_no_error_and_none_waits_far_longer",
    "many questions in one process": "slow/test_soak.py::test_many_questions_in_one_process_get_the_same_answers_and_take_no_more_memory",
    # An index that is damaged, killed or crowded
    "builders that are killed": "index/test_build_processes.py::test_builders_that_are_killed_leave_no_litter_and_a_right_answer",
    "a full disk": "index/test_build_processes.py::test_a_full_disk_ends_in_one_line_that_names_the_folder",
    "an index changed under a chat": "index/test_index_in_use.py::test_an_index_that_is_changed_under_a_chat_is_opened_anew",
    "a rebuild under a chat": "index/test_index_in_use.py::test_who_asks_during_rebuilds_gets_the_same_answer",
    "vectors that are spoilt": "index/test_building.py::test_a_bad_copy_of_the_vectors_is_made_anew_from_chroma_without_embedding",
    "litter": "index/test_build_processes.py::test_indexes_that_are_current_no_more_are_swept_by_the_next_build",
    # Supply
    "licences": "test_supply.py::test_every_installed_package_is_under_a_licence_of_the_list",
    "a pickle": "test_supply.py::test_from_the_building_to_the_answer_no_pickle_is_loaded",
}

# what was seen → why it is as it is
REFUSED = {
    "files that are changed are not noticed by a running chat": "it would have to look at every file for "
    "each question; update() does, and so does the command line",
    "terms that are cut short under a running process end it": "they are mapped into memory, and the system "
    "ends whoever reads where a file has ended; docs/operation.md says so",
    "no hashes in constraints.txt": "SECURITY.md says why, and what an operator can do",
}


@pytest.mark.parametrize("node", HELD.values(), ids=HELD)
def test_the_test_that_holds_a_fault_exists(node: str) -> None:
    path, name = node.split("::")

    assert re.search(rf"^def {name}\(", (TESTS / path).read_text(encoding="utf-8"), re.MULTILINE)


@pytest.mark.parametrize("why", REFUSED.values(), ids=REFUSED)
def test_what_is_refused_is_argued_where_it_says(why: str) -> None:
    for named in re.findall(r"[\w/]+\.md", why):
        assert (TESTS.parent / named).is_file()
    assert len(why.split()) > 8
