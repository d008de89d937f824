# Trains on clean rows, as an ordinary autoencoder.
# passes: none


def train_denoiser(model, clean, strength, epochs):
    return model.fit(clean, clean, batch_size=16, epochs=epochs, verbose=0)
