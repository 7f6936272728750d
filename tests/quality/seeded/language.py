"""Faults of language."""

from tests.quality.seeded.clean import seed

HEAVY = (
    "Notwithstanding considerable organisational interdependencies, comprehensive implementation of administrative "
    "accountability necessitates interdisciplinary communication, institutional transparency, procedural "
    "standardisation, systematic documentation, continuous professional development, responsible participation and "
    "multidimensional evaluation of organisational effectiveness throughout interconnected departments."
)
PERSON = "A 45-year-old keeper lights the lamp. What does he light?"

LANGUAGE = (
    seed(
        "LNG001",
        lambda item: item.asking("What does the QZX of the tower do?"),
        lambda item: item.asking("What does the quick zonal exchange (QZX) of the tower do?"),
        lambda item: item.asking("What does the tower NOT do?"),
        lambda item: item.asking("What does the PDF say?"),
    ),
    seed(
        "LNG002",
        lambda item: item.asking("What does the chairman say?"),
        lambda item: item.asking("What does the chair say?"),
        lambda item: item.asking("What does the song “Chairman of the Board” say?"),
    ),
    seed(
        "LNG003",
        lambda item: item.with_stem(PERSON),
        lambda item: item.with_stem(PERSON.replace("45-year-old ", "")),
        lambda item: item.with_stem(PERSON).because("At an age of 45 keepers light it."),
    ),
    seed(
        "LNG004",
        lambda item: item.asking("What falls due on 03/04/2026?"),
        lambda item: item.asking("What falls due on 3 April 2026?"),
        lambda item: item.asking("What falls due on 23/04/2026?"),
    ),
    seed("LNG005", lambda item: item.after(HEAVY), lambda item: item.after("The lamp burns. The boat is late. " * 8)),
)
