"""Draw the flowers that stand in for the photos while a submission is graded, and write them into the package.

Run it in the course's environment: `python scripts/draw_grading_flowers.py`; a few seconds. They are the first of
the offline sample, made beforehand because a sandbox is no place to write them.
"""

import shutil

from hiddenlayers.datasets import drawn_flowers, flowers

PER_CLASS = 20


def main() -> None:
    folder = flowers.grading_sample()
    shutil.rmtree(folder, ignore_errors=True)
    drawn_flowers.write_folders(folder, PER_CLASS)


if __name__ == "__main__":
    main()
