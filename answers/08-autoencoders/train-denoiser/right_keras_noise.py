# The noise by Keras, in float32.
# passes: both


def train_denoiser(model, clean, strength, epochs):
    noise = keras.random.normal(clean.shape, mean=0.0, stddev=strength)
    return model.fit(clean + np.asarray(noise), clean, epochs=epochs, batch_size=16, verbose=0)
