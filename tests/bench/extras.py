"""What a share of the items holds beside plain text: tables, math, code, emphasis; and the picture file."""

import random
import struct
import zlib
from collections.abc import Callable

from tests.bench.subjects import Subject

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday")
MODELS = (
    r"The team describes the {quantity} by $q = q_0 e^{{-{n}t}}$ with $t$ in days.",
    r"A note in the margin gives $\frac{{{n}}}{{{m}}}$ as the share of the {quantity} that is lost.",
    r"The plan assumes $x^2 + {n}x = {m}$ for the {quantity} on a busy day.",
    r"Past records show $\bar{{x}} = {m}$ and $s = \sqrt{{{n}}}$ for the {quantity}.",
    r"The forecast is $\sum_{{i=1}}^{{{n}}} a_i \le {m}$ for the {quantity} of the week.",
)
SETTINGS = ("start", "limit", "retry", "window", "margin", "delay", "share", "level")


def table(rng: random.Random, subject: Subject) -> str:
    """An introduction and a table of two quantities over a few days."""
    (first, one), (second, two) = rng.sample(subject.measures, 2)
    rows = [f"| {day} | {rng.randrange(20, 990)} | {rng.randrange(20, 990)} |" for day in DAYS[: rng.randrange(3, 6)]]
    head = [f"| Day | {first.capitalize()} ({one}) | {second.capitalize()} ({two}) |", "| --- | --- | --- |"]
    return "The table shows what was noted.\n\n" + "\n".join(head + rows)


def math(rng: random.Random, subject: Subject) -> str:
    """A sentence with a formula."""
    quantity = rng.choice(subject.measures)[0]
    return rng.choice(MODELS).format(quantity=quantity, n=rng.randrange(2, 9), m=rng.randrange(11, 97))


def code(rng: random.Random, subject: Subject) -> str:
    """An introduction and a fenced block of settings."""
    name = rng.choice(subject.things).replace(" ", "_")
    lines = [f"{word} = {rng.randrange(1, 600)}" for word in rng.sample(SETTINGS, rng.randrange(3, 6))]
    return "The controller reads these settings.\n\n```ini\n" + "\n".join([f"[{name}]", *lines]) + "\n```"


def aside(rng: random.Random, subject: Subject) -> str:
    """A sentence with strong and emphasised words and inline code."""
    day, number = rng.choice(DAYS), rng.randrange(10, 99)
    return rng.choice(
        (
            f"The log is marked **urgent** since *{day}*, entry `{subject.id}-{number}`.",
            f"A note says *look twice* and names sheet `{number}` as the **last** one.",
            f"Entry `{number}` carries the words **on hold** from *{day}*.",
        )
    )


EXTRAS: tuple[tuple[float, Callable[[random.Random, Subject], str]], ...] = (
    (0.12, table),
    (0.10, math),
    (0.06, code),
    (0.15, aside),
)


def extras(rng: random.Random, subject: Subject) -> list[str]:
    """Blocks for a stem: mostly none, now and then one or two."""
    return [block(rng, subject) for share, block in EXTRAS if rng.random() < share]


def picture(rng: random.Random) -> bytes:
    """A small greyscale PNG of bars; stored uncompressed, so that its bytes depend on no zlib version."""
    width, height = 32, 24
    bars = [rng.randrange(4, height) for _ in range(8)]
    rows = (bytes(0 if height - y <= bars[x // 4] else 255 for x in range(width)) for y in range(height))
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 0)
    chunks = (chunk(b"IHDR", header), chunk(b"IDAT", data), chunk(b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunks)


def chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
