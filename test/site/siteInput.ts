import { readAssets } from "../../src/assets.ts";
import { wordedOf } from "../../src/check.ts";
import { sourceFiles } from "../../src/disk.ts";
import { blankDrawings } from "../../src/drawings.ts";
import { load } from "../../src/load.ts";
import type { Facts } from "../../src/model/facts.ts";
import { paperCsv } from "../../src/site/data/paperFiles.ts";
import { type DigestedInput, digestOf } from "../../src/site/digest.ts";
import type { SiteStyle } from "../../src/site/pages.ts";
import type { SiteDocument, SiteFile, SiteInput, SiteRest } from "../../src/site/site.ts";
import { siteFiles } from "../../src/site/siteFiles.ts";
import { readSiteAssets } from "../../src/siteAssets.ts";
import { allTargets } from "../../src/targets.ts";

/** The facts of the sample, read once. */
export const sampleFacts: Promise<Facts> = load("data", sourceFiles("")).then(({ facts }) => facts);

const assets = readAssets();

/** What pages are set with; the charts of measures are not drawn. */
export const undrawnStyle = async (): Promise<SiteStyle> => ({
  ...(await readSiteAssets(await assets)),
  draw: async () => "<svg></svg>",
});

const restOf = (facts: Facts, more: Partial<SiteRest>): SiteRest => ({
  facts,
  packs: [],
  outside: [],
  findings: [],
  today: "2026-11-25",
  cutOff: "2020-09-30",
  releasedFigures: new Map(),
  shownSince: new Map(),
  ...more,
});

/** A website's input with digests of its documents: all that data files, feed and search are made of. */
export function siteInputOf(facts: Facts, more: Partial<SiteRest> = {}): DigestedInput {
  const rest = restOf(facts, more);
  return { ...rest, documents: documentsOf(facts).map((one) => digestOf(one, paperCsv(one), rest)) };
}

/** Every document, worded; nothing is drawn or printed. */
export const documentsOf = (facts: Facts): Omit<SiteDocument, "drawings">[] => [...worded(facts)];

function* worded(facts: Facts): Generator<Omit<SiteDocument, "drawings">> {
  for (const target of allTargets(facts)) {
    const made = wordedOf(facts, target, false);
    if (made !== null) yield { ...target, ...made, pdf: Buffer.of(), pages: 1 };
  }
}

/** A website's input whose documents are worded when they are asked for, with blank boxes for drawings. */
export const lazyInputOf = (facts: Facts, more: Partial<SiteRest> = {}): SiteInput => ({
  ...restOf(facts, more),
  documents: async function* () {
    const { theme } = await assets;
    for (const one of worded(facts)) yield { ...one, drawings: blankDrawings(one.view, theme) };
  },
});

/** All of some files, which are made when they are asked for. */
export async function allOf(files: AsyncIterable<SiteFile>): Promise<SiteFile[]> {
  const all: SiteFile[] = [];
  for await (const file of files) all.push(file);
  return all;
}

/** Every file of a website without drawings and PDFs. */
export const siteFilesOf = async (facts: Facts): Promise<SiteFile[]> =>
  allOf(siteFiles(lazyInputOf(facts), await undrawnStyle()));

/** Those of them that are no pages, and none of what pages load. */
export const dataFilesOf = async (facts: Facts): Promise<SiteFile[]> =>
  (await siteFilesOf(facts)).filter(({ path }) => !/^assets\/|\.(html|pdf)$|^manifest\.json$/.test(path));

/** The text of the file with that path. */
export function textOf(files: readonly SiteFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`there is no file ${path}`);
  return Buffer.from(found.bytes).toString("utf8");
}
