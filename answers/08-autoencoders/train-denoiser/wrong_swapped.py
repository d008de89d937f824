# Clean rows in, noisy rows as target.
# passes: none


def train_denoiser(model, clean, strength, epochs):
    noisy = clean + np.random.normal(0, strength, clean.shape)
    return model.fit(clean, noisy, batch_size=16, epochs=epochs, verbose=0)
