# Splits at "<" and drops everything up to ">"; then joins the characters that may stay.
# passes: both


def clean_text(text, stop_words):
    first, *rest = text.split("<")
    without_tags = " ".join([first, *(piece.split(">", 1)[1] for piece in rest)])
    kept = "".join(c if c.isalnum() or c == "'" else " " for c in without_tags)
    result = []
    for token in kept.casefold().split():
        if token in stop_words:
            continue
        result.append(token)
    return result
