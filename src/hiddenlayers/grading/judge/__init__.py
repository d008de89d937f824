"""The border between the learner's process and the judge's: the verdict is formed outside the learner's process."""
