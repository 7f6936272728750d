"""OPT018 true-false-mix: True, False, Yes or No stands beside options of another kind.

Why: candidates must judge a statement and answer a question at once, and the bare word is easily ruled out. Options
that all answer yes or no, with reasons paired evenly, are a design of its own and left alone.
Source: Tarrant 2006.

Bad:
    - [x] True
    - [ ] False
    - [ ] Only in the first call
Good:
    - [x] In every call
    - [ ] Only in the first call
    - [ ] Only by e-mail
"""

from collections import Counter
from collections.abc import Iterator

from exambank.check.rule import Rule
from exambank.check.wording import OptionWords, Wording
from exambank.finding import Fault, Severity

LEAST = 3  # options


def check(words: Wording) -> Iterator[Fault]:
    """A bare word beside others, or yes and no unevenly paired with reasons."""
    pack = words.pack
    if pack is None or len(words.options) < LEAST or words.vocabulary.isdisjoint(pack.truth_words):
        return
    bare = [one for one in words.options if one.text.strip().rstrip(".!").lower() in pack.truth_words]
    if bare and len(bare) < len(words.options):
        yield _finding(bare[0], f"option {bare[0].number + 1} is a bare {bare[0].text.strip()} beside other options")
        return
    said = [pack.options.yes_no.match(one.text.strip()) for one in words.options]
    counts = Counter(match["word"].lower() for match in said if match is not None)
    if len(counts) > 1 and counts.total() == len(words.options) and len(set(counts.values())) > 1:
        one = words.options[0]
        yield _finding(one, f"{' and '.join(f'{count} say {word}' for word, count in sorted(counts.items()))}")


def _finding(option: OptionWords, message: str) -> Fault:
    return RULE.finding(
        at=("options", option.number, "text"),
        message=message,
        mend="make all options answers to one question",
    )


RULE = Rule("OPT018", "true-false-mix", Severity.INFO, over=Wording, check=check, needs_language=True, is_preview=True)
