#!/usr/bin/env python3
"""The independent recount in Python beside Kapok, on every file and by several rules.

    python3 bench/budget/recount.py KAPOK FOLDER OUT.csv [--seconds N]

KAPOK is the command, e.g. target/release/kapok. Each count has N CPU seconds in Python (default 60). OUT.csv keeps what was done:
a second run with more seconds takes up only what was not finished. Compared are winners in order, cost, share and runs."""
import csv, json, os, resource, subprocess, sys, tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
RECOUNT = os.path.join(HERE, "..", "..", "crates", "tools", "budget", "recount.py")
ONE_RUN = 'name = "one-run"\nstart-share = "floor"\n'
RULES = ["greedy", "warszawa", "poznan-80", "one-run", "swiecie-2023", "wieliczka-2023", "pabutools-1.2.3", "equalshares-tool", "kapok"]


def ours(kapok, path, rule):
    done = subprocess.run(kapok + ["count", path, "--rule", rule, "--json", "--threads", "1"], capture_output=True, text=True)
    if done.returncode:
        return None
    told = json.loads(done.stdout)
    share = told["final_share"] if isinstance(told["final_share"], (str, type(None))) else str(told["final_share"])
    return told["winners"], f"cost {told['cost']}, share {share}, runs {told['runs']}"


def theirs(path, document, seconds):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    done = subprocess.run([sys.executable, RECOUNT, path, document, "--seconds", str(seconds)], capture_output=True, text=True)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before
    if done.returncode == 4:
        return "not finished", used
    if done.returncode:
        return "failed: " + done.stderr.strip().splitlines()[-1], used
    return ([line for line in done.stdout.split("\n") if line], done.stderr.strip()), used


def main():
    words = sys.argv[1:]
    seconds = float(words[words.index("--seconds") + 1]) if "--seconds" in words else 60.0
    kapok, folder, out = words[0].split() + (["budget"] if words[0].endswith("kapok") else []), words[1], words[2]
    known = {}
    if os.path.exists(out):
        known = {(row[0], row[1]): row for row in csv.reader(open(out, newline=""))}
    files = sorted((f for f in os.listdir(folder) if f.endswith(".pb")), key=lambda f: os.path.getsize(os.path.join(folder, f)))
    with tempfile.TemporaryDirectory() as temporary:
        one = os.path.join(temporary, "one-run.toml")
        open(one, "w").write(ONE_RUN)
        for rule in RULES:
            source = one if rule == "one-run" else rule
            document = os.path.join(temporary, rule + ".json")
            open(document, "w").write(subprocess.run(kapok + ["rule", source, "--json"], capture_output=True, text=True, check=True).stdout)
            for file in files:
                row = known.get((file, rule))
                if row and row[2] != "not finished" and not row[2].startswith("DIFF"):
                    continue
                path = os.path.join(folder, file)
                mine = ours(kapok, path, source)
                result, used = theirs(path, document, seconds) if mine else ("not for this kind of ballot", 0.0)
                if isinstance(result, tuple):
                    same = result[0] == mine[0] and result[1] == mine[1]
                    result = "same" if same else f"DIFFERENT: {result[1]} / {mine[1]}"
                known[file, rule] = [file, rule, result, f"{used:.1f}"]
                print("; ".join(known[file, rule]), flush=True)
                with open(out, "w", newline="") as sheet:
                    csv.writer(sheet).writerows(known.values())
    results = [row[2] for row in known.values()]
    print({result.split(":")[0]: sum(r.startswith(result.split(":")[0]) for r in results) for result in sorted(set(results))})


main()
