"""Side by side with other people's software, on the same files, in one run.

    python -m venv /tmp/venv && /tmp/venv/bin/pip install -r bench/jury/requirements.txt
    /tmp/venv/bin/python bench/jury/compare.py target/release/kapok

Compared: choice under limits and assignment with HiGHS (scipy.optimize.milp); alpha with krippendorff; calibrated values and
standard errors with numpy's least squares; Borda, Schulze, ranked pairs and instant run-off with pref_voting.
"""

import csv
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time

import krippendorff
import numpy as np
from pref_voting.profiles import Profile
from pref_voting.voting_methods import beat_path, borda, instant_runoff, ranked_pairs
from scipy.optimize import Bounds, LinearConstraint, milp

KAPOK = sys.argv[1]
FOLDER = tempfile.mkdtemp()


def path(name):
    return os.path.join(FOLDER, name)


def write(name, head, rows):
    with open(path(name), "w", newline="") as file:
        csv.writer(file).writerows([head, *rows])
    return path(name)


def kapok(*arguments):
    """Runs the command; returns its JSON and its CPU seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run([KAPOK, "jury", *arguments, "--json", path("out.json")], capture_output=True, text=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    if done.returncode not in (0, 1) or done.stderr.startswith("error"):
        raise SystemExit(done.stderr)
    with open(path("out.json")) as file:
        return json.load(file), cpu


def line(what, ours, theirs, same):
    print(f"{what:<58} {ours:>9.3f} s {theirs:>9.3f} s  {same}")


def choices():
    worst, ours, theirs, clashes = 0.0, 0.0, 0.0, 0
    for seed in range(30):
        rng = random.Random(seed)
        n, seats = rng.choice([(273, 45), (45, 15), (15, 5)])
        items = [[f"E{i}", round(rng.gauss(6, 1), 3), f"r{min(rng.randrange(6), rng.randrange(6))}", f"t{rng.randrange(12)}", f"c{rng.randrange(190)}"] for i in range(n)]
        limits = [["region", f"r{i}", rng.randrange(seats // 9 + 1), seats // 4 + 1] for i in range(6)]
        limits += [["topic", f"t{i}", rng.randrange(seats // 15 + 1), seats // 9 + 1] for i in range(12)]
        values = {2: {item[2] for item in items}, 3: {item[3] for item in items}}
        limits = [limit for limit in limits if limit[1] in values[2] | values[3]]
        entries = write("entries.csv", ["id", "score", "region", "topic", "city"], items)
        table = write("limits.csv", ["category", "feature", "min", "max"], [*limits, ["city", "*", 0, 1]])
        result, cpu = kapok("choose", "--entries", entries, "--limits", table, "--seats", str(seats))
        ours += cpu
        rows, low, high = [np.ones(n)], [seats], [seats]
        for category, value, least, most in limits:
            rows.append(np.array([item[2 if category == "region" else 3] == value for item in items], float))
            low.append(least), high.append(most)
        for city in {item[4] for item in items}:
            rows.append(np.array([item[4] == city for item in items], float))
            low.append(0), high.append(1)
        start = time.process_time()
        other = milp(-np.array([item[1] for item in items]), constraints=LinearConstraint(np.array(rows), low, high), integrality=np.ones(n), bounds=Bounds(0, 1), options={"mip_rel_gap": 0})
        theirs += time.process_time() - start
        if (other.status == 2) != (result["status"] == "infeasible"):
            raise SystemExit(f"seed {seed}: one finds no choice, the other does")
        if other.status == 2:
            clashes += 1
        else:
            worst = max(worst, abs(-other.fun - result["total"]))
    line(f"choose, 30 instances ({clashes} without solution); HiGHS once, ours with all prices", ours, theirs, f"largest difference {worst:.1e}")


def assignment():
    rng = random.Random(1)
    entries = [[f"E{i}", f"c{rng.randrange(30)}", f"f{rng.randrange(12)}"] for i in range(273)]
    reviewers = [[f"R{j}", f"c{rng.randrange(30)}", ";".join(f"f{rng.randrange(12)}" for _ in range(3))] for j in range(24)]
    files = write("e.csv", ["id", "country", "fields"], entries), write("r.csv", ["id", "country", "fields"], reviewers)
    result, cpu = kapok("assign", "--entries", files[0], "--reviewers", files[1], "--per-entry", "3")
    n, m = len(entries), len(reviewers)
    penalty = np.array([[0 if entry[2] in reviewer[2].split(";") else 4 for reviewer in reviewers] for entry in entries], float)
    may = np.array([[float(entry[1] != reviewer[1]) for reviewer in reviewers] for entry in entries])
    rows = [np.kron(np.eye(n), np.ones(m)), np.kron(np.ones(n), np.eye(m))]
    low = np.concatenate([np.full(n, 3), np.full(m, 3 * n // m)])
    high = np.concatenate([np.full(n, 3), np.full(m, -(-3 * n // m))])
    start = time.process_time()
    other = milp(penalty.ravel(), constraints=LinearConstraint(np.vstack(rows), low, high), integrality=np.ones(n * m), bounds=Bounds(0, may.ravel()))
    line("assign 273 x 3 to 24; HiGHS without overlap", cpu, time.process_time() - start, f"lack of match {result['least_mismatch']} and {other.fun:.0f}; connected {result['connected']}")


def scores():
    rng = random.Random(2)
    value = [rng.gauss(6, 1) for _ in range(120)]
    severity = [rng.gauss(0, 0.7) for _ in range(15)]
    rows = [(f"R{j}", f"E{i}", round(value[i] + severity[j] + rng.gauss(0, 0.8), 2)) for i in range(120) for j in rng.sample(range(15), rng.choice([2, 3, 4]))]
    result, cpu = kapok("score", "--scores", write("s.csv", ["reviewer", "entry", "score"], rows))
    start = time.process_time()
    names = sorted({row[1] for row in rows}), sorted({row[0] for row in rows})
    matrix = np.full((len(names[1]), len(names[0])), np.nan)
    design = np.zeros((len(rows) + 1, len(names[0]) + len(names[1])))
    for at, (reviewer, entry, score) in enumerate(rows):
        matrix[names[1].index(reviewer), names[0].index(entry)] = score
        design[at, names[0].index(entry)] = design[at, len(names[0]) + names[1].index(reviewer)] = 1
    design[-1, len(names[0]) :] = 1
    target = np.array([row[2] for row in rows] + [0.0])
    estimate, *_ = np.linalg.lstsq(design, target, rcond=None)
    rest = target - design @ estimate
    variance = rest @ rest / (len(rows) - len(names[0]) - len(names[1]) + 1)
    # The row that makes severities add up to zero is a constraint, not an observation.
    inner = design[:-1].T @ design[:-1]
    constraint = design[-1:]
    border = np.block([[inner, constraint.T], [constraint, np.zeros((1, 1))]])
    error = np.sqrt(variance * np.diag(np.linalg.inv(border))[: len(estimate)])
    alpha = krippendorff.alpha(reliability_data=matrix, level_of_measurement="interval")
    theirs = time.process_time() - start
    entry = {row["entry"]: row for row in result["entries"]}
    reviewer = {row["reviewer"]: row for row in result["reviewers"]}
    gap = max(abs(entry[name]["calibrated"] - estimate[at]) for at, name in enumerate(names[0]))
    gap = max(gap, max(abs(entry[name]["standard_error"] - error[at]) for at, name in enumerate(names[0])))
    gap = max(gap, max(abs(reviewer[name]["severity"] - estimate[len(names[0]) + at]) for at, name in enumerate(names[1])))
    gap = max(gap, max(abs(reviewer[name]["standard_error"] - error[len(names[0]) + at]) for at, name in enumerate(names[1])))
    line("score 120 entries: values, severities, their errors; numpy", cpu, theirs, f"largest difference {gap:.1e}")
    line("the same: alpha; krippendorff", cpu, theirs, f"difference {abs(alpha - result['alpha']):.1e}")


def ranks():
    rules = {"borda": borda, "schulze": beat_path, "ranked-pairs": ranked_pairs, "irv": instant_runoff}
    agree, total, stopped, ours, theirs = 0, 0, 0, 0.0, 0.0
    for seed in range(60):
        rng = random.Random(seed)
        n = rng.choice([3, 4, 5, 6])
        ballots = [rng.sample(range(n), n) for _ in range(rng.choice([7, 25, 101]))]
        file = write("b.csv", ["ballot"], [[" > ".join(f"C{c}" for c in ballot)] for ballot in ballots])
        profile = Profile(ballots)
        for name, rule in rules.items():
            start = time.process_time()
            winners = {f"C{c}" for c in rule(profile)}
            theirs += time.process_time() - start
            before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
            done = subprocess.run([KAPOK, "jury", "rank", "--ballots", file, "--rule", name, "--json", path("out.json")], capture_output=True, text=True)
            ours += resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
            if done.returncode:
                # A tie that stops the count; pref_voting goes on in its own way.
                stopped += 1
                continue
            total += 1
            with open(path("out.json")) as out:
                found = set(json.load(out)["winners"])
            agree += found == winners
            if found != winners:
                print(f"  {name}, seed {seed}: {found} and {winners}")
    line(f"rank, 60 profiles by 4 rules; pref_voting ({stopped} stopped at a tie)", ours, theirs, f"{agree} of {total} same winners")


print(f"{'what':<58} {'ours':>11} {'theirs':>11}")
choices()
assignment()
scores()
ranks()
