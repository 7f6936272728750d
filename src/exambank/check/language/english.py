"""English."""

import re

from exambank.check.expression import expression
from exambank.check.language.english_announcements import ANNOUNCEMENTS
from exambank.check.language.english_options import OPTIONS
from exambank.check.language.english_stems import STEMS
from exambank.check.language.pack import LanguagePack, words_of

ANSWERS = r"(?:options?|answers?|choices?|statements?|responses?|alternatives?)"
STOP_WORDS = """
about above across after again against along also although among another around because been before being below
between both could does
doing down during each either even every from further have having here hers herself himself into itself just like
made make makes many more most much must myself neither next none only onto other ought ours ourselves over same
shall should since some such than that their theirs them themselves then there these they this those through toward
towards under until upon very well were what when where whether which while whom whose will with within without
would your yours yourself
"""
PACK = LanguagePack(
    code="en",
    stop_words=frozenset(STOP_WORDS.split()),
    suffixes=(
        "ations",
        "ation",
        "ingly",
        "ments",
        "ment",
        "ings",
        "ing",
        "ies",
        "ied",
        "ed",
        "es",
        "ly",
        "s",
        "y",
        "e",
    ),
    stems=STEMS,
    options=OPTIONS,
    announcements=ANNOUNCEMENTS,
    all_of_above=expression(
        rf"(?:all|both|any) (?:of )?(?:the )?(?:above|these|those|them|preceding|foregoing|others?(?: {ANSWERS})?)"
        rf"(?: (?:{ANSWERS}))?(?: (?:is|are) (?:true|correct))?[.!]?"
        rf"|all (?:of )?(?:the )?{ANSWERS}(?: above)? (?:is|are) (?:true|correct)[.!]?"
        rf"|all (?:of )?(?:the )?(?:above |listed |given )?{ANSWERS}(?: (?:above|listed|given))?[.!]?"
        r"|all are (?:true|correct|right)[.!]?",
        re.IGNORECASE,
    ),
    none_of_above=expression(
        rf"(?:none|neither|no one) (?:of )?(?:the )?(?:(?:above|these|those|them|preceding|foregoing|listed|others?)"
        rf"(?: {ANSWERS})?|{ANSWERS}(?: (?:above|listed|given))?)(?: (?:is|are) (?:true|correct))?[.!]?|neither[.!]?"
        rf"|no {ANSWERS}(?: above)? (?:is|are) (?:true|correct)[.!]?",
        re.IGNORECASE,
    ),
    combined=expression(
        r"(?:I think )?(?:[Bb]oth |[Ee]ither |[Oo]ptions |[Aa]nswers )?"
        r"(?:(?:[A-F]|[1-6]|I{1,3}|IV|VI?)(?:, ?| and | or | & |, and ))+"
        r"(?:[A-F]|[1-6]|I{1,3}|IV|VI?)"
        r"(?: only| are (?:true|correct)| above)?[.!]?|(?:only )?(?:I{1,3}|IV|VI?)(?: only)[.!]?",
    ),
    truth_words=frozenset({"true", "false", "yes", "no"}),
    letter_reference=expression(
        r"\b(?:[Oo]ptions?|[Aa]nswers?|[Cc]hoices?|[Aa]lternatives?) (?:[A-F]|[1-6])\b(?![/.,]\d)"
        r"(?: ?(?:, ?(?:and |or )?|and|or|&) ?(?:[A-F]|[1-6])\b)*(?! (?:of|questions?|or more|out)\b)"
        r"|\b(?:[Bb]oth|[Ee]ither) [A-F] (?:and|or) [A-F]\b",
    ),
    letter_verdict=expression(
        r"(?:(?<![^\n])|(?<=[.!?;(] ))[A-F](?:(?:, [A-F])*,? (?:and|or) [A-F])?"
        r"(?= (?:is|are|was|were) (?:the )?(?:not )?(?:incorrect|correct|wrong|right)\b)"
    ),
    letter_idioms=words_of(
        r"vitamins?|hepatitis|plans?|types?|groups?|classe?s?|grades?|series|appendix|exhibits?|columns?|rows?|points?"
        r"|teams?|schedule|schedules|parts?|phases?|factors?|sections?|blood|antigens?|segments?"
    ),
    letter_words=frozenset({"option", "options", "answer", "answers", "choice", "choices"}),
    called_right=expression(
        r"(?:(?:this is |that is |that's )?(?:the )?(?:correct|right)(?: (?:answer|choice|option|one))?)[.:!,;–—-]"
        r"(?!\W*(?:but|only|if|when|unless|although|though|except|in (?:theory|part|some))\b)",
        re.IGNORECASE,
    ),
    called_wrong=expression(
        r"(?:(?:this is |that is |that's )?(?:incorrect|wrong|not (?:correct|right))(?: (?:answer|choice|option|one))?)"
        r"[.:!,;–—-](?!\W*(?:but|only|if|when|unless)\b)",
        re.IGNORECASE,
    ),
    verdict_words=("correct", "right", "wrong"),
    option_words=("option", "answer", "choice", "alternative", "both ", "either "),
    right_before=expression(
        r"(?<!not )(?:the|only) (?:correct|right) (?:answer|option|choice) (?:is|was|:)\W*\Z"
        r"|(?<!no )(?<!not )(?<!not the )\b(?:correct|right) (?:answer|option|choice)\W{0,3}:\W*\Z",
        re.IGNORECASE,
    ),
    right_after=expression(
        r"[\"”’'*_]* is (?:the )?(?:correct|right)(?: (?:answer|option|choice))?[.,;]", re.IGNORECASE
    ),
    wrong_after=expression(
        r"[\"”’'*_]* is (?:incorrect|wrong|a wrong answer|not (?:correct|right|the (?:correct|right) answer))[.,;]",
        re.IGNORECASE,
    ),
)
