"""What QTI 1.2 as Canvas imports it does not hold, and what Canvas makes of what it does hold.

Canvas needs the keys: a package for candidates is made, but an import of it gives questions that nobody can answer
rightly.
"""

from collections.abc import Mapping

from exambank.formats.feature import Denial, Feature

CLASSIC = "canvas-lms, gems/plugins/qti_exporter"
NEW = "instructure/qti, lib/qti/v1"

DENIED: Mapping[Feature, Denial] = {
    Feature.RAW_HTML: Denial(
        "Raw HTML is left out.",
        "canvas-lms, gems/canvas_sanitize: all but a list of elements is taken out, without a word",
    ),
    Feature.HINT: Denial(
        "The hint is left out.",
        f"{CLASSIC}, assessment_item_converter.rb get_feedback: feedback is general, correct, incorrect or an"
        " answer's; <hint> of QTI 1.2 is not looked at",
    ),
    Feature.ALL_OR_NOTHING: Denial(
        "Canvas Classic gives a part of the points for some of the keys; New Quizzes gives all or nothing.",
        "canvas-lms, app/models/quizzes/quiz_question/multiple_answers_question.rb; New Quizzes reads"
        f" scoring_algorithm ({NEW}/models/interactions/choice_interaction.rb)",
        is_dropped=False,
    ),
    Feature.OWN_SHARES: Denial(
        "Every key is worth the same, and every distractor takes as much away.",
        f"{CLASSIC}, choice_interaction.rb get_base_value: a share above 0 makes a key, every other one a distractor",
    ),
    Feature.FREE_ORDER: Denial(
        "Canvas Classic shows the package's order until the quiz's own setting Shuffle Answers is ticked.",
        "canvas-lms, lib/cc/importer/canvas/quiz_metadata_converter.rb: shuffle_answers belongs to the quiz;"
        " docs/decisions/0010-canvas-settings.md",
        is_dropped=False,
        is_content=False,
    ),
    Feature.ANSWER_FEEDBACK: Denial(
        "New Quizzes leaves out the feedback of a numeric answer.",
        f"{NEW}/models/interactions/base_interaction.rb answer_feedback: only conditions without <or>",
        is_dropped=False,
    ),
    Feature.TOLERANCE: Denial(
        "Canvas Classic takes the exact value only, New Quizzes the tolerance.",
        "tried with the import code of both, autumn 2026",
        is_dropped=False,
    ),
    Feature.SMALL_NUMBER: Denial(
        "Canvas takes numbers nearer to 0 than 0.0001 for 0.",
        "gpoore/text2qti, issue 51: Canvas keeps four decimal places",
        is_dropped=False,
    ),
    Feature.UNIT: Denial(
        "The unit is left out; the stem should name it.",
        f"{CLASSIC}, numeric_interaction.rb: an answer is a number",
    ),
    Feature.PATTERN: Denial(
        "Answers that are patterns are left out.",
        "canvas-lms, app/models/quizzes/quiz_question/short_answer_question.rb: answers are compared as texts",
    ),
    Feature.EXACT_CASE: Denial(
        "Canvas Classic takes an answer whatever its capitals; New Quizzes minds them.",
        f"canvas-lms, short_answer_question.rb; {NEW}/models/interactions/fill_blank_interaction.rb",
        is_dropped=False,
    ),
    Feature.MIXED_GAPS: Denial(
        "The item is left out.",
        f"{CLASSIC}, fill_in_the_blank.rb: a question is of blanks or of dropdowns, and in one of blanks every option"
        " would be accepted",
        leaves_out=True,
    ),
    Feature.DROPDOWN_MARKUP: Denial(
        "Options of a dropdown become plain text: formulae as TeX, pictures as their alternative text.",
        f"{CLASSIC}, fill_in_the_blank.rb process_canvas: the text of the choice",
    ),
    Feature.WHOLE_CLOZE: Denial(
        "Canvas gives a part of the points for each gap that is right.",
        "canvas-lms, app/models/quizzes/quiz_question/fill_in_multiple_blanks_question.rb",
        is_dropped=False,
    ),
    Feature.NOTES: Denial("Notes for authors are left out.", "they are exported nowhere, by design", is_content=False),
    Feature.METADATA: Denial(
        "Version, objective, difficulty, status, references and the like are left out.",
        f"{CLASSIC}, assessment_item_converter.rb: Canvas questions have no such fields",
        is_content=False,
    ),
}
