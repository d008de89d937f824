# Turns the dictionary round, then goes number by number.
# passes: both


def decode_review(numbers, word_index):
    words = {rank: word for word, rank in word_index.items()}
    text = []
    for number in numbers:
        if number == 2:
            text.append("?")
        elif number > 2:
            text.append(words[number - 3])
    return " ".join(text)
