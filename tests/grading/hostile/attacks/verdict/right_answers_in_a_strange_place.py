# Nothing is wrong with that: an answer counts wherever it stands.
# points: 6

# %% before
def area(width, height):
    return width * height


# %% scale
from math import pi


# %% count
def count(text):
    found = {}
    for letter in text:
        found[letter] = found.get(letter, 0) + 1
    return found
