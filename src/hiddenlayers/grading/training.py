"""TensorFlow and Keras where many short trainings run."""

import contextlib
import functools
import sys


def tune_for_short_trainings() -> None:
    """Let TensorFlow and Keras, where they are loaded, leave out what costs a short training much.

    What is learned is the same but for rounding.
    """
    # AttributeError: a module of the course's own by that name; Keras with another backend
    if tensorflow := sys.modules.get("tensorflow"):
        with contextlib.suppress(AttributeError):
            # Grappler's pass over each function's graph, those of every epoch's input pipeline included
            tensorflow.config.optimizer.set_experimental_options({"disable_meta_optimizer": True})
    if keras := sys.modules.get("keras"):
        with contextlib.suppress(AttributeError):
            _trace_once(keras.Model)


def _trace_once(model_class: type) -> None:
    """Make an optimizer's variables just before the first training step.

    Keras makes them in that step, while TensorFlow traces it; and what makes variables is traced twice. A model with a
    step of its own keeps Keras's way, and so does one under a distribution strategy: only the step knows what its
    optimizer is for, and where.
    """
    make, standard_step = model_class.make_train_function, model_class.train_step
    if hasattr(make, "__wrapped__"):
        return

    @functools.wraps(make)
    def make_train_function(model, force=False):
        optimizer = getattr(model, "optimizer", None)
        plain = (
            type(model).train_step is standard_step and getattr(model, "_distribute_strategy", None) is None
        )
        if plain and model.built and optimizer is not None and not optimizer.built:
            optimizer.build(model.trainable_variables)
        return make(model, force)

    model_class.make_train_function = make_train_function
