// The slug of a name, as org.entente.knowledge.Slugs makes it.
export function slugOf(name) {
  let plain = name.normalize("NFKD").replace(/\p{M}+/gu, "").toLowerCase();
  plain = plain.replaceAll("ı", "i").replaceAll("ß", "ss").replaceAll("ø", "o");
  plain = plain.replaceAll("ł", "l").replaceAll("đ", "d").replaceAll("æ", "ae");
  plain = plain.replace(/['’‘ʼʿʾ`´.]/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "");
  return plain || "x" + [...name.trim()].map((c) => c.codePointAt(0).toString(16)).join("");
}
