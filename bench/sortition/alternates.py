"""Alternates chosen in advance against a random reserve, by simulated drop-outs.

Draws a panel, chooses alternates with `kapok sortition alternates`, and simulates new drop-outs (another chance than the one
the alternates were chosen by). After each, the best substitution from the alternates is searched among all of them; counted is
by how many people the quotas are then missed, summed over all values. The same for random alternates, 20 times.

    python alternates.py INSTANCE_FOLDER SEATS KAPOK_COMMAND...     (needs numpy)
"""

import csv
import json
import pathlib
import subprocess
import sys
import tempfile

import numpy as np

COUNT, STAY, SCENARIOS = 8, 0.9, 400


def read(folder):
    with open(folder / "categories.csv", newline="") as file:
        quotas = [tuple(row[:2]) + (int(row[2]), int(row[3])) for row in list(csv.reader(file))[1:]]
    with open(folder / "respondents.csv", newline="") as file:
        people = {row.get("id") or next(iter(row.values())): row for row in csv.DictReader(file)}
    lower = lambda text: text.strip().lower()
    has = {
        name: np.array([lower(row[c]) == lower(v) for c, v, *_ in quotas], dtype=int) for name, row in people.items()
    }
    return has, np.array([q[2] for q in quotas]), np.array([q[3] for q in quotas])


def missed(sums, least, most):
    return (np.maximum(least - sums, 0) + np.maximum(sums - most, 0)).sum(axis=-1)


def expected(panel, alternates, has, least, most, chance):
    """Mean number of people by which quotas are missed after the best substitution."""
    bits = np.array([[(s >> k) & 1 for k in range(len(alternates))] for s in range(1 << len(alternates))])
    gains = bits @ np.array([has[a] for a in alternates])
    sizes = bits.sum(axis=1)
    on = np.array([has[p] for p in panel])
    total = 0.0
    for _ in range(SCENARIOS):
        stays = chance.random(len(panel)) < STAY
        gone = int((~stays).sum())
        total += missed(on[stays].sum(axis=0) + gains[sizes <= gone], least, most).min()
    return total / SCENARIOS


def main():
    folder, seats, command = pathlib.Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
    has, least, most = read(folder)
    files = ["--pool", folder / "respondents.csv", "--quotas", folder / "categories.csv", "--seats", seats]
    ours, others = [], []
    for seed in range(5):
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            run = lambda *rest: subprocess.run([*command, "sortition", *rest], check=True, capture_output=True, text=True)
            run("draw", *files, "--seed", str(seed), "--json", out.name)
            drawn = json.loads(pathlib.Path(out.name).read_text())
            told = run("alternates", *files, "--result", out.name, "--count", str(COUNT), "--stay", str(STAY)).stdout
        words = told.replace(",", " ").replace(":", " ").split()
        chosen = [word for word in words if word in set(drawn["reserve"])][:COUNT]
        assert len(chosen) == COUNT, told
        chance = lambda: np.random.default_rng(1000 + seed)
        ours.append(expected(drawn["panel"], chosen, has, least, most, chance()))
        pick = np.random.default_rng(seed)
        random = [list(pick.choice(drawn["reserve"], COUNT, replace=False)) for _ in range(20)]
        others.append(np.mean([expected(drawn["panel"], r, has, least, most, chance()) for r in random]))
    a, b = np.mean(ours), np.mean(others)
    print(f"{folder.name}: chosen in advance {a:.3f}, random reserve {b:.3f}, {100 * (1 - a / b):.0f} % less")


if __name__ == "__main__":
    main()
