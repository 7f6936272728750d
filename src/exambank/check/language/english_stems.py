"""English, as the rules on stems need it."""

import re

from exambank.check.expression import expression
from exambank.check.language.stem_words import StemWords, months, pattern, words

CONTRACTED = words("""
isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't mustn't hasn't haven't hadn't
isn’t aren’t wasn’t weren’t don’t doesn’t didn’t can’t couldn’t won’t wouldn’t shouldn’t mustn’t hasn’t haven’t hadn’t
""")
BARE_CONTRACTED = words(  # without their apostrophe; "wont" and "cant" are words of their own, and seldom meant
    "isnt arent wasnt werent dont doesnt didnt cant couldnt wont wouldnt shouldnt mustnt hasnt havent hadnt"
)
NEGATIVE_WORDS = "not except excepting least false incorrect untrue wrong inaccurate never cannot"
DENIAL_WORDS = "not no never without cannot neither nor none nothing"
OPENERS = """
what which who whom whose where when why how is are was were do does did can could will would should must may has have
had name identify calculate compute solve find determine evaluate simplify translate complete convert define estimate
round add subtract multiply divide integrate differentiate factor expand arrange order
"""

HELPING = r"(?:is|are|was|were|be|do|does|did|can|could|will|would|should|must|may|might|has|have|had|shall|ought)"
CLAUSE = (  # words that open another clause, whose "not" is its own
    r"that|who|whom|whose|which|where|when|while|if|because|since|although|though|unless|until|after|before|so|but|how"
    r"|why|and|or|than"
)
INFINITIVE = r"to (?!the\b|an?\b|this\b|these\b|your\b|our\b)"
SAME_CLAUSE = rf"(?:(?!(?:{CLAUSE})\b|{INFINITIVE})[^\s,;:?!]+ )"
NOT = rf"(?P<word>not|never|cannot|\w+n['’]t|{'|'.join(sorted(BARE_CONTRACTED))})(?![\w-])"
NO_IDIOM = r"(?! (?:only|just|to)\b)(?![^,]*, (?:what|which|who|whom|how|where|when|why)\b)"
ASKING = r"(?:\A|[,;:] |\A(?:in|of|on|for|to|with|by|under|at|from) )(?:which|what|who|whom)\b"
REAL = r"(?! (?:happen(?:s|ed)?|would happen|will happen|causes?|caused|if)\b)"
END = r"(?:[\s:…]*|\s*_{2,}[\s:.]*)\Z"
WRONG = r"(?P<word>false|incorrect|untrue|wrong|inaccurate)"
AS_A_NAME = r"(?![- ]?(?:positive|negative|alarm)|\s*[\w“\"])"  # a false positive; "is false when"
PICKING = r"\b(?:select|choose|identify|find|mark|pick|the|an?)"
ANSWERS = r"(?:options?|answers?|choices?|statements?|responses?|alternatives?)"
CLAIMS = r"(?:statements?|answers?|options?|choices?|responses?|descriptions?|assertions?|claims?|alternatives?)"
LIKELY = (
    r"(?:likely|probable|plausible|appropriate|suitable|useful|helpful|important|relevant|true|accurate|desirable"
    r"|advisable|acceptable|effective|typical|characteristic|consistent|compatible|associated|related|recommended"
    r"|indicated)"
)
NEGATIVE_QUESTIONS = [
    rf"{ASKING}{REAL} {SAME_CLAUSE}{{0,10}}?(?:{HELPING} {SAME_CLAUSE}{{0,4}}?)?{NOT}{NO_IDIOM}",
    rf"\A(?:when|where) {HELPING} {SAME_CLAUSE}{{1,5}}?{NOT}",
    rf"\b{HELPING} (?P<word>not|never)(?: (?:be|include|have|contain|require|involve|cover|an?|the)){{0,2}}{END}",
    rf"{ASKING} (?:[^\s,;:?!]+ ){{0,8}}?{HELPING} (?:[^\s,;:?!]+ )?{WRONG}\b{AS_A_NAME}",
    rf"(?:{ASKING}|{PICKING})(?: one)? {WRONG} {CLAIMS}\b",
    r"\b(?P<word>except(?:ing)?)(?: (?:for|one|which|what|that|of|the|these|this|those|following)\b)*[\s:?.…_]*\Z",
    r"\b(?:all|any|each|every)(?: one)?(?: of)? (?:the following|these|the)\b[^,;?!]*,? (?P<word>except)\b",
    rf"\b(?P<word>least) {LIKELY}\b",
    (
        rf"\A(?:please )?(?:select|choose|identify|find|mark|pick|name) (?:[^\s,;:?!]+ ){{1,3}}?(?:that|which|who)"
        rf" (?:{HELPING} )?{NOT}{NO_IDIOM}"
    ),  # "Choose the metal that does not rust"
]
DENIALS = r"(?<![\w-])(?:not(?! only\b)|no(?!\.? ?\d)|never|without|cannot|\w+n['’]t|none|nothing|neither|nor)(?![\w-])"
RIGHT = r"(?:is|are) (?:true|correct|right)"
OF_THESE = rf"(?: (?:of )?(?:the|these) (?:following|{ANSWERS})(?: {ANSWERS})?| of (?:these|them)| {ANSWERS})?"
BARE = [
    rf"(?:which|what)(?: one)?{OF_THESE} {RIGHT}",
    rf"(?:choose|select|mark|pick|find|identify) the (?:\w+ )?(?:true|correct|right|best)(?: {ANSWERS})?",
    rf"(?:the )?(?:true|correct|right) {ANSWERS} (?:is|are)",
]
FINITE = (
    r"(?:is|are|was|were|does|did|do|can|could|will|would|should|must|may|might|has|have|had|shall|cannot|\w+n['’]t)"
)
LINKS = (  # what no phrase ends with: verbs that want an object, articles, prepositions, conjunctions
    r"means?|stands?|becomes?|remains?|contains?|includes?|requires?|produces?|gives?|makes?|provides?|represents?"
    r"|indicates?|describes?|refers?|belongs?|begins?|equals?|seems?|called|known as|a|an|the"
    r"|of|for|in|on|at|by|to|from|with|without|as|into|about|between|during|than|that|because|if|when|while|and|or"
)
COMPLETION = (
    r"\A(?!\S+ (?:is|are|was|were)[\s:.]*\Z)"  # "Gloves are" says no more than "Gloves"
    rf"(?:.*\s(?<!who )(?<!that )(?<!which )(?<!to ){FINITE}\b|.*\s(?:{LINKS})[\s:]*\Z)"
)
ASK = r"(?:what|which|who|whom|whose|where|when|why|how)"
TWO_QUESTIONS = (  # "… and why must he?", but not "Which of these tells what it is and how it works?"
    rf"\A(?:(?:in|on|at|to|for|from|by|with|of) )?{ASK} (?:(?!(?:{ASK}|that|if|whether)\b)\S+ )+"
    rf"and {ASK}(?:\s*\?|(?: (?!{ASK}\b)\S+){{0,2}}? {HELPING}\b)"
)

THING_WORDS = {
    "picture": """
        figure fig diagram exhibit chart graph picture image photo photograph screenshot map illustration pictured
        depicted
    """,
    "table": "table tables",
    "passage": "passage excerpt paragraph",
    "code": "code snippet listing",
    "recording": "clip recording",
    "text above": "above",
}
SHOWN = r"(?:above|below|shown|depicted|displayed)"
PICTURE = r"(?:figure|diagram|exhibit|chart|graph|picture|image|photo(?:graph)?|screenshot|map|illustration)"
CODE = r"(?:code(?: snippet| block| fragment)?|snippet|listing)"
PASSAGE = r"(?:passage|excerpt|paragraph)"
THE = r"(?:the|this)"
FOLLOWING = r"(?<!of )the following"
ITSELF = (
    r"(?=[,.:;?]|\s*\Z| (?:shows?|represents|describes|illustrates|is|was|and|to|does|will|prints?|outputs?|runs?)\b)"
)
ASKED = r"(?=\s*[?.,:]|\s*\Z| (?:about|of|for|that|how)\b)"  # "What does the figure show?"
THINGS = {
    "picture": [
        rf"{THE} {PICTURE} {SHOWN}\b",
        rf"{THE} {PICTURE} (?:(?:shows|illustrates|depicts)\b|(?:show|illustrate|depict){ASKED})",
        rf"{FOLLOWING} {PICTURE}{ITSELF}",
        r"(?<![\w,;:] )in (?:the|this) (?:figure|diagram|exhibit|screenshot|illustration|graph|chart)\b",
        rf"(?:shown|seen|depicted|illustrated|labell?ed|marked|pictured) (?:in|on) (?:the|this) {PICTURE}\b",
        r"(?:in|see|from|refer to) (?:figure|fig\.|exhibit|diagram) \d",
        r"(?:pictured|depicted) (?:above|below)\b",
    ],
    "table": [
        rf"{THE} tables? {SHOWN}\b",
        rf"{THE} table (?:shows\b|(?:show|list){ASKED})",
        rf"{FOLLOWING} table{ITSELF}",
        r"(?:in|see|from|refer to) table \d",
    ],
    "passage": [
        rf"{THE} {PASSAGE} {SHOWN}\b",
        r"(?:in|from|to) (?:the|this) (?:passage|excerpt)\b(?! (?:of|from)\b)",
        rf"{FOLLOWING} {PASSAGE}{ITSELF}",
        rf"{THE} passage (?:says|suggests|states|implies)\b",
    ],
    "code": [rf"{THE} {CODE} (?:(?:{SHOWN}|prints|outputs)\b|(?:print|output){ASKED})", rf"{FOLLOWING} {CODE}{ITSELF}"],
    "recording": [r"this (?:sound|audio|video) (?:clip|recording)\b", r"the (?:sound|audio|video) clip\b"],
    "text above": [r"(?:shown|listed|given|described|mentioned|stated|defined|as) above\b(?! (?:all|the|an?)\b)"],
}

MOVING_WORDS = "currently nowadays latest newest recent today now present year"
MOVING = (
    r"(?<![\w-])(?:(?:currently|nowadays)|as of (?:today|now)|at present|(?<!in )(?:this|last|next) year|to date"
    r"|(?<!at )(?<!at the )(?:the )?(?:latest|newest|most recent) (?:[\w.]+ ){0,2}(?:versions?|releases?|editions?"
    r"|models?|standards?|generations?|guidelines?|updates?))(?![\w-])"
)
OPINION_WORDS = "think feel believe opinion view favourite favorite prefer agree"
OPINION = [
    r"\b(?:do|would|did) you (?:really |honestly |personally )?(?:think|feel|believe|agree|prefer)\b",
    r"\bin your (?:own |personal )?(?:opinion\b|view(?=[,.:?]|\s*\Z))",
    r"\byour favou?rite\b",
]
ARTICLE = r"(?<![\w/(])(?P<article>an?)\s*(?:\s(?P<gap>_{2,}|…|\.{3})|[:.…]*\s*\Z)"
CONSONANT = r"(?i:eu|ewe|uni(?!n|m)|us[aeu]|uti|utop|ubi|ufo|ura|one(?!r)|once|u[- ])|U[A-Z\d]"  # Europe, unit, URL
VOWEL_SOUND = rf"(?!{CONSONANT})(?:(?i:[aeiou]|hour|honest|honou?r|heir)|[FHLMNRSX](?=[A-Z\d-]|s?\b)|8|11\b|18\b)"
EITHER_SOUND = r"(?i:herb|histor|hotel|sql)|[FHLMNRSX][A-Z]*[AEIOUY][A-Z]*\b"  # RAM is a word, HTML is letters
VERB_AT_END = (
    r"\b(?:(?P<one>is|was|has|does|this)|(?P<many>are|were|have|do|these|those))\s*(?:_{2,}|…|\.{3})?[\s:.]*\Z"
)
PLURAL = (
    r"(?!(?:this|its|bus|gas|lens|news|series|species|always|perhaps|[\w-]*(?:ss|us|is|['’]s))\b)[\w-]+s"
    r"|(?:people|children|men|women|data|criteria|mice|feet|teeth)"
)

BEGIN = r"\b(?=[tilpdmsrga])"  # the letters that the patterns begin with: asked first, since it takes half the time


def first(parts: list[str]) -> str:
    """One pattern that is tried only where one of its parts may begin."""
    return f"{BEGIN}(?:{'|'.join(parts)})"


MONTHS = "january february march april may june july august september october november december"
SHORT_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec"

STEMS = StemWords(
    negative_words=words(NEGATIVE_WORDS) | CONTRACTED | BARE_CONTRACTED,
    negative_questions=tuple(map(pattern, NEGATIVE_QUESTIONS)),
    denial_words=words(DENIAL_WORDS) | CONTRACTED,
    denials=pattern(DENIALS),
    bare_lead_in=pattern(*BARE),
    completion=expression(COMPLETION, re.DOTALL),
    two_questions=pattern(TWO_QUESTIONS),
    openers=words(OPENERS),
    thing_words=words(" ".join(THING_WORDS.values())),
    things=tuple((kind, words(THING_WORDS[kind]), pattern(first(parts))) for kind, parts in THINGS.items()),
    moving_words=words(MOVING_WORDS),
    moving=pattern(MOVING),
    opinion_words=words(OPINION_WORDS),
    opinion=pattern(*OPINION),
    months={**months(MONTHS, SHORT_MONTHS), "sept": 9},
    article=expression(ARTICLE),
    vowel_sound=expression(VOWEL_SOUND),
    either_sound=expression(EITHER_SOUND),
    either_article="a(n)",
    articles=words("a an the"),
    verb_at_end=pattern(VERB_AT_END),
    plural=pattern(PLURAL),
    after_noun=pattern(r"\s(?:of|for|in|on|at|by|to|from|with|about|that|which|who|per|between)\s"),
    singular_articles=words("a an one this each every"),
    joining="and",
)
