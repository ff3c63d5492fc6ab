import { readdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { readTheme, type Theme } from "./charts/theme.ts";
import type { AuditStyle } from "./html/auditReport.ts";
import type { Style } from "./html/drawings.ts";
import { type FontCut, fontFaces } from "./html/fonts.ts";
import type { CompiledTemplates } from "./html/templates.ts";

/** What the project brings to every build: templates, style, fonts and the theme of the charts. */
export type Assets = {
  readonly style: Style;
  readonly theme: Theme;
  readonly fonts: readonly FontCut[];
  /** The file of the font that a pack writes its page numbers with. */
  readonly stampFont: Uint8Array;
};

const templates = join(import.meta.dirname, "..", "templates");
const cuts = [
  { weight: 400, style: "normal" },
  { weight: 400, style: "italic" },
  { weight: 600, style: "normal" },
  { weight: 700, style: "normal" },
] as const;

/** Reads the templates, the style sheet and the fonts that travel with the project. */
export async function readAssets(compiled: CompiledTemplates = new Map()): Promise<Assets> {
  const [files, css, paperCss, packCss, theme, fonts, stampFont] = await Promise.all([
    readTemplates(),
    readStyles(styles),
    readStyles(paperStyles),
    readStyles(packStyles),
    readFile(join(templates, "chart-theme.json"), "utf8"),
    readFonts(),
    readFile(join(fontFolder(), "source-sans-3-latin-600-normal.woff")),
  ]);
  return {
    style: { templates: files, compiled, css: `${fontFaces(fonts)}\n${css}`, paperCss, packCss },
    theme: readTheme(JSON.parse(theme)),
    fonts,
    stampFont,
  };
}

/** Reads what the report of an audit is set with: its templates, its style for the screen, and the fonts. */
export async function readAuditStyle(): Promise<AuditStyle> {
  const [files, css, fonts] = await Promise.all([
    readTemplates(),
    readFile(join(templates, "screen", "audit.css"), "utf8"),
    readFonts(),
  ]);
  return { templates: files, css: `${fontFaces(fonts)}\n${css}` };
}

/** The parts of the print style, in the order in which later ones build on earlier. */
const styles = ["base", "tables", "measure", "cover", "grid"];
const paperStyles = ["papers", "letter", "slides"];
const packStyles = ["front"];

async function readStyles(names: readonly string[]): Promise<string> {
  const parts = await Promise.all(
    names.map((name) => readFile(join(templates, "print", `${name}.css`), "utf8")),
  );
  return parts.join("\n");
}

async function readTemplates(): Promise<Map<string, string>> {
  const names = (await readdir(templates, { recursive: true }))
    .map((n) => n.replaceAll("\\", "/"))
    .filter((n) => n.endsWith(".hbs"))
    .sort();
  return new Map(
    await Promise.all(
      names.map(
        async (name): Promise<[string, string]> => [name, await readFile(join(templates, name), "utf8")],
      ),
    ),
  );
}

export function readFonts(): Promise<FontCut[]> {
  const folder = fontFolder();
  return Promise.all(
    cuts.map(async ({ weight, style }) => ({
      weight,
      style,
      woff2: await readFile(join(folder, `source-sans-3-latin-${weight}-${style}.woff2`)),
    })),
  );
}

const fontFolder = (): string =>
  join(dirname(createRequire(import.meta.url).resolve("@fontsource/source-sans-3/package.json")), "files");
