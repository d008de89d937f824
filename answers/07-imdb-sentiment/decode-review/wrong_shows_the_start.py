# Writes a word of its own for padding and start, as some tutorials do.
# passes: none


def decode_review(numbers, word_index):
    words = {rank + 3: word for word, rank in word_index.items()}
    words |= {0: "<PAD>", 1: "<START>", 2: "?"}
    return " ".join(words[number] for number in numbers)
