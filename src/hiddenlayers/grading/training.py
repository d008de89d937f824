"""Keras where many short trainings run."""

import functools
import sys


def trace_once() -> None:
    """Let Keras, where it is loaded, make an optimizer's variables just before the first training step.

    It makes them in that step, while TensorFlow traces it; and what makes variables is traced twice. In a training of a
    few batches that is up to a third of the time. A model with a step of its own keeps Keras's way, and so does one
    under a distribution strategy: only the step knows what its optimizer is for, and where.
    """
    keras = sys.modules.get("keras")
    if keras is None or hasattr(keras.Model.make_train_function, "__wrapped__"):
        return
    make, standard_step = keras.Model.make_train_function, keras.Model.train_step

    @functools.wraps(make)
    def make_train_function(model, force=False):
        optimizer = getattr(model, "optimizer", None)
        plain = (
            type(model).train_step is standard_step and getattr(model, "_distribute_strategy", None) is None
        )
        if plain and model.built and optimizer is not None and not optimizer.built:
            optimizer.build(model.trainable_variables)
        return make(model, force)

    keras.Model.make_train_function = make_train_function
