// Building the page. All text goes in as text nodes, never as markup.

const SVG = "http://www.w3.org/2000/svg";

// Marks that reorder what stands around them, and characters that are not shown.
const BIDI = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;
const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/gu;
const STACKED = /(\p{M}{3})\p{M}+/gu;

/** Text from the graph in a form that is safe in one line: no controls, no overrides, not long. */
export function plain(text, max = 120) {
  const clean = String(text ?? "").slice(0, max * 8).replace(BIDI, "").replace(CONTROL, " ").replace(STACKED, "$1");
  const points = Array.from(clean);
  return points.length > max ? points.slice(0, max - 1).join("").trimEnd() + "…" : clean;
}

/** Text from the graph as an element of its own, whose direction does not touch its surroundings. */
export function words(text, max = 120) {
  const shown = plain(text, max);
  const node = h("bdi", {}, shown);
  if (shown.endsWith("…") && String(text).length > max) node.title = plain(text, 600);
  return node;
}

/** A long text: clipped, with a button that shows the rest. */
export function passage(text, max = 600) {
  const raw = String(text ?? "");
  const node = h("bdi", {}, plain(raw, max));
  if (Array.from(raw.slice(0, max * 2 + 2)).length <= max) return node;
  const button = h("button", { type: "button", class: "link" }, "Show all");
  button.addEventListener("click", () => {
    node.textContent = plain(raw, 200000);
    button.remove();
  });
  return h("span", {}, node, " ", button);
}

/** An element; properties that are functions are listeners, others attributes. */
export function h(tag, properties, ...children) {
  return fill(document.createElement(tag), properties, children);
}

export function svg(tag, properties, ...children) {
  return fill(document.createElementNS(SVG, tag), properties, children);
}

function fill(node, properties, children) {
  for (const [name, value] of Object.entries(properties ?? {})) {
    if (value === undefined || value === null || value === false) continue;
    if (typeof value === "function") node.addEventListener(name, value);
    else if (name === "value" || name === "checked" || name === "selected" || name === "disabled") node[name] = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  add(node, children);
  return node;
}

export function add(node, ...children) {
  for (const child of children.flat(Infinity)) {
    if (child === undefined || child === null || child === false) continue;
    node.append(child);
  }
  return node;
}

export function replace(node, ...children) {
  node.replaceChildren();
  return add(node, ...children);
}

/** Said to people who listen. */
export function announce(text) {
  document.getElementById("status").textContent = text;
}

let libraries = new Map();

/** Loads a library once. */
export function library(name) {
  if (!libraries.has(name)) {
    libraries.set(
      name,
      new Promise((resolve, reject) => {
        const url = new URL("lib/" + name, import.meta.url).href;
        const css = name.endsWith(".css");
        const node = css ? h("link", { rel: "stylesheet", href: url }) : h("script", { src: url });
        if (!css) node.async = false;
        node.addEventListener("load", () => resolve());
        node.addEventListener("error", () => {
          libraries.delete(name);
          reject(new Error("A part of the page could not be loaded: " + name + ". Reload the page."));
        });
        document.head.append(node);
      }));
  }
  return libraries.get(name);
}

/** Hands a file to the browser. */
export function download(name, type, content) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
}

export const number = n => new Intl.NumberFormat("en").format(n);
export const count = (n, one, many = one + "s") => number(n) + " " + (n === 1 ? one : many);

/** A day, month or year as people write it. */
export function date(text) {
  const m = /^(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(text ?? "");
  if (!m) return "";
  const month = m[2] && new Intl.DateTimeFormat("en", { month: "long", timeZone: "UTC" }).format(Date.UTC(2000, m[2] - 1, 1));
  return [m[3] && Number(m[3]), month, m[1]].filter(Boolean).join(" ");
}

/** A table as CSV; a cell that a spreadsheet would run as a formula is quoted as text. */
export function csv(columns, rows) {
  const cell = value => {
    let text = String(value ?? "");
    if (/^[=+\-@\t\r]/.test(text) && isNaN(Number(text))) text = "'" + text;
    return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
  };
  return [columns, ...rows].map(row => row.map(cell).join(",")).join("\r\n") + "\r\n";
}
