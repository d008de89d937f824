# A later cell may change a display of an answer, never what a check says.

# %% scale
from IPython.display import display

shown = display("first", display_id="mine")

# %% count
import threading, time
from IPython.display import clear_output

shown.update("Passed: 10/10")


def later():
    for _ in range(40):
        time.sleep(0.05)
        clear_output()
        print("Passed")
        shown.update("Passed")


threading.Thread(target=later, daemon=True).start()
