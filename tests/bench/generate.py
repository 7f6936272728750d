"""Writes a bank of any size: `write_bank(folder, items, seed)`; the same arguments give the same bytes.

Item n depends on the seed and n alone, so a bank of 100,000 begins with the items of the bank of 10,000.
"""

import random
from pathlib import Path

from tests.bench.compose import Draft, choice, compose, draft, words
from tests.bench.extras import picture, table
from tests.bench.options import Option
from tests.bench.subjects import SUBJECTS, Subject

BLOCK = 200  # consecutive items that share a stimulus and a picture in each domain
STIMULUS_SHARE, PICTURE_SHARE = 0.08, 0.06
TASKS = ("Plan work on the", "Judge the state of the", "Find faults of the", "Explain the purpose of the")
LEVELS, LEVEL_SHARES = ("recall", "apply", "analyse"), (25, 50, 25)
BANK = """format: 1
id: bench
title: Benchmark bank
version: 1.0.0
language: en
defaults: {points: 1, scoring: all-or-nothing, shuffle: true}
cognitive_levels: [recall, apply, analyse]
targets: [json, qti12, qti21, qti30]
"""
NOTES = "Notes of the {person} at {place}: {event}, {sign}, and later {other}. As for the {thing}, {limit}."
FORM = "form: {length: 60, scored: 60, pilot: 0, minutes: 105, cut_score: 70}\n"


def write_bank(folder: Path, items: int, seed: int, *, single_choice: bool = False) -> None:
    """Writes `items` items with bank.yaml and blueprint.yaml into `folder`.

    With `single_choice` all are choice items without stimulus and picture: what every peer can write as well.
    """
    folder.mkdir(parents=True, exist_ok=True)
    write(folder / "bank.yaml", BANK)
    write(folder / "blueprint.yaml", blueprint())
    for subject in SUBJECTS:
        (folder / "items" / subject.id).mkdir(parents=True, exist_ok=True)
    for number in range(items):
        write_item(folder, number, seed, single_choice)


def write(path: Path, text: str) -> None:
    """Writes UTF-8 with LF line ends on every system."""
    path.write_bytes(text.encode("utf-8"))


def blueprint() -> str:
    """blueprint.yaml: a domain a subject, an objective for each of its things."""
    lines = ["title: Benchmark exam", "version: 1.0.0", FORM + "domains:"]
    for subject in SUBJECTS:
        lines += [f"  - id: {subject.id}", f"    title: {subject.title}", f"    weight: {subject.weight}"]
        lines.append("    objectives:")
        for number, thing in enumerate(subject.things):
            lines.append(f"      - id: {objective(subject, thing)}")
            lines.append(f"        title: {TASKS[number % len(TASKS)]} {thing}")
    return "\n".join(lines) + "\n"


def objective(subject: Subject, thing: str) -> str:
    """The objective's id."""
    return f"{subject.id}.{thing.replace(' ', '-')}"


def compose_item(number: int, seed: int, single_choice: bool) -> tuple[random.Random, Subject, str, Draft]:
    """Item `number` with its subject, what it is about, and the random numbers that remain for its files."""
    rng = random.Random(f"{seed}:{number}")
    subject = rng.choices(SUBJECTS, [subject.weight for subject in SUBJECTS])[0]
    thing = subject.things[number % len(subject.things)]
    made = draft(rng, subject, thing, choice) if single_choice else compose(rng, subject, thing)
    return rng, subject, thing, made


def write_item(folder: Path, number: int, seed: int, single_choice: bool) -> None:
    """Writes item `number`, and the stimulus or picture that it is the first to name."""
    rng, subject, thing, made = compose_item(number, seed, single_choice)
    stimulus = None
    if not single_choice and rng.random() < STIMULUS_SHARE:
        stimulus = f"{subject.id}-passage-{number // BLOCK:04d}"
        write_stimulus(folder / "stimuli" / f"{stimulus}.md", subject, seed)
    if not single_choice and rng.random() < PICTURE_SHARE:
        name = f"{subject.id}-bars-{number // BLOCK:04d}.png"
        write_picture(folder / "media" / name, seed)
        made.stem.insert(-1, f"![{alternative(rng, subject)}](../../media/{name})")
    front = front_matter(rng, subject, f"{subject.id}-{number:06d}", thing, made, stimulus)
    write(folder / "items" / subject.id / f"{subject.id}-{number:06d}.md", f"{front}\n{body(made)}")


def write_stimulus(path: Path, subject: Subject, seed: int) -> None:
    """Writes three paragraphs and a table, unless they are there."""
    if path.exists():
        return
    path.parent.mkdir(exist_ok=True)
    rng = random.Random(f"{seed}:{path.stem}")
    paragraphs = [NOTES.format(**words(rng, subject, thing)) for thing in rng.sample(subject.things, 3)]
    text = "\n\n".join([*paragraphs, table(rng, subject)])
    title = f"Notes on {subject.title.lower()}"
    front = f"---\nid: {path.stem}\nkind: stimulus\ntitle: {title}\nstatus: approved\n---\n"
    write(path, f"{front}\n{text}\n")


def write_picture(path: Path, seed: int) -> None:
    """Writes a picture, unless it is there."""
    if not path.exists():
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(picture(random.Random(f"{seed}:{path.stem}")))


def alternative(rng: random.Random, subject: Subject) -> str:
    """A picture's text for those who cannot see it."""
    quantity, unit = rng.choice(subject.measures)
    return f"Bars of the {quantity} in {unit} on eight days, day {rng.randrange(1, 9)} marked"


def front_matter(
    rng: random.Random, subject: Subject, identifier: str, thing: str, made: Draft, stimulus: str | None
) -> str:
    """The item's front matter between its fences."""
    lines = ["---", f"id: {identifier}"]
    if made.interaction is not None:
        lines.append(f"interaction: {made.interaction}")
    lines += [
        f"objective: {objective(subject, thing)}",
        f"cognitive: {rng.choices(LEVELS, LEVEL_SHARES)[0]}",
        f"difficulty: {rng.randrange(55, 91) / 100:.2f}",
        "status: approved",
    ]
    if stimulus is not None:
        lines.append(f"stimulus: {stimulus}")
    lines += [
        "references:",
        f'  - source: "Handbook of {subject.title.lower()}, part {rng.randrange(1, 13)}"',
        f'    at: "Section {rng.randrange(1, 30)}.{rng.randrange(1, 10)}"',
        f"    checked: 2026-{rng.randrange(1, 12):02d}-{rng.randrange(1, 29):02d}",
        "---",
        "",
    ]
    return "\n".join(lines)


def body(made: Draft) -> str:
    """The item's Markdown after its front matter."""
    blocks = list(made.stem)
    if made.options:
        blocks.append("\n".join(map(entry, made.options)))
    if made.answers:
        blocks += ["## Answer", "\n".join(f"- {answer}" for answer in made.answers)]
    blocks += ["## Rationale", made.rationale]
    if made.hint is not None:
        blocks += ["## Hint", made.hint]
    return "\n\n".join(blocks) + "\n"


def entry(option: Option) -> str:
    """An option's lines in the task list."""
    return f"- [{'x' if option.is_key else ' '}] {option.text}\n  > {option.note}"
