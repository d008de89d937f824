# Returns the words as a list.
# passes: none


def decode_review(numbers, word_index):
    words = {rank + 3: word for word, rank in word_index.items()} | {2: "?"}
    return [words[number] for number in numbers if number > 1]
