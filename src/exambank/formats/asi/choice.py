"""Items with options: single choice, multiple response, true/false."""

from exambank.formats.asi.markup import Pieces
from exambank.formats.asi.numbers import number, worth
from exambank.formats.asi.parts import Answering, Parts
from exambank.formats.asi.texts import Texts
from exambank.model.interactions.choice import MultipleResponseItem, OptionItem, TrueFalseItem

TRUE_FALSE = "true-false"  # the class that tells it from another choice of two


def choice(item: OptionItem, texts: Texts, pieces: Pieces, *, has_key: bool) -> Parts:
    """The parts of an item with options; without `has_key` nothing in them depends on the keys."""
    is_multiple = isinstance(item, MultipleResponseItem)
    cardinality = "multiple" if is_multiple else "single"
    before, prompt = texts.body_and_prompt(item.stem)
    most = 1
    if is_multiple:
        most = len(item.keys) if has_key and len(item.keys) > 1 else 0
    interaction = pieces.choice.format(
        mark=f' class="{TRUE_FALSE}"' if isinstance(item, TrueFalseItem) else "",
        shuffle="true" if item.shuffle else "false",
        most=most,
        prompt=pieces.prompt.format(prompt) if prompt else "",
        options="".join([pieces.option.format(o.id, texts.option(o.text)) for o in item.options]),
    )
    body = f"{before}\n{interaction}" if before else interaction
    if not has_key:
        return Parts(cardinality, "identifier", body)
    return Parts(cardinality, "identifier", body, _answering(item, texts, pieces))


def _answering(item: OptionItem, texts: Texts, pieces: Pieces) -> Answering:
    points = number(item.points)
    correct = "".join([pieces.value.format(option.id) for option in item.keys])
    declared = pieces.correct.format(correct) if correct else ""
    template = "match_correct"
    rules = pieces.match.format(points)
    if not correct:  # the right response is to choose none
        template, rules = "", pieces.match_none.format(points)
    if item.scoring == "per-option":
        entries = [
            pieces.entry.format(name, number(worth(share, item.points))) for name, share in item.shares().items()
        ]
        declared += pieces.mapping.format(points, "".join(entries))
        template, rules = "map_response", pieces.map
    elif item.points != 1 and isinstance(item, MultipleResponseItem):
        template = ""
    elif item.points != 1 and correct:
        entries = [pieces.entry.format(option.id, points) for option in item.keys]
        declared += pieces.mapping.format(points, "".join(entries))
        template, rules = "map_response", pieces.map
    feedback = [
        ("FEEDBACK", option.id, texts.blocks(option.feedback)) for option in item.options if option.feedback is not None
    ]
    return Answering(declared, template, rules, pieces.show_chosen if feedback else "", tuple(feedback))
