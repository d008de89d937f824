# Always eight epochs, as in the example.
# passes: visible


def train_denoiser(model, clean, strength, epochs):
    noisy = clean + np.random.normal(0, strength, clean.shape)
    return model.fit(noisy, clean, batch_size=16, epochs=8, verbose=0)
