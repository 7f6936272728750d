"""KEY005 rationale-contradicts: the rationale or an option's feedback calls a distractor right, or the key wrong.

Why: one of the two is a mistake, and it may be the key. Feedback counts by how it begins ("Correct."), the rationale
where it calls an option's whole text the correct answer, or a wrong one. What is conditional ("Correct only if …") or
denied is left alone.
Source: answer keys of public banks, reference of peers' import checks.

Bad:
    - [x] Ask for the budget
      > Incorrect. Money comes later.
    - [ ] Wait
Good:
    - [x] Ask for the budget
      > Correct. Money comes first.
    - [ ] Wait
"""

from collections.abc import Iterator

from exambank.check.first_look import holds_any
from exambank.check.language.pack import LanguagePack
from exambank.check.rule import Rule
from exambank.check.wording import Wording
from exambank.finding import Fault, Severity
from exambank.richtext.text import RichText

LEAST = 3  # characters; shorter options, such as numbers, turn up in other sentences


def check(words: Wording) -> Iterator[Fault]:
    """Each feedback, then the rationale."""
    pack = words.pack
    if pack is None or not holds_any(words.notes, pack.verdict_words):
        return
    for option in words.options:
        feedback = option.option.feedback
        if feedback is None:
            continue
        pattern = pack.called_wrong if option.is_key else pack.called_right
        if (match := pattern.match(feedback.source.lstrip(" *_"))) is not None:
            said = match[0].strip(" .:!,;–—-*_")
            yield RULE.finding(
                at=("options", option.number, "feedback"),
                message=f'the feedback begins with "{said}", and the item\'s keys say otherwise',
                mend="mend the feedback, or the key and accept it by `exambank keys accept`",
            )
    rationale = words.item.rationale
    if rationale is not None and words.options:
        yield from _rationale(words, pack, rationale)


def _rationale(words: Wording, pack: LanguagePack, rationale: RichText) -> Iterator[Fault]:
    text = rationale.source.lower()
    if not any(word in text for word in pack.verdict_words):
        return
    texts = [option.text.strip().rstrip(".").lower() for option in words.options]
    for option, own in zip(words.options, texts, strict=True):
        at = text.find(own) if len(own) >= LEAST else -1
        if at < 0 or any(own in other and own != other and other in text for other in texts):
            continue
        before, after = text[max(0, at - 60) : at], text[at + len(own) : at + len(own) + 60]
        is_right = pack.right_before.search(before) is not None or pack.right_after.match(after) is not None
        is_wrong = pack.wrong_after.match(after) is not None
        if (is_right and not option.is_key) or (is_wrong and option.is_key):
            yield RULE.finding(
                at=("rationale",),
                span=(at, at + len(own)),
                message=f"the rationale calls option {option.number + 1} {'right' if is_right else 'wrong'}, "
                "and the item's keys say otherwise",
                mend="mend the rationale, or the key and accept it by `exambank keys accept`",
            )


RULE = Rule("KEY005", "rationale-contradicts", Severity.WARNING, over=Wording, check=check, needs_language=True)
