#!/usr/bin/env python3
"""Counts every number that Kapok's pages show again, from the open data alone, and says where it differs.

    python3 verify/recount.py FOLDER        an export made by `kapok export FOLDER`
    python3 verify/recount.py https://HOST  the files under /open-data/ of a running server

Needs Python 3.9 and nothing else. Exit status 1 when a number differs. The rules stand beside the code as pages apply them;
what they mean is described in docs/open-data.md.
"""
import csv
import io
import os
import sys
import urllib.request
from collections import Counter, defaultdict
from datetime import date, timedelta

csv.field_size_limit(1 << 24)
SMALLEST = 5  # no count of people below it is shown in a table by group
WRONG, CHECKED = [], Counter()


def table(source, name):
    """The rows of a table as dictionaries."""
    if source.startswith(("http://", "https://")):
        answer = urllib.request.urlopen(f"{source.rstrip('/')}/open-data/{name}.csv")
        lines = io.TextIOWrapper(answer, encoding="utf-8", newline="")
    else:
        lines = open(os.path.join(source, f"{name}.csv"), encoding="utf-8", newline="")
    with lines:
        yield from csv.DictReader(lines)


def check(what, of, shown, counted):
    CHECKED[what] += 1
    if int(shown or 0) != counted:
        WRONG.append(f"{what} {of}: shown {shown or 0}, counted {counted}")


def groups(what, rows, by, key, counted, whole):
    """A table by group: what is shown is right, nothing small is shown, and no total gives a hidden cell away."""
    cells = defaultdict(list)
    for row in rows:
        cells[row[by]].append((row[by], row[key], row["n"]))
    for group, inside in cells.items():
        told = 0
        for g, k, n in inside:
            real = counted[g, k]
            if n:
                check(what, f"{g} {k}", n, real)
                told += real
                if 0 < real < SMALLEST:
                    WRONG.append(f"{what} {g} {k}: {real} is shown and is under {SMALLEST}")
        hidden, rest = sum(not n for _, _, n in inside), whole[group] - told
        if 0 < rest < SMALLEST and told:
            WRONG.append(f"{what} {group}: what is hidden adds up to {rest}")
        if hidden == 1 and told and rest == sum(counted[g, k] for g, k, n in inside if not n):
            WRONG.append(f"{what} {group}: the one hidden cell is the total less the others")
    for (g, k), n in counted.items():
        if n and not any(k == inside[1] for inside in cells[g]):
            WRONG.append(f"{what} {g} {k}: has no row")


def main(source):
    get = lambda name: table(source, name)
    counters = list(get("counters"))
    today = date.fromisoformat(counters[0]["counted_at"][:10])
    days = int(next(c["value"] for c in counters if c["counter"] == "setting.days_to_answer"))
    before = lambda n: (today - timedelta(days=n)).isoformat()
    places = {p["id"]: p for p in get("places")}
    offices = {p["id"]: p["key"] for p in get("parties")}

    def around(place):
        """The place and all places around it."""
        while place in places:
            yield places[place]
            place = places[place]["parent_id"]

    def neighbourhood(place):
        return next((p["key"] for p in around(place) if p["kind"] == "neighbourhood"), None)

    # The voices, in one pass.
    n = Counter()  # (counter, of) -> number, as counters.csv names them
    by_channel, by_place, year_all = Counter(), Counter(), Counter()
    m_all, m_channel, m_place, m_lang, m_first, last = Counter(), Counter(), Counter(), Counter(), {}, {}
    for v in get("voices"):
        day, place, matter = v["heard_at"][:10], v["place_id"], v["matter_id"]
        n["voices", ""] += 1
        n["heard", day[:4]] += 1
        year_all[day[:4]] += 1
        by_channel[day[:4], v["channel"]] += 1
        if not v["answered_at"] and v["state"] in ("heard", "referred") and day < before(days):
            n["unanswered", ""] += 1
        if place:
            by_place[day[:4], place] += 1
            home = neighbourhood(place)
            last[home] = max(day, last.get(home, ""))
            if day[:4] == str(today.year):
                n["heard.neighbourhood", home] += 1
        if matter:
            m_all[matter] += 1
            m_channel[matter, v["channel"]] += 1
            m_lang[matter, v["lang"]] += 1
            if place:
                m_place[matter, place] += 1
            m_first[matter] = min(v["heard_at"], m_first.get(matter, "9"))
    for p in places.values():
        if p["kind"] == "neighbourhood" and last.get(p["key"], "") < before(365):
            n["silent", ""] += 1

    # The log, and what residents say since a matter was last finished.
    finished = {}
    for a in get("acts"):
        n["acts", ""] += 1
        if a["kind"] == "matter.done":
            finished[a["matter_id"]] = max(a["at"], finished.get(a["matter_id"], ""))
    says = Counter((c["matter_id"], c["says"]) for c in get("checks") if c["at"] >= finished.get(c["matter_id"], ""))

    for m in get("matters"):
        of = f"of matter {m['number']}"
        check("matters.voices", of, m["voices"], m_all[m["id"]])
        check("matters.done", of, m["done"], says[m["id"], "done"])
        check("matters.not_yet", of, m["not_yet"], says[m["id"], "not-yet"])
        if m["id"] in m_first and m["first_heard_at"] != m_first[m["id"]]:
            WRONG.append(f"matters.first_heard_at {of}: {m['first_heard_at']}, counted {m_first[m['id']]}")
        n["matters.state", m["state"]] += 1
        n["matters.step", m["step"]] += 1
        for p in around(m["place_id"]) if m["listed"] == "true" else ():
            n["matters.place", p["key"]] += 1
            n["matters.place.open", p["key"]] += m["state"] in ("voiced", "sorted", "open")

    # Promises.
    moves = Counter(m["promise_id"] for m in get("promise_moves"))
    partners = Counter(p["promise_id"] for p in get("promise_parties"))
    reported = {}
    for r in get("promise_reports"):
        if r["kind"] == "progress":
            reported[r["promise_id"]] = max((r["at"], r["id"], r["percent"]), reported.get(r["promise_id"], ("",)))
    for p in get("promises"):
        of, office, running = f"of promise {p['number']}", offices.get(p["lead_id"], ""), p["state"] == "running"
        check("promises.moves", of, p["moves"], moves[p["id"]])
        check("promises.partners", of, p["partners"], partners[p["id"]])
        if p["state"] != "withdrawn":
            check("promises.percent", of, p["percent"], int(reported.get(p["id"], (0,))[-1]) if running else 100)
            n["promises.made", office] += 1
            n["promises.finished", office] += not running
        if running and p["due"] < today.isoformat():
            n["overdue", ""] += 1
            n["overdue.days", ""] += (today - date.fromisoformat(p["due"])).days
            n["promises.overdue", office] += 1
    for o in get("promise_offices"):
        check("promise_offices.made", offices[o["office_id"]], o["made"], n["promises.made", offices[o["office_id"]]])
        check("promise_offices.finished", offices[o["office_id"]], o["finished"], n["promises.finished", offices[o["office_id"]]])

    # Cases and their winners.
    for c in get("cases"):
        n["cases", ""] += 1
        n["cases.topic", c["topic"]] += 1
        n["cases.stage", c["stage"]] += 1
    won = {(s["case_id"], s["year"]) for s in get("case_stages") if s["stage"] == "winner" and s["scope"] == "project"}
    n.update(Counter(("winners.year", year) for _, year in won if year))

    # What pages show, against what was counted.
    for c in counters:
        if not c["counter"].startswith("setting.") and c["value"] != "":
            check(c["counter"], c["of"], c["value"], n[c["counter"], c["of"]])
    for what, of in n:
        if n[what, of] and of is not None and (what, of) not in {(c["counter"], c["of"]) for c in counters} and what not in ("heard", "matters.step"):
            WRONG.append(f"{what} {of}: counted {n[what, of]}, shown nowhere")
    groups("voice_years", get("voice_years"), "year", "channel", by_channel, year_all)
    groups("voice_places", get("voice_places"), "year", "place_id", by_place, year_all)
    groups("matter_channels", get("matter_channels"), "matter_id", "channel", m_channel, m_all)
    groups("matter_languages", get("matter_languages"), "matter_id", "lang", m_lang, m_all)
    groups("matter_places", get("matter_places"), "matter_id", "place_id", m_place, m_all)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    main(sys.argv[1])
    for line in WRONG:
        print(line)
    print(f"{sum(CHECKED.values())} numbers of {len(CHECKED)} kinds were counted again; {len(WRONG)} differ.")
    sys.exit(1 if WRONG else 0)
