# The kernel died or answers no more.
# state: look

# %% scale
import os

os.closerange(0, 1024)
