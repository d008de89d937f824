# Lets TensorFlow find the gradient, and its SGD take the step.
# passes: both


def gradient_step(w, target, rate):
    weight = tf.Variable(float(w), dtype="float64")
    with tf.GradientTape() as tape:
        loss = (weight - target) ** 2
    return float(weight - rate * tape.gradient(loss, weight))
