# The target is noisy too.
# passes: none


def train_denoiser(model, clean, strength, epochs):
    noisy = clean + np.random.normal(0, strength, clean.shape)
    return model.fit(noisy, noisy, batch_size=16, epochs=epochs, verbose=0)
