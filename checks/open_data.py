#!/usr/bin/env python3
"""Open data, feeds, calendar and sitemap of a running server, judged by programs that others wrote.

    checks/open_data.py http://127.0.0.1:PORT FOLDER    FOLDER: an export of the same city
    DCAT_AP_SHAPES=FILES   Turtle files with the shapes of DCAT-AP, separated by colons; without them the catalogue is only
                           read as RDF and its required properties are looked for
"""
import csv
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree as ET

import feedparser
import frictionless
import icalendar
import rdflib

PASSED, FAILED = [], []
BASE, FOLDER = sys.argv[1].rstrip("/"), sys.argv[2]


def get(path):
    return urllib.request.urlopen(BASE + path).read()


def check(name, ok, why=""):
    (PASSED if ok else FAILED).append(name)
    print(("ok      " if ok else "FAILED  ") + name + ("" if ok else f": {why}"))


def feeds():
    for path in ("/log/feed", "/matters/1/feed", "/matters/feed", "/promises/feed", "/matters/feed?topic=waste"):
        path, _, query = path.partition("?")
        query = "?" + query if query else ""
        read = feedparser.parse(get(f"{path}.atom{query}"))
        whole = all(e.get("id") and e.get("title") and e.get("updated_parsed") and e.get("link") for e in read.entries)
        check(f"{path}.atom{query}", not read.bozo and read.version == "atom10" and read.entries and whole, read.get("bozo_exception"))
        twin = json.loads(get(f"{path}.json{query}"))
        items = twin["items"]
        whole = twin["version"] == "https://jsonfeed.org/version/1.1" and twin["title"] and all(
            isinstance(i["id"], str) and i["content_text"] and i["date_modified"] for i in items
        )
        check(f"{path}.json{query}", whole and [i["url"] for i in items] == [e.link for e in read.entries], "other entries than Atom")


def calendars():
    for path in ("/calendar.ics", "/calendar.ics?matter=1"):
        text = get(path)
        calendar = icalendar.Calendar.from_ical(text)
        events = calendar.walk("VEVENT")
        errors = calendar.errors + [e for event in events for e in event.errors]
        uids = [str(e["UID"]) for e in events]
        again = icalendar.Calendar.from_ical(get(path)).walk("VEVENT")
        fits = all(len(line) <= 75 for line in text.split(b"\r\n"))
        check(path, not errors and fits and len(set(uids)) == len(uids), errors)
        check(f"{path} has the same ids again", uids == [str(e["UID"]) for e in again])
    check("the calendar has events", len(icalendar.Calendar.from_ical(get("/calendar.ics")).walk("VEVENT")) > 0)


def sitemap():
    space = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
    parts = [loc.text for loc in ET.fromstring(get("/sitemap.xml")).iter(space + "loc")]
    pages = []
    for part in parts:
        here = [loc.text for loc in ET.fromstring(get("/sitemap/" + part.rsplit("/", 1)[1])).iter(space + "loc")]
        check(f"sitemap part {part.rsplit('/', 1)[1]}", 0 < len(here) <= 50_000, len(here))
        pages += here
    check("sitemap names each page once", len(set(pages)) == len(pages))
    check("robots.txt names the sitemap", b"Sitemap: " in get("/robots.txt"))


def tables():
    report = frictionless.Package(os.path.join(FOLDER, "datapackage.json")).validate()
    for task in report.tasks:
        errors = [f"{e.type}: {e.message}" for e in task.errors[:3]]
        check(f"frictionless: {task.name}", task.valid, errors)
    check("frictionless: the package", report.valid, report.errors[:3])
    package = json.load(open(os.path.join(FOLDER, "datapackage.json"), encoding="utf-8"))
    group = json.load(open(os.path.join(FOLDER, "csv-metadata.json"), encoding="utf-8"))
    urls = {t["url"] for t in group["tables"]}
    for table in group["tables"]:
        text = open(os.path.join(FOLDER, table["url"]), encoding="utf-8", newline="").read()
        names = next(csv.reader(io.StringIO(text)))
        alone = json.load(open(os.path.join(FOLDER, table["url"] + "-metadata.json"), encoding="utf-8"))
        said = [[c["name"] for c in t["tableSchema"]["columns"]] for t in (table, alone)]
        keys = all(k["reference"]["resource"] in urls for k in table["tableSchema"].get("foreignKeys", []))
        check(f"CSVW: {table['url']}", names == said[0] == said[1] and keys, names)
    served = get(f"/open-data/{package['resources'][0]['path']}").decode()
    check("a table served is the table exported", served == open(os.path.join(FOLDER, package["resources"][0]["path"]), newline="").read())
    for name in ("places", "matters"):
        features = json.load(open(os.path.join(FOLDER, f"{name}.geojson"), encoding="utf-8"))["features"]
        check(f"{name}.geojson", features and all(f["type"] == "Feature" and "geometry" in f for f in features))


def recount():
    """verify/recount.py agrees with the export, and does not when one row of it is changed."""
    script = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "verify", "recount.py")
    count = lambda source: subprocess.run([sys.executable, script, source], capture_output=True, text=True)
    sound = count(FOLDER)
    check("recount of the export", sound.returncode == 0, sound.stdout[-500:])
    served = count(BASE)
    check("recount of the running server", served.returncode == 0, served.stdout[-500:])
    with tempfile.TemporaryDirectory() as damaged:
        for name in os.listdir(FOLDER):
            shutil.copy(os.path.join(FOLDER, name), damaged)
        voices = os.path.join(damaged, "voices.csv")
        rows = list(csv.reader(open(voices, encoding="utf-8", newline="")))
        channel, changed = rows[0].index("channel"), rows[len(rows) // 2]
        changed[channel] = "letter" if changed[channel] != "letter" else "web"
        csv.writer(open(voices, "w", encoding="utf-8", newline="")).writerows(rows)
        check("recount finds one changed row", count(damaged).returncode == 1)


def catalogue():
    graph = rdflib.Graph().parse(os.path.join(FOLDER, "catalog.jsonld"), format="json-ld")
    dcat, dct = rdflib.Namespace("http://www.w3.org/ns/dcat#"), rdflib.DCTERMS
    needed = {
        dcat.Catalog: [dct.title, dct.description, dct.publisher, dcat.dataset],
        dcat.Dataset: [dct.title, dct.description, dcat.distribution],
        dcat.Distribution: [dcat.accessURL],
    }
    for kind, properties in needed.items():
        things = list(graph.subjects(rdflib.RDF.type, kind))
        lacks = [f"{t} {p}" for t in things for p in properties if (t, p, None) not in graph]
        check(f"DCAT-AP 3: what {kind.fragment} must have", things and not lacks, lacks[:3])
    shapes = [f for f in os.environ.get("DCAT_AP_SHAPES", "").split(":") if f]
    if not shapes:
        print("skipped DCAT-AP shapes: DCAT_AP_SHAPES names none")
        return
    import pyshacl

    rules = rdflib.Graph()
    for file in shapes:
        rules.parse(file, format="turtle")
    conforms, _, text = pyshacl.validate(graph, shacl_graph=rules, inference="none")
    check("DCAT-AP shapes", conforms, text[:2000])


if __name__ == "__main__":
    for part in (feeds, calendars, sitemap, tables, recount, catalogue):
        part()
    print(f"{len(PASSED)} passed, {len(FAILED)} failed")
    sys.exit(1 if FAILED else 0)
