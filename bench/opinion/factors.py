"""The factor model of `kapok opinion map` beside one written anew with the same objective.

    venv/bin/pip install numpy
    venv/bin/python bench/opinion/factors.py path/to/kapok FOLDER [FOLDER ...]

Least of  sum over votes (r - mu - i_u - i_n - f_u f_n)^2 + 0.15 (sum i_u^2 + sum i_n^2) + 0.03 (sum f_u^2 + sum f_n^2),
r = 1, 0.5, 0 for agree, pass, disagree and mu their mean; from random starting points, by exact least squares of one side after
the other, 400 rounds. Kapok starts from the first principal component and stops when no intercept moves by 0.00003.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile

import numpy as np


def read(folder, wanted):
    csv.field_size_limit(10**9)
    people, columns, ratings = [], [], []
    place = {statement: at for at, statement in enumerate(wanted)}
    with open(os.path.join(folder, "participants-votes.csv"), encoding="utf-8") as file:
        for number, row in enumerate(csv.DictReader(file)):
            for column, value in row.items():
                if column and column.isdigit() and int(column) in place and value not in ("", None):
                    people.append(number)
                    columns.append(place[int(column)])
                    ratings.append((int(value) + 1) / 2)
    return np.unique(people, return_inverse=True)[1], np.array(columns), np.array(ratings)


def solve(rows, count, rest, factor):
    """Intercepts and factors of one side, the other given."""
    add = lambda what: np.bincount(rows, what, count)
    n, f, ff = add(np.ones(len(rows))) + 0.15, add(factor), add(factor * factor) + 0.03
    r, rf = add(rest), add(rest * factor)
    det = n * ff - f * f
    return (r * ff - rf * f) / det, (rf * n - r * f) / det


def fit(people, columns, ratings, seed):
    random = np.random.default_rng(seed)
    mu, many, all_columns = ratings.mean(), people.max() + 1, columns.max() + 1
    i_n, f_n = np.zeros(all_columns), random.normal(size=all_columns)
    for _ in range(400):
        i_u, f_u = solve(people, many, ratings - mu - i_n[columns], f_n[columns])
        i_n, f_n = solve(columns, all_columns, ratings - mu - i_u[people], f_u[people])
    error = ratings - mu - i_u[people] - i_n[columns] - f_u[people] * f_n[columns]
    return (error**2).sum() + 0.15 * ((i_u**2).sum() + (i_n**2).sum()) + 0.03 * ((f_u**2).sum() + (f_n**2).sum()), i_n


def main():
    kapok, folders = sys.argv[1], sys.argv[2:]
    for folder in folders:
        with tempfile.TemporaryDirectory() as scratch:
            out = os.path.join(scratch, "map.json")
            subprocess.run([kapok, "opinion", "map", folder, "--json", out], check=True, stdout=subprocess.DEVNULL)
            with open(out, encoding="utf-8") as file:
                statements = [s for s in json.load(file)["statements"] if s.get("bridging")]
        ours = np.array([s["bridging"]["factor_intercept"] for s in statements])
        votes = read(folder, [s["id"] for s in statements])
        least, theirs = min((fit(*votes, seed) for seed in range(3)), key=lambda found: found[0])
        voted = np.isin(np.arange(len(ours)), votes[1])
        ours, theirs = ours[: len(theirs)][voted[: len(theirs)]], theirs[voted[: len(theirs)]]
        rank = lambda x: x.argsort().argsort()
        print(f"{os.path.basename(folder.rstrip('/')):36} {len(ours)} statements: correlation {np.corrcoef(ours, theirs)[0, 1]:.4f}, "
              f"of ranks {np.corrcoef(rank(ours), rank(theirs))[0, 1]:.4f}, largest difference {abs(ours - theirs).max():.4f}")


main()
