"""OPT009 clang: a telling word of the stem stands in the key and in no distractor.

Why: a candidate who knows nothing picks the option that sounds like the question. Where distractors share other
telling words with the stem, none of them is a cue.
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
from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity, quoted


def check(words: Wording, limits: Mapping[str, float]) -> Iterator[Fault]:
    """The first such word of the only key."""
    pack, key = words.pack, words.key
    if pack is None or key is None or key.is_special:
        return
    letters = int(limits["letters"])
    for word in key.tokens:
        if len(word) < letters or word in pack.stop_words:
            continue
        root = pack.stem_of(word)
        if root not in words.lowered or any(root in one.lowered for one in words.distractors):
            continue
        if _begins_word(root, words.lowered) and not _others_sound_too(words, pack, letters):
            yield RULE.finding(
                at=("stem",),
                message=f"{quoted(word)} is in the stem and, of the options, in the key alone",
                mend="say it in other words in the stem, or use it in distractors too",
            )
        return


def _begins_word(root: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(root)}", text) is not None


def _others_sound_too(words: Wording, pack: LanguagePack, letters: int) -> bool:
    """Whether a distractor has a telling word of the stem as well."""
    for one in words.distractors:
        for word in one.tokens:
            if len(word) >= letters and word not in pack.stop_words and _begins_word(pack.stem_of(word), words.lowered):
                return True
    return False


RULE = Rule("OPT009", "clang", Severity.INFO, over=Wording, check=check, limits={"letters": 6}, needs_language=True)
