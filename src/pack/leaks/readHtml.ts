import { slot } from "./normalise.ts";
import { type Piece, piece, together } from "./piece.ts";

const markup = /<!--([\s\S]*?)(?:-->|$)|<(\/?)([a-zA-Z!?][^\s/>]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>/g;
const attribute = /([^\s=/"'<>]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;

/** Elements within a line of text; a word may go on behind them. */
const inline: ReadonlySet<string> = new Set(
  "a abbr b bdi bdo cite code del dfn em font i ins kbd mark q s samp small span strong sub sup time tspan u var wbr".split(
    " ",
  ),
);

/** Attributes that hold nothing but places and sizes. */
const geometry: ReadonlySet<string> = new Set(
  `d points transform viewbox x y x1 x2 y1 y2 cx cy dx dy r rx ry width height offset colspan rowspan tabindex
  stroke-width stroke-dasharray font-size opacity fill-opacity stroke-opacity`.split(/\s+/),
);

/** The text, attributes and comments of HTML and SVG, or of a Handlebars template, whose `{{…}}` become slots. */
export function htmlPieces(html: string): Piece[] {
  const texts: string[] = [];
  const others: Piece[] = [];
  let end = 0;
  for (const match of html.matchAll(markup)) {
    texts.push(html.slice(end, match.index));
    end = match.index + match[0].length;
    const [, comment, , name = "", attributes = ""] = match;
    if (comment !== undefined) others.push(piece("comment", decoded(comment)));
    else texts.push(inline.has(name.toLowerCase()) ? "" : "\n");
    for (const [, key = "", double, single, bare] of attributes.matchAll(attribute))
      if (!geometry.has(key.toLowerCase()))
        others.push(piece(`attribute ${key}`, decoded(double ?? single ?? bare ?? "")));
  }
  texts.push(html.slice(end));
  return together([piece("text", decoded(texts.join(""))), ...others]);
}

/** A feed, whose titles and summaries are HTML that is written once more as text. */
export function feedPieces(xml: string): Piece[] {
  const pieces = htmlPieces(xml);
  return [...pieces, ...pieces.flatMap(({ where, text }) => (where === "text" ? htmlPieces(text) : []))];
}

/** What `{{…}}` and `{{{…}}}` stand for in templates and Markdown. */
export const withSlots = (text: string): string => text.replace(/\{\{\{?[^{}]*\}?\}\}/g, ` ${slot} `);

const named: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
  shy: "\u00AD",
  pound: "£",
  euro: "€",
  ndash: "-",
  mdash: "-",
  lsquo: "'",
  rsquo: "'",
  ldquo: '"',
  rdquo: '"',
  hellip: "...",
  zwnj: "",
  zwj: "",
};

/** Text without character references and percent signs' codes; files within addresses (`data:`) as text, where they are text. */
export function decoded(text: string): string {
  return unescaped(
    text
      .replace(
        /data:([\w/+.-]*)(?:;[\w=-]+)*;base64,([A-Za-z0-9+/=\s]*)/g,
        (_, type: string, data: string) =>
          /text|xml|svg|json|html/.test(type) ? ` ${Buffer.from(data, "base64").toString("utf8")} ` : " ",
      )
      .replace(
        /&(?:#(\d+)|#x([\da-f]+)|(\w+));?/gi,
        (whole, decimal?: string, hex?: string, name?: string) =>
          name === undefined
            ? character(Number.parseInt(decimal ?? hex ?? "", decimal ? 10 : 16))
            : (named[name] ?? whole),
      ),
  );
}

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : " ");

/** Percent codes of web addresses and file names as what they stand for. */
export const unescaped = (text: string): string =>
  text.replace(/(?:%[\da-f]{2})+/gi, (codes) =>
    Buffer.from(codes.replaceAll("%", ""), "hex").toString("utf8"),
  );
