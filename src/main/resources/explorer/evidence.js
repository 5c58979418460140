// Statements with the sentences behind them.

import { h, words, passage, date, count, number } from "./dom.js";
import { prefixed, select, showQuery } from "./sparql.js";
import { documentLink, entityLink, short } from "./address.js";
import { label, local, stance, MODALITIES } from "./terms.js";

/** Statements that match a pattern of ?s ?subject ?predicate ?object, each with its sentences. */
export function statementsQuery(pattern, limit = 200, offset = 0) {
  return prefixed(`
SELECT ?s ?subject ?subjectLabel ?predicate ?object ?objectLabel ?modality ?speaker ?words ?start ?end ?confidence
       ?document ?title ?publisher ?issued ?sentence ?position
WHERE {
  { SELECT DISTINCT ?s ?subject ?predicate ?object WHERE {
${pattern.replace(/^/gm, "      ")}
      ?s rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object .
    }
    ORDER BY ?s LIMIT ${limit} OFFSET ${offset} }
  ?s prov:wasDerivedFrom ?document .
  OPTIONAL { ?s ent:modality ?modality }
  OPTIONAL { ?s ent:evidence/oa:hasTarget ?target . ?target oa:hasSelector ?quote , ?place .
    ?quote oa:exact ?sentence . ?place oa:start ?position }
  OPTIONAL { ?s ent:attributedTo/skos:prefLabel ?speaker }
  OPTIONAL { ?s ent:attributionText ?words }
  OPTIONAL { ?s ent:startDate ?start }
  OPTIONAL { ?s ent:endDate ?end }
  OPTIONAL { ?s ent:confidence ?confidence }
  OPTIONAL { ?document dcterms:title ?title }
  OPTIONAL { ?document dcterms:publisher ?publisher }
  OPTIONAL { ?document dcterms:issued ?issued }
  OPTIONAL { ?subject skos:prefLabel ?subjectLabel FILTER (LANG(?subjectLabel) IN ("en", "")) }
  OPTIONAL { ?object skos:prefLabel ?objectLabel FILTER (LANG(?objectLabel) IN ("en", "")) }
}`);
}

/** One object a statement, in order of time. */
export async function statements(pattern, { limit, offset, signal } = {}) {
  const query = statementsQuery(pattern, limit, offset);
  const { rows } = await select(query, signal);
  const found = new Map();
  for (const r of rows) {
    let s = found.get(r.s);
    if (!s) {
      s = {
        iri: r.s,
        subject: { iri: r.subject, label: r.subjectLabel ?? short(r.subject) },
        predicate: local(r.predicate),
        object: { iri: r.object, label: r.objectLabel ?? short(r.object) },
        modality: local(r.modality),
        speaker: r.speaker ?? r.words ?? "",
        start: r.start,
        end: r.end,
        when: r.start ?? r.issued ?? "",
        confidence: r.confidence === undefined ? undefined : Number(r.confidence),
        document: { iri: r.document, title: r.title ?? short(r.document), publisher: r.publisher ?? "", issued: r.issued ?? "" },
        sentences: new Map(),
      };
      found.set(r.s, s);
    }
    if (r.sentence) s.sentences.set(Number(r.position), r.sentence);
  }
  const all = [...found.values()];
  for (const s of all) s.sentences = [...s.sentences].sort((a, b) => a[0] - b[0]).map(([position, text]) => ({ position, text }));
  all.sort((a, b) => (a.when < b.when ? -1 : a.when > b.when ? 1 : a.iri < b.iri ? -1 : 1));
  return { statements: all, query, full: all.length >= (limit ?? 200) };
}

export const holds = s => s.modality === "Asserted" || s.modality === "Reported";
export const year = s => s.when.slice(0, 4);

export function entity(e, max = 60) {
  return h("a", { href: entityLink(e.iri) }, words(e.label, max));
}

export function relation(name) {
  return h("span", { class: "relation " + stance(name) }, label(name));
}

export function sureness(s) {
  return [
    h("span", { class: "chip " + s.modality.toLowerCase() }, MODALITIES[s.modality] ?? (s.modality || "stated")),
    s.confidence !== undefined && h("span", { class: "chip", title: "How sure the reading of the sentence is" }, Math.round(s.confidence * 100) + " % sure"),
  ];
}

/** A statement: who does what to whom, how sure, the sentences, and where they stand. */
export function card(s, { flagged, beside } = {}) {
  return h("article", { class: "statement " + stance(s.predicate), id: local(s.iri) },
    h("p", { class: "claim" }, entity(s.subject), " ", s.modality === "Negated" && h("strong", {}, "not: "), relation(s.predicate), " ", entity(s.object)),
    h("p", { class: "chips" },
      sureness(s),
      (s.start || s.end) && h("span", { class: "chip" }, [date(s.start), s.end && s.end !== s.start && "until " + date(s.end)].filter(Boolean).join(" ")),
      flagged && h("a", { class: "chip contested", href: flagged }, "contested")),
    !beside && s.sentences.map(sentence => h("blockquote", {}, passage(sentence.text))),
    s.sentences.length === 0 && h("p", { class: "small" }, "The graph holds no sentence for this statement."),
    beside && s.speaker && h("p", { class: "source" }, "According to ", words(s.speaker, 80)),
    !beside && h("p", { class: "source" },
      s.speaker && ["According to ", words(s.speaker, 80), " · "],
      s.document.publisher && [words(s.document.publisher, 60), " · "],
      h("a", { href: documentLink(s.iri) }, words(s.document.title, 100)),
      s.document.issued && [" · ", h("time", { datetime: s.document.issued }, date(s.document.issued))]));
}

/** Cards of statements, so many at a time. */
export function cards(all, { query, page = 20, options = {} } = {}) {
  const box = h("div", { class: "cards" });
  const more = h("button", { type: "button" });
  let shown = 0;
  const show = () => {
    for (const s of all.slice(shown, shown + page)) more.before(card(s, options));
    shown = Math.min(all.length, shown + page);
    more.hidden = shown >= all.length;
    more.textContent = "Show more (" + number(all.length - shown) + " left)";
  };
  more.addEventListener("click", show);
  box.append(more);
  show();
  return h("div", {}, h("p", { class: "bar" }, h("span", {}, count(all.length, "statement")), query && showQuery(query)), box);
}
