/** How many of each a document has: elements of the structure tree by their type. */
export type Counts = Readonly<Record<string, number>>;

/** A tag of our own HTML: author's words are escaped in it, so that a tag is a tag. */
const tag = /<(\/?)([a-z][a-z0-9]*)\b([^>]*)>/g;
const empty = new Set(["meta", "br", "hr", "img", "col"]);

/**
 * How many elements of each type a tagged print of the HTML must have. What is hidden from readers who listen, and what is drawn in a
 * picture, counts for nothing.
 */
export function countsOfHtml(html: string): Counts {
  const counts = new Map<string, number>();
  const open: { readonly name: string; readonly attributes: string; readonly silent: boolean }[] = [];
  for (const [, close, name = "", attributes = ""] of html.matchAll(tag)) {
    if (close === "/") {
      const last = open.pop();
      if (last?.name !== name) throw new Error(`</${name}> closes <${last?.name}>`);
      continue;
    }
    const silent = open.at(-1)?.silent === true || attributes.includes('aria-hidden="true"');
    const role = silent ? null : roleOf(name, attributes, open.at(-1)?.attributes ?? "");
    if (role !== null) counts.set(role, (counts.get(role) ?? 0) + 1);
    if (!empty.has(name) && !attributes.endsWith("/"))
      open.push({ name, attributes, silent: silent || name === "svg" });
  }
  return Object.fromEntries([...counts].sort());
}

const roles: Readonly<Record<string, string>> = {
  table: "Table",
  caption: "Caption",
  figcaption: "Caption",
  tr: "TR",
  th: "TH",
  td: "TD",
  ul: "L",
  ol: "L",
  li: "LI",
  blockquote: "BlockQuote",
};

function roleOf(name: string, attributes: string, parent: string): string | null {
  if (/^h[1-6]$/.test(name)) return name.toUpperCase();
  if (name === "a") return attributes.includes("href=") ? "Link" : null;
  if (name === "svg" || name === "img") return /role="img"|alt="[^"]/.test(attributes) ? "Figure" : null;
  if (name === "ol" && attributes.includes("-x-notes")) return null;
  if (name === "li" && parent.includes("-x-notes")) return "Note";
  if (name === "sup") return attributes.includes("-x-noteref") ? "Reference" : null;
  return roles[name] ?? null;
}
