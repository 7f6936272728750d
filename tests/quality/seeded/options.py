"""Faults of the options."""

from tests.quality.seeded.clean import seed

LENGTHY = "Pour a little water on the cloth, wring it out, and lay it over the burnt hand for ten minutes"
SHORT = ("Ask a friend", "Wait for rain", "Light the lamp")
WATER = "What does the keeper measure with a barometer?"
EVERY = ("Rain and wind", "Rain without wind", "Snow and wind", "Snow without wind")

OPTIONS = (
    seed(
        "OPT001",
        lambda item: item.with_options("Red paint", "Green", "red  paint"),
        lambda item: item.with_options("−1", "1", "0"),
        lambda item: item.with_options("10²", "10^2^", "102"),
        lambda item: item.with_options("`Print`", "`print`", "`PRINT`"),
    ),
    seed(
        "OPT002",
        lambda item: item.with_options("`lamp`", "**lamp**", "`tower`"),
        lambda item: item.with_options("`lamp`", "**lamps**", "`tower`"),
    ),
    seed(
        "OPT003",
        lambda item: item.with_distractor("All of the above"),
        lambda item: item.with_distractor("All of the lamps above the door"),
    ),
    seed(
        "OPT004",
        lambda item: item.with_distractor("None of the above"),
        lambda item: item.with_distractor("None of the lamps above the door"),
        lambda item: item.with_options("12", "15", "18", "None of the above"),
    ),
    seed(
        "OPT005",
        lambda item: item.with_options("Red", "Green", "A and B only", "B and C only"),
        lambda item: item.with_options("Red", "Green", "Red with a little green", "Vitamin B and vitamin C"),
    ),
    seed(
        "OPT006",
        lambda item: item.with_options(LENGTHY, *SHORT),
        lambda item: item.with_options("Ask a good friend", *SHORT),
        lambda item: item.with_options(LENGTHY, f"{LENGTHY} or so", *SHORT[1:]),
    ),
    seed(
        "OPT007",
        lambda item: item.with_options(*SHORT, LENGTHY),
        lambda item: item.with_options(*SHORT, "Read a book on it"),
    ),
    seed(
        "OPT008",
        lambda item: item.with_stem("What does he do?").with_options(*SHORT, "Never ask anybody"),
        lambda item: item.with_stem("What does he do?").with_options(*SHORT, "Not always ask a friend"),
        lambda item: item.with_stem("What must he always do?").with_options(*SHORT, "Always ask a friend"),
    ),
    seed(
        "OPT009",
        lambda item: item.with_stem(WATER).with_options(
            "The barometer and its weight", "Rain that falls", "Wind", "Heat"
        ),
        lambda item: item.with_stem(WATER).with_options(
            "The barometer and its weight", "The barometer and its height", "Wind", "Heat"
        ),
    ),
    seed(
        "OPT010",
        lambda item: item.with_options(
            "Copper pipes with rubber seals", "Copper pipes with paper seals", "Leaden tubes with rubber seals", "Wood"
        ),
        lambda item: item.with_options(
            "Copper with rubber", "Copper with paper", "Leaden with rubber", "Leaden with paper"
        ),
    ),
    seed(
        "OPT011",
        lambda item: item.with_options("20 m", "5 m", "80 m", "10 m"),
        lambda item: item.with_options("5 m", "10 m", "20 m", "80 m"),
        lambda item: item.with_options("5 m", "10 m", "20 m", "None of these"),
        lambda item: item.with_options("Windows 7", "Windows 95", "Windows 11"),
    ),
    seed(
        "OPT012",
        lambda item: item.with_options("5–10 m", "8–20 m", "30–40 m"),
        lambda item: item.with_options("5–10 m", "10–20 m", "20–40 m"),
        lambda item: item.asking("What is the least height?").with_options("Over 5 m", "Over 10 m", "Over 20 m"),
    ),
    seed(
        "OPT013",
        lambda item: item.with_options("12", "15.25", "18"),
        lambda item: item.with_options("12", "15.5", "18"),
        lambda item: item.with_options("0.1", "0.01", "0.001"),
        lambda item: item.with_options("3 days", "4 days", "more than 4 days"),
    ),
    seed(
        "OPT014",
        lambda item: item.with_options("The keeper of the lamp", "The keeper of the door", "The keeper of the boat"),
        lambda item: item.with_options("The keeper of the lamp", "The keeper and his dog", "The old sailor"),
        lambda item: item.with_options("`git log a b`", "`git log a c`", "`git log a d`"),
    ),
    seed(
        "OPT015",
        lambda item: item.with_options("Lighting the lamp", "Ask a friend", "Wait for rain", "Close the door"),
        lambda item: item.with_options("Light the lamp", "Ask a friend", "Wait for rain", "Close the door"),
        lambda item: item.with_options("Lighting lamps", "Asking a friend", "Wait for rain", "Close the door"),
    ),
    seed(
        "OPT016",
        lambda item: item.with_options("He lights the lamp.", "He asks a friend", "He waits", "He sleeps"),
        lambda item: item.with_options("He lights the lamp.", "He asks a friend.", "He waits.", "He sleeps."),
    ),
    seed(
        "OPT017",
        lambda item: item.with_options("It often rains", "It snows", "It hails", "It is dry"),
        lambda item: item.with_options("Often", "Sometimes", "Rarely", "Usually"),
    ),
    seed(
        "OPT018",
        lambda item: item.with_options("Yes", "No", "Only by night", "Only by day"),
        lambda item: item.with_options(
            "Yes, since it rains", "Yes, since it snows", "No, since it rains", "No, since it snows"
        ),
        lambda item: item.with_options("Yes", "No"),
    ),
    seed(
        "OPT019",
        lambda item: item.with_options("A) Red", "B) Green", "C) Blue"),
        lambda item: item.with_options("A flat", "B flat", "C sharp"),
    ),
    seed(
        "OPT020",
        lambda item: item.with_distractor("I don't know"),
        lambda item: item.with_distractor("He does not know the way"),
    ),
    seed(
        "OPT021",
        lambda item: item.with_stem("How many lamps burn?").with_options("12", "The red", "The old", "The tall"),
        lambda item: item.with_stem("How many lamps burn?").with_options("12", "14", "The old", "The tall"),
    ),
    seed(
        "OPT022",
        lambda item: item.with_options("The pressure increases", "The pressure decreases", "Rain falls", "Wood burns"),
        lambda item: item.with_options(
            "The pressure increases", "The pressure decreases", "The heat increases", "The heat decreases"
        ),
    ),
)
