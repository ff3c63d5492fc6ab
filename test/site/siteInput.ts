import { wordedOf } from "../../src/check.ts";
import { sourceFiles } from "../../src/disk.ts";
import { load } from "../../src/load.ts";
import type { Facts } from "../../src/model/facts.ts";
import type { SiteFile, WordedInput } from "../../src/site/site.ts";
import { allTargets } from "../../src/targets.ts";

/** The facts of the sample, read once. */
export const sampleFacts: Promise<Facts> = load("data", sourceFiles("")).then(({ facts }) => facts);

/** A website's input without drawings and PDFs: all that data files are made of. */
export function siteInputOf(facts: Facts, more: Partial<WordedInput> = {}): WordedInput {
  return {
    facts,
    documents: documentsOf(facts),
    packs: [],
    outside: [],
    findings: [],
    today: "2026-11-25",
    cutOff: "2020-09-30",
    releasedFigures: new Map(),
    shownSince: new Map(),
    ...more,
  };
}

/** Every document, worded; nothing is drawn or printed. */
function documentsOf(facts: Facts): WordedInput["documents"] {
  return allTargets(facts).flatMap((target) => {
    const worded = wordedOf(facts, target, false);
    if (worded === null) return [];
    return [{ ...target, ...worded, pages: 1 }];
  });
}

/** The text of the file with that path. */
export function textOf(files: readonly SiteFile[], path: string): string {
  const found = files.find((file) => file.path === path);
  if (found === undefined) throw new Error(`there is no file ${path}`);
  return Buffer.from(found.bytes).toString("utf8");
}
