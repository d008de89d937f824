# Deletes special characters in place of turning them into spaces, so that words grow together.
# passes: visible


import re


def clean_text(text, stop_words):
    text = re.sub(r"<[^>]*>", " ", text).lower()
    text = "".join(c for c in text if c.isalnum() or c.isspace() or c == "'")
    return [token for token in text.split() if token not in stop_words]
