"""The sections of config/lexicon/<language>/claims.yml and the keys that each may hold."""

from __future__ import annotations

FORMS = (
    "past", "present", "future", "infinitive", "participle", "noun", "pluperfect", "negated", "possible", "conditional",
)  # fmt: skip
# Verbs that shape what another verb says, beside the events of the codebook.
HELPERS = ("hold", "deny", "postpone", "cancel", "fail", "lack", "convey")
NUMBERS = ("one", "many")
CUES = (
    "about", "according", "after", "agency", "ahead_of", "announces", "announces_behind", "another", "answer_no", "answer_yes",
    "arms", "as_planned", "asked", "asks", "aspect", "assessors", "athletes", "between", "both_people", "both_sides", "break",
    "break_after_comma", "bulk", "but_then", "bystander_after", "calls", "ceremony", "chiefs_of_staff", "citing", "claim_head",
    "cleft", "conditional", "connective", "converb", "counted", "counterpart", "covered", "covers", "definite", "determiner",
    "event", "exceptive", "exceptive_after", "expletive", "fake_head", "fiction", "floating", "following", "found_false",
    "free_of_charge", "future", "future_tense", "gathering", "generals", "guests", "headed_by", "him", "historical", "host",
    "hosts", "hypothetical", "in_order_to", "including", "indefinite", "infinitive_mark", "initialling", "intention", "inverted",
    "it", "it_was", "joint", "later_than", "left_undone", "local", "margins", "media", "message_of", "ministers", "more_days",
    "mutual", "need", "negation", "negation_behind", "no", "not_then", "not_then_after", "occasion", "occasion_after", "of_others",
    "of_year", "once", "one_before", "open_date", "own_time", "parliament", "particulars", "partners", "passive", "period",
    "phases", "plans", "pluperfect", "plural_subject", "possessive", "predecessor", "presidents", "private", "pronoun", "provides",
    "purpose", "purpose_date", "put_off_to", "received", "receives", "relief", "report", "restriction", "rumour", "scheduled",
    "signatures", "since", "since_clause", "since_clause_after", "so_that", "sole", "somebody", "stays", "stays_ahead", "taken_up",
    "than_planned", "then", "things", "three_days", "timeless", "told_before", "trainees", "two_days", "unconfirmed", "under_which",
    "undisclosed", "unspoken", "untruth", "verdict_head", "was_to", "what_for", "when_where", "wish", "with", "with_whom",
    "with_whom_after", "without",
)  # fmt: skip
# Cues that may overlap with others: each is found by itself.
APART = (
    "untruth",
    "unspoken",
    "gathering",
    "another",
    "of_others",
    "ceremony",
    "one_before",
    "wish",
    "free_of_charge",
    "need",
    "bulk",
    "partners",
    "initialling",
    "restriction",
    "future_tense",
    "plural_subject",
    "with_whom_after",
    "trainees",
    "taken_up",
    "following",
    "since_clause",
    "since_clause_after",
    "two_days",
    "three_days",
    "more_days",
    "floating",
    "headed_by",
    "him",
    "received",
    "not_then",
    "not_then_after",
    "as_planned",
    "but_then",
    "left_undone",
    "particulars",
    "claim_head",
    "fake_head",
    "verdict_head",
    "found_false",
    "answer_yes",
    "answer_no",
    "of_year",
    "announces",
    "announces_behind",
    "event",
    "phases",
    "later_than",
    "than_planned",
    "open_date",
    "unconfirmed",
    "converb",
    "put_off_to",
    "sole",
    "it_was",
    "what_for",
    "things",
    "fiction",
    "stays_ahead",
    "expletive",
    "once",
    "inverted",
    "media",
    "timeless",
    "bystander_after",
    "plans",
    "with_whom",
    "counted",
)
# Both ministers: two people, one of each side.
COUPLES = ("ministers", "presidents", "generals", "chiefs_of_staff")
# Cues whose verbs may be given by their infinitive, and of these the ones of which every form counts, and keeps its tense.
VERB_CUES = ("report", "intention", "plans", "aspect", "receives", "calls")
IN_ANY_TENSE = ("plans",)
TENSED = ("aspect", "receives", "calls")
PLACES = ("in", "to", "from", "there", "capital", "site", "in_after", "to_after", "locative_endings")
SECTIONS = {
    "reading": True, "families": False, "triggers": True, "verbs": False, "instruments": True, "qualifiers": False, "papers_of_one_country": False,
    "numbers": True, "cues": True, "places": True, "bystanders": False, "areas": True, "defence": True, "ignore": False,
}  # fmt: skip
