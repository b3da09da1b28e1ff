"""The sections of config/lexicon/<language>/claims.yml and the keys that each may hold."""

from __future__ import annotations

FORMS = (
    "past", "present", "future", "infinitive", "participle", "noun", "pluperfect", "negated", "possible", "conditional",
)  # fmt: skip
# Verbs that shape what another verb says, beside the events of the codebook.
HELPERS = ("hold", "deny", "postpone", "cancel", "fail", "lack", "convey")
NUMBERS = ("one", "many")
CUES = (
    "future", "intention", "infinitive_mark", "scheduled", "hypothetical", "conditional", "rumour", "assessors", "negation", "no", "without", "pluperfect", "historical",
    "occasion", "occasion_after", "break", "break_after_comma", "when_where", "report", "according", "citing", "agency", "media", "both_sides", "with", "purpose", "purpose_date", "including", "covers",
    "covered", "indefinite", "undisclosed", "provides", "about", "counterpart", "both_people", "with_whom", "under_which", "between", "predecessor", "host", "pronoun",
    "athletes", "local", "parliament", "period", "so_that", "told_before", "untruth", "unspoken", "gathering", "aspect", "guests", "then", "was_to", "after", "stays", "since", "receives", "calls", "asks", "it",
    "somebody", "ministers", "presidents", "generals", "chiefs_of_staff", "message_of", "margins", "in_order_to", "private", "determiner", "joint", "ahead_of", "definite", "relief", "negation_behind", "arms", "passive", "hosts", "possessive", "signatures", "cleft", "own_time", "another", "one_before", "partners", "mutual", "wish", "free_of_charge", "need", "bulk", "initialling", "restriction", "future_tense", "plural_subject", "with_whom_after", "trainees", "taken_up", "following", "floating", "exceptive", "exceptive_after", "of_others", "ceremony", "headed_by", "him", "received", "not_then", "not_then_after", "as_planned", "but_then", "left_undone", "particulars", "claim_head", "fake_head", "verdict_head", "found_false", "answer_yes", "answer_no", "of_year", "announces", "announces_behind", "event", "phases", "later_than", "than_planned", "since_clause", "since_clause_after", "two_days", "three_days", "more_days",
    "open_date", "unconfirmed", "converb", "put_off_to", "sole", "it_was", "what_for", "things", "fiction", "stays_ahead", "expletive", "once", "inverted", "timeless", "bystander_after", "plans", "connective", "counted",
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
