"""English, for options."""

import re

from exambank.check.expression import expression
from exambank.check.language.option_terms import OptionTerms, pairs
from exambank.check.language.stem_words import words

OPTIONS = OptionTerms(
    all_words=words("all any both"),
    none_words=words("none neither no"),
    absolutes=words("always never only all every none must impossible entirely absolutely completely"),
    not_absolute=expression(
        r"\b(?:not|n['’]t|nearly|almost|hardly) (?:\w+ )?"
        r"(?:always|all|every|only|entirely|completely)\b"
        r"|\ball (?:of )?(?:the |these )?(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b"
        r"|\b(?:at all|after all|above all|all right|all over|all day|overall"
        r"|every (?:day|week|month|year|hour|morning|other|few|(?:two|three|four|five|six|ten|\d+) \w+)"
        r"|once and for all|read[- ]only|all the way|(?:one|two|three|four|five|\d+) (?:\w+ )?only)\b"
        r"|(?<=\w )all (?:of )?(?:the|these|those|its|their|your|his|her|our|my)\b"  # the whole of a thing, as object
        r"|(?<=\w )all (?:\w+ ){1,3}(?:that|who|which)\b"
        r"|\Anone\b(?! of\b(?! the above))|\bnever (?:had|did|was|were)\b",  # a count of 0, and what did not happen
        re.IGNORECASE,
    ),
    vague=words("often usually sometimes frequently rarely occasionally generally typically seldom"),
    label_words=words(
        "version versions release releases base bases binary octal hexadecimal decimal chapter section ip ipv4 address"
        " addresses port ports subnet mask model edition standard"
    ),
    fillers=expression(
        r"(?:i (?:do not|don['’]t) know|don['’]t know|no idea|not sure|i am not sure|n/?a|not applicable|other"
        r"|something else|who knows|who cares|ask your (?:mother|mom|neighbou?r)|whatever|skip|[-–—.…?]+)[.!?]?",
        re.IGNORECASE,
    ),
    filler_words=words("know idea sure na n a applicable other else knows cares ask whatever skip"),
    yes_no=expression(r"(?P<word>yes|no|true|false)(?:[,;:–—.-]|\s+because\b|\s+since\b)", re.IGNORECASE),
    opposites=pairs(
        "increase/decrease increases/decreases rises/falls rise/fall higher/lower more/fewer more/less "
        "faster/slower larger/smaller before/after above/below raise/lower raises/lowers accept/reject "
        "accepts/rejects enable/disable enables/disables allow/deny allows/denies gain/lose gains/loses "
        "opens/closes open/close expands/contracts stronger/weaker positive/negative internal/external "
        "left/right early/late first/last"
    ),
    progressive=expression(
        r"(?!thing|something|nothing|anything|king|ring|spring|string|bring|during)[a-z]{2,}ing\b", re.IGNORECASE
    ),
    infinitive=expression(r"to [a-z]+", re.IGNORECASE),
    range_words=expression(
        r"(?P<less>less than|fewer than|under|below|up to|at most|no more than)"
        r"|(?P<more>more than|over|above|at least|greater than|no less than)",
        re.IGNORECASE,
    ),
    bound_words=words("least most minimum maximum lowest highest shortest longest"),
    quantity_words=expression(
        r"\bhow (?:many|much|long|old|far|often)\b|\b(?:what|which) (?:year|number|percentage|percent)\b", re.IGNORECASE
    ),
    decimal_mark=".",
    abbreviations=words(
        "jr sr bros inc ltd corp co llc plc etc dr mr mrs prof st mt rd ave blvd vol vs approx dept govt univ"
        " assn intl jan feb apr aug sept oct nov dec hr hrs"
    ),
    subjects=words(
        "i he she it they we you this that these those there nobody everybody somebody anybody everyone someone anyone"
        " nothing everything something"
    ),
)
