"""Faults of the stem."""

from tests.quality.seeded.clean import seed

STORY = "The harbour lay quiet that morning, and gulls sat on the wall by the old crane. " * 5
ROOMS = "A house has 12 rooms, 7 windows and 30 chairs. How many rooms and windows does it have together?"
LONG = (
    "A keeper who looks after the tower by the harbour, which was built by sailors who had lost their ship on the "
    "rocks near the cape in a storm that nobody had seen coming, lights the lamp and waits for the boat."
)
PLAIN = ("Red paint", "Green paint", "Blue paint", "White paint")

STEM = (
    seed(
        "STM001",
        lambda item: item.asking("Which of these is not part of it?"),
        lambda item: item.asking("Which of these is **NOT** part of it?"),
        lambda item: item.asking("Which of these is part of it, if the lamp does not burn?"),
        lambda item: item.asking("Which of these is at least a part of it?"),
    ),
    seed(
        "STM002",
        lambda item: item.asking("All of these belong to it **EXCEPT** which?"),
        lambda item: item.asking("Which of these belongs to it, if the lamp does not burn?"),
        lambda item: item.asking("Which of these belongs not only to it?"),
    ),
    seed(
        "STM003",
        lambda item: item.asking("Which of these is **NOT** so?").with_options("It never burns", *PLAIN[1:]),
        lambda item: item.asking("Which of these is **NOT** so?").with_options(*PLAIN),
        lambda item: item.asking("Which of these is so?").with_options("It never burns", *PLAIN[1:]),
    ),
    seed(
        "STM004",
        lambda item: item.with_stem("Lamps and towers"),
        lambda item: item.with_stem("Which lamp burns?"),
        lambda item: item.with_stem("Calculate the burning time"),
    ),
    seed(
        "STM005",
        lambda item: item.asking("The ____ of the tower burns by night."),
        lambda item: item.asking("What burns by night is the ____."),
        lambda item: item.asking("The ____ of the tower burns by night.").with_field("tags: [grammar]"),
    ),
    seed("STM006", lambda item: item.after(STORY), lambda item: item.after(STORY).with_field("cognitive: apply")),
    seed(
        "STM007",
        lambda item: item.with_stem(ROOMS).because("12 + 7 = 19"),
        lambda item: item.with_stem(ROOMS.replace(" and 30 chairs", "")).because("12 + 7 = 19"),
        lambda item: item.with_stem(ROOMS.replace("30 chairs", "a garden since 1930")).because("12 + 7 = 19"),
    ),
    seed(
        "STM008",
        lambda item: item.asking("What burns there? Who lights it?"),
        lambda item: item.asking("The keeper asks: “Is it dark? Is it late?” What does he do?"),
    ),
    seed(
        "STM009",
        lambda item: item.asking("The keeper lights an").with_options("oil lamp", "candle", "torch"),
        lambda item: item.asking("The keeper lights a(n)").with_options("oil lamp", "candle", "torch"),
        lambda item: item.asking("The keeper lights a").with_options("lamp", "candle", "torch"),
        lambda item: item.asking("The keeper waits for an").with_options("hour", "evening", "ebb"),
    ),
    seed(
        "STM010",
        lambda item: item.with_stem("What the keeper lights by night are").with_options("lamps", "the fire", "a torch"),
        lambda item: item.with_stem("What the keeper lights by night are").with_options("lamps", "fires", "torches"),
        lambda item: item.with_stem("What the keeper lights by night is").with_options("a lamp", "a fire", "a torch"),
    ),
    seed(
        "STM011",
        lambda item: item.with_distractor("Both A and B"),
        lambda item: item.with_distractor("Vitamins A and B"),
        lambda item: item.asking("Which way leads between points A and B?").with_distractor("Past A and B"),
    ),
    seed(
        "STM012",
        lambda item: item.asking("What does the figure above show?"),
        lambda item: item.asking("![A tower by the sea](../media/tower.png)\n\nWhat does the figure above show?"),
        lambda item: item.asking("What do the figures of the account show?"),
    ),
    seed(
        "STM013",
        lambda item: item.with_stem("Who is currently keeper of the tower?"),
        lambda item: item.with_stem("Who was keeper of the tower in 1930?"),
        lambda item: item.with_stem("Who is currently keeper of the tower?").with_field(
            "references: [{source: The roll}]"
        ),
    ),
    seed(
        "STM014",
        lambda item: item.asking("In your opinion, which of these is it?"),
        lambda item: item.asking("The guest asks: “What do you think?” Which of these does he want?"),
        lambda item: item.asking("In the keeper's opinion, which of these is it?"),
    ),
    seed("STM015", lambda item: item.after(LONG), lambda item: item.after(LONG.replace(", which", ". It"))),
)
