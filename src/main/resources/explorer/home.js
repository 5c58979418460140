// The start page: what is in the graph, and what one can ask; and the results of a search.

import { h, words, number, date, count } from "./dom.js";
import { prefixed, select, into, showQuery } from "./sparql.js";
import { entityLink, link, documentLink } from "./address.js";
import { about, label, ACTORS } from "./terms.js";
import { find, line } from "./search.js";
import { questions } from "./questions.js";

const NUMBERS = prefixed(`
SELECT ?documents ?statements ?first ?last WHERE {
  { SELECT (COUNT(?d) AS ?documents) WHERE { ?d a ent:Document } }
  { SELECT (MIN(?issued) AS ?first) (MAX(?issued) AS ?last) WHERE { ?d a ent:Document ; dcterms:issued ?issued } }
  { SELECT (COUNT(?s) AS ?statements) WHERE { ?s a ent:Statement } }
}`);

const MOST = prefixed(`
SELECT ?e (COUNT(*) AS ?n) WHERE {
  { SELECT ?e WHERE { VALUES ?relation { ent:alliedWith ent:supports ent:cooperatesWith ent:opposes ent:attacks }
      ?s rdf:predicate ?relation ; rdf:subject ?e } LIMIT 20000 }
}
GROUP BY ?e ORDER BY DESC(?n) ?e LIMIT 30`);

export async function show(main, { view, settings, signal }) {
  if (view === "search") return results(main, settings.get("q") ?? "", signal);
  document.title = "Entente explorer";
  const numbers = h("p", { class: "numbers" });
  const most = h("div", {});
  const asked = h("div", {});
  main.append(
    h("h1", {}, "Who stood with whom, and who says so"),
    numbers,
    h("ul", { class: "tiles" },
      tile("graph", "Alliances", "Actors and what they do for and against each other, year by year."),
      tile("map", "Map", "Places and bases: what happened there, and who held them when."),
      tile("contested", "Contested", "Where sources disagree, both sides next to each other."),
      tile("documents", "Documents", "What was read, with names and statements marked.")),
    h("section", {}, h("h2", {}, "Most spoken of"), most),
    h("section", {}, h("h2", {}, "Questions"), asked));
  into(numbers, async () => {
    const { rows: [r], query } = await select(NUMBERS, signal);
    if (!Number(r.documents)) return empty();
    return [h("b", {}, number(r.statements)), " statements from ", h("b", {}, number(r.documents)), " documents", r.first && `, ${date(r.first)} to ${date(r.last)}`, ". ", showQuery(query)];
  }, signal);
  into(most, async () => {
    const { rows, query } = await select(MOST, signal);
    const counted = rows.filter(r => r.e);
    if (!counted.length) return h("p", {}, "No relations between actors are in the graph.");
    const known = await about(counted.map(r => r.e), signal);
    return [
      h("ul", { class: "names" }, counted.filter(r => ACTORS.has(known.get(r.e).type)).slice(0, 16).map(r =>
        h("li", {}, h("a", { href: entityLink(r.e) }, words(known.get(r.e).label, 40)), " ", h("small", {}, number(r.n))))),
      h("p", { class: "bar" }, showQuery(query))];
  }, signal);
  into(asked, async () => h("ul", { class: "questions" }, (await questions()).map(q =>
    h("li", {}, h("a", { href: link("query", q.name) }, q.title), h("span", {}, q.question)))), signal);
}

function tile(view, title, body) {
  return h("li", {}, h("a", { href: link(view) }, h("b", {}, title), h("span", {}, body)));
}

function empty() {
  return h("span", {}, "The store is empty: it holds no document yet. Read some into it with ", h("code", {}, "entente build"), ", then load this page anew.");
}

async function results(main, q, signal) {
  document.title = "Search · Entente";
  const box = h("div", {});
  main.append(h("h1", {}, "Search: ", words(q, 60)), box);
  await into(box, async () => {
    if (!q) return h("p", {}, "Type a name above.");
    const { found, queries } = await find(q, 50, signal);
    if (!found.length) return [h("p", { class: "notice" }, "No name in the graph contains this text. Try a part of it, another spelling, or the ", h("a", { href: link("documents") }, "documents"), "."), h("p", { class: "bar" }, showQuery(queries))];
    return [
      h("p", { class: "bar" }, h("span", {}, found.length === 50 ? "The best 50" : count(found.length, "entity", "entities")), showQuery(queries)),
      h("ul", { class: "results" }, found.map(e =>
        h("li", {}, h("span", { class: "type " + e.type }, label(e.type || "thing")), h("a", { href: entityLink(e.iri) }, words(e.label, 80)), h("small", {}, line(e)))))];
  }, signal);
}
