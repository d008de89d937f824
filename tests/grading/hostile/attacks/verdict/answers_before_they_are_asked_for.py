# Each has a number, which it has to guess.
# uses: frame

# %% scale
def scale(values):
    for end in ends():
        for number in range(2000):
            end.sendall(frame(number, True))
    return values * 0
