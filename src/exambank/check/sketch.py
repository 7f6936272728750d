"""What an item asks as a set of word triples, and a sketch of that set by which sets that are alike find each other.

A set is parted into groups by the triples' hashes, and each group gives one mark. Two sets that differ in few triples
have a group that none of these fell into, and so a mark in common. There are more groups the larger the set; one whose
like may be in the next class of sizes has marks of both classes.
"""

from array import array
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain
from math import log
from zlib import crc32

from exambank.check.expression import expression

TRIPLE = 3  # words
LIKE = 0.8  # Jaccard; sets that are less alike need not find each other
STEP = 1.5  # from one class of sizes to the next; above 1 / LIKE
PER_GROUP = 8.3  # triples in the largest sets of a class; docs/decisions/0018-near-duplicates.md
SPREAD = 0x9E3779B1  # parts the marks of one class from those of the next
HOLDERS, NEAREST = 100, 20  # sets looked at: for a mark that many have, and in all for one set
WORDS = 1 << 15  # whose hashes are kept
LOT = 25_000  # sketches whose marks are counted at a time, on the average
APART = str.maketrans(dict.fromkeys("!\"#$%&()*+,./:;<=>?@[\\]^_`{|}~“”„«»‘’'…–—。、，？！：；（）「」『』¿¡", " "))
UNSPACED = expression(r"([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u30ff\u3400-\u9fff\uf900-\ufaff])")


def words_of(text: str) -> list[str]:
    """The words of a Markdown text in small letters; where a script has no spaces, its letters."""
    text = text.lower().translate(APART)
    return (text if text.isascii() else UNSPACED.sub(r" \1 ", text)).split()


class WordHashes(dict[str, int]):
    """A hash by word, the same in every process, as `hash` of a string is not; `hash` of numbers is.

    Asked as a plain mapping, which takes half as long as a function that remembers.
    """

    def __missing__(self, word: str) -> int:
        """The hash, kept as long as there is room."""
        if len(self) >= WORDS:
            self.clear()
        found = self[word] = crc32(word.encode("utf-8", "surrogatepass"))
        return found


_word_hashes = WordHashes()


def triples(texts: Iterable[str]) -> set[int]:
    """The hashes of all runs of three words within a text; of a shorter text, of all its words."""
    return triples_of(*map(words_of, texts))


def triples_of(*texts: Sequence[str]) -> set[int]:
    """The same of texts whose words are known."""
    found: set[int] = set()
    for words in texts:
        hashes = [_word_hashes[word] for word in words]
        if len(hashes) < TRIPLE:
            found.add(hash(tuple(hashes)))
        else:
            found.update(map(hash, zip(hashes, hashes[1:], hashes[2:], strict=False)))
    return found


def packed(found: Iterable[int]) -> bytes:
    """Hashes as numbers of four bytes, in this machine's order of bytes."""
    return array("I", [one & 0xFFFFFFFF for one in found]).tobytes()


def unpacked(data: bytes) -> "array[int]":
    """The numbers that `packed` and `sketch_of` wrote; as an array, which is walked three times as fast as a view."""
    found = array("I")
    found.frombytes(data)
    return found


def likeness(one: set[int], other: set[int]) -> float:
    """Jaccard's index: what both have, of what either has."""
    both = len(one & other)
    return both / (len(one) + len(other) - both)


@cache
def classes_of(size: int) -> Sequence[tuple[int, int]]:
    """For each class that a set of this size has marks of: a number of its own, and how many groups it has."""
    first, last = int(log(size, STEP) + 1e-9), int(log(size / LIKE, STEP) + 1e-9)
    return [(number * SPREAD, int(STEP ** (number + 1) / PER_GROUP) + 1) for number in range(first, last + 1)]


def sketch_of(found: set[int]) -> bytes:
    """The set's size and its marks, as numbers of four bytes in this machine's order."""
    marks = [len(found)]
    for own, count in classes_of(len(found)) if found else ():
        sums = [0] * count
        for one in found:
            sums[one % count] += one
        marks += [(total ^ own + group) & 0xFFFFFFFF for group, total in enumerate(sums) if total]
    return array("I", marks).tobytes()


def nearest(sketches: Sequence[bytes]) -> Iterator[tuple[int, list[int]]]:
    """For each sketch that has marks in common with earlier ones: its number and theirs, those with most of them first.

    In time that grows with the number of sketches: of a mark that many have only the latest are looked at.
    """
    shared = shared_marks(sketches)
    holders: defaultdict[int, list[int]] = defaultdict(list)
    sizes: list[int] = []
    for number, sketch in enumerate(sketches):
        size, *marks = unpacked(sketch) or (0,)
        sizes.append(size)
        own = shared.intersection(marks)
        if own:
            counts = Counter(chain.from_iterable([holders[mark][-HOLDERS:] for mark in own]))
            fitting = [other for other in counts if LIKE <= size / sizes[other] <= 1 / LIKE]
            if fitting:
                yield number, sorted(fitting, key=lambda other: (-counts[other], other))[:NEAREST]
            for mark in own:
                holders[mark].append(number)


def shared_marks(sketches: Sequence[bytes]) -> set[int]:
    """The marks that stand more than once; those of a large bank are counted in lots, which takes less memory."""
    marks = unpacked(b"".join([sketch[4:] for sketch in sketches]))
    lots = 1 + len(sketches) // LOT
    shared: set[int] = set()
    for lot in range(lots):
        often = Counter(marks if lots == 1 else (mark for mark in marks if mark % lots == lot))
        shared.update(mark for mark, count in often.items() if count > 1)
    return shared
