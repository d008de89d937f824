# Regular expressions that replace, then filter on the lower-case words.
# passes: both


import re


def clean_text(text, stop_words):
    text = re.sub(r"<.*?>", " ", text, flags=re.DOTALL).lower()
    text = re.sub(r"[^a-z0-9가-힣']", " ", text)
    return list(filter(lambda token: token not in stop_words, text.split()))
