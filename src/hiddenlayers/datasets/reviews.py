"""A small corpus of film reviews of our own in English and Korean, composed from phrases by a seeded generator.

It stands in for IMDB and NSMC where there is no network, and is licensed with the course (CC BY 4.0). The phrases
are in `samples/review_phrases_en.toml` and `samples/review_phrases_ko.toml`.
"""

import re
import tomllib
from functools import cache
from typing import Any

import numpy as np
import pandas as pd

from hiddenlayers.datasets import store

LANGUAGES = ("en", "ko")
KINDS = {"plain": 0.35, "negation": 0.3, "contrast": 0.25, "irony": 0.1}
"""What a review may be built on, and the share of each in both parts of the corpus."""

PARTS = {"train": 2400, "test": 600}
"""How many reviews each part of the corpus has, half of them positive."""

# The particles that a Korean word may take: after a final consonant, after a vowel
PARTICLES = {"이/가": ("이", "가"), "은/는": ("은", "는"), "을/를": ("을", "를"), "과/와": ("과", "와")}


def load_data(language: str) -> pd.DataFrame:
    """The corpus in one language, always the same 3,000 different reviews, shuffled.

    Args:
        language: "en" or "ko".

    Returns:
        A table with the columns `text`; `label`, 1 for positive and 0 for negative; `kind`, "plain" (says what
        it means), "negation" ("not boring"), "contrast" ("dull, but ...") or "irony" (hard: the words say the
        opposite); and `part`, "train" (2,400 rows) or "test" (600). Ironic phrases of one part never occur in
        the other, so irony can't be learned by heart. Each kind is half positive, half negative in each part.
    """
    return _compose(language).copy()


@cache
def _compose(language: str) -> pd.DataFrame:
    name = f"review_phrases_{language}.toml"
    text = (store.SAMPLES / name).read_text(encoding="utf-8")
    phrases = tomllib.loads(text)
    rng = np.random.default_rng([7, LANGUAGES.index(language)])
    seen: set[str] = set()
    rows = []
    for part, size in PARTS.items():
        for kind, share in KINDS.items():
            for number in range(round(size * share)):
                label = number % 2
                review = _review(phrases, rng, kind, label, part)
                while review in seen:
                    review = _review(phrases, rng, kind, label, part)
                seen.add(review)
                rows.append((review, label, kind, part))
    table = pd.DataFrame(rows, columns=["text", "label", "kind", "part"])
    return table.iloc[rng.permutation(len(table))].reset_index(drop=True)


def _review(phrases: dict[str, Any], rng: np.random.Generator, kind: str, label: int, part: str) -> str:
    """One review: sentences that carry its verdict, and some that say nothing about the film."""
    side = ("negative", "positive")[label]
    sentences = phrases["sentences"]
    if kind == "plain":
        templates = list(rng.choice(sentences["plain"], rng.integers(1, 4), replace=False))
        templates += list(rng.choice(phrases["verdicts"][side], rng.integers(0, 2)))
    elif kind == "irony":
        templates = [rng.choice(phrases["irony"][part][side])]
    else:
        templates = list(rng.choice(sentences[kind], rng.integers(1, 3), replace=False))
    spoken = [_fill(template, phrases, rng, side) for template in templates]
    for aside in rng.choice(sentences["neutral"], rng.integers(0, 3), replace=False):
        spoken.insert(rng.integers(len(spoken) + 1), str(aside))
    if rng.random() < 0.15:
        spoken[-1] = spoken[-1].rstrip(".") + "!!"
    return ("<br /><br />" if rng.random() < 0.1 else " ").join(spoken)


def _fill(template: str, phrases: dict[str, Any], rng: np.random.Generator, side: str) -> str:
    """A sentence out of a template: words of the review's own side and of the other, and aspects to speak of."""
    other = {"positive": "negative", "negative": "positive"}[side]
    a, b = rng.choice(phrases["aspects"], 2, replace=False)
    own, own2 = rng.choice(phrases["adjectives"][side], 2, replace=False)
    other, other2 = rng.choice(phrases["adjectives"][other], 2, replace=False)
    very = rng.choice(phrases["degrees"])
    text = template.format(a=a, b=b, own=own, own2=own2, other=other, other2=other2, very=very)
    text = re.sub(r"(.)\((\S/\S)\)", _with_particle, text)
    text = re.sub(r"(?<=[Aa])\(n\)(?= (.))", lambda match: "n" * (match[1] in "aeiou"), text)
    text = " ".join(text.split())
    return text[0].upper() + text[1:]


def _with_particle(match: re.Match[str]) -> str:
    """A Korean syllable and the form of the particle that follows it: the first after a final consonant."""
    after_consonant, after_vowel = PARTICLES[match[2]]
    has_final = (ord(match[1]) - ord("가")) % 28 > 0
    return match[1] + (after_consonant if has_final else after_vowel)
