// On what sources disagree: both sides next to each other.

import { h, words, passage, date, count, csv, download, plain } from "./dom.js";
import { select, iri, into, showQuery } from "./sparql.js";
import { documentLink, entityLink, link, long, short } from "./address.js";
import { about, local, label } from "./terms.js";
import { question, filled } from "./questions.js";

const PAGE = 30;
const KINDS = { denied: "One says it, the other denies it", "two holders": "Two are said to hold one place", "friend or foe": "Said to be with and against" };

export async function show(main, { settings, signal }) {
  document.title = "Contested · Entente";
  const actor = settings.get("about") ? long(settings.get("about")) : "";
  const kind = settings.get("kind") ?? "";
  const only = settings.get("s") ?? "";
  const heading = h("h1", {}, "Where sources disagree");
  const box = h("div", {});
  main.append(heading, box);
  await into(box, async () => {
    const asked = await question("disagreements");
    const query = filled(asked, actor ? { actor: iri(actor) } : {});
    const found = (await select(query, signal)).rows.filter(r => r.kind);
    if (actor) {
      const name = (await about([actor], signal)).get(actor).label;
      heading.replaceChildren("Where sources disagree about ", words(name, 60));
    }
    const rows = found.filter(r => (!kind || r.kind === kind) && (!only || [r.statement, r.other].some(s => (s ?? "").endsWith("/" + only))));
    const kinds = [...new Set(found.map(r => r.kind))].sort();
    const settingsFor = k => ({ about: actor && short(actor), kind: k });
    if (!found.length) return [h("p", { class: "notice" }, actor ? "No two documents disagree about it. " : "No two documents in the graph disagree. ", actor && h("a", { href: link("contested") }, "All that is contested")), h("p", { class: "bar" }, showQuery(query))];
    const list = h("div", {});
    let shown = 0;
    const more = h("button", { type: "button", click: () => next() });
    const next = () => {
      for (const r of rows.slice(shown, shown + PAGE)) list.append(pair(r));
      shown = Math.min(rows.length, shown + PAGE);
      more.hidden = shown >= rows.length;
      more.textContent = `Show more (${rows.length - shown} left)`;
    };
    next();
    return [
      h("p", { class: "buttons", role: "group", "aria-label": "Kind" },
        h("a", { class: "button", href: link("contested", "", settingsFor("")), "aria-current": !kind && "true" }, `All (${found.length})`),
        kinds.map(k => h("a", { class: "button", href: link("contested", "", settingsFor(k)), "aria-current": kind === k && "true" }, `${KINDS[k] ?? k} (${found.filter(r => r.kind === k).length})`)),
        actor && h("a", { href: link("contested") }, "All actors and places")),
      h("p", { class: "bar" }, h("span", {}, count(rows.length, "pair")),
        h("button", { type: "button", click: () => download("contested.csv", "text/csv", csv(Object.keys(rows[0] ?? {}), rows.map(r => Object.keys(rows[0]).map(k => r[k])))) }, "CSV"), showQuery(query)),
      list, more];
  }, signal);
}

function pair(r) {
  const object = r.object && h("a", { href: entityLink(r.object) }, words(r.objectLabel ?? short(r.object), 60));
  const side = (subject, subjectLabel, relation, sentence, title, publisher, day, statement, n) => h("div", { class: "one" },
    h("p", { class: "claim" }, subject && h("a", { href: entityLink(subject) }, words(subjectLabel ?? short(subject), 60)), " ", h("span", {}, relation), " ", object?.cloneNode(true)),
    h("blockquote", {}, passage(sentence ?? "", 600)),
    h("p", { class: "source" }, publisher && [words(publisher, 60), " · "], statement && h("a", { href: documentLink(statement) }, words(title ?? "document", 100)), day && [" · ", date(day)], Number(n) > 1 && ` · ${n} statements say so`));
  return h("article", { class: "versus" },
    h("h2", {}, KINDS[r.kind] ?? words(r.kind, 40), r.period && [" · ", date(r.period)]),
    h("div", { class: "both" },
      side(r.subject, r.subjectLabel, r.relation, r.sentence, r.title, r.publisher, r.date, r.statement, r.statements),
      side(r.otherSubject, r.otherSubjectLabel, r.otherRelation, r.otherSentence, r.otherTitle, r.otherPublisher, r.otherDate, r.other, r.others)));
}
