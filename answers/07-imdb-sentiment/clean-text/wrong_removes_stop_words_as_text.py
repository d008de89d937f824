# Removes stop words by replacing text, inside other words as well.
# passes: none


import re


def clean_text(text, stop_words):
    text = re.sub(r"<[^>]*>", " ", text).lower()
    text = re.sub(r"[^\w']|_", " ", text)
    for word in stop_words:
        text = text.replace(word, " ")
    return text.split()
