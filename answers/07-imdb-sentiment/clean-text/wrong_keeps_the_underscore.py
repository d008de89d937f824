# Uses \w, which holds the underscore too.
# passes: visible


import re


def clean_text(text, stop_words):
    text = re.sub(r"<[^>]*>", " ", text).lower()
    text = re.sub(r"[^\w\s']", " ", text)
    return [token for token in text.split() if token not in stop_words]
