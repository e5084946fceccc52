"""Runs both programs on each instance in processes of their own. See compare.sh."""
import json, os, resource, subprocess, sys, tempfile

LIBRARY = r"""
import json, sys, tempfile
from pathlib import Path
from sortition_algorithms import adapters, core, settings
folder, seats, algorithm = sys.argv[1], int(sys.argv[2]), sys.argv[3]
conf = settings.Settings(id_column="id", columns_to_keep=[], selection_algorithm=algorithm, random_number_seed=42,
                         check_same_address=False, check_same_address_columns=[])
features = Path(tempfile.mkdtemp(), "features.csv")  # the library wants other names in the header
rows = Path(folder, "categories.csv").read_text().split("\n", 1)[1]
features.write_text("feature,value,min,max\n" + rows)
source = adapters.CSVFileDataSource(features_file=features, people_file=Path(folder, "respondents.csv"),
                                    already_selected_file=None, selected_file=Path("/dev/null"), remaining_file=Path("/dev/null"))
data = adapters.SelectionData(source)
features, _ = data.load_features(seats)
people, _ = data.load_people(conf, features)
ok, panels, report = core.run_stratification(features, people, seats, conf)
print("ok" if ok else "failed: " + report.as_text()[-300:])
"""


def cost(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return done, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


kapok, instances, names = sys.argv[1].split(), sys.argv[2], sys.argv[3:]
print(f"{'instance':20} {'program':34} {'CPU s':>8}  result")
for name in names:
    folder, seats = os.path.join(instances, name), name.rsplit("_", 1)[1]
    for method in ("leximin", "maximin"):
        with tempfile.NamedTemporaryFile(suffix=".json") as out:
            done, cpu = cost(kapok + ["sortition", "draw", "--pool", f"{folder}/respondents.csv", "--quotas",
                             f"{folder}/categories.csv", "--seats", seats, "--seed", "42", "--method", method, "--json", out.name])
            result = json.load(open(out.name)) if done.returncode == 0 else None
        words = f"minimum {result['minimum']:.7f} gap {result['gap']:.1e}" if result else done.stderr.strip()[-200:]
        print(f"{name:20} {'kapok ' + method:34} {cpu:8.2f}  {words}", flush=True)
    for method in ("maximin",):
        try:
            done, cpu = cost([sys.executable, "-c", LIBRARY, folder, seats, method])
            words = (done.stdout.strip() or done.stderr.strip() or "?").splitlines()[-1]
        except subprocess.TimeoutExpired:
            cpu, words = float("nan"), "not finished in 900 s"
        print(f"{name:20} {'sortition-algorithms ' + method:34} {cpu:8.2f}  {words}", flush=True)
