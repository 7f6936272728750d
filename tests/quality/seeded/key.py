"""Faults of the key and the rationale."""

from tests.quality.seeded.clean import seed

KEY = (
    seed(
        "KEY003",
        lambda item: item.asking("Which two belong to it? (Choose two.)").with_keys(3),
        lambda item: item.asking("Which two belong to it? (Choose two.)").with_keys(2),
        lambda item: item.asking("Which two-storey tower is it?"),
    ),
    seed(
        "KEY004",
        lambda item: item.with_stem("Which colour do towers have?").with_keys(2),
        lambda item: item.with_stem("Which colours do towers have? (Choose two.)").with_keys(2),
        lambda item: item.with_stem("Which colour do towers have?").with_keys(1),
    ),
    seed(
        "KEY005",
        lambda item: item.text.replace(f"[x] {item.options[0]}", f"[x] {item.options[0]}\n  > Incorrect. It is not."),
        lambda item: item.text.replace(f"[x] {item.options[0]}", f"[x] {item.options[0]}\n  > Correct. It is."),
        lambda item: item.text.replace(
            f"[ ] {item.options[1]}", f"[ ] {item.options[1]}\n  > Correct only if the lamp burns."
        ),
    ),
    seed(
        "KEY006",
        lambda item: item.text.replace("status: draft", "status: approved").partition("## Rationale")[0],
        lambda item: item.text.partition("## Rationale")[0],
    ),
    seed(
        "KEY007",
        lambda item: item.because("Option B is wrong, since it is too wide."),
        lambda item: item.because("Vitamin B is not what is asked for."),
        lambda item: item.because("Plan B is to wait for the ebb."),
    ),
)
