/** An element of an XML document: its name, its attributes, its own text, and the elements within it. */
export type XmlElement = {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: XmlElement[];
  text: string;
};

const token =
  /<\?[\s\S]*?\?>|<!\[CDATA\[([\s\S]*?)\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/gy;

/**
 * The root of a well-formed XML document without a document type, comments or namespaces to resolve.
 *
 * @throws Error where it is not well-formed
 */
export function readXml(xml: string): XmlElement {
  const top: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [top];
  let end = 0;
  for (const [whole, data, closed, name, attributes = "", empty, text] of xml.matchAll(token)) {
    end += whole.length;
    const here = open.at(-1) ?? top;
    if (data !== undefined) here.text += data;
    else if (text !== undefined) here.text += decoded(text);
    else if (closed !== undefined) {
      if (open.pop()?.name !== closed) throw new Error(`</${closed}> closes nothing`);
    } else if (name !== undefined) {
      const element = { name, attributes: attributesOf(attributes), children: [], text: "" };
      here.children.push(element);
      if (empty === "") open.push(element);
    }
  }
  if (end !== xml.length)
    throw new Error(`not well-formed after ${JSON.stringify(xml.slice(end - 40, end))}`);
  const [root, ...more] = top.children;
  if (open.length > 1 || root === undefined || more.length > 0 || top.text.trim() !== "")
    throw new Error("an XML document has one root, closed, and nothing beside it");
  return root;
}

const attributesOf = (text: string): Map<string, string> =>
  new Map(
    [...text.matchAll(/([\w:.-]+)="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, decoded(value)]),
  );

function decoded(text: string): string {
  if (/&(?!(amp|lt|gt|quot|apos|#\d+|#x[\da-fA-F]+);)/.test(text)) throw new Error(`a bare & in ${text}`);
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(\w+);/g, (_, name: string) => named[name] ?? "");
}
