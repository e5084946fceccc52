#!/usr/bin/env python3
"""Sequential Phragmen, maximin support and bounded overspending beside others' code.

    venv/bin/python bench/budget/methods.py KAPOK FOLDER [--seconds N] [--simulated N]

pabutools 1.2.3 has sequential_phragmen (exact) and maximin_support (linear programs in floats, one per candidate and step). It has no
bounded overspending: for that, a plain version straight from the paper (arXiv 2409.15005), in fractions, stands below. Both
sides break ties by id as text. Real approval elections, then N small simulated ones; N CPU seconds per count (default 60)."""
import json, os, resource, subprocess, sys, tempfile
from fractions import Fraction

RULES = {
    "phragmen": 'name = "p"\nmethod = "phragmen"\nskip = false\nties = ["id-as-text"]\n',
    "maximin": 'name = "m"\nmethod = "maximin-support"\nties = ["id-as-text"]\n',
    "overspending": 'name = "b"\nmethod = "bounded-overspending"\nties = ["id-as-text"]\n',
}


def bounded_overspending(costs, voters, budget):
    """voters: per voter the set of marked ids; utilities are costs."""
    money = [Fraction(budget, len(voters))] * len(voters)
    left, bought, spent = dict(costs), [], 0
    supporters = {p: [v for v, marks in enumerate(voters) if p in marks] for p in costs}
    while True:
        best = None
        for p in sorted(left):
            c = costs[p]
            people = [v for v in supporters[p] if money[v] > 0]
            if spent + c > budget or not people or c == 0:
                continue
            u = Fraction(c)
            balances = sorted(money[v] for v in people)
            paid, prices = Fraction(0), set()
            for at, balance in enumerate(balances):
                price = (c - paid) / (u * (len(balances) - at))
                if 0 < price <= balance / u:
                    prices.add(price)
                prices.add(balance / u)
                paid += balance
            for price in prices:
                part = min(sum(min(money[v], price * u) for v in people) / c, Fraction(1))
                merit = price / part / part
                if best is None or merit < best[0] or (merit == best[0] and p == best[1] and price < best[2]):
                    best = (merit, p, price, part)
        if best is None:
            return bought
        _, p, price, part = best
        for v in supporters[p]:
            money[v] -= min(money[v], price / part * costs[p])
        spent += costs[p]
        bought.append(p)
        del left[p]


def child(path, method):
    from pabutools.election import parse_pabulib
    from pabutools.rules import sequential_phragmen
    from pabutools.rules.maximin_support import maximin_support
    instance, profile = parse_pabulib(path)
    if method == "overspending":
        costs = {p.name: int(p.cost) for p in instance}
        won = bounded_overspending(costs, [{p.name for p in ballot} for ballot in profile], int(instance.budget_limit))
        print(json.dumps(won))
        return
    rule = {"phragmen": sequential_phragmen, "maximin": maximin_support}[method]
    print(json.dumps([project.name for project in rule(instance, profile)]))


def theirs(path, method, seconds):
    bound = lambda: resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))
    command = [sys.executable, __file__, "--child", path, method]
    try:
        done = subprocess.run(command, capture_output=True, text=True, preexec_fn=bound, timeout=seconds * 6)
    except subprocess.TimeoutExpired:
        return None
    if done.returncode:
        return None if done.returncode < 0 else "failed: " + done.stderr.strip().splitlines()[-1]
    return json.loads(done.stdout.strip().splitlines()[-1])


def ours(kapok, path, rule):
    done = subprocess.run(kapok + ["count", path, "--rule", rule, "--json", "--threads", "1"], capture_output=True, text=True)
    return json.loads(done.stdout)["winners"] if done.returncode == 0 else "refused: " + done.stderr.strip().splitlines()[0]


def supported(path):
    votes = open(path, encoding="utf-8-sig").read().split("VOTES")[-1].splitlines()
    return {mark.strip(' "') for line in votes for cell in line.split(";")[1:] for mark in cell.split(",")}


def compared(mine, other, supported):
    if other is None:
        return "not finished"
    if isinstance(mine, str) or isinstance(other, str):
        return f"{mine if isinstance(mine, str) else other}"
    if mine == other:
        return "same order"
    if sorted(mine) == sorted(other):
        return "same set"
    if not set(mine) - set(other) and all(project not in supported for project in set(other) - set(mine)):
        return "same but for projects that nobody supports, which pabutools funds"
    return f"DIFFERENT: only here {sorted(set(mine) - set(other))}, only there {sorted(set(other) - set(mine))}"


def main():
    if sys.argv[1] == "--child":
        return child(*sys.argv[2:])
    words = sys.argv[1:]
    number = lambda name, other: int(words[words.index(name) + 1]) if name in words else other
    seconds, simulated = number("--seconds", 60), number("--simulated", 40)
    kapok, folder = words[0].split() + (["budget"] if words[0].endswith("kapok") else []), words[1]
    totals = {}
    with tempfile.TemporaryDirectory() as temporary:
        jobs = []
        for file in os.listdir(folder):
            path = os.path.join(folder, file)
            if file.endswith(".pb") and any(f"vote_type;{kind}" in open(path, encoding="utf-8-sig").read(5000) for kind in ("approval", "choose-1")):
                jobs.append(path)
        jobs.sort(key=os.path.getsize)
        for seed in range(simulated):
            path = os.path.join(temporary, f"simulated-{seed}.pb")
            sizes = ["--voters", str(8 + seed % 13), "--projects", str(4 + seed % 7), "--marks", "3", "--budget", "1000"]
            subprocess.run(kapok + ["simulate", "-o", path, "--seed", str(seed), *sizes], check=True)
            jobs.append(path)
        for method, text in RULES.items():
            rule = os.path.join(temporary, method + ".toml")
            open(rule, "w").write(text)
            late = 0
            for path in jobs:
                own = "simulated" in path
                result = "not finished" if late >= 3 and not own else compared(ours(kapok, path, rule), theirs(path, method, seconds), supported(path))
                late += result == "not finished"
                kind = result.split(":")[0]
                totals[method, own, kind] = totals.get((method, own, kind), 0) + 1
                if not own or kind != "same order":
                    print(f"{method}; {os.path.basename(path)}; {result}", flush=True)
    for (method, own, kind), count in sorted(totals.items()):
        print(f"{method}; {'simulated' if own else 'real'}; {kind}; {count}")


main()
