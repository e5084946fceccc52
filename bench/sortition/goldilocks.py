"""Goldilocks against an independent solver, on pools small enough to list every panel.

The objective is that of the authors' code (Cbaharav/fair_manipulation-robust_transparent_sortition, scripts/
paper_data_analysis.py): n/k times the largest probability plus gamma times k/n times the largest reciprocal, which is
max / (k/n) + gamma (k/n) / min. Here all panels are listed, and for a given lowest probability the least highest one is a
linear program (scipy, HiGHS); over the lowest one it is convex and found by golden section.

    python goldilocks.py KAPOK_COMMAND...     (needs numpy and scipy)
"""

import itertools
import json
import pathlib
import random
import subprocess
import sys
import tempfile

import numpy as np
from scipy.optimize import linprog


def instance(seed):
    """A pool of 12 to 16 people with 3 categories, and quotas around a panel that exists."""
    chance = random.Random(seed)
    people, seats = chance.randint(12, 16), chance.randint(4, 6)
    values = [[chance.choice("aab"), chance.choice("xyyz"), chance.choice("mn")] for _ in range(people)]
    panel = chance.sample(range(people), seats)
    quotas = []
    for category in range(3):
        for value in sorted({v[category] for v in values}):
            here = sum(values[p][category] == value for p in panel)
            quotas.append((category, value, max(0, here - chance.randint(0, 1)), here + chance.randint(0, 1)))
    return values, seats, quotas


def panels(values, seats, quotas):
    def kept(panel):
        return all(low <= sum(values[p][c] == v for p in panel) <= high for c, v, low, high in quotas)

    return [p for p in itertools.combinations(range(len(values)), seats) if kept(p)]


def best(listed, people, seats, gamma):
    on = np.zeros((people, len(listed)))
    for column, panel in enumerate(listed):
        on[list(panel), column] = 1
    on = on[on.any(axis=1)]  # whoever is on no panel is left out
    count = on.shape[1]
    fair = seats / people
    ones = np.ones((on.shape[0], 1))
    total = np.r_[np.ones(count), 0][None, :]

    def high(low):
        upper = np.r_[np.c_[on, -ones], np.c_[-on, 0 * ones]]
        right = np.r_[np.zeros(len(on)), -low * np.ones(len(on))]
        return linprog(np.r_[np.zeros(count), 1], upper, right, total, [1], method="highs").fun

    top = linprog(
        np.r_[np.zeros(count), -1], np.c_[-on, ones], np.zeros(len(on)), total, [1], method="highs"
    )
    left, right = 1e-3 * -top.fun, -top.fun - 1e-12
    worth = lambda low: high(low) / fair + gamma * fair / low
    golden = (5**0.5 - 1) / 2
    a, b = right - golden * (right - left), left + golden * (right - left)
    fa, fb = worth(a), worth(b)
    for _ in range(45):
        if fa > fb:
            left, a, fa = a, b, fb
            b = left + golden * (right - left)
            fb = worth(b)
        else:
            right, b, fb = b, a, fa
            a = right - golden * (right - left)
            fa = worth(a)
    return min(fa, fb, worth(-top.fun - 1e-10))


def ours(command, values, seats, quotas, gamma):
    with tempfile.TemporaryDirectory() as folder:
        folder = pathlib.Path(folder)
        rows = ["id,c0,c1,c2"] + [f"p{i},{','.join(v)}" for i, v in enumerate(values)]
        (folder / "p.csv").write_text("\n".join(rows) + "\n")
        rows = ["category,feature,min,max"] + [f"c{c},{v},{low},{high}" for c, v, low, high in quotas]
        (folder / "q.csv").write_text("\n".join(rows) + "\n")
        arguments = ["--pool", folder / "p.csv", "--quotas", folder / "q.csv", "--seats", str(seats), "--seed", "1"]
        arguments += ["--method", "goldilocks", "--gamma", str(gamma), "--json", folder / "o.json"]
        subprocess.run([*command, "sortition", "draw", *arguments], check=True, capture_output=True)
        return json.loads((folder / "o.json").read_text())


def main():
    command, worst, below, proven = sys.argv[1:], 0.0, 0.0, 0
    runs = [(seed, gamma) for seed in range(20) for gamma in (0.5, 1, 2)]
    for seed, gamma in runs:
        values, seats, quotas = instance(seed)
        listed = panels(values, seats, quotas)
        wanted = best(listed, len(values), seats, gamma)
        found = ours(command, values, seats, quotas, gamma)
        proven += found["optimal"]
        difference = found["objective"]["value"] - wanted
        if found["optimal"]:
            worst = max(worst, abs(difference))
        else:
            below = max(below, difference)
        if abs(difference) > 1e-5:
            print(f"seed {seed} gamma {gamma}: {found['objective']} wanted {wanted:.7f} proven {found['optimal']}")
    print(f"{proven} of {len(runs)} proven, these within {worst:.1e}; others at most {below:.4f} above the best")


if __name__ == "__main__":
    main()
