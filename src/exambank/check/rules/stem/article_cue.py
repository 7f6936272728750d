"""STM009 article-cue: the stem ends in "a" or "an", and some options do not go with it.

Why: the article rules them out for whoever knows the language, and the subject does not come into it. Found before the
end of a stem, a colon, dots or a gap. Quiet where all options go with the article, where the stem has "a(n)" or "a/an",
where an option begins with code, a formula or an article of its own, and for words that take both: "a herb", "an SQL
view". The sound counts, so "hour" and "MP3" take "an", and "unit" and "URL" take "a".
Source: Haladyna, Downing & Rodriguez (2002), guideline 28c; NBME item-writing guide.

Bad:
    What a team may sell in a quarter is called an

    - [x] estimate
    - [ ] quota
    - [ ] plan
Good:
    What a team may sell in a quarter is called a(n)

    - [x] estimate
    - [ ] quota
    - [ ] plan
"""

import re
from collections.abc import Iterator

from exambank.check.language.stem_words import StemWords
from exambank.check.rule import Rule
from exambank.check.word_span import word_span
from exambank.check.wording import CUT, Wording
from exambank.finding import Fault, FieldEdit, FieldFix, Severity, quoted

ANNOUNCEMENT = re.compile(r"\s+\([^()]*\)\s*\Z")  # "(Choose two.)", and not the "(n)" of "a(n)"
GAPS = ("__", "…", "...")
BEFORE = " \n“\"‘'(*"  # what may stand before an option's first letter


def check(words: Wording) -> Iterator[Fault]:
    """The last article before a gap or the end."""
    stem = words.stem
    if stem[-1:] in "?!" and not any(gap in stem for gap in GAPS):
        return
    match = _article(ANNOUNCEMENT.sub("", stem), words.pack.stems) if words.pack and words.options else None
    if match is None or words.pack is None:
        return
    stems = words.pack.stems
    texts = [option.text.lstrip(BEFORE) for option in words.options if not option.is_special]
    if any(_is_other(text, stems) for text in texts):
        return
    article = match["article"]
    amiss = sum(not suits(article, text, stems) for text in texts)
    if amiss:
        span = word_span(words.item.stem, article, words.stem[match.end("article") :])
        yield RULE.finding(
            at=("stem",),
            span=span,
            message=f"{amiss} of {len(texts)} options do not go with {quoted(article)}",
            mend=f'write "{stems.either_article}", or put the article into the options',
            fix=_fix(span, stems.either_article),
        )


def _article(stem: str, stems: StemWords) -> re.Match[str] | None:
    if not any(gap in stem for gap in GAPS) and stem.rstrip(" :.\n").rpartition(" ")[2] not in stems.articles:
        return None
    return stems.article.search(stem) if stems.article is not None else None


def _is_other(text: str, stems: StemWords) -> bool:
    """Whether it begins with no noun that could be judged."""
    return not text or text[0] == CUT or text.partition(" ")[0].lower() in stems.articles


def suits(article: str, text: str, stems: StemWords) -> bool:
    """Whether a text may follow the article."""
    if stems.vowel_sound is None or (stems.either_sound is not None and stems.either_sound.match(text)):
        return True
    return (stems.vowel_sound.match(text) is not None) == (len(article) > 1)


def _fix(span: tuple[int, int] | None, article: str) -> FieldFix | None:
    if span is None:
        return None
    return FieldFix(f'write "{article}"', False, ("stem",), (FieldEdit(("stem",), article, span),))


RULE = Rule("STM009", "article-cue", Severity.INFO, over=Wording, check=check, needs_language=True, is_preview=True)
