"""What candidates pick who know nothing and go by the look of the options."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exambank.check.kept import kept
from exambank.check.wording import OptionWords, Wording

Picks = Sequence[int]  # numbers of options between which a strategy does not tell; none where it has nothing to go by
LEAST = 3  # options


class Strategy(NamedTuple):
    """A way to guess: its name, what one does, and which options it picks."""

    name: str
    title: str
    picks: Callable[["Look"], Picks]


class Look:
    """What there is to see of an item's options, without those such as "none of the above"."""

    def __init__(self, words: Wording) -> None:
        self.words = words
        self.options = words.plain_options
        self.lengths = [option.length for option in self.options]

    @kept
    def convergence(self) -> list[float]:
        """For each option the mean over its words of the others that have the word; words of all do not count."""
        sets = [set(option.tokens) for option in self.options]
        shared = sets[0].intersection(*sets) if sets else set()
        sets = [own - shared for own in sets]
        others: dict[str, int] = {}  # a Counter takes twice as long for a few words
        for own in sets:
            for word in own:
                others[word] = others.get(word, -1) + 1
        return [sum(map(others.__getitem__, own)) / (len(own) or 1) for own in sets]


def longest(look: Look) -> Picks:
    """The options with most characters."""
    return equal(look.options, look.lengths, max(look.lengths, default=0))


def shortest(look: Look) -> Picks:
    """The options with fewest characters."""
    return equal(look.options, look.lengths, min(look.lengths, default=0))


def most_convergent(look: Look) -> Picks:
    """The options that have most words in common with the others, in the mean over their words."""
    return equal(look.options, look.convergence, max(look.convergence, default=0))


def odd_one_out(look: Look) -> Picks:
    """The options that have fewest words in common with the others, where others have some."""
    return equal(look.options, look.convergence, min(look.convergence, default=0))


def without_absolute(look: Look) -> Picks:
    """The options without "always", "never" and the like, where some have such a word."""
    words = look.words
    if words.pack is None or words.vocabulary.isdisjoint(words.pack.options.absolutes):
        return ()
    absolutes = words.pack.options.absolutes
    free = [one.number for one in look.options if absolutes.isdisjoint(one.tokens)]
    return free if len(free) < len(look.options) else ()


def middle_number(look: Look) -> Picks:
    """The option in the middle of the numbers, or the two that are."""
    if len(look.options) < LEAST or look.options[0].number_and_unit is None:
        return ()
    values = [(one.number_and_unit[0], one.number) for one in look.options if one.number_and_unit is not None]
    if len(values) < len(look.options):
        return ()
    numbers = [number for _, number in sorted(values)]
    return sorted(numbers[(len(numbers) - 1) // 2 : len(numbers) // 2 + 1])


def all_of_the_above(look: Look) -> Picks:
    """The option that joins all others, where it is offered."""
    words, pack = look.words, look.words.pack
    if pack is None or not words.has_special:
        return ()
    return [one.number for one in words.options if pack.all_of_above.fullmatch(one.text.strip())]


STRATEGIES = (
    Strategy("longest", "takes the longest option", longest),
    Strategy("shortest", "takes the shortest option", shortest),
    Strategy("most-convergent", "takes the option that has most in common with the others", most_convergent),
    Strategy("odd-one-out", "takes the option that has least in common with the others", odd_one_out),
    Strategy("no-absolute", "leaves out options with words such as always and never", without_absolute),
    Strategy("middle-number", "takes the number in the middle", middle_number),
    Strategy("all-of-the-above", "takes “all of the above” where it is offered", all_of_the_above),
)


def equal(options: Sequence[OptionWords], scores: Sequence[float], wanted: float) -> Picks:
    """The options with this score; none where all have it."""
    found = [option.number for option, score in zip(options, scores, strict=True) if score == wanted]
    return found if len(found) < len(scores) else ()


def guesses(words: Wording) -> tuple[int, ...]:
    """For each strategy how many options it picks: 0 none, negative where the key is not among them.

    Empty for what is no choice of three options or more with one key.
    """
    if words.item.interaction != "choice" or words.key is None or len(words.options) < LEAST:
        return ()
    key, look, found = words.key.number, Look(words), []
    for strategy in STRATEGIES:
        picks = strategy.picks(look)
        found.append(len(picks) if key in picks else -len(picks))
    return tuple(found)
