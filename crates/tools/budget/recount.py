#!/usr/bin/env python3
"""An independent recount for auditors: the standard library, exact fractions, nothing shared with the Rust code.

    python3 recount.py FILE.pb RULE.json [--seconds N]     (RULE.json: kapok budget rule PRESET --json)

Prints the ids of the winners in order, one a line; then, on standard error, cost, share and runs. Knows greedy and equal
shares with all their completions, the comparison, thresholds, exclusions and ties; exits with 3 for other methods
and for pots (recount_pots.py), with 4 when the time is over."""
import csv, hashlib, json, sys, time
from fractions import Fraction

csv.field_size_limit(1 << 30)


def read(path):
    meta, projects, votes, section, head = {}, {}, {}, None, []
    rows = csv.reader(open(path, encoding="utf-8-sig", newline=""), delimiter=";")
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        first = row[0].strip()
        if first.upper() in ("META", "PROJECTS", "VOTES") and not any(cell.strip() for cell in row[1:]):
            section, head = first.upper(), [cell.strip().lower() for cell in next(rows)]
        elif section == "META":
            meta[first] = row[1].strip() if len(row) > 1 else ""
        else:
            cells = dict(zip(head, (cell.strip() for cell in row)))
            if section == "PROJECTS":
                projects[cells["project_id"]] = int(Fraction(cells["cost"].replace(",", ".")))
            elif cells["voter_id"] not in votes:
                marks = [mark.strip() for mark in cells["vote"].split(",") if mark.strip()]
                points = [int(Fraction(p)) for p in cells.get("points", "").split(",") if p.strip()]
                pointed = meta["vote_type"] in ("cumulative", "scoring")
                ballot = {}
                for place, mark in enumerate(marks):
                    ballot.setdefault(mark, points[place] if pointed else None)
                if ballot and all(mark in projects for mark in ballot):
                    votes[cells["voter_id"]] = ballot
    return meta, projects, list(votes.values())


def weights(ballot, utility, kind):
    """Utility per mark, without the factor of the cost."""
    size = len(ballot)
    for place, (project, points) in enumerate(ballot.items()):
        if kind == "ordinal" and utility in ("auto", "borda", "3-2-1", "points", "points-cost"):
            yield project, size - place - (1 if utility in ("auto", "borda") else 0)
        elif points is None:
            yield project, 1
        else:
            yield project, max(points, 0) if utility in ("auto", "points", "points-cost") else int(points > 0)


class Count:
    def __init__(self, meta, projects, ballots, rule, deadline):
        self.rule, self.cost, self.ballots, self.deadline = rule, projects, ballots, deadline
        self.kind, self.budget, self.n = meta["vote_type"], int(Fraction(meta["budget"])), len(ballots)
        self.votes, self.score = dict.fromkeys(projects, 0), dict.fromkeys(projects, 0)
        for ballot in ballots:
            for place, (p, points) in enumerate(ballot.items()):
                self.votes[p] += points is None or points > 0
                last = rule["utility"] == "borda"
                self.score[p] += len(ballot) - place - last if self.kind == "ordinal" else 1 if points is None else points
        limits, least = rule["thresholds"], rule["thresholds"]["min_score"] or 0
        if limits["from_file"]:
            least = max(least, int(meta.get("min_project_score_threshold") or 0))
        share = limits["cost_share_divisor"]
        self.open = {p for p in projects if self.score[p] >= least and p not in rule["withdrawn"]
                     and (rule["over-budget"] == "keep" or projects[p] <= self.budget)
                     and (share is None or self.votes[p] * share * self.budget >= projects[p] * self.n)}
        self.order = sorted(projects, key=self.tie_key)
        self.place = {p: at for at, p in enumerate(self.order)}

    def tie_key(self, p):
        number = (0, int(p), p) if p.isdigit() else (1, 0, p)
        up = (-number[0], -number[1], [-ord(c) for c in p] + [1])
        drawn = self.rule["draw"]["order"]
        seed = self.rule["draw"]["seed"] or ""
        keys = {"lower-cost": self.cost[p], "higher-cost": -self.cost[p], "more-votes": -self.votes[p], "id-as-text": p.encode(),
                "lower-id": number, "higher-id": up,
                "draw": (drawn.index(p) if p in drawn else len(drawn), hashlib.sha256(f"{seed}\n{p}".encode()).digest())}
        return [keys[tie] for tie in self.rule["ties"]] + [p.encode()]

    def shut(self, p):
        """What can no longer be chosen once p is."""
        return {p}.union(*(group for group in self.rule["exclusions"] if p in group))

    def greedy(self, start=(), plain=False):
        rule, left, chosen = self.rule, self.budget - sum(self.cost[p] for p in start), []
        closed = set().union(*(self.shut(p) for p in start))
        by_cost = rule["order"] == "votes-per-cost" and not plain
        rank = lambda p: -Fraction(self.score[p], max(self.cost[p], 1)) if by_cost else -self.score[p]
        for p in sorted(self.order, key=rank):
            if p in closed or p not in self.open or (self.score[p] <= 0 and not rule["fund-unsupported"]):
                continue
            if self.cost[p] <= left:
                left -= self.cost[p]
                chosen.append(p)
                closed |= self.shut(p)
            elif not rule["skip"] and not plain and self.cost[p] != 999999999:
                percent = rule["last-project-percent"]
                return chosen + ([p] if percent and left * 100 >= self.cost[p] * percent else [])
        return chosen

    def prepare(self):
        utility, self.supporters = self.rule["utility"], {p: [] for p in self.cost}
        for voter, ballot in enumerate(self.ballots):
            for p, weight in weights(ballot, utility, self.kind):
                if weight > 0 and p in self.open:
                    self.supporters[p].append((voter, weight))
        by_cost = utility in ("cost", "points-cost") or (utility == "auto" and self.kind in ("approval", "choose-1"))
        self.scale = {p: max(c, 1) if by_cost else 1 for p, c in self.cost.items()}

    def price(self, p, money):
        """What a supporter pays per unit of weight: the least t with sum of min(money, t * weight) = cost."""
        purse = sorted(((money[v], w) for v, w in self.supporters[p]), key=lambda pair: pair[0] / pair[1])
        left, weight = Fraction(self.cost[p]), sum(w for _, w in purse)
        for have, w in purse:
            if left / weight * w <= have:
                return left / weight
            left, weight = left - have, weight - w
        return None

    def equal_shares(self, share):
        money, bought = [share] * self.n, [p for p in self.order if self.cost[p] == 0 and self.votes[p] and p in self.open]
        last = {p: Fraction(self.cost[p], sum(w for _, w in s) * self.scale[p]) for p, s in self.supporters.items()
                if s and self.cost[p] > 0}
        while True:
            if time.process_time() > self.deadline:
                sys.exit(4)
            best, tied = None, []
            for p in sorted(last, key=last.get):  # prices only rise: an old one is a lower bound
                if best is not None and last[p] > best:
                    break
                t = self.price(p, money)
                if t is None:
                    del last[p]
                    continue
                last[p] = rho = t / self.scale[p]
                if best is None or rho < best:
                    best, tied, price = rho, [p], {p: t}
                elif rho == best:
                    tied.append(p)
                    price[p] = t
            if not tied:
                return bought
            p = min(tied, key=self.place.get)
            for voter, weight in self.supporters[p]:
                money[voter] -= min(money[voter], price[p] * weight)
            bought.append(p)
            for other in self.shut(p):
                last.pop(other, None)

    def raised(self):
        rule, total = self.rule, lambda chosen: sum(self.cost[p] for p in chosen)
        share = Fraction(self.budget // self.n if rule["start-share"] == "floor" else Fraction(self.budget, self.n))
        if rule["skip-if-all-fit"] and total(self.cost) <= self.budget:
            instead = {"add1": "none", "add1u": "utilitarian"}.get(rule["completion"], rule["completion"])
            share, rule = Fraction(self.budget, self.n), dict(rule, completion=instead)
        chosen, runs = self.equal_shares(share), 1
        while rule["completion"] in ("add1", "add1u"):
            closed = set().union(*(self.shut(p) for p in chosen))
            free = [p for p in self.open if p not in closed]
            if not any(self.supporters[p] for p in free):
                break
            counted = free if rule["exhaustive-among"] == "all" else [p for p in free if self.supporters[p]]
            if rule["stop"] == "exhaustive" and all(total(chosen) + self.cost[p] > self.budget for p in counted):
                break
            following, runs = self.equal_shares(share + rule["step"]), runs + 1
            if total(following) > self.budget:
                break
            share, chosen = share + rule["step"], following
        return chosen, share, runs, rule["completion"] in ("utilitarian", "add1u")

    def winners(self):
        share, runs = None, 1
        if self.rule["method"] not in ("greedy", "equal-shares") or self.rule.get("pots"):
            sys.exit(3)
        if self.rule["method"] == "greedy":
            chosen = self.greedy()
        else:
            self.prepare()
            chosen, share, runs, fill = self.raised()
            chosen = chosen + (self.greedy(chosen, plain=True) if fill else [])
        if self.rule["comparison"] == "satisfaction":
            other, here = set(self.greedy(plain=True)), set(chosen)
            sides = [sum((p in here) - (p in other) for p, x in b.items() if x is None or x > 0) for b in self.ballots]
            if sum(side < 0 for side in sides) > sum(side > 0 for side in sides):
                chosen = self.greedy(plain=True)
        return chosen, share, runs


if __name__ == "__main__":
    seconds = float(sys.argv[sys.argv.index("--seconds") + 1]) if "--seconds" in sys.argv else float("inf")
    count = Count(*read(sys.argv[1]), json.load(open(sys.argv[2], encoding="utf-8")), time.process_time() + seconds)
    chosen, share, runs = count.winners()
    print("\n".join(chosen))
    print(f"cost {sum(count.cost[p] for p in chosen)}, share {share}, runs {runs}", file=sys.stderr)
