import MarkdownIt from "markdown-it";
import { noteNumber } from "./signs.ts";

/** Reference to a numbered note as `document` writes it: `[^3:note-rape-data]`. */
const noteReference = /^\[\^(\d+):([a-z0-9-]+)\]/;
/** What makes of the words in square brackets before it a passage in another language: `[Heddlu Gwent]{lang=cy}`. */
const languageMark = /^\{lang=([a-zA-Z]{2,8}(?:-[a-zA-Z0-9]{1,8})*)\}/;

const markdown = createMarkdown();

/** Markdown of prose as HTML paragraphs, lists and tables; raw HTML in it is shown as text. */
export const proseHtml = (text: string): string => markdown.render(text).trim();

/** The HTML of each paragraph, list, table or quotation of the prose by itself, in order. */
export function proseParts(text: string): string[] {
  const tokens = markdown.parse(text, {});
  const ends = tokens.flatMap(({ level, nesting }, i) => (level === 0 && nesting <= 0 ? [i + 1] : []));
  return ends.map((end, i) =>
    markdown.renderer.render(tokens.slice(ends[i - 1] ?? 0, end), markdown.options, {}).trim(),
  );
}

/** Markdown of one line as HTML without a paragraph round it. */
export const lineHtml = (text: string): string => markdown.renderInline(text);

function createMarkdown() {
  const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
  parser.disable("lheading"); // headings are written with #, and an underline of dashes is a slip
  parser.inline.ruler.before("link", "note", (state, silent) => {
    const found = noteReference.exec(state.src.slice(state.pos));
    if (found === null) return false;
    if (!silent) state.push("note", "", 0).meta = { number: found[1], id: found[2] };
    state.pos += found[0].length;
    return true;
  });
  parser.inline.ruler.before("link", "language", (state, silent) => {
    const end = state.src[state.pos] === "[" ? state.md.helpers.parseLinkLabel(state, state.pos) : -1;
    const found = end < 0 ? null : languageMark.exec(state.src.slice(end + 1));
    if (found === null) return false;
    if (!silent) {
      const { posMax } = state;
      // Chromium keeps the language of a span only when the span has a role.
      state.push("language_open", "span", 1).attrs = [
        ["role", "generic"],
        ["lang", found[1] ?? ""],
      ];
      [state.pos, state.posMax] = [state.pos + 1, end];
      state.md.inline.tokenize(state);
      state.push("language_close", "span", -1);
      state.posMax = posMax;
    }
    state.pos = end + 1 + found[0].length;
    return true;
  });
  parser.renderer.rules["note"] = (tokens, i) => {
    const { number, id } = (tokens[i]?.meta ?? {}) as { number?: string; id?: string };
    return `<sup lang="en-GB-x-noteref"><a href="#${id}">${noteNumber(number ?? "")}</a></sup>`;
  };
  parser.renderer.rules["th_open"] = (tokens, i, options, _, renderer) => {
    tokens[i]?.attrSet("scope", "col");
    return renderer.renderToken(tokens, i, options);
  };
  return parser;
}
