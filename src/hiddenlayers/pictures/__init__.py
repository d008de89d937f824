"""The course's drawings, one topic a file, and what they have in common.

Importing this package imports neither TensorFlow nor matplotlib.
"""

# Okabe and Ito's colours: easy to tell apart for everyone, and legible on white and in grey.
BLUE, ORANGE, GREEN, PINK = "#0072B2", "#D55E00", "#009E73", "#CC79A7"

STYLE = {"figure.facecolor": "white", "axes.spines.top": False, "axes.spines.right": False}
"""For `matplotlib.pyplot.rcParams.update`: a white ground, legible in light and dark pages."""
