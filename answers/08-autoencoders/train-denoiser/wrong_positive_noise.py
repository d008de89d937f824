# Noise between 0 and strength, never negative.
# passes: none


def train_denoiser(model, clean, strength, epochs):
    noisy = clean + strength * np.random.random(clean.shape)
    return model.fit(noisy, clean, batch_size=16, epochs=epochs, verbose=0)
