"""The same conversations through Kapok and through red-dwarf 0.4.0, beside each other.

    python3 -m venv venv && venv/bin/pip install 'red-dwarf[all]==0.4.0'
    venv/bin/python bench/opinion/side_by_side.py path/to/kapok FOLDER [FOLDER ...]

Each run is a process of its own; CPU time and peak memory are the operating system's figures for it, reading included. The
groups of both are compared with each other and with the export's (adjusted Rand index).
"""

import collections
import csv
import json
import os
import resource
import subprocess
import sys
import tempfile


def child(command):
    """CPU seconds and peak MB of a command."""
    read, write = os.pipe()
    pid = os.fork()
    if pid == 0:
        process = subprocess.run(command, stdout=subprocess.DEVNULL)
        usage = resource.getrusage(resource.RUSAGE_CHILDREN)
        line = f"{usage.ru_utime + usage.ru_stime} {usage.ru_maxrss / 1000} {process.returncode}"
        os.write(write, line.encode())
        os._exit(0)
    os.waitpid(pid, 0)
    cpu, peak, code = os.read(read, 200).decode().split()
    if code != "0":
        raise SystemExit(f"{' '.join(command)} ended with {code}")
    return float(cpu), float(peak)


def red_dwarf(folder, out):
    """Runs red-dwarf on the matrix of a folder and writes its groups."""
    from reddwarf.implementations.polis import run_pipeline

    csv.field_size_limit(10**9)
    votes = []
    with open(os.path.join(folder, "participants-votes.csv"), encoding="utf-8") as file:
        for row in csv.DictReader(file):
            for column, value in row.items():
                if column.isdigit() and value != "":
                    votes.append({"participant_id": int(row["participant"]), "statement_id": int(column),
                                  "vote": int(value), "modified": 0})
    with open(os.path.join(folder, "comments.csv"), encoding="utf-8") as file:
        refused = [int(row["comment-id"]) for row in csv.DictReader(file)
                   if row["moderated"] == "-1" or row.get("is-meta", "").lower() == "true"]
    result = run_pipeline(votes=votes, mod_out_statement_ids=refused, random_state=0)
    labels = result.participants_df["cluster_id"].dropna()
    with open(out, "w", encoding="utf-8") as file:
        json.dump({str(person): int(label) for person, label in labels.items()}, file)


def agreement(left, right):
    """Adjusted Rand index over those whom both put into a group. By hand, since whatever this process imports counts in the
    memory of its children."""
    pairs = lambda counts: sum(count * (count - 1) / 2 for count in counts)
    both = [(left[one], right[one]) for one in left if one in right]
    if not both:
        return float("nan")
    together = pairs(collections.Counter(both).values())
    rows = pairs(collections.Counter(one for one, _ in both).values())
    columns = pairs(collections.Counter(other for _, other in both).values())
    chance = rows * columns / pairs([len(both)])
    most = (rows + columns) / 2
    return 1.0 if most == chance else (together - chance) / (most - chance)


def exported(folder):
    csv.field_size_limit(10**9)
    with open(os.path.join(folder, "participants-votes.csv"), encoding="utf-8") as file:
        return {row["participant"]: int(row["group-id"]) for row in csv.DictReader(file) if row.get("group-id", "") != ""}


def main():
    if sys.argv[1] == "--red-dwarf":
        return red_dwarf(sys.argv[2], sys.argv[3])
    kapok, folders = sys.argv[1], sys.argv[2:]
    print(f"{'':36} {'kapok':>22} {'red-dwarf 0.4.0':>22} {'agreement':>30}")
    print(f"{'':36} {'CPU s':>8} {'MB':>6} {'k':>6} {'CPU s':>8} {'MB':>6} {'k':>6} {'with each other / the export':>30}")
    for folder in folders:
        with tempfile.TemporaryDirectory() as scratch:
            ours, theirs = os.path.join(scratch, "ours.json"), os.path.join(scratch, "theirs.json")
            cost = child([kapok, "opinion", "map", folder, "--json", ours])
            other = child([sys.executable, __file__, "--red-dwarf", folder, theirs])
            with open(ours, encoding="utf-8") as file:
                groups = json.load(file)["groups"]
            mine = {str(person): group["id"] for group in groups for person in group["participants"]}
            with open(theirs, encoding="utf-8") as file:
                found = json.load(file)
            export = exported(folder)
            print(f"{os.path.basename(folder.rstrip('/')):36} {cost[0]:8.2f} {cost[1]:6.0f} {len(groups) or 'none':>6} "
                  f"{other[0]:8.2f} {other[1]:6.0f} {len(set(found.values())):6} "
                  f"{agreement(mine, found):10.2f} / ours {agreement(mine, export):.2f}, theirs {agreement(found, export):.2f}")


main()
