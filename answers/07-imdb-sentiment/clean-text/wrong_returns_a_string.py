# Joins the tokens again and returns one string.
# passes: none


import re


def clean_text(text, stop_words):
    text = re.sub(r"<[^>]*>", " ", text).lower()
    tokens = re.findall(r"(?:[^\W_]|')+", text)
    return " ".join(token for token in tokens if token not in stop_words)
