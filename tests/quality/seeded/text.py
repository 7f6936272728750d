"""Faults of Markdown, of pictures and of what leaks."""

from tests.quality.seeded.clean import seed

COLOURS = "| colour | wave |\n|---|---|\n| red | long |"

TEXT = (
    seed(
        "TXT001", lambda item: item.asking("Is <blink>this</blink> so?"), lambda item: item.asking("Is `<blink>` so?")
    ),
    seed(
        "TXT002",
        lambda item: item.asking("What is $\\half{1}$ of it?"),
        lambda item: item.asking("What is left of $5 at noon?"),
        lambda item: item.asking("What is $\\frac{1}{2}$ of it?"),
    ),
    seed(
        "TXT004",
        lambda item: item.ending("## Hint\n\nThink of the sea."),
        lambda item: item.ending("## Notes\n\nThink of the sea."),
    ),
    seed(
        "TXT005",
        lambda item: item.asking("Which one is ri\u200bght?"),
        lambda item: item.asking("Laquelle est juste\u202f?").with_field("lang: fr"),
    ),
    seed("TXT006", lambda item: item.asking("Which __one__ is it?"), lambda item: item.asking("Which **one** is it?")),
    seed(
        "TXT007",
        lambda item: item.asking("What does [this page](https://example.com/rules) say?"),
        lambda item: item.because("[This page](https://example.com/rules) says so."),
    ),
    seed(
        "ACC001",
        lambda item: item.asking("![](../media/sea.png)"),
        lambda item: item.asking('![](../media/frame.png "decorative")'),
    ),
    seed(
        "ACC002",
        lambda item: item.asking("![sea.png](../media/sea.png)"),
        lambda item: item.asking("![The sea at low tide, with a pier](../media/sea.png)"),
    ),
    seed(
        "ACC003",
        lambda item: item.with_key("A lighthouse").asking("![A lighthouse by night](../media/sea.png)"),
        lambda item: item.with_key("A lighthouse").asking("![A tower by night](../media/sea.png)"),
    ),
    seed(
        "ACC004",
        lambda item: item.asking("What does the red line show? ![Two lines that cross](../media/lines.png)"),
        lambda item: item.asking("What does the red line (A) show? ![Two lines that cross](../media/lines.png)"),
        lambda item: item.asking("What does the red line of a thermometer show?"),
    ),
    seed("ACC005", lambda item: item.after(COLOURS.replace("colour | wave", " | ")), lambda item: item.after(COLOURS)),
    seed(
        "SEC001",
        lambda item: item.with_key("![Five bands](../media/bands-correct.png)"),
        lambda item: item.with_key("![Five bands](../media/bands.png)"),
        lambda item: item.asking("![A piano](../media/piano-keyboard.png)"),
    ),
    seed(
        "SEC002",
        lambda item: item.asking("Which? <!-- it is the first -->"),
        lambda item: item.asking("Which `<!-- -->`?"),
    ),
    seed(
        "SEC005",
        lambda item: item.asking("What does anna.berg@hotmail.com write?"),
        lambda item: item.asking("What does anna.berg@example.com write?"),
        lambda item: item.asking("Who answers at 202-555-0143?"),
    ),
)
