# A subclass of keras.Model that builds its graph in __init__, with keras.Input.
# passes: both


class PriceStack(keras.Model):
    def __init__(self, window, features, units):
        days = keras.Input(shape=(window, features), name="days")
        x = days
        for number, width in enumerate(units):
            keeps_days = number < len(units) - 1
            x = keras.layers.LSTM(width, return_sequences=keeps_days, name=f"memory_{number}")(x)
            x = keras.layers.Dropout(rate=0.1)(x)
        super().__init__(days, keras.layers.Dense(1, activation="linear", name="price")(x))


def build_stack(window, features, units):
    return PriceStack(window, features, units)
