# Subtracts 2, as if words began at 3.
# passes: none


def decode_review(numbers, word_index):
    words = {rank + 2: word for word, rank in word_index.items()} | {2: "?"}
    return " ".join(words.get(number, "?") for number in numbers if number > 1)
