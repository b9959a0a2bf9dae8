"""The findings and the comparison of the sample, as they are typed, in both languages.

SPDX-License-Identifier: GPL-3.0-or-later
"""

import json
import os
import sys

sys.path.insert(0, os.path.join(os.path.dirname(__file__), ".."))
sys.path.insert(0, os.path.dirname(__file__))
from program import Folder
from tap import check, done

DATE, LATER, PROPOSAL = "2016-11-20", "2017-07-01", "2016 A: samlad mottagningsenhet"
# What the sample's documents describe, by rule and by the words of a record.
DESCRIBED = [
    ("many-accountable", "Ta fram bostäder"),
    ("many-accountable", "Planera boenden för nyanlända"),
    ("several-claims", "Samordna stadens arbete med flyktingfrågor"),
    ("no-accountable", "Driva en gemensam kunskapsresurs"),
    ("no-performer", "Driva en gemensam kunskapsresurs"),
]


def findings(folder, *options, language="en"):
    return json.loads(folder.must("findings", "s.samsyn", *options, "--format=json", language=language))


def titles(finding):
    return {record["title"] for record in finding["records"]}


def all_findings(folder):
    told = findings(folder, f"--as-of={DATE}")
    found = told["findings"]
    rules = {finding["rule"] for finding in found}
    check("the date is the one asked for", told["date"] == DATE and "scenario" not in told)
    check("more than ten findings", len(found) > 10, len(found))
    check("of most rules", len(rules) >= 18, sorted(rules))
    for rule, title in DESCRIBED:
        check(f"{rule}: {title}", any(f["rule"] == rule and title in titles(f) for f in found))
    keys = [finding["key"] for finding in found]
    check("no key twice", len(set(keys)) == len(keys))
    check("an acceptance's key begins with the finding's", all(f["acceptance"].startswith(f["key"] + "#") for f in found))
    check("every finding has its words", all(f["sentence"] and f["why"] and f["source"] and f["mend"] and f["records"] for f in found))
    accepted = {f["rule"] for f in found if f["state"] == "accepted"}
    check("the sample's acceptances hold", accepted == {"no-accountable", "many-accountable", "several-performers"}, accepted)
    expired = {f["rule"] for f in findings(folder, "--as-of=2017-02-01")["findings"] if f["state"] == "expired"}
    check("and run out", expired == {"no-accountable", "several-performers"}, expired)
    swedish = findings(folder, f"--as-of={DATE}", language="sv")["findings"]
    check("the same in Swedish, in other words", [f["key"] for f in swedish] == keys and all(
        a["sentence"] != b["sentence"] and a["why"] != b["why"] and a["source"] != b["source"] for a, b in zip(found, swedish)))


def as_text(folder):
    english = folder.must("findings", "s.samsyn", f"--as-of={DATE}")
    swedish = folder.must("findings", "s.samsyn", f"--as-of={DATE}", language="sv")
    check("a heading a rule", "Error: Nobody is accountable (no-accountable)" in english and "Fel: Ingen är ytterst ansvarig" in swedish)
    check("a line a finding", english.count("\n  ") == len(findings(folder, f"--as-of={DATE}")["findings"]))
    check("no placeholder is left", "{" not in english + swedish)
    check("the last line counts", english.splitlines()[-1].startswith("Errors: ") and swedish.splitlines()[-1].startswith("Fel: "))
    folder.must("new", "empty.samsyn")
    check("nothing in an empty workspace", folder.must("findings", "empty.samsyn") == "Nothing was found.\n")
    check("today is the day where none is said", json.loads(folder.must("findings", "empty.samsyn", "--format=json",
                                                                        now="2016-05-20T10:00:00Z"))["date"] == "2016-05-20")


def scenarios(folder):
    records = {record["name"]: record["id"] for record in folder.records("s.samsyn", "scenario")}
    by_name = findings(folder, f"--as-of={LATER}", f"--scenario={PROPOSAL}")
    by_id = findings(folder, f"--as-of={LATER}", f"--scenario={records[PROPOSAL]}")
    in_force = findings(folder, f"--as-of={LATER}")
    check("a scenario by name, in any case, or by id", by_name == by_id == findings(
        folder, f"--as-of={LATER}", f"--scenario={PROPOSAL.upper()}") and by_name["scenario"] == records[PROPOSAL])
    check("a scenario is another map", by_name["findings"] != in_force["findings"])
    said = folder.run("findings", "s.samsyn", "--scenario=nobody")
    check("an unknown scenario names those there are", said.returncode == 2 and PROPOSAL in said.stderr, said.stderr)
    folder.must("import", "s.samsyn", folder.write("twice.json", json.dumps(
        {"samsyn": 1, "records": [{"kind": "scenario", "key": str(i), "name": "Dubbel"} for i in range(2)]})))
    said = folder.run("compare", "s.samsyn", f"--from={DATE}", f"--to={DATE},dubbel")
    check("a name that two have is refused, with their ids", said.returncode == 2 and said.stderr.count("Dubbel") == 2, said.stderr)
    for wrong in (["--as-of=2016-02-30"], ["--format=csv"]):
        check(f"findings {wrong} is wrong usage", folder.run("findings", "s.samsyn", *wrong).returncode == 2)


def compared(folder):
    arguments = ["compare", "s.samsyn", f"--from={LATER}", f"--to={LATER},{PROPOSAL}"]
    told = json.loads(folder.must(*arguments, "--format=json"))
    letters = {(letter["task"]["title"], letter["organisation"]["title"], letter["role"], letter["change"]) for letter in told["letters"]}
    check("who gains a letter", ("Driva en gemensam kunskapsresurs", "Socialnämnden", "A", "gained") in letters, letters)
    check("who loses one", ("Samordna stadens arbete med flyktingfrågor", "Kommunstyrelsen", "A", "lost") in letters)
    check("new tasks", "Hålla en väg in för anvisade familjer" in {task["title"] for task in told["begun"]})
    titles = lambda name: [record["title"] for record in told[name]]
    check("what the proposal ends", titles("ended") == ["Möta den som själv har ordnat boende"] and titles("organisations_ended") == [])
    check("new organisations", sorted(titles("organisations_begun")) == ["Kunskapscentrum nyanlända (förslag)", "Samlad mottagningsenhet (förslag)"])
    check("staff moves", {(s["organisation"]["title"], s["before"], s["after"]) for s in told["staff"]} == {
        ("Samlad mottagningsenhet (förslag)", 0, 50), ("Välfärdsutvecklingsavdelningen", 150, 100)}, told["staff"])
    check("the budget moves", {(b["organisation"]["title"], b["year"], b["before"], b["after"]) for b in told["budget"]} == {
        ("Socialförvaltningen", 2017, "0.00", "-1100000.00"), ("Samlad mottagningsenhet (förslag)", 2017, "0.00", "3200000.00")},
        told["budget"])
    check("a basis is lost", any(basis["change"] == "lost" for basis in told["bases"]))
    check("findings vanish", any(f["key"].startswith("no-accountable:") for f in told["vanished"]))
    before = {f["key"] for f in findings(folder, f"--as-of={LATER}")["findings"]}
    after = {f["key"] for f in findings(folder, f"--as-of={LATER}", f"--scenario={PROPOSAL}")["findings"]}
    check("they are those of the two maps", {f["key"] for f in told["vanished"]} == before - after
          and {f["key"] for f in told["appeared"]} == after - before)
    english, swedish = folder.must(*arguments), folder.must(*arguments, language="sv")
    check("in words, in both languages", "Findings that vanish" in english and "Ansvarsbrister som försvinner" in swedish)
    same = json.loads(folder.must("compare", "s.samsyn", f"--from={DATE}", f"--to={DATE}", "--format=json"))
    check("nothing differs from itself", not any(same[key] for key in ("letters", "bases", "budget", "staff", "appeared", "vanished")))
    for wrong in ([], [f"--from={DATE}"], [f"--from={DATE}", "--to=soon"], [f"--from={DATE}", f"--to={DATE},nobody"]):
        check(f"compare {wrong} is wrong usage", folder.run("compare", "s.samsyn", *wrong).returncode == 2)


with Folder() as place:
    place.must("new", "s.samsyn", "--sample=oversyn")
    all_findings(place)
    as_text(place)
    compared(place)
    scenarios(place)
done()
