# Compares with the stop words before turning to lower case, so capital ones stay.
# passes: visible


import re


def clean_text(text, stop_words):
    text = re.sub(r"<[^>]*>", " ", text)
    tokens = re.findall(r"(?:[^\W_]|')+", text)
    return [token.lower() for token in tokens if token not in stop_words]
