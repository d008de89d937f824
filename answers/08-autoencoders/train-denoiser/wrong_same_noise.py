# The same noise for every row.
# passes: none


def train_denoiser(model, clean, strength, epochs):
    noisy = clean + np.random.normal(0, strength, clean.shape[1])
    return model.fit(noisy, clean, batch_size=16, epochs=epochs, verbose=0)
