"""English, as the rules on stems need it."""

import re

from exambank.check.language.stem_words import StemWords, pattern, words

CONTRACTED = words("""
isn't aren't wasn't weren't don't doesn't didn't can't couldn't won't wouldn't shouldn't mustn't hasn't haven't hadn't
isn’t aren’t wasn’t weren’t don’t doesn’t didn’t can’t couldn’t won’t wouldn’t shouldn’t mustn’t hasn’t haven’t hadn’t
""")
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
NOT = r"(?P<word>not|never|cannot|\w+n['’]t)(?![\w-])"
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
]
DENIALS = r"(?<![\w-])(?:not(?! only\b)|no(?!\.? ?\d)|never|without|cannot|\w+n['’]t|none|nothing|neither|nor)(?![\w-])"
RIGHT = r"(?:is|are) (?:true|correct|right)"
OF_THESE = rf"(?: (?:of )?(?:the|these) (?:following|{ANSWERS})(?: {ANSWERS})?| of (?:these|them)| {ANSWERS})?"
BARE = [
    rf"(?:which|what)(?: one)?{OF_THESE} {RIGHT}",
    rf"(?:choose|select|mark|pick|find|identify) the (?:\w+ )?(?:true|correct|right|best)(?: {ANSWERS})?",
    rf"(?:the )?(?:true|correct|right) {ANSWERS} (?:is|are)",
]

THING_WORDS = """
figure figures diagram diagrams exhibit chart charts graph graphs picture image photo photograph screenshot map table
tables passage excerpt paragraph code snippet listing program above shown
"""
SHOWN = r"(?:above|below|shown|depicted|displayed|provided)"
PICTURE = r"(?:figure|diagram|exhibit|chart|graph|picture|image|photo(?:graph)?|screenshot|map|illustration)"
CODE = r"(?:code(?: snippet| block| fragment)?|snippet|listing|(?:python|java|c) program)"
PASSAGE = r"(?:passage|excerpt|paragraph)"
THINGS = {
    "picture": [
        rf"\b(?:the|this) {PICTURE} {SHOWN}\b",
        r"\b(?:in|from|on|see|to) (?:the|this) (?:figure|diagram|exhibit|screenshot|illustration)\b",
        rf"\b(?:the|this) {PICTURE} (?:shows|illustrates|depicts)\b",
        rf"\bthe following {PICTURE}\b",
        r"\b(?:pictured|depicted) (?:above|below)\b",
    ],
    "table": [
        rf"\b(?:the|this) tables? {SHOWN}\b",
        r"\b(?:the|this) table (?:shows|lists)\b",
        r"\bthe following table\b",
    ],
    "passage": [
        rf"\b(?:the|this) {PASSAGE} {SHOWN}\b",
        r"\b(?:in|from|to) (?:the|this) (?:passage|excerpt)\b",
        rf"\bthe following {PASSAGE}\b",
        r"\b(?:the|this) passage (?:says|suggests|states|implies)\b",
    ],
    "code": [rf"\b(?:the|this) {CODE} {SHOWN}\b", rf"\bthe following {CODE}\b"],
    "text above": [r"\b(?:shown|listed|given|described|mentioned|stated|defined|as) above\b(?! (?:all|the|an?)\b)"],
}

MOVING_WORDS = "currently nowadays latest newest recent today now present year"
MOVING = (
    r"(?<![\w-])(?:(?:currently|nowadays)|as of (?:today|now)|at present|(?:this|last|next) year|to date"
    r"|(?<!at )(?<!at the )(?:the )?(?:latest|newest|most recent) (?:[\w.]+ ){0,2}(?:versions?|releases?|editions?"
    r"|models?|standards?|generations?|guidelines?|updates?))(?![\w-])"
)
OPINION_WORDS = "think feel believe opinion view favourite favorite personally prefer agree"
OPINION = [
    r"\b(?:what|which|who|how|why|where|when)\b[^.?!]{0,80}\b(?:do|would|did) you (?:think|feel|believe|prefer)\b",
    r"\A(?:do|would) you (?:think|feel|believe|agree|prefer)\b",
    r"\bin your (?:own |personal )?(?:opinion|view)\b",
    r"\byour favou?rite\b",
    r"\bdo you personally\b",
    r"\bhow do you feel about\b",
]
ARTICLE = r"(?<![\w/(])(?P<article>an?)\s*(?:\s(?P<gap>_{2,}|…|\.{3})|[:.…]*\s*\Z)"
CONSONANT = (
    r"(?i:eu|ewe|uni(?!n|m)|us[aeu]|uti|utop|ubi|ufo|ura|one(?!r)|once|u[- ])|U[A-Z\d]"  # European, unit, one, URL
)
VOWEL_SOUND = rf"(?!{CONSONANT})(?:(?i:[aeiou]|hour|honest|honou?r|heir)|[FHLMNRSX](?=[A-Z\d-]|s?\b)|8|11\b|18\b)"
EITHER_SOUND = r"(?i:herb|histor|hotel|sql)|[FHLMNRSX][A-Z]*[AEIOUY][A-Z]*\b"  # RAM is a word, HTML is letters
VERB_AT_END = (
    r"\b(?:(?P<one>is|was|has|does|this)|(?P<many>are|were|have|do|these|those))\s*(?:_{2,}|…|\.{3})?[\s:.]*\Z"
)
PLURAL = (
    r"(?!(?:this|its|bus|gas|lens|news|series|species|always|perhaps|[\w-]*(?:ss|us|is|['’]s))\b)[\w-]+s"
    r"|(?:people|children|men|women|data|criteria|mice|feet|teeth)"
)

STEMS = StemWords(
    negative_words=words(NEGATIVE_WORDS) | CONTRACTED,
    negative_questions=tuple(map(pattern, NEGATIVE_QUESTIONS)),
    denial_words=words(DENIAL_WORDS) | CONTRACTED,
    denials=pattern(DENIALS),
    bare_lead_in=pattern(*BARE),
    openers=words(OPENERS),
    thing_words=words(THING_WORDS),
    things=tuple((kind, pattern(*parts)) for kind, parts in THINGS.items()),
    moving_words=words(MOVING_WORDS),
    moving=pattern(MOVING),
    opinion_words=words(OPINION_WORDS),
    opinion=pattern(*OPINION),
    article=re.compile(ARTICLE),
    vowel_sound=re.compile(VOWEL_SOUND),
    either_sound=re.compile(EITHER_SOUND),
    verb_at_end=pattern(VERB_AT_END),
    plural=pattern(PLURAL),
)
