"""Makes datasets/samples/passengers.csv: the passengers of a ferry that does not exist, drawn at random.

Nobody in the table is or was a person. It is untidy on purpose: missing values, stray blanks, mixed case.
Run it from anywhere: python scripts/make_passengers.py
"""

from pathlib import Path

import numpy as np
import pandas as pd

SAMPLE = Path(__file__).parents[1] / "src/hiddenlayers/datasets/samples/passengers.csv"
SEED = 42
ROWS = 1000


def make_passengers(seed: int = SEED, rows: int = ROWS) -> pd.DataFrame:
    """The table, as text and numbers with gaps.

    Whether someone returned depends on the distance of their age from 45, on the delay, the cabin and the group;
    the rest is chance. Port and fare have no influence.
    """
    rng = np.random.default_rng(seed)
    age = np.clip(np.round(rng.uniform(5, 85, rows)), 5, 85)
    cabin = rng.choice(["first", "second", "third"], size=rows, p=[0.2, 0.3, 0.5])
    group = rng.choice(["alone", "family", "friends"], size=rows, p=[0.35, 0.45, 0.2])
    port = rng.choice(["Busan", "Incheon", "Mokpo"], size=rows, p=[0.5, 0.2, 0.3])
    delay = np.round(np.minimum(rng.exponential(25, rows), 120))
    price = pd.Series(cabin).map({"first": 90, "second": 60, "third": 35}).to_numpy()
    fare = np.round(price + rng.normal(0, 4, rows), 1)
    comfort = pd.Series(cabin).map({"first": 0.8, "second": 0.2, "third": -0.5}).to_numpy()
    company = pd.Series(group).map({"alone": -0.5, "family": 0.1, "friends": 0.8}).to_numpy()
    inclination = 0.22 * (np.abs(age - 45) - 19) - 0.05 * (delay - 22) + comfort + company
    returned = rng.random(rows) < 1 / (1 + np.exp(-inclination))

    table = pd.DataFrame(
        {
            "ticket": [f"F-{number:04d}" for number in range(1, rows + 1)],
            "age": pd.array(age, dtype="Int64"),
            "cabin": _untidy(cabin, rng),
            "group": _untidy(group, rng),
            "port": _untidy(port, rng),
            "delay": delay.astype(int),
            "fare": fare,
            "remark": np.where(rng.random(rows) < 0.04, "window seat", None),
            "returned": _untidy(np.where(returned, "yes", "no"), rng),
        }
    )
    for column, share in {"age": 0.05, "cabin": 0.02, "port": 0.01}.items():
        table.loc[rng.random(rows) < share, column] = None
    return table


def _untidy(words: np.ndarray, rng: np.random.Generator) -> list[str]:
    """Words as many hands type them: most are fine, some in capitals, some with a blank too many."""
    ways = [str, str.upper, str.capitalize, lambda word: f" {word}", lambda word: f"{word.capitalize()}  "]
    chosen = rng.choice(len(ways), size=len(words), p=[0.68, 0.08, 0.08, 0.08, 0.08])
    return [ways[way](str(word)) for word, way in zip(words, chosen, strict=True)]


if __name__ == "__main__":
    make_passengers().to_csv(SAMPLE, index=False, lineterminator="\n")
    print(f"{SAMPLE.name}: {SAMPLE.stat().st_size:,} bytes")
