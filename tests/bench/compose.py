"""Items of the benchmark's bank, one function an interaction."""

import random
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.bench.extras import extras
from tests.bench.options import Option, amounts, annotated, keyed, steps
from tests.bench.subjects import Subject

SCENES = (
    "{A} {person} at {place} looks after the {thing}. {Event}, {sign}, and {limit}.",
    "{Event}, {a} {person} at {place} finds that {sign}. The {thing} has to stay in service, though {limit}.",
    "At {place}, {limit}. {Event}, {sign}, and the {person} in charge of the {thing} has to decide.",
    "{A} {person} has taken over the {thing} at {place}. {Event}, {sign}. The rota says that {limit}.",
    "The {thing} at {place} has run for {years} years. {Event}, {sign}. The {person} knows that {limit}.",
)
SECOND_SIGNS = (
    "A colleague adds that {other}.",
    "In the evening {other} as well.",
    "Two weeks ago, the records say, {other}.",
    "A caller reports that {other}.",
    "By contrast, nobody has seen that {other}.",
)
LEADS = (
    "Which step should the {person} take first?",
    "Which action suits this situation best?",
    "What should the {person} do next?",
    "Which measure deals with the trouble soonest?",
    "Which step leaves the most room for later?",
    "What does good practice ask of the {person} here?",
    "Which decision can the {person} defend at the review?",
    "Which action belongs at the top of the list?",
)
LEADS_FOR_TWO = (
    "Which two steps should the {person} take? (Choose two.)",
    "Which two actions suit this situation? (Choose two.)",
    "Which two measures belong on the list for today? (Choose two.)",
    "Which two decisions can the {person} defend at the review? (Choose two.)",
)
PRINCIPLES = (
    "Where {sign}, {gain} comes ahead of convenience; that is the duty of whoever runs the {thing}.",
    "The {thing} recovers by itself once the cause is dealt with, so {gain} is what counts while {limit}.",
    "Experience at {place} shows that {gain} is cheaper than repair, the more so {event}.",
    "Two facts decide the case: {sign}, and {limit}. Both speak for {gain}.",
)
SOURCES = (
    "The {person} who asks what changes when {limit} finds the same step.",
    "A case from {place} with the same outcome is told in the handbook, where {other}.",
    "Whoever waits until {other} has lost the means to choose.",
    "The point holds for any site of this size, with or without a {thing} of its own.",
)
HINTS = ("Think of {gain}.", "Ask what changes when {limit}.", "Look at what began {event}.")


@dataclass(slots=True)
class Draft:
    """The parts of an item; `numeric` and `short-text` have answers, the others options."""

    stem: list[str]
    rationale: str
    options: list[Option] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    interaction: str | None = None
    hint: str | None = None


def words(rng: random.Random, subject: Subject, thing: str) -> dict[str, str]:
    """One choice from every list, for the sentences of one item."""
    person, event = rng.choice(subject.people), rng.choice(subject.events)
    sign, other = rng.sample(subject.signs, 2)
    article = "an" if person[0] in "aeiou" else "a"
    return {
        "a": article,
        "A": article.capitalize(),
        "person": person,
        "place": rng.choice(subject.places),
        "thing": thing,
        "event": event,
        "Event": event[0].upper() + event[1:],
        "sign": sign,
        "other": other,
        "limit": rng.choice(subject.limits),
        "gain": rng.choice(subject.gains),
        "years": str(rng.randrange(3, 60)),
    }


def scene(rng: random.Random, subject: Subject, chosen: dict[str, str]) -> list[str]:
    """The stem's blocks before its last one."""
    text = rng.choice(SCENES).format(**chosen)
    if rng.random() < 0.7:
        text += " " + rng.choice(SECOND_SIGNS).format(**chosen)
    return [text, *extras(rng, subject)]


def principle(rng: random.Random, chosen: dict[str, str]) -> str:
    """A rationale of two or three sentences."""
    return f"{rng.choice(PRINCIPLES)} {rng.choice(SOURCES)}".format(**chosen)


def choice(rng: random.Random, subject: Subject, chosen: dict[str, str], count: int = 4, keys: int = 1) -> Draft:
    """A choice item: `count` options, `keys` of them keys; one in eight single choices asks for an amount."""
    if keys == 1 and rng.random() < 0.125:
        return amount(rng, subject, chosen)
    lead = rng.choice(LEADS if keys == 1 else LEADS_FOR_TWO).format(**chosen)
    stem = [*scene(rng, subject, chosen), lead]
    texts = steps(rng, subject, "\n".join(stem), count)
    options = annotated(rng, texts, keyed(rng, texts, keys), chosen)
    return Draft(stem, principle(rng, chosen), options)


def multiple_response(rng: random.Random, subject: Subject, chosen: dict[str, str]) -> Draft:
    """Five options, two keys."""
    return choice(rng, subject, chosen, count=5, keys=2)


def amount(rng: random.Random, subject: Subject, chosen: dict[str, str]) -> Draft:
    """A single choice among four amounts."""
    quantity, unit = rng.choice(subject.measures)
    daily, days = rng.randrange(20, 900, 20), rng.randrange(3, 29)
    question = (
        f"The {chosen['thing']} adds {daily} {unit} to the {quantity} on every day of work. "
        f"How many {unit} does that make over {days} days?"
    )
    formula = f"${daily} \\times {days} = {daily * days}$"
    rationale = f"The daily amount times the number of days: {formula}. {principle(rng, chosen)}"
    return Draft([*scene(rng, subject, chosen), question], rationale, amounts(rng, daily * days, unit))


def true_false(rng: random.Random, subject: Subject, chosen: dict[str, str]) -> Draft:
    """A statement to judge."""
    quantity, is_true = rng.choice(subject.measures)[0], rng.random() < 0.5
    ahead = "comes ahead of" if is_true else "may wait for"
    statement = f"For the {chosen['thing']}, {chosen['gain']} {ahead} a steady {quantity}. Does this statement hold?"
    notes = ("Holds under the handbook, since {limit}.", "Would hold on a quiet day, yet here {sign}.")
    options = [
        Option(name, name == str(is_true), notes[name != str(is_true)].format(**chosen)) for name in ("True", "False")
    ]
    return Draft([*scene(rng, subject, chosen), statement], principle(rng, chosen), options)


def numeric(rng: random.Random, subject: Subject, chosen: dict[str, str]) -> Draft:
    """A number with a tolerance, a relative one, or a range, and a unit."""
    quantity, unit = rng.choice(subject.measures)
    rate, days, loss = rng.randrange(40, 900, 20), rng.randrange(3, 29), rng.choice((5, 10, 15, 20, 25))
    value = rate * days * (100 - loss) // 100
    question = (
        f"The {chosen['thing']} takes in {rate} {unit} a day for {days} days "
        f"and loses {loss}% of the {quantity}. How many {unit} remain?"
    )
    answer = rng.choice((f"{value} ± 5 {unit}", f"{value} ± 2% {unit}", f"[{value - 4}, {value + 4}] {unit}"))
    rationale = (
        f"Intake is ${rate} \\times {days} = {rate * days}$ {unit}; "
        f"a loss of {loss}% leaves ${rate * days} \\times {(100 - loss) / 100} = {value}$."
    )
    return Draft([*scene(rng, subject, chosen), question], rationale, answers=[answer], interaction="numeric")


def short_text(rng: random.Random, subject: Subject, chosen: dict[str, str]) -> Draft:
    """A term to be named."""
    term, meaning = rng.choice(subject.terms)
    question = f"In the report, the {chosen['person']} names {meaning}. Which one-word term is meant?"
    rationale = f"*{term.capitalize()}* is {meaning}. " + principle(rng, chosen)
    answers = [term, f"the {term}"]
    return Draft([*scene(rng, subject, chosen), question], rationale, answers=answers, interaction="short-text")


Composer = Callable[[random.Random, Subject, dict[str, str]], Draft]
COMPOSERS: tuple[tuple[int, Composer], ...] = (  # share in percent
    (60, choice),
    (15, multiple_response),
    (10, true_false),
    (8, numeric),
    (7, short_text),
)


def compose(rng: random.Random, subject: Subject, thing: str) -> Draft:
    """An item of some interaction on `thing`."""
    composers, shares = [entry[1] for entry in COMPOSERS], [entry[0] for entry in COMPOSERS]
    return draft(rng, subject, thing, rng.choices(composers, shares)[0])


def draft(rng: random.Random, subject: Subject, thing: str, composer: Composer) -> Draft:
    """The item that `composer` makes on `thing`, now and then with a hint."""
    chosen = words(rng, subject, thing)
    made = composer(rng, subject, chosen)
    if rng.random() < 0.08:
        made.hint = rng.choice(HINTS).format(**chosen)
    return made
