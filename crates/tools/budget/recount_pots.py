#!/usr/bin/env python3
"""The recount of a rule with pots: each pot is an election of its own for recount.py, which must lie beside this file.

    python3 recount_pots.py FILE.pb RULE.json [--seconds N]

Prints what recount.py prints, winners pot by pot. A pot that no ballot marks is counted by votes."""
import csv, json, sys, time

import recount


def homes(path, by):
    """The pot of each project: the first name in its column `by`."""
    rows = csv.reader(open(path, encoding="utf-8-sig", newline=""), delimiter=";")
    while next(rows)[:1] != ["PROJECTS"]:
        pass
    head = [cell.strip().lower() for cell in next(rows)]
    for row in rows:
        if row and row[0].strip() == "VOTES":
            return
        cells = dict(zip(head, (cell.strip() for cell in row)))
        names = [name.strip() for name in cells.get(by, "").split(",") if name.strip()]
        if cells.get("project_id"):
            yield cells["project_id"], (names or [""])[0]


def money(meta, pots):
    keys = {"category": ("categories", "budget_per_category"), "neighborhood": ("neighborhoods", "budget_per_neighborhood")}
    names, amounts = keys.get(pots["by"], ("subdistricts", "budget_per_district"))
    if pots["budgets"]:
        return pots["budgets"]
    return dict(zip((name.strip() for name in meta[names].split(",")), map(int, meta[amounts].split(","))))


if __name__ == "__main__":
    seconds = float(sys.argv[sys.argv.index("--seconds") + 1]) if "--seconds" in sys.argv else float("inf")
    (meta, costs, ballots), rule = recount.read(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8"))
    home, total, runs = dict(homes(sys.argv[1], rule["pots"]["by"])), 0, 0
    for pot, budget in money(meta, rule["pots"]).items():
        own = {p: cost for p, cost in costs.items() if home[p] == pot}
        cut = [{p: points for p, points in ballot.items() if p in own} for ballot in ballots]
        cut = [ballot for ballot in cut if ballot]
        here = dict(rule, pots=None, method=rule["method"] if cut else "greedy")
        chosen, _, ran = recount.Count(dict(meta, budget=budget), own, cut, here, time.process_time() + seconds).winners()
        print("".join(f"{p}\n" for p in chosen), end="")
        total, runs = total + sum(own[p] for p in chosen), runs + ran
    print(f"cost {total}, share None, runs {runs}", file=sys.stderr)
