// All that the graph holds about one actor, place, base, weapon or event, each fact with its evidence.

import { h, svg, words, add, replace, count, number, date, csv, download, plain } from "./dom.js";
import { prefixed, select, iri, into, showQuery } from "./sparql.js";
import { short, long, link, entityLink } from "./address.js";
import { about, label, inverse, local, stance, typeOf, ACTORS, MODALITIES, MUTUAL } from "./terms.js";
import { statements, cards, card, entity, holds, year } from "./evidence.js";
import { question, filled } from "./questions.js";

const MOST = 500;

export async function show(main, { what, settings, signal }) {
  const self = long(what);
  document.title = plain(short(self), 60) + " · Entente";
  const heading = h("h1", {}, words(short(self), 80));
  const facts = h("section", { class: "facts" });
  const said = h("div", {});
  main.append(heading, facts, said);

  into(facts, async () => {
    const query = filled(await question("entity"), { entity: iri(self) });
    const types = typesQuery(self);
    const [answer, typed, named] = await Promise.all([select(query, signal), select(types, signal), select(nameQuery(self), signal)]);
    const rows = answer.rows.filter(r => r.aspect);
    const names = named.rows.filter(r => r.name);
    if (!rows.length && !typed.rows.length) {
      heading.textContent = "Not in the graph";
      return h("p", { class: "notice" }, "Nothing is known under ", h("code", {}, words(self, 200)), ". Perhaps the address was cut, or the store was built anew without it. Search for a name above.");
    }
    const preferred = rows.find(r => r.aspect === "preferred label")?.value ?? names[0]?.name ?? short(self);
    const type = typeOf(typed.rows.map(r => r.type));
    replace(heading, words(preferred, 100));
    document.title = plain(preferred, 60) + " · Entente";
    return identity(self, preferred, type, rows, names, [query, types, nameQuery(self)]);
  }, signal);

  into(said, async () => {
    const pattern = `{ ?s rdf:subject ${iri(self)} } UNION { ?s rdf:object ${iri(self)} }`;
    const offset = Math.max(0, Number(settings.get("skip")) || 0);
    const [answer, typed] = await Promise.all([statements(pattern, { limit: MOST, offset, signal }), select(typesQuery(self), signal)]);
    if (!answer.statements.length) return h("p", {}, "No statement about it is in the graph. ", showQuery(answer.query));
    return [
      answer.full && h("p", { class: "notice" }, `More than ${number(MOST)} statements: these are ${number(offset + 1)} to ${number(offset + MOST)}. `, h("a", { href: link("entity", short(self), { skip: offset + MOST }) }, "Next"), " · ", h("a", { href: link("graph", "", { focus: short(self) }) }, "Its graph counts them all")),
      content(self, answer, ACTORS.has(typeOf(typed.rows.map(r => r.type))), await others(self, answer.statements, signal)),
    ];
  }, signal);
}

const typesQuery = self => prefixed(`SELECT DISTINCT ?type WHERE { ${iri(self)} a ?type }`);

/** The names that documents write, by year. */
const nameQuery = self => prefixed(`
SELECT ?name ?year (COUNT(*) AS ?n) WHERE {
  { SELECT ?mention WHERE { ?mention oa:hasBody ${iri(self)} } LIMIT 20000 }
  ?mention oa:hasTarget ?target . ?target oa:hasSource ?document ; oa:hasSelector/oa:exact ?name .
  OPTIONAL { ?document dcterms:issued ?issued }
  BIND (SUBSTR(STR(?issued), 1, 4) AS ?year)
}
GROUP BY ?name ?year ORDER BY DESC(?n) LIMIT 400`);

function identity(self, preferred, type, rows, names, queries) {
  const of = (...aspects) => rows.filter(r => aspects.includes(r.aspect));
  const aliases = [...new Set(rows.filter(r => /label|name|alias/.test(r.aspect) && r.value !== preferred).map(r => r.value))];
  const line = (title, ...content) => [h("dt", {}, title), h("dd", {}, content)];
  const outside = rows.filter(r => /^https?:\/\/(www\.)?(wikidata|sws\.geonames|en\.wikipedia)\.org\//.test(r.value));
  const identifiers = rows.filter(r => /identifier|Id$|code/i.test(r.aspect) || r.aspect === "identifier");
  const wkt = of("coordinates")[0]?.value;
  const point = /POINT *\(\s*([-+.\d]+)\s+([-+.\d]+)/i.exec(wkt ?? "");
  const wikidata = identifiers.find(r => /^Q\d+$/.test(r.value))?.value;
  const geonames = identifiers.find(r => /GeoNames/i.test(r.detail + r.aspect) && /^\d+$/.test(r.value))?.value;
  const links = new Map();
  if (wikidata) links.set("Wikidata " + wikidata, "https://www.wikidata.org/wiki/" + wikidata);
  if (geonames) links.set("GeoNames " + geonames, "https://www.geonames.org/" + geonames);
  for (const r of outside) {
    const host = new URL(r.value).hostname;
    const id = local(r.value.replace(/\/$/, ""));
    if (host.includes("wikidata")) links.set("Wikidata " + id, "https://www.wikidata.org/wiki/" + id);
    else if (host.includes("geonames")) links.set("GeoNames " + id, "https://www.geonames.org/" + id);
    else links.set("Wikipedia", r.value);
  }
  const other = rows.filter(r => ["country", "capital", "sponsor"].includes(r.aspect));
  const written = new Map();
  for (const r of names) {
    const w = written.get(r.name) ?? { n: 0, years: [] };
    w.n += Number(r.n);
    if (r.year) w.years.push(r.year);
    written.set(r.name, w);
  }
  return [
    h("p", { class: "chips" }, h("span", { class: "type " + type }, label(type || "thing")),
      ACTORS.has(type) && h("a", { href: link("graph", "", { focus: short(self) }) }, "Its graph"),
      point && h("a", { href: link("map", "", { place: short(self) }) }, "On the map"),
      h("a", { href: link("contested", "", { about: short(self) }) }, "Contested"),
      showQuery(queries)),
    h("dl", { class: "card" },
      aliases.length > 0 && line("Also", aliases.slice(0, 14).map((a, i) => [i > 0 && ", ", words(a, 60)]), aliases.length > 14 && ` and ${aliases.length - 14} more`),
      written.size > 0 && line("As written", h("ul", { class: "names small" }, [...written].slice(0, 14).map(([name, w]) => {
        const years = w.years.sort();
        return h("li", {}, words(name, 50), " ", h("small", {}, number(w.n) + "×" + (years.length ? " " + (years[0] === years.at(-1) ? years[0] : years[0] + "–" + years.at(-1)) : "")));
      }))),
      other.map(r => line(r.aspect[0].toUpperCase() + r.aspect.slice(1), /^https?:/.test(r.value) ? h("a", { href: entityLink(r.value) }, words(r.detail || short(r.value), 60)) : words(r.value, 60))),
      point && line("Coordinates", `${Number(point[2]).toFixed(3)}, ${Number(point[1]).toFixed(3)} (latitude, longitude)`),
      links.size > 0 && line("Elsewhere", [...links].map(([text, url], i) => [i > 0 && " · ", h("a", { href: url, rel: "noreferrer noopener", target: "_blank" }, text + " ↗")]))),
  ];
}

/** What those are that it opposes or attacks: only actors are adversaries, a town is a place that was attacked. */
async function others(self, all, signal) {
  const known = await about([...new Set(all.filter(s => stance(s.predicate) === "oppose").map(s => (s.subject.iri === self ? s.object.iri : s.subject.iri)))], signal);
  return e => !known.has(e) || ACTORS.has(known.get(e).type);
}

function content(self, { statements: all, query }, acts, isActor) {
  const from = all.filter(s => s.subject.iri === self);
  const to = all.filter(s => s.object.iri === self);
  const other = s => (s.subject.iri === self ? s.object : s.subject);
  const phrase = s => (s.subject.iri === self || MUTUAL.has(s.predicate) ? label(s.predicate) : inverse(s.predicate));
  const pick = (list, ...relations) => list.filter(s => relations.includes(s.predicate));
  const sections = [
    ["Places and bases", [...pick(from, "captures", "controls", "losesControlOf", "deploysTo", "withdrawsFrom", "operatesBase"), ...from.filter(s => s.predicate === "locatedIn" || s.predicate === "near")]],
    ["Who took, held and lost it", pick(to, "captures", "controls", "losesControlOf", "operatesBase")],
    ["Who came and went", pick(to, "deploysTo", "withdrawsFrom")],
    ["Attacks on it", acts ? [] : pick(to, "attacks")],
    ["Places it attacked", acts ? pick(from, "attacks").filter(s => !isActor(s.object.iri)) : []],
    ["Leaders and officials", pick(to, "leads", "officialOf")],
    ["Offices", pick(from, "leads", "officialOf")],
    ["Members and parts", [...pick(to, "memberOf", "partOf"), ...pick(from, "memberOf", "partOf")]],
    ["Weapons", pick(from, "operatesWeapon")],
    ["Who operates it", pick(to, "operatesWeapon")],
    ["Events", [...pick(from, "participatesIn"), ...pick(to, "participatesIn")]],
    ["What lies in it or near it", pick(to, "locatedIn", "near")],
  ].filter(([, list]) => list.length);
  const sides = !acts ? [] : all.filter(s => isActor(other(s).iri) && ["support", "oppose"].includes(stance(s.predicate)) && s.subject.iri !== s.object.iri);
  return [
    timeline(all),
    sides.length > 0 && alignment(self, sides, other, phrase),
    sections.map(([title, list]) => h("section", {}, h("h2", {}, title), facts(list, other, phrase))),
    h("section", {}, h("h2", {}, "All statements in order of time"),
      h("p", { class: "buttons" }, h("button", { type: "button", click: () => download(plain(short(self), 60).replace(/[^\w-]+/g, "-") + ".csv", "text/csv", csv(
        ["when", "subject", "relation", "object", "modality", "according to", "confidence", "sentences", "publisher", "title", "issued", "statement"],
        all.map(s => [s.when, s.subject.label, s.predicate, s.object.label, s.modality, s.speaker, s.confidence, s.sentences.map(x => x.text).join(" […] "), s.document.publisher, s.document.title, s.document.issued, s.iri]))) }, "CSV")),
      cards(all, { query })),
  ];
}

/** Facts of one kind: one line each thing and relation, with its evidence to open. */
function facts(list, other, phrase) {
  const groups = new Map();
  for (const s of list) {
    const key = phrase(s) + "\n" + other(s).iri + "\n" + (s.modality === "Negated");
    if (!groups.has(key)) groups.set(key, []);
    groups.get(key).push(s);
  }
  const entries = [...groups.values()];
  const box = h("ul", { class: "facts plain" });
  const show = some => add(box, some.map(group => h("li", {}, fact(group, other, phrase))));
  show(entries.slice(0, 12));
  const rest = entries.slice(12);
  return [box, rest.length > 0 && h("button", { type: "button", click: e => { e.target.remove(); show(rest); } }, `Show ${rest.length} more`)];
}

function fact(group, other, phrase) {
  const times = group.map(s => s.when).filter(Boolean).sort();
  const span = times.length ? (times[0].slice(0, 7) === times.at(-1).slice(0, 7) ? date(times[0].slice(0, 7)) : date(times[0].slice(0, 7)) + " to " + date(times.at(-1).slice(0, 7))) : "undated";
  const details = h("details", {}, h("summary", { "aria-label": `${count(group.length, "statement")}, ${span}: ${phrase(group[0])} ${plain(other(group[0]).label, 40)}` },
    h("small", {}, span, " · ", count(group.length, "statement"), group.every(s => !holds(s)) && " · " + (MODALITIES[group[0].modality] ?? ""))));
  details.addEventListener("toggle", () => {
    if (details.open && details.children.length === 1) add(details, group.slice(0, 50).map(s => card(s)));
  });
  return [h("span", { class: "relation " + stance(group[0].predicate) }, (group[0].modality === "Negated" ? "not: " : "") + phrase(group[0])), " ", entity(other(group[0])), " ", details];
}

/** Who stood with it and who against it: others down, years across. */
function alignment(self, sides, other, phrase) {
  const years = [...new Set(sides.filter(holds).map(year).filter(Boolean))].sort();
  const shownYears = years.slice(-16);
  const table = (side, title) => {
    const own = sides.filter(s => holds(s) && stance(s.predicate) === side);
    const rows = new Map();
    for (const s of own) {
      const o = other(s);
      if (!rows.has(o.iri)) rows.set(o.iri, { o, all: [], years: new Map() });
      const r = rows.get(o.iri);
      r.all.push(s);
      const y = year(s);
      r.years.set(y, [...(r.years.get(y) ?? []), s]);
    }
    const sorted = [...rows.values()].sort((a, b) => b.all.length - a.all.length || (a.o.label < b.o.label ? -1 : 1));
    if (!sorted.length) return h("p", {}, "None are named.");
    const evidence = h("div", { class: "cards", tabindex: "-1" });
    const reveal = (list, e) => { replace(evidence, list.slice(0, 60).map(s => card(s))); evidence.scrollIntoView({ block: "nearest" }); evidence.focus({ preventScroll: true }); };
    return [h("div", { class: "tablebox" , tabindex: "0", role: "region", "aria-label": title}, h("table", { class: "years" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col" }, title), shownYears.map(y => h("th", { scope: "col" }, y)), h("th", { scope: "col" }, "all"))),
      h("tbody", {}, sorted.map((r, i) => h("tr", { hidden: i >= 15 }, h("th", { scope: "row" }, entity(r.o, 36)),
        shownYears.map(y => { const list = r.years.get(y); return h("td", {}, list && h("button", { type: "button", class: "cell " + side, "aria-label": `${plain(r.o.label, 40)}, ${y}: ${count(list.length, "statement")}`, click: e => reveal(list, e) }, list.length)); }),
        h("td", {}, h("button", { type: "button", class: "link", "aria-label": `${plain(r.o.label, 40)}: all ${r.all.length} statements`, click: e => reveal(r.all, e) }, number(r.all.length)))))))),
      sorted.length > 15 && h("button", { type: "button", click: e => { e.target.previousElementSibling.querySelectorAll("tr[hidden]").forEach(tr => { tr.hidden = false; }); e.target.remove(); } }, `Show ${sorted.length - 15} more`), evidence];
  };
  return h("section", {}, h("h2", {}, "Allies and adversaries by year"), h("h3", { class: "side support" }, "Support"), table("support", "With it"), h("h3", { class: "side oppose" }, "Opposition"), table("oppose", "Against it"),
    h("p", { class: "small" }, "Statements that are stated or reported; the year is that of the event, or else of the document."));
}

function timeline(all) {
  const byYear = new Map();
  for (const s of all) {
    const y = Number(year(s));
    if (!y) continue;
    const side = stance(s.predicate);
    const b = byYear.get(y) ?? { support: 0, oppose: 0, other: 0 };
    b[side === "support" || side === "oppose" ? side : "other"]++;
    byYear.set(y, b);
  }
  const sum = b => b.support + b.oppose + b.other;
  const years = [...byYear.keys()].sort((a, b) => a - b);
  let before = 0;
  const first = years.find(y => (before += sum(byYear.get(y))) > all.length * 0.02), last = years.at(-1);
  if (!first || first === last) return "";
  const n = last - first + 1, most = Math.max(...[...byYear.values()].map(sum)), wide = 900 / n;
  const chart = svg("svg", { class: "timeline", viewBox: "0 0 900 120", role: "img", "aria-label": `Statements by year, ${first} to ${last}` });
  for (let y = first; y <= last; y++) {
    const b = byYear.get(y) ?? { support: 0, oppose: 0, other: 0 };
    let base = 98;
    for (const kind of ["support", "oppose", "other"]) {
      const tall = (b[kind] / most) * 86;
      base -= tall;
      if (tall) chart.append(svg("rect", { class: kind, x: (y - first) * wide + wide * 0.12, width: wide * 0.76, y: base, height: tall }, svg("title", {}, `${y}: ${b.support} support, ${b.oppose} opposition, ${b.other} other`)));
    }
    if (n <= 20 || y % 5 === 0) chart.append(svg("text", { x: (y - first + 0.5) * wide, y: 114, "text-anchor": "middle" }, y));
  }
  return h("section", {}, h("h2", {}, "Statements by year"), chart, h("p", { class: "keys small" }, h("span", { class: "key support" }, "support"), h("span", { class: "key oppose" }, "opposition"), h("span", { class: "key other" }, "other")));
}
