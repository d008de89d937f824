# They count as output.
# notes: output-cut

# %% scale
from IPython.display import display

display({"text/plain": "x"}, raw=True, metadata={"text/plain": "y" * (5 << 20)})
