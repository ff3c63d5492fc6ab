import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Assets } from "./assets.ts";
import type { SiteStyle } from "./site/pages.ts";

const templates = join(import.meta.dirname, "..", "templates");

/** The style sheets of the website, in the order in which later ones build on earlier. */
const sheets = ["base", "chrome", "lists", "tables", "measure", "papers", "print"];

/** What the pages of the website are set with and load: style sheet, fonts and scripts, with the accessibility page's text. */
export async function readSiteAssets({ style, fonts }: Assets): Promise<Omit<SiteStyle, "draw">> {
  const css = await Promise.all(
    sheets.map((name) => readFile(join(templates, "screen", `${name}.css`), "utf8")),
  );
  const scripts = (await readdir(join(templates, "screen"))).filter((name) => name.endsWith(".js")).sort();
  return {
    templates: style.templates,
    assets: [
      { path: "assets/site.css", bytes: Buffer.from(css.join("\n")) },
      ...fonts.map((cut) => ({ path: `assets/${fontFile(cut)}`, bytes: cut.woff2 })),
      ...(await Promise.all(
        scripts.map(async (name) => ({
          path: `assets/${name}`,
          bytes: await readFile(join(templates, "screen", name)),
        })),
      )),
    ],
  };
}

const fontFile = ({ weight, style }: { readonly weight: number; readonly style: string }): string =>
  `source-sans-3-${weight}${style === "italic" ? "-italic" : ""}.woff2`;
