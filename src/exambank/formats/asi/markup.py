"""The pieces that items and tests are made of, in the names of QTI 2; `{…}` are filled in with `str.format`."""

from dataclasses import dataclass, fields
from functools import cache

from exambank.formats.asi.vocabulary import Vocabulary

XML = '<?xml version="1.0" encoding="UTF-8"?>\n'
ROOT = ' xmlns="{namespace}" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="{location}"'


@dataclass(frozen=True, slots=True)
class Pieces:
    """Markup with places for what differs between items."""

    item: str = (
        '<assessmentItem{root} identifier="{id}" title="{title}"{lang} adaptive="false" timeDependent="false"'
        ' toolName="exambank">\n'
        "{declarations}{style}<itemBody>\n{body}</itemBody>\n{processing}</assessmentItem>\n"
    )
    style: str = '<stylesheet href="{}" type="text/css"/>\n'
    declaration: str = '<responseDeclaration identifier="RESPONSE" cardinality="{}" baseType="{}"/>\n'
    answered: str = (
        '<responseDeclaration identifier="RESPONSE" cardinality="{}" baseType="{}">\n{}</responseDeclaration>\n'
    )
    correct: str = "<correctResponse>{}</correctResponse>\n"
    value: str = "<value>{}</value>"
    mapping: str = '<mapping lowerBound="0" upperBound="{}" defaultValue="0">{}</mapping>\n'
    entry: str = '<mapEntry mapKey="{}" mappedValue="{}"/>'
    text_entry: str = '<mapEntry mapKey="{}" mappedValue="{}" caseSensitive="{}"/>'
    score: str = (
        '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float" normalMaximum="{0}">'
        "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>\n"
        '<outcomeDeclaration identifier="MAXSCORE" cardinality="single" baseType="float">'
        "<defaultValue><value>{0}</value></defaultValue></outcomeDeclaration>\n"
    )
    feedback_outcome: str = '<outcomeDeclaration identifier="{}" cardinality="{}" baseType="identifier"/>\n'
    choice: str = (
        '<choiceInteraction{mark} responseIdentifier="RESPONSE" shuffle="{shuffle}" maxChoices="{most}">\n'
        "{prompt}{options}</choiceInteraction>\n"
    )
    prompt: str = "<prompt>{}</prompt>\n"
    option: str = '<simpleChoice identifier="{}">{}</simpleChoice>\n'
    text_box: str = '<textEntryInteraction responseIdentifier="RESPONSE"/>'
    gap: str = '<responseDeclaration identifier="{}" cardinality="single" baseType="{}"/>\n'
    gap_with_key: str = (
        '<responseDeclaration identifier="{}" cardinality="single" baseType="{}">\n{}</responseDeclaration>\n'
    )
    gap_box: str = '<textEntryInteraction responseIdentifier="{}"/>'
    dropdown: str = '<inlineChoiceInteraction responseIdentifier="{}" shuffle="{}">{}</inlineChoiceInteraction>'
    dropdown_option: str = '<inlineChoice identifier="{}">{}</inlineChoice>'
    template: str = '<responseProcessing template="{}"/>\n'
    processing: str = "<responseProcessing{}>\n{}</responseProcessing>\n"
    match: str = (
        "<responseCondition><responseIf>"
        '<match><variable identifier="RESPONSE"/><correct identifier="RESPONSE"/></match>'
        '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">{}</baseValue></setOutcomeValue>'
        "</responseIf></responseCondition>\n"
    )
    match_none: str = (
        '<responseCondition><responseIf><isNull><variable identifier="RESPONSE"/></isNull>'
        '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">{}</baseValue></setOutcomeValue>'
        "</responseIf></responseCondition>\n"
    )
    map: str = (
        '<responseCondition><responseIf><isNull><variable identifier="RESPONSE"/></isNull>'
        '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">0</baseValue></setOutcomeValue></responseIf>'
        '<responseElse><setOutcomeValue identifier="SCORE"><mapResponse identifier="RESPONSE"/></setOutcomeValue>'
        "</responseElse></responseCondition>\n"
    )
    condition: str = "<responseCondition>\n{}</responseCondition>\n"
    first_case: str = "<responseIf>{}{}</responseIf>\n"
    other_case: str = "<responseElseIf>{}{}</responseElseIf>\n"
    equal: str = (
        '<equal toleranceMode="exact"><variable identifier="RESPONSE"/>'
        '<baseValue baseType="float">{}</baseValue></equal>'
    )
    between: str = (
        '<and><gte><variable identifier="RESPONSE"/><baseValue baseType="float">{}</baseValue></gte>'
        '<lte><variable identifier="RESPONSE"/><baseValue baseType="float">{}</baseValue></lte></and>'
    )
    same_text: str = (
        '<stringMatch caseSensitive="{}"><variable identifier="RESPONSE"/>'
        '<baseValue baseType="string">{}</baseValue></stringMatch>'
    )
    gap_match: str = '<match><variable identifier="{0}"/><correct identifier="{0}"/></match>'
    gap_text: str = (
        '<stringMatch caseSensitive="{}"><variable identifier="{}"/>'
        '<baseValue baseType="string">{}</baseValue></stringMatch>'
    )
    any_of: str = "<or>{}</or>"
    all_of: str = "<and>{}</and>"
    is_empty: str = '<isNull><variable identifier="{}"/></isNull>'
    count: str = (
        '<outcomeDeclaration identifier="RIGHT" cardinality="single" baseType="float">'
        "<defaultValue><value>0</value></defaultValue></outcomeDeclaration>\n"
    )
    add_one: str = (
        '<setOutcomeValue identifier="RIGHT"><sum><variable identifier="RIGHT"/>'
        '<baseValue baseType="float">1</baseValue></sum></setOutcomeValue>'
    )
    score_count: str = (
        '<setOutcomeValue identifier="SCORE"><divide><product><variable identifier="RIGHT"/>'
        '<baseValue baseType="float">{}</baseValue></product><baseValue baseType="float">{}</baseValue></divide>'
        "</setOutcomeValue>\n"
    )
    set_score: str = '<setOutcomeValue identifier="SCORE"><baseValue baseType="float">{}</baseValue></setOutcomeValue>'
    set_mark: str = '<setOutcomeValue identifier="{}"><baseValue baseType="identifier">{}</baseValue></setOutcomeValue>'
    show_chosen: str = '<setOutcomeValue identifier="FEEDBACK"><variable identifier="RESPONSE"/></setOutcomeValue>\n'
    show_gap: str = '<setOutcomeValue identifier="{}"><variable identifier="{}"/></setOutcomeValue>\n'
    feedback: str = '<modalFeedback outcomeIdentifier="{}" identifier="{}" showHide="show">{}</modalFeedback>\n'
    test: str = (
        '<assessmentTest{root} identifier="{id}" title="{title}">\n{outcome}{limits}'
        '<testPart identifier="part" navigationMode="nonlinear" submissionMode="individual">\n'
    )
    test_score: str = '<outcomeDeclaration identifier="SCORE" cardinality="single" baseType="float"/>\n'
    limits: str = '<timeLimits maxTime="{}"/>\n'
    section: str = '<assessmentSection identifier="{}" title="{}" visible="true">\n'
    reference: str = '<assessmentItemRef identifier="{}" href="{}"/>\n'
    section_end: str = "</assessmentSection>\n"
    part_end: str = "</testPart>\n"
    sum_scores: str = (
        '<outcomeProcessing><setOutcomeValue identifier="SCORE"><sum><testVariables variableIdentifier="SCORE"/></sum>'
        "</setOutcomeValue></outcomeProcessing>\n"
    )
    test_end: str = "</assessmentTest>\n"


@cache
def pieces(vocabulary: Vocabulary) -> Pieces:
    """The pieces in a version's names."""
    root = ROOT.format(namespace=vocabulary.namespace, location=vocabulary.schema_location)
    named = {field.name: vocabulary.markup(str(field.default)) for field in fields(Pieces)}
    for name in ("item", "test"):
        named[name] = XML + named[name].replace("{root}", root)
    if vocabulary.is_kebab:  # QTI 3 wraps what a feedback says
        named["feedback"] = named["feedback"].replace("{}</", "<qti-content-body>{}</qti-content-body></")
    return Pieces(**named)
