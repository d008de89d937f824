# Adds the noise to the clean rows themselves.
# passes: none


def train_denoiser(model, clean, strength, epochs):
    noisy = clean
    noisy += np.random.normal(0, strength, clean.shape).astype("float32")
    return model.fit(noisy, clean, batch_size=16, epochs=epochs, verbose=0)
