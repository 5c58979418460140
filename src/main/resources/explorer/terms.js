// What the relations and types are called, from the ontology in the graph, and how they are drawn.

import { prefixed, select, iri } from "./sparql.js";
import { short } from "./address.js";

export const ENT = "https://w3id.org/entente/ontology#";

/** The side a relation between actors takes; as in the shipped question "relations". */
export const STANCES = {
  support: ["alliedWith", "supports", "cooperatesWith"],
  oppose: ["opposes", "attacks"],
  tie: ["leads", "officialOf", "memberOf", "partOf"],
};
export const STANCE_LABELS = { support: "Support", oppose: "Opposition", tie: "Ties" };
export const MUTUAL = new Set(["alliedWith", "cooperatesWith", "near"]);
export const ACTORS = new Set(["State", "Government", "ArmedGroup", "StateForce", "Organization", "Person"]);
export const TYPES = ["State", "Government", "ArmedGroup", "StateForce", "Organization", "Person", "Place", "MilitaryBase", "WeaponSystem", "Event"];
export const MODALITIES = { Asserted: "stated", Reported: "reported", Possible: "possible", Negated: "denied" };

export const local = term => (term ?? "").replace(/^.*[#/]/, "");
export const stance = relation => Object.keys(STANCES).find(s => STANCES[s].includes(relation)) ?? "";
const spelled = name => name.replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase();

let labels;

/** Labels of relations and types; their own names where the graph has none. */
export async function terms() {
  labels ??= select(prefixed(`
SELECT ?term ?label ?inverse ?definition WHERE {
  ?term rdfs:label ?label . FILTER (STRSTARTS(STR(?term), STR(ent:)) && LANG(?label) = "en")
  OPTIONAL { ?term ent:inverseLabel ?inverse }
  OPTIONAL { ?term skos:definition ?definition }
}
LIMIT 500`)).then(({ rows }) => new Map(rows.map(r => [local(r.term), r])), e => { labels = undefined; throw e; });
  return labels;
}

let known = new Map();
export const useTerms = async () => { known = await terms().catch(() => known); };
export const label = name => known.get(name)?.label ?? spelled(name);
export const inverse = name => known.get(name)?.inverse ?? label(name) + " (by)";
export const definition = name => known.get(name)?.definition ?? "";

/** The most telling type of an entity. */
export function typeOf(types) {
  const names = types.map(local);
  return TYPES.find(t => t === "MilitaryBase" ? names.includes(t) : names.includes(t) && !(t === "Place" && names.includes("MilitaryBase"))) ?? "";
}

/** Labels and types of entities. */
export async function about(entities, signal) {
  const found = new Map(entities.map(e => [e, { iri: e, label: short(e), types: [] }]));
  for (let i = 0; i < entities.length; i += 800) {
    const { rows } = await select(aboutQuery(entities.slice(i, i + 800)), signal);
    const named = new Set();
    for (const r of rows) {
      const e = found.get(r.e);
      if (r.label && !named.has(r.e)) {
        e.label = r.label;
        named.add(r.e);
      }
      if (r.type && !e.types.includes(local(r.type))) e.types.push(local(r.type));
    }
  }
  for (const e of found.values()) e.type = typeOf(e.types);
  return found;
}

export const aboutQuery = entities => prefixed(`
SELECT DISTINCT ?e ?label ?type WHERE {
  VALUES ?e { ${entities.map(iri).join(" ")} }
  OPTIONAL { ?e skos:prefLabel ?label FILTER (LANG(?label) IN ("en", "")) }
  OPTIONAL { ?e a ?type FILTER (STRSTARTS(STR(?type), STR(ent:))) }
}
ORDER BY ?e ?label`);
