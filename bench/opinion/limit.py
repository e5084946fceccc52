"""How well could anyone divide the made-up conversations of `kapok bench opinion`?

    python3 -m venv venv && venv/bin/pip install numpy
    venv/bin/python bench/opinion/limit.py [people] [statements] [votes]

The recipe of crates/engines/opinion/src/synthetic.rs again, with numbers of this script's own. Then each person goes to the
group that is most probable given their votes *and everything that made them*: the statements, the groups' middles and sizes, the
noise. No method that sees votes alone can do better on average. Beside it the division by true places, as if nobody's place
had to be guessed from votes.
"""

import sys

import numpy as np

MIDDLES = np.array([[1.2, 0.0], [-1.0, 0.9], [-0.6, -1.3]])
SHARES = np.array([0.5, 0.3, 0.2])
SPREAD, PASS, NOISE, SIGMA = 0.6, 0.15, 0.6, 1.1
MOST_PEOPLE = 20_000  # so many are made; the statements are as many as asked for


def adjusted_rand(left, right):
    table = np.zeros((left.max() + 1, right.max() + 1))
    np.add.at(table, (left, right), 1)
    pairs = lambda counts: (counts * (counts - 1) / 2).sum()
    together, rows, columns = pairs(table), pairs(table.sum(1)), pairs(table.sum(0))
    chance = rows * columns / pairs(np.array([len(left)]))
    return (together - chance) / ((rows + columns) / 2 - chance)


def main():
    people, statements, votes = (int(x) for x in (sys.argv[1:] + ["100000", "1000", "3000000"][len(sys.argv) - 1:]))
    random = np.random.default_rng(1)
    directions = random.normal(size=(statements, 2))
    offsets = 0.4 + 0.8 * random.normal(size=statements)
    made = min(people, MOST_PEOPLE)
    activity = np.exp(SIGMA * random.normal(size=made))
    low, high = 0.0, statements * 1e4
    for _ in range(100):
        middle = (low + high) / 2
        low, high = (middle, high) if np.clip(activity * middle, 1, statements).mean() < votes / people else (low, middle)
    activity = np.clip(activity * high, 1, statements).astype(int)
    group = random.choice(3, size=made, p=SHARES)
    place = MIDDLES[group] + SPREAD * random.normal(size=(made, 2))
    axis = np.linspace(-3.5, 3.5, 57)
    grid = np.stack(np.meshgrid(axis, axis), -1).reshape(-1, 2)
    prior = np.log(SHARES)[:, None] - ((grid[None] - MIDDLES[:, None]) ** 2).sum(2) / (2 * SPREAD**2)
    agrees = (grid @ directions.T + offsets) / NOISE  # log odds of agreeing at each point of the grid
    agree, disagree = -np.logaddexp(0, -agrees), -np.logaddexp(0, agrees)
    best = np.empty(made, dtype=int)
    for person in range(made):
        chosen = random.choice(statements, size=activity[person], replace=False)
        chosen = chosen[random.random(len(chosen)) >= PASS]
        odds = (directions[chosen] @ place[person] + offsets[chosen]) / NOISE
        said = random.random(len(chosen)) < 1 / (1 + np.exp(-odds))
        seen = agree[:, chosen[said]].sum(1) + disagree[:, chosen[~said]].sum(1)
        joint = prior + seen
        top = joint.max()
        best[person] = np.exp(joint - top).sum(1).argmax()
    known = (np.log(SHARES) - ((place[:, None] - MIDDLES) ** 2).sum(2) / (2 * SPREAD**2)).argmax(1)
    print(f"{people} x {statements}, {votes / people:.0f} votes a person; {made} people made")
    for fewest in (1, 7):
        some = activity >= fewest
        print(f"people with at least {fewest} votes ({some.mean():.0%}): best by votes {adjusted_rand(group[some], best[some]):.3f}, "
              f"by true places {adjusted_rand(group[some], known[some]):.3f}")


main()
