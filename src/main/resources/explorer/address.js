// Addresses of views: #/view/what?settings. Whoever opens one sees the same view.

const ID = "https://w3id.org/entente/id/";
const DOCUMENT = "https://w3id.org/entente/document/";

export function read() {
  const [path, settings] = location.hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [view, ...rest] = path.split("/");
  let what = rest.join("/");
  try {
    what = decodeURIComponent(what);
  } catch {
    // kept as it is; the view says that there is no such thing
  }
  return { view, what, settings: new URLSearchParams(settings ?? "") };
}

export function link(view, what = "", settings = {}) {
  const all = new URLSearchParams(Object.entries(settings).filter(([, v]) => v !== undefined && v !== null && v !== ""));
  return "#/" + view + (what ? "/" + encodeURIComponent(what).replaceAll("%3A", ":") : "") + (all.size ? "?" + all : "");
}

/** Writes settings into the address without opening it anew. */
export function keep(settings) {
  const { view, what } = read();
  history.replaceState(null, "", link(view, what, settings));
}

/** An entity's address in short, and back. */
export const short = entity => (entity.startsWith(ID) ? entity.slice(ID.length) : entity);
export const long = name => (name.includes(":") ? name : ID + name);
export const entityLink = entity => link("entity", short(entity));

/** The address of a document, or of a statement in it (…/document/d1#s3). */
export function documentLink(node) {
  const [document, part] = node.split("#");
  return link("document", document.startsWith(DOCUMENT) ? document.slice(DOCUMENT.length) : document, { s: part });
}
export const documentIri = name => (name.includes(":") ? name : DOCUMENT + name);
