import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { Assets } from "./assets.ts";
import { iconsOf } from "./drawings.ts";
import type { SiteStyle } from "./site/pages.ts";

const project = join(import.meta.dirname, "..");
const templates = join(project, "templates");
/** The program of the search page, as its package has it. */
const minisearch = createRequire(import.meta.url)
  .resolve("minisearch")
  .replace(/cjs.index\.cjs$/, "es/index.js");
const docs = join(project, "docs");

/** The style sheets of the website, in the order in which later ones build on earlier. */
const sheets = ["base", "chrome", "tables", "measure", "papers", "print"];

/** What the pages of the website are set with and load: style sheet, fonts and scripts, with the accessibility page's text. */
export async function readSiteAssets({ style, fonts, theme }: Assets): Promise<Omit<SiteStyle, "draw">> {
  const css = await Promise.all(
    sheets.map((name) => readFile(join(templates, "screen", `${name}.css`), "utf8")),
  );
  const [accessibility, method] = await Promise.all(
    ["accessibility.md", "method.md"].map((name) => readFile(join(docs, name), "utf8")),
  );
  const files = (await readdir(join(templates, "screen"))).filter((name) => /\.(js|svg)$/.test(name)).sort();
  return {
    templates: style.templates,
    icons: iconsOf(theme),
    texts: { accessibility: accessibility ?? "", method: method ?? "" },
    assets: [
      { path: "assets/site.css", bytes: Buffer.from(css.join("\n")) },
      { path: "assets/minisearch.js", bytes: Buffer.from(await searchProgram()) },
      ...fonts.map((cut) => ({ path: `assets/${fontFile(cut)}`, bytes: cut.woff2 })),
      ...(await Promise.all(
        files.map(async (name) => ({
          path: `assets/${name}`,
          bytes: await readFile(join(templates, "screen", name)),
        })),
      )),
    ],
  };
}

const fontFile = ({ weight, style }: { readonly weight: number; readonly style: string }): string =>
  `source-sans-3-${weight}${style === "italic" ? "-italic" : ""}.woff2`;

/** MiniSearch as a module of its own, with the notice that its licence (MIT) asks for. */
async function searchProgram(): Promise<string> {
  const text = await readFile(minisearch, "utf8");
  return `/* MiniSearch, copyright Luca Ongaro, MIT licence */\n${text.replace(/\n\/\/# sourceMappingURL=.*/, "")}`;
}
