"""Faults of reviews and provenance."""

from tests.quality.seeded.clean import seed

LIFECYCLE = (
    seed(
        "LIF002",
        lambda item: item.with_field("status: approved").with_field("reviews: [{by: Bea}]"),
        lambda item: item.with_field("status: approved").with_field("reviews: [{by: Bea}, {by: Carl}]"),
        lambda item: item.with_field("status: review").with_field("reviews: [{by: Bea}]"),
    ),
    seed(
        "LIF007",
        lambda item: item.with_field("status: approved").with_field("ai: {use: drafted it}"),
        lambda item: item.with_field("status: approved").with_field("ai: {use: drafted it, expert: Bea}"),
        lambda item: item.with_field("status: draft").with_field("ai: {use: drafted it}"),
    ),
)
