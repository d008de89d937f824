# Drops everything up to the start; padding at the end becomes a question mark.
# passes: visible


def decode_review(numbers, word_index):
    numbers = list(numbers)
    words = {rank + 3: word for word, rank in word_index.items()}
    return " ".join(words.get(number, "?") for number in numbers[numbers.index(1) + 1 :])
