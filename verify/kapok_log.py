#!/usr/bin/env python3
"""Verifies the public log of a Kapok server, without Kapok.

    python3 kapok_log.py kapok-log.txt [--key KEY] [--earlier checkpoint.txt]
    python3 kapok_log.py act.tlog-proof --key KEY

Of a log file, every act is hashed again, the Merkle tree over them is built again (RFC 6962, section 2.1), and each
signed checkpoint (C2SP tlog-checkpoint) must fit the acts before it; with --earlier, a checkpoint that you kept, the log
must begin with exactly the acts that it was signed over. A proof (C2SP tlog-proof) shows that one act is in the log.
Exit status 0: it holds. 1: it does not, and the line says why. Needs Python 3.9 and: pip install cryptography
"""

import argparse
import base64
import functools
import hashlib
import json
import sys

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Broken(Exception):
    """Something does not hold."""


def check(holds, text):
    if not holds:
        raise Broken(text)


def sha256(*parts):
    return hashlib.sha256(b"".join(parts)).digest()


def from_base64(text):
    """Base64 in its one spelling: no other text stands for the same bytes."""
    data = base64.b64decode(text, validate=True)
    check(base64.b64encode(data).decode() == text, "base64 in an unusual spelling")
    return data


def number(text):
    check(text.isascii() and text.isdigit() and str(int(text)) == text, f"not a number: {text[:40]!r}")
    return int(text)


def json_string(text):
    """A JSON string in its one spelling (RFC 8785)."""
    value = json.loads(text, strict=False)
    check(json.dumps(value, ensure_ascii=False) == text, "JSON in an unusual spelling")
    return value


class Key:
    """The public key of a log, NAME+ID+KEY."""

    def __init__(self, text):
        parts = text.split("+", 2)
        check(len(parts) == 3 and parts[0] and " " not in parts[0], "not a key of the form NAME+ID+KEY")
        self.text, self.name = text, parts[0]
        typed = from_base64(parts[2])
        check(len(typed) == 33 and typed[0] == 1, "not an Ed25519 key")
        self.id = sha256(self.name.encode() + b"\n" + typed)[:4]
        check(self.id.hex() == parts[1], "the key does not fit its id")
        self.public = Ed25519PublicKey.from_public_bytes(typed[1:])

    def open(self, note):
        """Size and root in a checkpoint that this key signed."""
        body, blank, signatures = note.partition("\n\n")
        lines = body.split("\n")
        check(blank and len(lines) == 3, "not a checkpoint")
        check(lines[0] == self.name, f"a checkpoint of the log {lines[0]!r}, not of {self.name!r}")
        check(signatures.endswith("\n"), "the checkpoint is cut")
        size, root = number(lines[1]), from_base64(lines[2])
        check(len(root) == 32, "the root in the checkpoint is not 32 bytes")
        signed = False
        for line in signatures[:-1].split("\n"):
            dash, name, signature = (line.split(" ") + ["", ""])[:3]
            data = from_base64(signature)
            check(line == f"{dash} {name} {signature}" and dash == "—" and name and len(data) > 4, "not a signature line")
            if name == self.name and data[:4] == self.id:
                try:
                    self.public.verify(data[4:], (body + "\n").encode())
                except InvalidSignature:
                    raise Broken("the signature of the checkpoint does not hold") from None
                signed = True
        check(signed, "the checkpoint is not signed by this key")
        return size, root


class Tree:
    """A Merkle tree that only grows: the roots of the complete subtrees at its right edge."""

    def __init__(self):
        self.size, self.roots = 0, []

    def push(self, leaf):
        size = self.size
        while size & 1:
            leaf = sha256(b"\x01", self.roots.pop(), leaf)
            size >>= 1
        self.roots.append(leaf)
        self.size += 1

    def root(self):
        return functools.reduce(lambda right, left: sha256(b"\x01", left, right), self.roots[::-1]) if self.roots else sha256()


def read_act(line):
    """The leaf hash of a line with an act."""
    parts = line.split("\t")
    check(len(parts) in (2, 4), "not an act")
    leaf = sha256(b"\x00", parts[1].encode())
    check(leaf.hex() == parts[0], "the act does not have the hash that stands before it")
    digest = json.loads(parts[1]).get("reason_sha256")
    if len(parts) == 4:
        check(len(parts[2]) == 32 and parts[2] == parts[2].lower(), "not a salt")
        words = json_string(parts[3]).encode()
        check(sha256(bytes.fromhex(parts[2]), words).hex() == digest, "the reason was changed")
    return leaf, digest is not None and len(parts) == 2


def verify_log(first, lines, key, earlier):
    word, _, own = first.partition(" ")
    check(word == "kapok-log/1" and own.endswith("\n"), "line 1: not a log file")
    own = Key(own[:-1])
    check(key is None or key.text == own.text, f"the file carries the key {own.text}")
    kept = earlier and own.open(earlier)
    tree, signed, taken_out, continues = Tree(), None, 0, False
    for at, line in enumerate(lines, 2):
        try:
            check(line.endswith("\n"), "it does not end: the file was cut")
            if kept and kept[0] == tree.size:
                check(kept[1] == tree.root(), "the acts before it are not those of the earlier checkpoint")
                continues = True
            if line.startswith('"'):
                size, root = own.open(json_string(line[:-1]))
                check(size == tree.size, f"a checkpoint of {size} acts after {tree.size}: acts are missing or were added")
                check(root == tree.root(), "the acts before it are not those that were signed")
                signed = size
            else:
                leaf, without = read_act(line[:-1])
                tree.push(leaf)
                taken_out += without
        except (Broken, ValueError) as error:
            raise Broken(f"line {at}: {error}") from None
    check(signed == tree.size, f"the file ends after {tree.size} acts without a checkpoint over them")
    check(not kept or continues, "the log has fewer acts than the earlier checkpoint")
    print(f"VERIFIED  the log {own.name}\n  acts  {tree.size}\n  root  {tree.root().hex()}\n  key   {own.text}")
    print(f"  {taken_out} reasons were taken out; their digests stand in the acts" if taken_out else "  every reason fits")
    print(f"  the first {kept[0]} acts are those of the earlier checkpoint" if kept else "  no earlier checkpoint was given")
    if key is None:
        print("The key was taken from the file. Compare it with the one you know, or give it with --key.")


def verify_proof(text, key):
    head, _, note = text.partition("\n\n")
    lines = head.split("\n")
    check(len(lines) >= 3 and lines[0] == "c2sp.org/tlog-proof@v1" and lines[1].startswith("extra ") and lines[2].startswith("index "), "not a proof of an act")
    act, index = from_base64(lines[1][6:]), number(lines[2][6:])
    size, root = key.open(note)
    here, at, last = sha256(b"\x00", act), index, size - 1
    for step in map(from_base64, lines[3:]):  # RFC 9162, section 2.1.3.2
        check(last > 0 and len(step) == 32, "the path is too long")
        if at & 1 or at == last:
            here = sha256(b"\x01", step, here)
            while at and not at & 1:
                at, last = at >> 1, last >> 1
        else:
            here = sha256(b"\x01", here, step)
        at, last = at >> 1, last >> 1
    check(index < size and last == 0 and here == root, "the path does not lead from this act to the signed root")
    print(f"VERIFIED  act {index} of the log {key.name}, among {size}\n  {act.decode()}")


def main():
    parser = argparse.ArgumentParser(description="Verifies the public log of a Kapok server.")
    parser.add_argument("file")
    parser.add_argument("--key", help="the log's public key, NAME+ID+KEY")
    parser.add_argument("--earlier", help="a file with a checkpoint that you kept")
    args = parser.parse_args()
    try:
        key = Key(args.key) if args.key else None
        with open(args.file, encoding="utf-8", newline="\n") as file:
            lines = iter(file.readline, "")
            first = next(lines, "")
            if first.startswith("c2sp.org/tlog-proof@v1\n"):
                check(key, "a proof is worth as much as the key: give the log's key with --key")
                return verify_proof(first + file.read(), key)
            earlier = args.earlier and open(args.earlier, encoding="utf-8", newline="\n").read()
            verify_log(first, lines, key, earlier)
    except (Broken, ValueError, OSError) as error:
        sys.exit(f"NOT VERIFIED  {error}")


if __name__ == "__main__":
    main()
