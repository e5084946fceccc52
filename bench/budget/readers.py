#!/usr/bin/env python3
"""What Kapok writes, read by others: pabulib-checker must find no error, pabutools must read the same election.

    python3 -m venv venv && venv/bin/pip install pabutools==1.2.3 pabulib-checker==1.0.8
    venv/bin/python bench/budget/readers.py KAPOK FOLDER

KAPOK is the command, e.g. target/release/kapok. Rewrites every file of FOLDER (`tidy`) and simulates one of every vote type;
prints, per file: errors and warnings of the checker, whether pabutools reads the same projects and ballots from the file as it was
and as it is written, whether pabutools' greedy chooses the same from both, and whether Kapok's count is the same.
`selected` in the files is what a city did: the checker's opinions on that are counted apart (results)."""
import collections, json, os, subprocess, sys, tempfile

ABOUT_RESULTS = ("greedy rule", "no_selected", "selected", "threshold", "equalshares", "poznan", "result")


def checked(path):
    from pabulib.checker import Checker
    found = Checker().process_files([path])
    errors, warnings = collections.Counter(), collections.Counter()
    for name, entry in found.items():
        if name in ("metadata", "summary"):
            continue
        results = entry.get("results")
        if isinstance(results, dict):
            for level, into in (("errors", errors), ("warnings", warnings)):
                for kind, cases in (results.get(level) or {}).items():
                    into[kind] += len(cases)
    return errors, warnings


def read(path):
    from pabutools.election import Cardinality_Sat, Cost_Sat, parse_pabulib
    from pabutools.rules import greedy_utilitarian_welfare
    instance, profile = parse_pabulib(path)
    costs = sorted((project.name, project.cost) for project in instance)
    def said(ballot):
        if hasattr(ballot, "items"):
            return sorted((project.name, str(points)) for project, points in ballot.items())
        names = [project.name for project in ballot]
        return names if "Ordinal" in type(ballot).__name__ else sorted(names)
    ballots = sorted(map(repr, map(said, profile)))
    won = None
    if "Approval" in type(profile).__name__:
        won = sorted(p.name for p in greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat)) if len(profile) < 12000 else None
    return instance.budget_limit, costs, ballots, won


def kapok_count(kapok, path):
    done = subprocess.run(kapok + ["count", path, "--rule", "greedy", "--json"], capture_output=True, text=True, check=True)
    return json.loads(done.stdout)["winners"]


def main():
    kapok, folder = sys.argv[1].split() + (["budget"] if sys.argv[1].endswith("kapok") else []), sys.argv[2]
    totals = collections.Counter()
    print("file; checker's errors; checker's warnings; pabutools reads the same; its greedy; Kapok's count")
    with tempfile.TemporaryDirectory() as temporary:
        jobs = [(file, os.path.join(folder, file)) for file in sorted(os.listdir(folder)) if file.endswith(".pb")]
        for kind in ("approval", "choose-1", "ordinal", "cumulative", "scoring"):
            path = os.path.join(temporary, f"simulated {kind}.pb")
            subprocess.run(kapok + ["simulate", "-o", path, "--vote-type", kind, "--voters", "500", "--seed", "7"], check=True)
            jobs.append((os.path.basename(path), path))
        for name, path in jobs:
            out = os.path.join(temporary, name.replace(" ", "_"))
            if path.startswith(temporary):
                out = path
            else:
                subprocess.run(kapok + ["tidy", path, "-o", out], check=True, capture_output=True)
            sys.stdout, kept = open(os.devnull, "w"), sys.stdout
            try:
                errors, warnings = checked(out)
            finally:
                sys.stdout = kept
            before, after = read(path), read(out)
            same = "yes" if before[:3] == after[:3] else "ballots differ" if before[:2] == after[:2] else "NO"
            greedy = "-" if after[3] is None else "same" if before[3] == after[3] else "DIFFERENT"
            count = "same" if kapok_count(kapok, path) == kapok_count(kapok, out) else "DIFFERENT"
            totals.update({"files": 1, "with errors": bool(errors), f"read: {same}": 1, f"count: {count}": 1})
            print(f"{name}; {dict(errors) or 'none'}; {dict(warnings) or 'none'}; {same}; {greedy}; {count}", flush=True)
    print(dict(totals))


main()
