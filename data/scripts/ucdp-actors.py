"""Writes ontology/gazetteer/armed-groups.tsv: the armed groups of the UCDP Actor Dataset.

Source: UCDP Actor Dataset 22.1 (Uppsala Conflict Data Program, https://ucdp.uu.se, CC BY 4.0), the CSV file
ucdp-actor-221.csv of its download page.

    python3 data/scripts/ucdp-actors.py ucdp-actor-221.csv      from the project's folder

Taken: actors whose Org is 1, formally organised groups. Left out: informal groups (2), communal groups (3) and
governments (4), and actors whose id or label ontology/reference/*.ttl has already.

Label: the name in the data; where that is an acronym, the full English name. Names: earlier and later names
(NameOrig*, NewName*), full names, acronyms; a literal translation of one word ("Spiders") is no name that a text
would use and is left out, and so is a name that the reference data has for somebody else. Country: where the actor
has one location only. Predecessors: the actors that it split from or goes back to (ActorIdPrev).
The same input gives the same bytes.
"""

import csv
import re
import sys
import unicodedata
from pathlib import Path

HEAD = """# Armed groups that ontology/reference/ does not have; written by data/scripts/ucdp-actors.py.
# source: UCDP Actor Dataset 22.1, Uppsala Conflict Data Program (CC BY 4.0)
id\tlabel\tnames\ttype\tcountry\tucdp\tpredecessors
"""


def folded(name):
    plain = unicodedata.normalize("NFKD", name)
    plain = "".join(c for c in plain if not unicodedata.combining(c)).lower()
    return re.sub(r"[^a-z0-9]+", " ", re.sub(r"['’‘ʼʿʾ`´.]", "", plain)).strip()


def slug_of(name):
    return folded(name.replace("ı", "i").replace("ø", "o").replace("ł", "l")).replace(" ", "-")


def reference():
    """Slugs, UCDP ids to slugs, all names, and names of states to slugs."""
    slugs, actors, names, states = set(), {}, set(), {}
    for file in sorted(Path("ontology/reference").glob("*.ttl")):
        for block in re.split(r"\n(?=id:)", file.read_text("utf-8")):
            head = re.match(r"id:([a-z0-9-]+) a ent:(\w+)", block)
            if not head:
                continue
            slug = head.group(1)
            slugs.add(slug)
            for actor in re.findall(r'"(\d+)"\^\^ent:UcdpActorId', block):
                actors[actor] = slug
            for line in block.splitlines():
                if "Label" in line or "ent:adjective" in line or "ent:metonym" in line:
                    for name in re.findall(r'"((?:[^"\\]|\\.)*)"@en', line):
                        names.add(folded(name))
                        if head.group(2) == "State" and "Label" in line:
                            states[folded(name)] = slug
    return slugs, actors, names, states


def clean(name):
    name = re.sub(r"\s+", " ", name.replace("|", "/")).strip(" ,")
    return "" if name.lower() in ("n/a", "") else name


def parts(row, *columns):
    """The names of several columns side by side, which are comma-separated lists of one length or single names."""
    cells = [clean(row[c]) for c in columns]
    lists = [[clean(p) for p in cell.split(",")] for cell in cells]
    lengths = {len(x) for x, cell in zip(lists, cells) if cell}
    if len(lengths) == 1:
        return [[x[i] if cell else "" for x, cell in zip(lists, cells)] for i in range(lengths.pop())]
    return [[cell if "," not in cell else "" for cell in cells]]


def is_acronym(name):
    upper = sum(c.isupper() for c in name)
    lower = sum(c.islower() for c in name)
    return " " not in name and upper >= 2 and lower <= 2


def spellings(name):
    """'IZL [Etzel]' is two names; round brackets only explain."""
    inner = re.findall(r"\[([^\]]+)\]", name)
    outer = clean(re.sub(r"\s*[\[(][^\])]*[\])]", "", name))
    return [s for s in [outer, *inner] if s]


def main(path):
    slugs, actors, borne, states = reference()
    rows, by_id = [], dict(actors)
    with open(path, encoding="utf-8-sig", newline="") as file:
        data = [r for r in csv.DictReader(file) if r["Org"] == "1" and r["ActorId"] not in actors]
    for row in sorted(data, key=lambda r: int(r["ActorId"])):
        current = spellings(clean(row["NameData"]))
        full = [f for _, _, f in parts(row, "NewName", "NewNameFullMotherTongue", "NewNameFullEng") if f]
        full = full[-1:] or [f for f in [clean(row["NameOrigFullEng"])] if f and row["NameChange"] != "1"]
        if not current:
            continue
        label = current[0]
        if is_acronym(label) and full and not is_acronym(full[0]):
            label = spellings(full[0])[0]
        if folded(label) in borne or not folded(label):
            continue
        names = list(current)
        for short, mother, english in (
            parts(row, "NameOrig", "NameOrigFull", "NameOrigFullEng")
            + parts(row, "NewName", "NewNameFullMotherTongue", "NewNameFullEng")
        ):
            names += spellings(short) + spellings(mother)
            names += [s for s in spellings(english) if " " in s or s == short]
        kept, seen = [], {folded(label)}
        for name in names:
            key = folded(name)
            if len(key) > 1 and key not in seen and key not in borne and not name.startswith("by "):
                seen.add(key)
                kept.append(name)
        places = {states.get(folded(re.sub(r"\s*\(.*?\)", "", p))) for p in row["Location"].split(",") if p.strip()}
        country = places.pop() if len(places) == 1 else None
        plain = slug_of(label)
        choices = [plain, f"{plain}-{country}" if country else "", f"{plain}-{row['ActorId']}"]
        slug = next(s for s in choices if s and s not in slugs)
        slugs.add(slug)
        by_id[row["ActorId"]] = slug
        rows.append((slug, label, "|".join(kept), "ArmedGroup", country or "", row["ActorId"], row["ActorIdPrev"]))
    lines = []
    for *cells, before in sorted(rows):
        previous = [by_id[p.strip()] for p in before.split(",") if p.strip() in by_id]
        lines.append("\t".join([*cells, "|".join(previous)]) + "\n")
    Path("ontology/gazetteer/armed-groups.tsv").write_text(HEAD + "".join(lines), "utf-8")
    print(len(lines), "armed groups")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python3 data/scripts/ucdp-actors.py ucdp-actor-221.csv")
    main(sys.argv[1])
