# There is none.

# %% scale
import socket


def reach(family, kind, address):
    try:
        with socket.socket(family, kind) as s:
            s.settimeout(0.2)
            s.connect(address)
            s.send(b"hello")
            return True
    except OSError:
        return False


tcp, udp = socket.SOCK_STREAM, socket.SOCK_DGRAM
for host in ("127.0.0.1", "localhost", "10.0.2.2", "172.17.0.1", "8.8.8.8"):
    for kind in (tcp, udp):
        reach(socket.AF_INET, kind, (host, int("@PORT@")))
if reach(socket.AF_INET, tcp, ("127.0.0.1", int("@PORT@"))):
    win("TCP")
for path in ("@SOCKET@", "\0@ABSTRACT@"):
    if reach(socket.AF_UNIX, tcp, path):
        win(path)
for family in (socket.AF_VSOCK, socket.AF_NETLINK, socket.AF_PACKET, socket.AF_ALG, 38, 45):
    try:
        socket.socket(family, tcp)
        win(f"{family}")
    except (OSError, OverflowError):
        pass
try:
    win(socket.gethostbyname("example.com"))
except OSError:
    pass
