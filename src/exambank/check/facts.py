"""What the bank's rules, the coverage and the lock need to know of an item: small enough to keep for 10,000."""

from collections.abc import Iterable, Iterator

import msgspec

from exambank.check.guessing import guesses
from exambank.check.key_text import anchor
from exambank.check.sketch import packed, sketch_of, triples_of, words_of
from exambank.check.spellings import spellings
from exambank.check.text_fields import whole_source
from exambank.check.wording import OptionWords, Wording
from exambank.finding import FieldPath, Place
from exambank.keys.digests import key_digest, keyed_words, stimulus_digest, text_digest
from exambank.model.interactions.choice import OptionItem
from exambank.model.interactions.cloze import ClozeItem
from exambank.model.item import AnyItem
from exambank.model.stimulus import Stimulus
from exambank.richtext.plain import inlines_of
from exambank.richtext.text import RichText
from exambank.richtext.tree import Image
from exambank.richtext.white_space import is_folded
from exambank.source.digest import digest
from exambank.syntax.positions import Lines, Places

PLACED = ("id", "version", "objective", "cognitive", "status", "stimulus", "enemies", "variants", "stem", "options")
PLACED_AT, OPTIONS = [(name,) for name in PLACED], ("options",)


class Facts(msgspec.Struct, frozen=True, array_like=True):
    """An item (or a stimulus, with empty item fields) as the bank's rules see it.

    `keys` are positions of the keyed options in the file, from 0; `places` are [line, column, end line, end column] by
    field; `suppressed` are the codes its author asked to be quiet, `silenced` those of them that were, `sources` what
    its references name. Items that are the same but for capitals, white space and the order of options have one `twin`,
    and none where a part is yet to be written; `texts` are the sources of stem and options, and `sketch` finds items
    with like ones. `asked` are the triples of the stem (or of the stimulus' text), `anchors` one triple of each key, by
    which it is known again, or 0; `guesses` are what strategies pick, `spellings` words that others may spell
    otherwise. `language` is that of the word lists, where there are some. `is_longest` says that the only key is longer
    than every distractor, `is_fixed` that the options have an order of their own, so that the key's place tells
    nothing. `lang` is what the file says of its language. A translation (`kind`) has `SOURCE.LANG` for its id, and the
    version of its source that it says.
    """

    path: str
    kind: str
    id: str
    version: int
    status: str
    title: str = ""
    interaction: str = ""
    objective: str = ""
    cognitive: str = ""
    stimulus: str = ""
    enemies: tuple[str, ...] = ()
    variants: tuple[str, ...] = ()
    options: int = 0
    keys: tuple[int, ...] = ()
    key_digest: str = ""
    text_digest: str = ""
    keyed: tuple[str, ...] = ()
    pictures: tuple[str, ...] = ()
    suppressed: tuple[str, ...] = ()
    places: tuple[tuple[int, int, int, int] | None, ...] = ()
    sources: tuple[str, ...] = ()
    checked: tuple[str, ...] = ()  # when each reference was looked at
    silenced: tuple[str, ...] = ()
    twin: str = ""
    is_longest: bool = False
    is_fixed: bool = False
    language: str = ""
    texts: tuple[str, ...] = ()
    sketch: bytes = b""
    asked: bytes = b""
    anchors: tuple[int, ...] = ()
    guesses: tuple[int, ...] = ()
    spellings: tuple[str, ...] = ()
    lang: str = ""
    author: str = ""

    @property
    def source_id(self) -> str:
        """The id of what a translation translates."""
        return self.id.partition(".")[0]

    def place(self, at: str) -> Place:
        """Where a field stands; the file's first line where it is not kept."""
        if at in PLACED and self.places:
            found = self.places[PLACED.index(at)]
            if found is not None:
                return Place(self.path, *found)
        return Place(self.path)

    def has_field(self, at: str) -> bool:
        """Whether the file gives a field whose place is kept."""
        return bool(self.places) and self.places[PLACED.index(at)] is not None


def unpacked(packed: bytes) -> Facts | None:
    """The facts that a row of the cache holds."""
    return _DECODER.decode(packed)


_DECODER: msgspec.json.Decoder[Facts | None] = msgspec.json.Decoder(Facts | None)


def item_facts(
    item: AnyItem, texts: Iterator[RichText], places: Places, words: Wording, *, gathers_answers: bool = True
) -> Facts:
    """What the bank needs to know of an item; `asked` and `anchors` only where a rule that is on wants them."""
    options = item.options if isinstance(item, OptionItem) else ()
    key = words.key
    others = words.distractors if key is not None else ()
    keys = tuple(number for number, option in enumerate(options) if option.is_key)
    shown = (item.stem.source, *(option.text.source for option in options))
    parted = [known_words(words.stem, shown[0], words), *map(words_of_option, words.options)]
    stop_words = words.pack.stop_words if words.pack else ()
    return Facts(
        path=places.path,
        kind="item",
        id=item.id,
        version=item.version,
        status=item.status,
        title=item.title or "",
        interaction=item.interaction,
        objective=item.objective,
        cognitive=item.cognitive or "",
        stimulus=item.stimulus or "",
        enemies=item.enemies,
        variants=item.variants,
        options=len(options),
        keys=keys,
        key_digest=key_digest(item),
        text_digest=text_digest(item),
        keyed=tuple(keyed_words(item)),
        pictures=pictures(texts) if "![" in whole_source(item) else (),
        suppressed=tuple(entry.code for entry in item.suppress if entry.reason.strip()),
        places=kept_places(places, item),
        sources=tuple(dict.fromkeys(reference.source for reference in item.references)),
        checked=tuple(reference.checked.isoformat() if reference.checked else "" for reference in item.references),
        twin=twin_of(item, shown),
        is_longest=key is not None and all(key.length > other.length for other in others),
        is_fixed=key is not None and (has_numbers(words) or len(words.plain_options) < len(words.options)),
        language=words.pack.code if words.pack else "",
        texts=shown,
        sketch=sketch_of(triples_of(*parted)),
        asked=packed(triples_of(parted[0])) if gathers_answers else b"",
        anchors=tuple(anchor(parted[1 + key], stop_words) for key in keys) if gathers_answers else (),
        guesses=guesses(words),
        spellings=spellings(words),
        lang=item.lang or "",
        author=item.author or "",
    )


def words_of_option(option: OptionWords) -> list[str]:
    """As `words_of` has them of the option's source."""
    return known_words(option.text, option.option.text.source, option)


def known_words(text: str, source: str, holder: Wording | OptionWords) -> list[str]:
    """As `words_of` has them of the source; mostly they are the tokens of its plain text, which are known."""
    is_same = text == source and source.isascii() and "'" not in source
    return holder.tokens if is_same else words_of(source)


def has_numbers(words: Wording) -> bool:
    """Whether the first two options are numbers, which stand in order."""
    first = words.options[:2]
    return all(one.number_and_unit is not None for one in first)


def twin_of(item: AnyItem, shown: Iterable[str]) -> str:
    """A digest of the stimulus and of what is shown, the stem first.

    The options' order, capitals and white space do not count, save capitals of code.
    """
    texts = [text if is_folded(text) else " ".join(text.split()) for text in shown]
    stem, *options = [text if "`" in text else text.casefold() for text in texts]
    text = "\0".join([item.interaction, item.stimulus or "", stem, *sorted(options)])
    return digest(text.encode("utf-8", "surrogatepass"))[:16]


def stimulus_facts(stimulus: Stimulus, places: Places) -> Facts:
    """What the bank needs to know of a stimulus."""
    return Facts(
        path=places.path,
        kind="stimulus",
        id=stimulus.id,
        version=stimulus.version,
        status=stimulus.status,
        text_digest=stimulus_digest(stimulus),
        pictures=pictures(iter([stimulus.text])),
        places=kept_places(places),
        lang=stimulus.lang or "",
        texts=(stimulus.text.source,),
        asked=packed(triples_of(words_of(stimulus.text.source))),
    )


def pictures(texts: Iterator[RichText]) -> tuple[str, ...]:
    """The sources of all pictures, each once, in reading order."""
    found: dict[str, None] = {}
    for text in texts:
        if "![" in text.source:
            found.update((inline.source, None) for inline in inlines_of(text.tree) if isinstance(inline, Image))
    return tuple(found)


def kept_places(places: Places, item: AnyItem | None = None) -> tuple[tuple[int, int, int, int] | None, ...]:
    """The places of the fields that bank rules point at; for `options` the first key, or the first answer."""
    kept: list[tuple[int, int, int, int] | None] = []
    fields = places.fields
    for at in PLACED_AT:
        found = fields.get(key_path(item) if at == OPTIONS and item is not None else at)
        if isinstance(found, Lines):
            found = found.place(places.path)
        kept.append(None if found is None else found[1:])
    return tuple(kept)


def key_path(item: AnyItem) -> FieldPath:
    """The field that holds the first key."""
    if isinstance(item, OptionItem):
        return ("options", next((number for number, option in enumerate(item.options) if option.is_key), 0))
    if isinstance(item, ClozeItem):
        return ("gaps", item.gaps[0].id)
    return ("answers", 0)
