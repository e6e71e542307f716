"""One host: tells its name on every port, and tries what it is asked to.

    agent.py NAME PROTOCOL/PORT ...

A line "PROTOCOL ADDRESS PORT" on standard input is something to try, an empty line starts all of them at once. The
answers come in the same order: the name that was heard, or "timeout", "refused", "unreachable". Each attempt has a
source port of its own that was never used before. Ends with its input.
"""

import contextlib
import os
import selectors
import socket
import sys
import time

NAME = sys.argv[1].encode()
SECONDS = 1.0
KINDS = {"TCP": socket.SOCK_STREAM, "UDP": socket.SOCK_DGRAM}

selector = selectors.DefaultSelector()
source_ports = iter(range(20_000, 65_536))


def listen(kind, port):
    listener = socket.socket(socket.AF_INET, kind)
    if kind == socket.SOCK_STREAM:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind(("", port))
    listener.setblocking(False)  # what made it readable can be gone before it is read
    if kind == socket.SOCK_STREAM:
        listener.listen(128)
        selector.register(listener, selectors.EVENT_READ, lambda: accept(listener))
    else:
        selector.register(listener, selectors.EVENT_READ, lambda: echo(listener))


def accept(listener):
    with contextlib.suppress(BlockingIOError, ConnectionError):
        connection, _ = listener.accept()
        with connection:
            connection.sendall(NAME)


def echo(listener):
    with contextlib.suppress(BlockingIOError, ConnectionError):
        _, sender = listener.recvfrom(64)
        listener.sendto(NAME, sender)


def attempt(kind, address, port, answers, number):
    """Tries one; the answer is noted as soon as there is one."""
    client = socket.socket(socket.AF_INET, kind)
    client.setblocking(False)
    client.bind(("", next(source_ports)))
    client.connect_ex((address, port))
    if kind == socket.SOCK_DGRAM:
        client.send(b"?")

    def heard():
        try:
            answers[number] = client.recv(64).decode() or "nothing"
        except ConnectionRefusedError:
            answers[number] = "refused"
        except OSError:
            answers[number] = "unreachable"
        selector.unregister(client)
        client.close()

    selector.register(client, selectors.EVENT_READ, heard)
    return client


def serve(seconds):
    for key, _ in selector.select(seconds):
        key.data()


def run(asked):
    answers = {}
    clients = []
    for number, line in enumerate(asked):
        protocol, address, port = line.split()
        clients.append(attempt(KINDS[protocol], address, int(port), answers, number))
        serve(0)
    deadline = time.monotonic() + SECONDS
    while len(answers) < len(asked) and time.monotonic() < deadline:
        serve(deadline - time.monotonic())
    serve(0)
    for client in clients:
        if client.fileno() >= 0:
            selector.unregister(client)
            client.close()
    print("\n".join(answers.get(number, "timeout") for number in range(len(asked))), flush=True)


class Orders:
    """What comes in on standard input, line by line."""

    def __init__(self):
        self.rest = b""
        self.asked = []

    def read(self):
        some = os.read(0, 65_536)
        if not some:
            sys.exit(0)
        *lines, self.rest = (self.rest + some).split(b"\n")
        for line in lines:
            if line:
                self.asked.append(line.decode())
            else:
                asked, self.asked = self.asked, []
                run(asked)


for served in sys.argv[2:]:
    served_protocol, served_port = served.split("/")
    listen(KINDS[served_protocol], int(served_port))
selector.register(0, selectors.EVENT_READ, Orders().read)
print("ready", flush=True)
while True:
    serve(None)
