"""Names that writer and reader share."""

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
ASSESSMENT = "assessment.xml"
RESPONSE = "response1"  # as Canvas calls the one response of an item
GENERAL = "general_fb"
STIMULUS = "stimulus"  # the class of the division that holds it

QUESTION_TYPES = {
    "choice": "multiple_choice_question",
    "multiple-response": "multiple_answers_question",
    "true-false": "true_false_question",
    "numeric": "numerical_question",
    "short-text": "short_answer_question",
}
BLANKS = "fill_in_multiple_blanks_question"
DROPDOWNS = "multiple_dropdowns_question"


def response_of(gap: str) -> str:
    """The response to a blank."""
    return f"response_{gap}"


# fields of an item's qtimetadata; Canvas passes over labels that it does not know
TYPE = "question_type"
POINTS = "points_possible"
ALGORITHM = "scoring_algorithm"
PARTIAL = "PartialScore"
ALL_OR_NOTHING = "AllOrNothing"
OUR_SCORING = "exambank_scoring"
OUR_STIMULUS = "exambank_stimulus"
OUR_TITLE = "exambank_title"

AUDIENCE = "exambank_audience"  # of the assessment
