"""OPT009 clang: a telling word of the stem stands in the key and in no distractor.

Why: a candidate who knows nothing picks the option that sounds like the question. Where distractors share other
telling words with the stem, none of them is a cue. Quiet in negative questions, where the word argues against the key,
and on words that the stem has only within a name ("Harbour Bank", capitals inside the sentence).
Source: Haladyna, Downing & Rodriguez 2002, guideline 28b. With words of six letters, 26 of 35 hits on labelled items
were right; with four, 41 of 62.

Bad:
    Which document holds the warranty of a machine?

    - [x] The warranty certificate
    - [ ] The invoice
    - [ ] The delivery note
Good:
    Which document says how long a machine is covered?

    - [x] The warranty certificate
    - [ ] The invoice
    - [ ] The delivery note
"""

import re
from collections.abc import Iterator, Mapping

from exambank.check.language.pack import LanguagePack
from exambank.check.negation import negation
from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity, quoted

NAME = re.compile(r"(?<=[^.?!:\s\"“”'’(]\s)[A-Z][\w-]*")  # a capital that begins no sentence
POSSESSIVE = re.compile(r"['’]s\Z")


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The first such word of the only key."""
    pack, key = words.pack, words.key
    if pack is None or key is None or key.is_special:
        return
    letters = int(limits["letters"])
    for token in key.tokens:
        word = POSSESSIVE.sub("", token)
        if len(word) < letters or word in pack.stop_words:
            continue
        root = pack.stem_of(word)
        if root not in words.lowered or any(root in one.lowered for one in words.distractors):
            continue
        stem = words.lowered if pack.nouns_are_capital else NAME.sub(" ", words.stem).lower()
        if not _begins_word(root, stem):
            continue
        if not _others_sound_too(words, stem, pack, letters) and negation(words) is None:
            yield RULE.finding(
                at=("stem",),
                message=f"{quoted(word)} is in the stem and, of the options, in the key alone",
                mend="say it in other words in the stem, or use it in distractors too",
            )
        return


def _begins_word(root: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(root)}", text) is not None


def _others_sound_too(words: Wording, stem: str, pack: LanguagePack, letters: int) -> bool:
    """Whether a distractor has a telling word of the stem as well."""
    for one in words.distractors:
        for word in (POSSESSIVE.sub("", token) for token in one.tokens):
            if len(word) >= letters and word not in pack.stop_words and _begins_word(pack.stem_of(word), stem):
                return True
    return False


RULE = Rule(
    "OPT009",
    "clang",
    Severity.INFO,
    over=Wording,
    check=check,
    limits={"letters": 6},
    needs_language=True,
    is_preview=True,
)
