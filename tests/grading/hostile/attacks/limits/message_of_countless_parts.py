# What waits to be read counts as the submission's memory.

# %% scale
socket = get_ipython().kernel.iopub_socket
import zmq

part = zmq.Frame(bytes(8 << 20))
inner = get_ipython().kernel.iopub_thread.socket
for _ in range(300):
    inner.send(part, zmq.SNDMORE, copy=False)
import time

time.sleep(1.5)
