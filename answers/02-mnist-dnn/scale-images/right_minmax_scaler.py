# scikit-learn's MinMaxScaler, fitted on the two ends of the range and not on the images.
# passes: both

from sklearn.preprocessing import MinMaxScaler


def scale_images(images):
    scaler = MinMaxScaler(feature_range=(-1, 1))
    scaler.fit([[0.0], [255.0]])
    scaled = scaler.transform(images.reshape(-1, 1))
    return scaled.reshape(images.shape).astype("float32")
