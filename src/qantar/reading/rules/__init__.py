"""The rules that decide what a number counts, in the order in which they are asked: the first answer stands."""

from . import (
    bare,
    cases,
    list_labels,
    lists,
    no_claims,
    other_matters,
    other_senses,
    outcome_nouns,
    outcome_predicates,
    outcome_verbs,
    parts,
    repeats,
    things,
    tolls,
    troops,
)

RULES = (
    # What states nothing must not be read by any rule below.
    no_claims.by_supposition,
    no_claims.by_question,
    no_claims.by_capacity,
    no_claims.by_counterfactual,
    no_claims.by_double_count,
    no_claims.by_interview,
    no_claims.by_introduction,
    no_claims.by_whole,
    other_senses.by_other_sense,
    # A number alone waits for the next sentence: it has no words for the other rules.
    bare.by_headline_number,
    # Cases before outcomes: "15 murder cases were opened" counts no deaths.
    cases.by_charge,
    cases.by_case_noun,
    cases.by_case_verb,
    # A noun says what is counted more surely than any verb; things come before the verbs that burn or seize them.
    outcome_nouns.by_noun,
    things.by_thing,
    outcome_nouns.by_those_among,
    other_matters.by_other_state,
    # To the left: the verb or noun that governs the number, the nearest and firmest link first.
    outcome_verbs.by_admission,
    outcome_verbs.by_same_verb,
    outcome_verbs.by_verb_before,
    outcome_verbs.by_cost,
    outcome_nouns.by_those_of,
    outcome_nouns.by_noun_before,
    outcome_nouns.by_opening,
    other_matters.by_context_before,
    tolls.by_toll,
    outcome_predicates.by_admitted,
    bare.by_heading,
    lists.by_breakdown,
    list_labels.by_list_label,
    # To the right: what is said of the counted.
    outcome_predicates.by_predicate,
    # Nothing so far: a number that says itself to be a part belongs to its total, even where it names soldiers.
    parts.by_part,
    troops.by_contingent,
    other_matters.by_role_noun,
    other_matters.by_attackers,
    # Numbers that carry on from an earlier figure, from the closest tie to the loosest.
    lists.by_group_copula,
    lists.by_change,
    lists.by_coordination,
    lists.by_company,
    repeats.by_repetition,
    # Other matters yield to all of these: "12 were arrested and 30 charged" is asked as a list first.
    other_matters.by_context_after,
    other_matters.by_crowd,
    # Guesses from the rest of the sentence and of the text come last.
    bare.by_only_outcome,
    bare.by_topic,
)


def read_metric(context):
    """The reading of the first rule that has one, or the reason why none has.

    Args:
        context: the Context of one number.

    Returns:
        a Reading; its metric is None where the number counts nothing of interest.
    """
    for rule in RULES:
        reading = rule(context)
        if reading is not None:
            return reading
    return other_matters.by_nothing(context)
