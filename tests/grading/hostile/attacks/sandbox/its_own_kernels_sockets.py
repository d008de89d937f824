# It may talk to itself; nothing is gained.

# %% before
from jupyter_client import BlockingKernelClient

kernel = get_ipython().kernel
client = BlockingKernelClient(
    transport="ipc", ip="/run/kernel/k", shell_port=1, iopub_port=2, stdin_port=3, control_port=4, hb_port=5
)
client.session.key = kernel.session.key
client.start_channels(stdin=False, hb=False)
for _ in range(50):
    client.execute("raise SystemExit", stop_on_error=False)
