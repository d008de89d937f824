# Returns the different tokens as a set: order and repetitions are lost.
# passes: none


import re


def clean_text(text, stop_words):
    text = re.sub(r"<[^>]*>", " ", text).lower()
    return set(re.findall(r"(?:[^\W_]|')+", text)) - stop_words
