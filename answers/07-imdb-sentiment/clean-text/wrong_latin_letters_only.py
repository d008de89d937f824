# Keeps a to z only: Korean letters and digits are lost.
# passes: none


import re


def clean_text(text, stop_words):
    text = re.sub(r"<[^>]*>", " ", text).lower()
    return [token for token in re.findall(r"[a-z']+", text) if token not in stop_words]
