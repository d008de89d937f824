# No message holds a check.

# %% before
kernel = get_ipython().kernel
feed = kernel.session.feed_identities


def spy(parts, *rest, **more):
    loot.extend(bytes(part) for part in parts)
    return feed(parts, *rest, **more)


kernel.session.feed_identities = spy
import socket


class Spy(socket.socket):
    def recv_into(self, buffer, *rest):
        count = super().recv_into(buffer, *rest)
        loot.append(bytes(buffer[:count]))
        return count


socket.socket = Spy

# %% after
loot = [text for text in loot if b"canary" in text or b"HIDDEN" in text]
