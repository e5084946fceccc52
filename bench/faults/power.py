#!/usr/bin/env python3
"""What a power cut would leave of a SQLite database of Kapok: shown on a real server.

The server runs under strace while voices come in. The trace has every write to the database's files, every fsync, and every
answer to a client, in order. Then the power is "cut" at many points of the trace. What was synced before a point is there. Of what
was not yet synced, each file keeps nothing, everything, or a random part, torn at a sector: a disk promises no more. SQLite opens
what is left, and every voice whose receipt was sent before the point must be there, whole, with its act; the file must be sound.

    python3 bench/faults/power.py --kapok target/release/kapok --points 300

The same with a writer that syncs only at checkpoints (synchronous=NORMAL) shows that the test can fail:

    python3 bench/faults/power.py --contrast --points 300

Needs strace and nothing beyond Python's standard library.
"""

import argparse
import os
import random
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import threading
import urllib.parse

CALLS = "openat,close,pwrite64,write,writev,sendto,fsync,fdatasync,ftruncate,unlink,dup,dup2,fcntl"
SECTOR = 512
NORMAL_WRITER = """
import sqlite3, sys, os
c = sqlite3.connect(sys.argv[1], isolation_level=None)
c.execute("PRAGMA journal_mode=WAL"); c.execute("PRAGMA synchronous=" + sys.argv[2])
for n in range(400):
    c.execute("BEGIN IMMEDIATE"); c.execute("INSERT INTO voice (text) VALUES (?)", (f"Voice {n} of writer 0",)); c.execute("COMMIT")
    os.write(1, f"HTTP/1.1 303 Voice {n} of writer 0\\n".encode())
"""


def unescape(text):
    """A string as strace -xx writes it."""
    return bytes.fromhex(text.replace("\\x", ""))


class Trace:
    """Events in order: ('write', file, offset, bytes), ('sync', file), ('cut', file, length), ('gone', file), ('said', bytes)."""

    LINE = re.compile(r"^(?:\[pid\s+)?(\d+)\]?\s+(\w+)\((.*)\)\s+=\s+(-?\d+)")
    PARTS = re.compile(r"^(?:\[pid\s+)?(\d+)\]?\s+(.*) <unfinished \.\.\.>$")
    REST = re.compile(r"^(?:\[pid\s+)?(\d+)\]?\s+<\.\.\. \w+ resumed>(.*)$")

    def __init__(self, path, folder):
        self.folder, self.events, self.files = folder, [], {}
        open_calls = {}
        with open(path, encoding="ascii", errors="replace") as lines:
            for line in lines:
                line = line.rstrip("\n")
                part = self.PARTS.match(line)
                if part:
                    open_calls[part[1]] = part[2]
                    # What is being written may already be there, and a receipt that is being sent may have arrived.
                    continue
                rest = self.REST.match(line)
                if rest:
                    line = f"{rest[1]} {open_calls.pop(rest[1], '')}{rest[2]}"
                call = self.LINE.match(line)
                if call and int(call[4]) >= 0:
                    self.take(call[2], call[3], int(call[4]))

    def take(self, name, args, result):
        if name == "openat":
            path = re.search(r'"((?:\\x[0-9a-f]{2})*)"', args)
            path = unescape(path[1]).decode() if path else ""
            own = os.path.dirname(os.path.abspath(path)) == self.folder and ".db" in os.path.basename(path)
            self.files.pop(result, None)
            if own and not path.endswith("-shm"):
                self.files[result] = os.path.basename(path)
        elif name == "close":
            self.files.pop(int(args), None)
        elif name == "pwrite64":
            found = re.match(r'(\d+), "((?:\\x[0-9a-f]{2})*)"(\.\.\.)?, (\d+), (\d+)', args)
            if found and int(found[1]) in self.files:
                assert not found[3], "strace cut a write short"
                self.events.append(("write", self.files[int(found[1])], int(found[5]), unescape(found[2])[:result]))
        elif name in ("fsync", "fdatasync"):
            if int(args) in self.files:
                self.events.append(("sync", self.files[int(args)]))
        elif name == "ftruncate":
            fd, length = args.split(", ")
            if int(fd) in self.files:
                self.events.append(("cut", self.files[int(fd)], int(length)))
        elif name == "unlink":
            path = re.search(r'"((?:\\x[0-9a-f]{2})*)"', args)
            name = os.path.basename(unescape(path[1]).decode()) if path else ""
            if ".db" in name and not name.endswith("-shm"):
                self.events.append(("gone", name))
        elif name in ("write", "writev", "sendto"):
            said = b"".join(unescape(s) for s in re.findall(r'"((?:\\x[0-9a-f]{2})*)"', args))
            if said.startswith(b"HTTP/1.1 303"):
                self.events.append(("said", said))


def apply(content, event, amount=None):
    """One write or cut on a file's bytes; `amount` bytes of it when it is torn."""
    if event[0] == "cut":
        del content[event[2]:]
        return
    at, data = event[2], event[3] if amount is None else event[3][:amount]
    if len(content) < at:
        content.extend(bytes(at - len(content)))
    content[at:at + len(data)] = data


def after_cut(start, events, chance):
    """The files when the power goes after these events."""
    synced = {name: bytearray(data) for name, data in start.items()}
    waiting = {}
    for event in events:
        if event[0] in ("write", "cut"):
            waiting.setdefault(event[1], []).append(event)
        elif event[0] == "sync":
            for one in waiting.pop(event[1], []):
                apply(synced.setdefault(event[1], bytearray()), one)
        elif event[0] == "gone":
            synced.pop(event[1], None)
            waiting.pop(event[1], None)
    for name, left in waiting.items():
        fate = chance.choice(["nothing", "everything", "some", "some"])
        for event in left:
            keep = fate == "everything" or fate == "some" and chance.random() < 0.5
            if keep:
                torn = event[0] == "write" and fate == "some" and chance.random() < 0.3
                amount = chance.randrange(0, len(event[3]), SECTOR) if torn and len(event[3]) > SECTOR else None
                apply(synced.setdefault(name, bytearray()), event, amount)
    return synced


def look(files, database, folder, acknowledged, acts):
    """What is wrong with the database that is left."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    for name, data in files.items():
        with open(os.path.join(folder, name), "wb") as out:
            out.write(data)
    connection = sqlite3.connect(os.path.join(folder, database))
    try:
        sound = connection.execute("PRAGMA integrity_check").fetchone()[0]
        if sound != "ok":
            return f"not sound: {sound}"
        there = [row[0] for row in connection.execute("SELECT text FROM voice")]
        missing = acknowledged - set(there)
        if missing:
            return f"{len(missing)} acknowledged voices are missing, for example {min(missing)}"
        if len(there) != len(set(there)):
            return "a voice is there twice"
        if acts:
            heard = connection.execute("SELECT count(*) FROM act WHERE kind = 'voice.heard'").fetchone()[0]
            if heard != len(there):
                return f"{len(there)} voices have {heard} acts"
    except sqlite3.DatabaseError as error:
        return f"cannot be read: {error}"
    finally:
        connection.close()
    return None


def ask(connection, request):
    """One exchange on a kept connection: head and body."""
    connection.sendall(request)
    data = b""
    while b"\r\n\r\n" not in data:
        block = connection.recv(65536)
        if not block:
            raise ConnectionError("no answer")
        data += block
    head, body = data.split(b"\r\n\r\n", 1)
    length = re.search(rb"(?i)content-length: (\d+)", head)
    while length and len(body) < int(length[1]):
        body += connection.recv(65536)
    return head, body


def writer(number, address, each, codes):
    host, port = address.split(":")
    with socket.create_connection((host, int(port)), timeout=300) as connection:
        _, page = ask(connection, b"GET / HTTP/1.1\r\nhost: x\r\n\r\n")
        token = re.search(rb'name="token" value="(\w+)"', page)[1].decode()
        for n in range(each):
            text = f"Voice {n} of writer {number}"
            body = urllib.parse.urlencode({"token": token, "text": text}).encode()
            head = b"POST /say HTTP/1.1\r\nhost: x\r\ncontent-type: application/x-www-form-urlencoded\r\ncontent-length: %d\r\n\r\n"
            answer, _ = ask(connection, head % len(body) + body)
            codes[re.search(rb"/follow/([\w-]+)", answer)[1]] = text


def run_server(options, folder, trace):
    """A real server under strace; gives the files before, and the texts by code."""
    database = os.path.join(folder, "kapok.db")
    serve = [options.kapok, "bench-server", "--database", f"sqlite:{database}", "--data", folder]
    # Made and closed first, so that what is there before is known and synced.
    with subprocess.Popen(serve, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as first:
        first.stdout.readline()
        first.stdin.close()
        first.wait()
    start = read_files(folder)
    strace = ["strace", "-f", "-qq", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", trace]
    codes = {}
    with subprocess.Popen(strace + serve, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as server:
        address = server.stdout.readline().decode().split()[0]
        writers = [threading.Thread(target=writer, args=(n, address, options.voices // 8, codes)) for n in range(8)]
        for one in writers:
            one.start()
        for one in writers:
            one.join()
        server.stdin.close()
        server.wait()
    return start, codes


def run_contrast(folder, trace, level):
    database = os.path.join(folder, "kapok.db")
    connection = sqlite3.connect(database)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE voice (text TEXT)")
    connection.commit()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    start = read_files(folder)
    strace = ["strace", "-f", "-qq", "-xx", "-s", "2000000", "-e", f"trace={CALLS}", "-e", "signal=none", "-o", trace]
    subprocess.run(strace + [sys.executable, "-c", NORMAL_WRITER, database, level], check=True, stdout=subprocess.DEVNULL)
    return start, {}


def read_files(folder):
    names = [n for n in os.listdir(folder) if ".db" in n and not n.endswith("-shm")]
    return {name: open(os.path.join(folder, name), "rb").read() for name in names}


def text_of(said, codes):
    code = re.search(rb"/follow/([\w-]+)", said)
    if code:
        return codes.get(code[1])
    return said.split(b" ", 2)[2].decode().strip()


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    options.add_argument("--kapok", default="target/release/kapok")
    options.add_argument("--points", type=int, default=300)
    options.add_argument("--voices", type=int, default=400)
    options.add_argument("--seed", type=int, default=1)
    options.add_argument("--contrast", action="store_true", help="a writer with synchronous=NORMAL, then one with FULL")
    options = options.parse_args()
    levels = ["NORMAL", "FULL"] if options.contrast else ["server"]
    failed = False
    for level in levels:
        with tempfile.TemporaryDirectory(prefix="kapok-power-") as home:
            folder, left, trace = (os.path.join(home, name) for name in ("city", "left", "trace"))
            os.makedirs(folder)
            start, codes = run_contrast(folder, trace, level) if options.contrast else run_server(options, folder, trace)
            events = Trace(trace, os.path.abspath(folder)).events
            said = [i for i, event in enumerate(events) if event[0] == "said"]
            syncs = sum(event[0] == "sync" for event in events)
            writes = sum(event[0] == "write" for event in events)
            print(f"{level}: {writes} writes, {syncs} syncs, {len(said)} receipts in the trace")
            assert said, "no receipt was seen"
            chance = random.Random(options.seed)
            wrong = []
            for _ in range(options.points):
                # From the first write to the end; half of the points right after a receipt, where it is most likely to hurt.
                at = chance.choice(said) + 1 if chance.random() < 0.5 else chance.randrange(1, len(events) + 1)
                acknowledged = {text_of(events[i][1], codes) for i in said if i < at} - {None}
                files = after_cut(start, events[:at], chance)
                problem = look(files, "kapok.db", left, acknowledged, not options.contrast)
                if problem:
                    wrong.append(f"after event {at}, {len(acknowledged)} receipts: {problem}")
            print(f"{level}: {options.points} power cuts, {len(wrong)} with a loss")
            for line in wrong[:3]:
                print(" ", line)
            failed |= bool(wrong) and level != "NORMAL"
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
