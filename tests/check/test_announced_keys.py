"""How many keys a stem announces."""

import pytest

from exambank.check.announced_keys import Announced, announced_keys, asks_for_several


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        ("Which? (Choose two.)", 2),
        ("Which? (Select 3)", 3),
        ("Which? (Please choose the four best.)", 4),
        ("Choose two.", 2),
        ("Choose exactly two options", 2),
        ("Pick any three answers:", 3),
        ("Mark one of the statements.", 1),
        ("SELECT TWO", 2),
        ("Rain falls. Select TWO crops that need it.", 2),
        ("Choose **two**.", 2),
        ("Tick all that apply.", None),
        ("Check all that apply.", None),
        ("Pick **all** that apply", None),
        ("Which are crops? (select all)", None),
        ("Mark all correct answers", None),
        ("Select all that apply.", None),
        ("(Choose all that apply)", None),
    ],
)
def test_an_announcement(stem: str, count: int | None) -> None:
    found = announced_keys(stem)
    assert found is not None
    assert found.count == count
    assert stem[slice(*found.span)].strip()


@pytest.mark.parametrize(
    "stem",
    [
        "Which two-phase plan do teams choose?",
        "A buyer must choose two vendors.",
        "Customers select three plans a year. Why?",
        "They choose 10 options.",
        "How do teams select all leads?",
        "A farmer must pick TWO crops.",
        "Which keys select all?",
        "What does a pilot check two steps later?",
        "Two of them?",
        "Wählen Sie zwei.",
        "",
    ],
)
def test_no_announcement(stem: str) -> None:
    assert announced_keys(stem) is None


@pytest.mark.parametrize(
    ("stem", "count", "is_of_options"),
    [
        ("Which two of the following rot?", 2, True),
        ("Rain falls. Which **three** statements are true?", 3, True),
        ("Which 2 of these rot?", 2, True),
        ("What two answers hold? (There is a note.)", 2, True),
        ("Which two crops rot first?", 2, False),
        ("Rain falls. Choose two crops that need it.", 2, True),
    ],
)
def test_a_question_with_a_number(stem: str, count: int, is_of_options: bool) -> None:
    found = announced_keys(stem)
    assert found is not None
    assert (found.count, found.is_question, found.is_of_options) == (count, True, is_of_options)


def test_an_announcement_counts_before_a_question() -> None:
    assert announced_keys("Which two crops rot? (Choose three.)") == Announced(3, (21, 36))


@pytest.mark.parametrize(
    "stem",
    [
        "Which two-year plan rots?",
        "Which of the two crops rots?",
        "Which two crops rot? Name the farmer.",
        "Which 5 GHz rots?",
        "Which one of these rots?",
        "Choose two crops. What rots?",
    ],
)
def test_no_number_of_options(stem: str) -> None:
    assert announced_keys(stem) is None


def test_the_last_one_counts() -> None:
    assert announced_keys("Choose one. Now (choose two)") == Announced(2, (16, 28))


@pytest.mark.parametrize(
    ("stem", "is_plural"),
    [
        ("After rain which crops usually may rot?", True),
        ("Which crops rot first?", True),
        ("What are the signs of rot?", True),
        ("Which of the following statements are true?", True),
        ("Which of these have roots?", True),
        ("Which types of crops rot?", True),
        ("Which shows the rate of rot?", False),
        ("Which of the following describes how crops are sown?", False),
        ("Which colour do crops have?", False),
        ("Which type of crops may rot?", False),
        ("Which class has roots?", False),
        ("What does rot?", False),
        ("What was sown?", False),
        ("What has changed?", False),
        ("What happens when crops are sown?", False),
    ],
)
def test_a_question_in_the_plural(stem: str, is_plural: bool) -> None:
    assert asks_for_several(stem) is is_plural


@pytest.mark.parametrize(
    ("stem", "count"),
    [
        ("Was stimmt? (Wählen Sie zwei.)", 2),
        ("Wählen Sie bitte genau drei Antworten.", 3),
        ("Kreuzen Sie **zwei** der Aussagen an.", 2),
        ("Markiere 3 richtige Antworten:", 3),
        ("Was stimmt? (Zwei richtige Antworten)", 2),
        ("Was stimmt? (2 Antworten sind richtig.)", 2),
        ("Wählen Sie alle zutreffenden Antworten.", None),
        ("Was stimmt? (Kreuzen Sie alle richtigen Aussagen an.)", None),
        ("Welche zwei der folgenden Stoffe sieden zuerst?", 2),
        ("Welche drei Aussagen stimmen?", 3),
        ("Wählen Sie zwei Metalle.", 2),
    ],
)
def test_an_announcement_in_german(stem: str, count: int | None) -> None:
    found = announced_keys(stem, "de")
    assert found is not None
    assert found.count == count


@pytest.mark.parametrize(
    "stem",
    [
        "Ein Käufer muss zwei Händler wählen.",
        "Was wählen sie nach zwei Jahren?",
        "Die Probe (zwei Gramm) siedet. Wann?",
        "Sie markiert zwei Wege auf der Karte. Warum?",
        "Welche zwei Metalle rosten? Begründen Sie.",
        "Choose two.",
        "",
    ],
)
def test_no_announcement_in_german(stem: str) -> None:
    assert announced_keys(stem, "de") is None


@pytest.mark.parametrize(
    ("stem", "is_plural"),
    [
        ("Welche der folgenden Aussagen sind richtig?", True),
        ("Welche Stoffe können rosten?", True),
        ("Welcher Stoff kann rosten, wenn Metalle nass sind?", False),
        ("Welche Aussage ist richtig?", False),
        ("Was geschieht, wenn Metalle nass sind?", False),
    ],
)
def test_a_german_question_in_the_plural(stem: str, is_plural: bool) -> None:
    assert asks_for_several(stem, "de") is is_plural


def test_a_language_without_a_pack_has_the_english_ways() -> None:
    assert announced_keys("Lesquels ? (Choose two.)", "fr") == announced_keys("Lesquels ? (Choose two.)", "en")
