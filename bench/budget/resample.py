#!/usr/bin/env python3
"""A larger election out of a real one: ballots drawn with replacement, in each of them one mark moved to another project.

    python3 bench/budget/resample.py FILE.pb OUT.pb [VOTERS] [SEED]

Nearly all ballots differ then, as in a real vote of that size; that is harder than a simulated one, whose ballots repeat.
For approval files without quoted cells."""
import random, sys

source, out = sys.argv[1:3]
voters = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
draw = random.Random(int(sys.argv[4]) if len(sys.argv) > 4 else 1)

head, votes = open(source, encoding="utf-8-sig", newline="").read().replace("\r", "").split("\nVOTES\n")
meta, projects = head.split("\nPROJECTS\n")
ids = [row.split(";")[0] for row in projects.strip().split("\n")[1:]]
columns, *rows = votes.strip().split("\n")
at = columns.split(";").index("vote")
ballots = [row.split(";")[at].split(",") for row in rows]
meta = [f"num_votes;{voters}" if line.startswith("num_votes;") else line for line in meta.split("\n")]
# Votes that the file counts are no longer true.
names = projects.strip().split("\n")[0].split(";")
kept = [column for column, name in enumerate(names) if name in ("project_id", "cost", "name")]

with open(out, "w", encoding="utf-8") as file:
    print("\n".join(meta), "PROJECTS", sep="\n", file=file)
    for row in projects.strip().split("\n"):
        cells = row.split(";")
        print(";".join(cells[column] for column in kept), file=file)
    print("VOTES\nvoter_id;vote", file=file)
    for voter in range(voters):
        marks = list(draw.choice(ballots))
        marks[draw.randrange(len(marks))] = draw.choice(ids)
        print(voter, ",".join(dict.fromkeys(marks)), sep=";", file=file)
