#!/usr/bin/env python3
"""pabutools 1.2.3 beside Kapok on the same files, CPU seconds.

    python3 -m venv venv && venv/bin/pip install pabutools==1.2.3
    venv/bin/python bench/budget/compare.py KAPOK FILE.pb ... [--limit SECONDS] [--add1]

KAPOK is the command, e.g. target/release/kapok. Prints one line per file: parse, greedy, one run of equal shares and,
with --add1, add1 with a step of 1; each with pabutools (exact) and with Kapok (which parses in every figure), and whether the
winners are the same. pabutools stops after --limit CPU seconds per step (default 300)."""
import json, os, resource, subprocess, sys, tempfile, time

LEX = 'ties = ["id-as-text"]\nutility = "cost"\n'
RULES = {
    "greedy": 'name = "greedy"\nmethod = "greedy"\nfund-unsupported = true\nties = ["id-as-text"]\n',
    "run": 'name = "run"\n' + LEX,
    "add1": 'name = "add1"\ncompletion = "add1"\nstop = "exhaustive"\n' + LEX,
}


def child(path, step):
    from pabutools.election import Cost_Sat, parse_pabulib
    from pabutools.rules import greedy_utilitarian_welfare, method_of_equal_shares
    start = time.process_time()
    instance, profile = parse_pabulib(path)
    parsed = time.process_time()
    if step == "greedy":
        won = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat)
    else:
        raised = {"voter_budget_increment": 1} if step == "add1" else {}
        won = method_of_equal_shares(instance, profile.as_multiprofile(), sat_class=Cost_Sat, **raised)
    print(json.dumps([parsed - start, time.process_time() - parsed, sorted(p.name for p in won)]))


def theirs(path, step, limit):
    bound = lambda: resource.setrlimit(resource.RLIMIT_CPU, (limit, limit + 5))
    done = subprocess.run([sys.executable, __file__, "--child", path, step], capture_output=True, text=True, preexec_fn=bound)
    return json.loads(done.stdout) if done.returncode == 0 else None


def ours(kapok, path, rule):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(kapok + ["count", path, "--rule", rule, "--json", "--threads", "1"], capture_output=True, text=True, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, sorted(json.loads(done.stdout)["winners"])


def main():
    if sys.argv[1] == "--child":
        return child(*sys.argv[2:])
    words = sys.argv[1:]
    limit = int(words[words.index("--limit") + 1]) if "--limit" in words else 300
    files = [word for word in words[1:] if word.endswith(".pb")]
    kapok = words[0].split() + (["budget"] if words[0].endswith("kapok") else [])
    steps = ["greedy", "run"] + (["add1"] if "--add1" in words else [])
    print("file; step; pabutools parse; pabutools count; kapok parse and count; times faster; winners")
    with tempfile.TemporaryDirectory() as folder:
        for path in files:
            for step in steps:
                rule = os.path.join(folder, step + ".toml")
                open(rule, "w").write(RULES[step])
                cpu, won = ours(kapok, path, rule)
                other = theirs(path, step, limit)
                if other is None:
                    print(f"{os.path.basename(path)}; {step}; -; over {limit}; {cpu:.2f}; -; -", flush=True)
                    continue
                parse, counted, winners = other
                same = "same" if winners == won else "DIFFERENT"
                print(f"{os.path.basename(path)}; {step}; {parse:.2f}; {counted:.2f}; {cpu:.2f}; {(parse + counted) / cpu:.0f}; {same}", flush=True)


main()
