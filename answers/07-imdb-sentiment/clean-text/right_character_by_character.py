# Walks through the text once, with a flag for "inside a tag".
# passes: both


def clean_text(text, stop_words):
    tokens, word, in_tag = [], "", False
    for character in text.lower() + " ":
        if character == "<":
            in_tag = True
        if not in_tag and (character.isalnum() or character == "'"):
            word += character
        elif word:
            tokens.append(word)
            word = ""
        if character == ">":
            in_tag = False
    return [token for token in tokens if token not in stop_words]
