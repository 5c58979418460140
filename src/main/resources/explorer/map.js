// Places and bases: what happened there over time, and who held them when.

import { h, svg, words, plain, replace, library, download, csv, count, number, date, announce } from "./dom.js";
import { prefixed, select, iri, into, showQuery } from "./sparql.js";
import { keep, short, long, entityLink, link } from "./address.js";
import { about, label, local, typeOf } from "./terms.js";
import { statements, card } from "./evidence.js";
import { countries, point } from "./geography.js";

const MOST = 20000;
const PALETTE = 7;
const HAPPENED = { captures: "took", controls: "held", losesControlOf: "lost", operatesBase: "ran the base at", attacks: "attacked", deploysTo: "came to", withdrawsFrom: "left" };
const HOLDS = new Set(["captures", "controls", "operatesBase"]);

const EVENTS = prefixed(`
SELECT ?place ?wkt ?relation ?actor ?month (COUNT(*) AS ?n) WHERE {
  { SELECT DISTINCT ?s ?place ?wkt ?relation ?actor WHERE {
      VALUES ?relation { ${Object.keys(HAPPENED).map(r => "ent:" + r).join(" ")} }
      ?s rdf:predicate ?relation ; rdf:object ?place ; rdf:subject ?actor .
      ?place geo:hasGeometry/geo:asWKT ?wkt .
    } LIMIT ${MOST} }
  ?s ent:modality ?modality ; prov:wasDerivedFrom ?document .
  FILTER (?modality IN (ent:Asserted, ent:Reported))
  OPTIONAL { ?s ent:startDate ?start }
  OPTIONAL { ?document dcterms:issued ?issued }
  BIND (SUBSTR(STR(COALESCE(?start, ?issued)), 1, 7) AS ?month)
}
GROUP BY ?place ?wkt ?relation ?actor ?month
LIMIT 30000`);

const UNPLACED = prefixed(`
SELECT ?place (COUNT(*) AS ?n) WHERE {
  { SELECT DISTINCT ?s ?place WHERE {
      VALUES ?relation { ent:captures ent:controls ent:losesControlOf ent:operatesBase }
      ?s rdf:predicate ?relation ; rdf:object ?place .
      FILTER NOT EXISTS { ?place geo:hasGeometry ?geometry }
    } LIMIT ${MOST} }
}
GROUP BY ?place ORDER BY DESC(?n) ?place LIMIT 60`);

export async function show(main, { settings, signal }) {
  document.title = "Map · Entente";
  const state = {
    at: settings.get("at") ?? "", // month, or none for the end
    place: settings.get("place") ? long(settings.get("place")) : "",
    view: (settings.get("view") ?? "").split(",").map(Number), // latitude, longitude, zoom
    bases: settings.get("kind") ?? "",
    holder: settings.get("holder") ? long(settings.get("holder")) : "",
  };
  const canvas = h("div", { class: "canvas", id: "map", role: "region", "aria-label": "Map. The same is in the table below it." });
  const message = h("div", { class: "over" });
  const key = h("div", { class: "legend" });
  const panel = h("aside", { class: "panel", "aria-label": "What is selected", tabindex: "-1" });
  const controls = h("form", { class: "controls", "aria-label": "Filters", submit: e => e.preventDefault() });
  const time = h("div", { class: "time" });
  const bar = h("div", { class: "bar" });
  const table = h("div", { class: "tablebox" });
  main.append(h("h1", {}, "Map"), controls, time, h("div", { class: "split" }, h("div", { class: "stage" }, canvas, message, key), panel), bar,
    h("details", { class: "astable" }, h("summary", {}, "The same as a table"), table));
  const hint = () => replace(panel, h("p", { class: "hint" }, "Choose a place for what happened there, in order. Colour: who was last said to take or hold it by the month of the slider."));
  hint();

  let places = [], known, months = [], holders = [], markers = new Map(), map, layer;

  const save = () => keep({ at: state.at, place: state.place && short(state.place), view: map ? [map.getCenter().lat.toFixed(3), map.getCenter().lng.toFixed(3), map.getZoom()].join(",") : "", kind: state.bases, holder: state.holder && short(state.holder) });
  const month = () => state.at || months.at(-1) || "9999";

  /** Who was last said to take or hold a place, unless he lost it after. */
  function holder(p) {
    let who = "", since = "";
    for (const e of p.events) {
      if (e.month && e.month > month()) break;
      if (HOLDS.has(e.relation)) { who = e.actor; since = e.month; }
      else if (e.relation === "losesControlOf" && e.actor === who) { who = ""; since = e.month; }
    }
    return { who, since };
  }

  function draw() {
    layer.clearLayers();
    markers.clear();
    const shown = places.filter(p => (!state.bases || p.kind === state.bases) && p.events.some(e => !e.month || e.month <= month()))
      .map(p => ({ p, ...holder(p) })).filter(x => !state.holder || x.who === state.holder);
    for (const { p, who } of [...shown].reverse()) {
      const past = p.events.filter(e => !e.month || e.month <= month()).reduce((n, e) => n + e.n, 0);
      const size = Math.min(30, 11 + 3 * Math.log2(past));
      const c = holders.indexOf(who);
      const shape = p.kind === "MilitaryBase" ? svg("rect", { x: 2, y: 2, width: 16, height: 16 }) : svg("circle", { cx: 10, cy: 10, r: 8 });
      const icon = svg("svg", { viewBox: "0 0 20 20", class: `dot holder-${c < 0 ? (who ? "other" : "none") : c}${p.iri === state.place ? " chosen" : ""}`, width: size, height: size, "aria-hidden": "true" }, shape);
      const marker = window.L.marker([p.latitude, p.longitude], { icon: window.L.divIcon({ html: icon, className: "spot", iconSize: [size, size] }), keyboard: true, riseOnHover: true });
      const tip = h("div", {}, h("b", {}, words(p.label, 50)), h("br"), who ? words(known.get(who).label, 50) : "nobody is named as holding it");
      marker.bindTooltip(tip);
      marker.on("click", () => choose(p.iri));
      marker.on("keypress", e => { if (e.originalEvent.key === "Enter" || e.originalEvent.key === " ") choose(p.iri, true); });
      marker.addTo(layer);
      const node = marker.getElement();
      node.setAttribute("aria-label", plain(`${p.label}, ${who ? known.get(who).label : "nobody named"}`, 100));
      markers.set(p.iri, marker);
    }
    replace(bar,
      h("span", {}, count(shown.length, "place"), places.full && `; only the first ${number(MOST)} statements were asked for`),
      h("button", { type: "button", click: () => fit(shown.map(x => x.p)) }, "Fit"),
      h("button", { type: "button", click: () => download("places.geojson", "application/geo+json", JSON.stringify({ type: "FeatureCollection", features: shown.map(({ p, who, since }) => ({ type: "Feature", id: p.iri, geometry: { type: "Point", coordinates: [p.longitude, p.latitude] }, properties: { name: p.label, type: p.kind, holder: who ? known.get(who).label : null, holderIri: who || null, since: since || null, until: month() } })) }, null, 1)) }, "GeoJSON"),
      h("button", { type: "button", click: () => download("places.csv", "text/csv", csv(["place", "type", "latitude", "longitude", "month", "event", "actor", "statements", "placeIri", "actorIri"], shown.flatMap(({ p }) => p.events.map(e => [p.label, p.kind, p.latitude, p.longitude, e.month, e.relation, known.get(e.actor).label, e.n, p.iri, e.actor])))) }, "CSV"),
      showQuery(EVENTS, UNPLACED));
    replace(table, h("table", {}, h("thead", {}, h("tr", {}, ["Place", "Kind", "Held by", "Since", "Statements"].map(t => h("th", { scope: "col" }, t)))),
      h("tbody", {}, shown.slice(0, 300).map(({ p, who, since }) => h("tr", {}, h("td", {}, h("button", { type: "button", class: "link", click: () => choose(p.iri) }, words(p.label, 50))), h("td", {}, label(p.kind)), h("td", {}, who ? h("a", { href: entityLink(who) }, words(known.get(who).label, 40)) : "–"), h("td", {}, date(since)), h("td", { class: "figure" }, number(p.events.reduce((n, e) => n + e.n, 0))))))),
      shown.length > 300 && h("p", {}, "The first 300; all are in the CSV."));
    const used = new Set(shown.map(x => x.who));
    replace(key, holders.filter(x => used.has(x)).map(x => h("span", {}, svg("svg", { class: "dot holder-" + holders.indexOf(x), viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("circle", { cx: 10, cy: 10, r: 8 })), words(known.get(x).label, 26))),
      [...used].some(x => x && !holders.includes(x)) && h("span", {}, svg("svg", { class: "dot holder-other", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("circle", { cx: 10, cy: 10, r: 8 })), "another"),
      h("span", {}, svg("svg", { class: "dot holder-none", viewBox: "0 0 20 20", "aria-hidden": "true" }, svg("circle", { cx: 10, cy: 10, r: 8 })), "nobody named"), h("span", {}, "● place  ■ base"));
  }

  function fit(some) {
    if (!some.length) return;
    const lats = some.map(p => p.latitude).sort((a, b) => a - b), lons = some.map(p => p.longitude).sort((a, b) => a - b);
    const cut = some.length > 12 ? Math.floor(some.length * 0.06) : 0; // a place far off must not make all others a dot
    map.fitBounds([[lats[cut], lons[cut]], [lats.at(-1 - cut), lons.at(-1 - cut)]], { padding: [30, 30], maxZoom: 9, animate: false });
  }

  function choose(place, byKey) {
    state.place = place;
    save();
    draw();
    if (byKey) markers.get(place)?.getElement().focus(); // drawn anew
    describe();
  }

  function describe() {
    if (!state.place) return hint();
    const p = places.find(x => x.iri === state.place);
    const box = h("div", {});
    replace(panel, h("h2", {}, h("a", { href: entityLink(state.place) }, words(p?.label ?? known.get(state.place)?.label ?? short(state.place), 60))),
      !p && h("p", {}, "No place on the map: the graph holds no coordinates or no event of it."), box);
    into(box, async () => {
      const answer = await statements(`VALUES ?predicate { ${Object.keys(HAPPENED).map(r => "ent:" + r).join(" ")} }
?s rdf:object ${iri(state.place)} ; rdf:predicate ?predicate .`, { limit: 300, signal });
      return [h("p", { class: "bar" }, h("span", {}, count(answer.statements.length, "statement")), showQuery(answer.query)),
        h("ol", { class: "chronicle" }, answer.statements.map(s => h("li", { class: s.when.slice(0, 7) > month() ? "later" : "" }, h("p", { class: "when" }, s.when ? date(s.when) : "undated", !s.start && s.when && h("small", {}, " (date of the document)")), card(s))))];
    }, signal);
  }

  function slider() {
    if (months.length < 2) return;
    const numbered = m => Number(m.slice(0, 4)) * 12 + Number(m.slice(5, 7) || 1) - 1;
    const named = n => `${Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, "0")}`;
    const counts = new Map();
    for (const p of places) for (const e of p.events) if (e.month) counts.set(numbered(e.month), (counts.get(numbered(e.month)) ?? 0) + e.n);
    const total = [...counts.values()].reduce((a, b) => a + b, 0);
    let before = 0;
    const first = [...counts.keys()].sort((a, b) => a - b).find(m => (before += counts.get(m)) > total * 0.03), last = numbered(months.at(-1));
    const input = h("input", { type: "range", min: first, max: last, value: state.at ? numbered(state.at) : last, "aria-label": "Month" });
    const text = h("output", {});
    const most = Math.max(1, ...counts.values());
    const bars = svg("svg", { class: "bars", viewBox: `0 0 ${last - first + 1} 1`, preserveAspectRatio: "none", "aria-hidden": "true" });
    for (const [m, n] of counts) if (m >= first) bars.append(svg("rect", { x: m - first, width: 0.9, y: 1 - n / most, height: n / most }));
    let playing;
    const stop = () => { clearInterval(playing); playing = undefined; play.textContent = "▶ Play"; };
    const set = n => {
      state.at = n >= last ? "" : named(n);
      input.value = n;
      input.setAttribute("aria-valuetext", date(named(n)));
      text.textContent = date(named(n));
      save();
      draw();
    };
    input.addEventListener("input", () => { stop(); set(Number(input.value)); });
    const play = h("button", { type: "button", click: () => {
      if (playing) return stop();
      let n = Number(input.value) >= last ? first : Number(input.value);
      play.textContent = "❚❚ Pause";
      playing = setInterval(() => { if (signal.aborted || n > last) return stop(); set(n); n += Math.max(1, Math.round((last - first) / 60)); }, 500);
    } }, "▶ Play");
    signal.addEventListener("abort", stop);
    replace(time, play, h("div", { class: "sliders" }, bars, input), text);
    text.textContent = date(named(Number(input.value)));
  }

  await into(message, async () => {
    const [, , answer, bare, earth] = await Promise.all([library("leaflet.css"), library("leaflet.js"), select(EVENTS, signal), select(UNPLACED, signal), countries()]);
    const rows = answer.rows.filter(r => r.place);
    const missing = bare.rows.filter(r => r.place);
    known = await about([...new Set([...rows.flatMap(r => [r.place, r.actor]), ...missing.map(r => r.place), ...(state.place ? [state.place] : [])])], signal);
    if (signal.aborted) return;
    const byPlace = new Map();
    for (const r of rows) {
      const at = point(r.wkt);
      if (!at) continue;
      let p = byPlace.get(r.place);
      if (!p) byPlace.set(r.place, (p = { iri: r.place, label: known.get(r.place).label, kind: known.get(r.place).types.includes("MilitaryBase") ? "MilitaryBase" : "Place", ...at, events: [] }));
      // A place with two geometries is drawn at the first; its events come once each.
      if (!p.events.some(e => e.relation === local(r.relation) && e.actor === r.actor && e.month === r.month)) p.events.push({ relation: local(r.relation), actor: r.actor, month: r.month ?? "", n: Number(r.n) });
    }
    places = [...byPlace.values()].sort((a, b) => b.events.length - a.events.length || (a.iri < b.iri ? -1 : 1));
    places.full = rows.reduce((n, r) => n + Number(r.n), 0) >= MOST;
    const rank = { losesControlOf: 0, withdrawsFrom: 1 };
    for (const p of places) p.events.sort((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : (rank[a.relation] ?? 2) - (rank[b.relation] ?? 2) || a.n - b.n || (a.actor < b.actor ? -1 : 1)));
    months = [...new Set(places.flatMap(p => p.events.map(e => e.month)).filter(Boolean))].sort();
    const held = new Map();
    for (const p of places) for (const e of p.events) if (HOLDS.has(e.relation)) held.set(e.actor, (held.get(e.actor) ?? 0) + e.n);
    holders = [...held.keys()].sort((a, b) => held.get(b) - held.get(a) || (a < b ? -1 : 1)).slice(0, PALETTE);

    map = window.L.map(canvas, { zoomControl: true, attributionControl: false, minZoom: 2, maxZoom: 12, worldCopyJump: true, zoomSnap: 0.5, maxBounds: [[-85, -220], [85, 220]] });
    canvas.map = map;
    map.createPane("land").classList.add("land");
    window.L.geoJSON(earth, { pane: "land", interactive: false, style: { className: "country" } }).addTo(map);
    map.setView([20, 20], 2);
    layer = window.L.layerGroup().addTo(map);
    signal.addEventListener("abort", () => map.remove());
    if (state.view.length === 3 && state.view.every(Number.isFinite)) map.setView(state.view.slice(0, 2), state.view[2]);
    else if (state.place && byPlace.has(state.place)) map.setView([byPlace.get(state.place).latitude, byPlace.get(state.place).longitude], 8);
    else fit(places);
    names(map, earth);
    map.on("moveend", save);
    replace(controls,
      h("fieldset", { class: "fields" }, h("legend", {}, "Show"),
        h("label", {}, "Kind ", h("select", { change: e => { state.bases = e.target.value; save(); draw(); } }, [["", "places and bases"], ["Place", "places"], ["MilitaryBase", "bases"]].map(([v, t]) => h("option", { value: v, selected: v === state.bases }, t)))),
        h("label", {}, "Held by ", h("select", { change: e => { state.holder = e.target.value; save(); draw(); } }, h("option", { value: "" }, "anybody"), [...held.keys()].sort((a, b) => (known.get(a).label < known.get(b).label ? -1 : 1)).map(x => h("option", { value: x, selected: x === state.holder }, plain(known.get(x).label, 40)))))),
      missing.length > 0 && h("details", { class: "missing" }, h("summary", {}, `${missing.length === 60 ? "60 or more" : missing.length} without coordinates`), h("ul", { class: "plain" }, missing.map(r => h("li", {}, h("a", { href: entityLink(r.place) }, words(known.get(r.place).label, 50)), " ", h("small", {}, number(Number(r.n))))))));
    slider();
    draw();
    if (state.place) describe();
    if (!places.length) return h("p", { class: "notice" }, "No place with coordinates has an event in the graph.");
    announce(count(places.length, "place"));
    return [];
  }, signal);
}

/** Names of countries, where there is room for them. */
function names(map, earth) {
  const layer = window.L.layerGroup().addTo(map);
  const boxes = earth.features.map(f => {
    const rings = f.geometry.type === "Polygon" ? [f.geometry.coordinates[0]] : f.geometry.coordinates.map(p => p[0]);
    const ring = rings.reduce((a, b) => (b.length > a.length ? b : a));
    const xs = ring.map(p => p[0]), ys = ring.map(p => p[1]);
    return { name: f.properties.name, west: Math.min(...xs), east: Math.max(...xs), at: [(Math.min(...ys) + Math.max(...ys)) / 2, (Math.min(...xs) + Math.max(...xs)) / 2] };
  });
  const draw = () => {
    layer.clearLayers();
    const bounds = map.getBounds();
    for (const b of boxes) {
      const wide = map.latLngToContainerPoint([b.at[0], b.east]).x - map.latLngToContainerPoint([b.at[0], b.west]).x;
      if (wide < b.name.length * 9 || !bounds.contains(b.at)) continue;
      window.L.marker(b.at, { interactive: false, keyboard: false, zIndexOffset: -5000, icon: window.L.divIcon({ className: "country-name", html: h("span", {}, b.name), iconSize: [0, 0] }) }).addTo(layer).getElement().setAttribute("aria-hidden", "true");
    }
  };
  map.on("moveend", draw);
  draw();
}
