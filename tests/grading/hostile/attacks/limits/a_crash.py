# The kernel died; what was earned before stays.
# notes: kernel-died

# %% scale
import ctypes

ctypes.string_at(0)
