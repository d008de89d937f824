# Takes the first number after which only padding is expected: a review padded in front is empty.
# passes: none


def decode_review(numbers, word_index):
    words = {rank + 3: word for word, rank in word_index.items()} | {2: "?"}
    text = []
    for number in numbers:
        if number == 0:
            break
        if number > 1:
            text.append(words[number])
    return " ".join(text)
