"""Seeded faults: a clean item with one fault of a rule's kind, and twins that come as near as the rule's exemptions."""

from tests.quality.seeded.clean import Seed
from tests.quality.seeded.key import KEY
from tests.quality.seeded.language import LANGUAGE
from tests.quality.seeded.lifecycle import LIFECYCLE
from tests.quality.seeded.options import OPTIONS
from tests.quality.seeded.stem import STEM
from tests.quality.seeded.structure import STRUCTURE
from tests.quality.seeded.text import TEXT

SEEDS: tuple[Seed, ...] = (*STRUCTURE, *TEXT, *STEM, *OPTIONS, *KEY, *LANGUAGE, *LIFECYCLE)
