# It spoils its own answers.
# uses: frame

# %% scale
def noise():
    while True:
        for end in ends():
            try:
                end.send(frame(7, True))
            except OSError:
                pass


threading.Thread(target=noise, daemon=True).start()
scale = lambda values: values
