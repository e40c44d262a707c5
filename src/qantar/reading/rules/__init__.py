"""The rules that decide what a number counts, in the order in which they are asked: the first answer stands."""

from . import cases, ellipsis, frames, others, outcomes, troops

RULES = (
    others.by_hypothesis,
    others.by_introduction,
    frames.by_headline_number,
    cases.by_charge,
    cases.by_case_noun,
    cases.by_case_verb,
    outcomes.by_noun,
    others.by_thing,
    others.by_other_state,
    outcomes.by_verb_before,
    outcomes.by_cost,
    outcomes.by_those_of,
    outcomes.by_noun_before,
    outcomes.by_opening,
    others.by_context_before,
    frames.by_toll,
    outcomes.by_list_label,
    outcomes.by_predicate,
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
