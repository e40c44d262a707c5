"""The rules that decide what a number counts, in the order in which they are asked: the first answer stands."""

from . import (
    cases,
    ellipsis,
    frames,
    list_labels,
    others,
    outcome_nouns,
    outcome_predicates,
    outcome_verbs,
    troops,
)

RULES = (
    others.by_hypothesis,
    others.by_introduction,
    frames.by_headline_number,
    cases.by_charge,
    cases.by_case_noun,
    cases.by_case_verb,
    outcome_nouns.by_noun,
    others.by_thing,
    others.by_other_state,
    outcome_nouns.by_those_among,
    outcome_verbs.by_same_verb,
    outcome_verbs.by_verb_before,
    outcome_verbs.by_cost,
    outcome_nouns.by_those_of,
    outcome_nouns.by_noun_before,
    outcome_nouns.by_opening,
    others.by_context_before,
    frames.by_toll,
    list_labels.by_list_label,
    outcome_predicates.by_predicate,
    ellipsis.by_part,
    troops.by_contingent,
    others.by_role_noun,
    others.by_attackers,
    ellipsis.by_group_copula,
    ellipsis.by_change,
    ellipsis.by_coordination,
    ellipsis.by_repetition,
    others.by_context_after,
    others.by_crowd,
    ellipsis.by_only_outcome,
    ellipsis.by_topic,
)


def read_metric(context):
    """The reading of the first rule that has one, or the reason why none has."""
    for rule in RULES:
        reading = rule(context)
        if reading is not None:
            return reading
    return others.by_nothing(context)
