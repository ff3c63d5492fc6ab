import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { addMonths, quarterOf } from "../../src/analysis/calendar.ts";
import { readAssets } from "../../src/assets.ts";
import { drawPointed } from "../../src/charts/pointed.ts";
import { wordedOf } from "../../src/check.ts";
import type { PointedChart } from "../../src/document/site/screenChart.ts";
import { blankDrawings } from "../../src/drawings.ts";
import { load } from "../../src/load.ts";
import { missingFile, type SourceFiles } from "../../src/reading.ts";
import type { SiteDocument } from "../../src/site/site.ts";
import { siteFiles } from "../../src/site/siteFiles.ts";
import { readSiteAssets } from "../../src/siteAssets.ts";
import { swapSite } from "../../src/siteFolder.ts";
import { allTargets } from "../../src/targets.ts";

// The website of generated sources, without the printing of PDFs: how time and memory grow with the quarters. Papers' charts are blank boxes,
// those of measures are drawn. Each size runs in a process of its own. Usage: site.ts [MEASURES [QUARTERS…]], usually 60 and 10 25 50.
const [measures = 60, ...sizes] = process.argv.slice(2).map(Number);

/** Months that every series begins before the first quarter ends, and those of a quarter. */
const [before, quarterMonths] = [24, 3];
const first = "2005-06";

/** Sources in memory: so many measures with their areas, and a Performance Summary with a section for each in every quarter. */
function generated(quarters: number): Map<string, string> {
  const minimal = join(import.meta.dirname, "..", "..", "test", "fixtures", "minimal", "data");
  const summary = join(minimal, "quarters/2019-20-q3/performance-summary");
  const files = new Map([
    ["data/organisation.yaml", readFileSync(join(minimal, "organisation.yaml"), "utf8")],
    [
      "data/publishing.yaml",
      "statement: { prepared: 2020-01-14, reviewed: 2020-01-14, tested: 2020-01-14 }\n",
    ],
  ]);
  const ids = Array.from({ length: measures }, (_, i) => `measure-${i + 1}`);
  const months = Array.from({ length: before + quarters * quarterMonths }, (_, i) =>
    addMonths(first, i - before + 1),
  );
  ids.forEach((id, m) => {
    const value = (i: number, area: number): number => 60 + ((i * 7919 + m * 104729 + area * 31) % 40);
    const rows = months.map((month, i) => {
      const [north, south] = [value(i, 1), value(i, 2)];
      return `${month},,${north + south}\n${month},north,${north}\n${month},south,${south}`;
    });
    files.set(`data/measures/${id}.csv`, `period,area,value\n${rows.join("\n")}\n`);
    files.set(
      `data/measures/${id}.yaml`,
      `id: ${id}\ntitle: Measure ${m + 1}\npriority: less-crime\ncounted: { one: case, many: cases }\nunit: count\nimprovementDirection: decrease\nsignsOfImprovement: [Fewer cases]\ndefinition: What measure ${m + 1} counts.\nsource: { system: Records }\nperiods: month\nareas: [force, north, south]\n`,
    );
  });
  for (let q = 0; q < quarters; q++) {
    const month = addMonths(first, q * quarterMonths);
    const folder = `data/quarters/${quarterOf(month)}`;
    const cutOff = `${month}-${month.endsWith("06") || month.endsWith("09") ? "30" : "31"}`;
    files.set(`${folder}/quarter.yaml`, `month: ${month}\ncutOff: ${cutOff}\n`);
    files.set(
      `${folder}/performance-summary/paper.yaml`,
      `title: Performance Summary\nauthor: Performance team\ndate: ${addMonths(month, 1)}-10\nversion: "1.0"\nmarking: null\n`,
    );
    files.set(`${folder}/performance-summary/method.md`, readFileSync(join(summary, "method.md"), "utf8"));
    files.set(
      `${folder}/performance-summary/panel-page.md`,
      "---\ntitle: For members\n---\n\nNothing to add.\n",
    );
    for (const [i, id] of ids.entries())
      files.set(
        `${folder}/performance-summary/${String(i + 1).padStart(2, "0")}-${id}.md`,
        `---\nmeasure: ${id}\ninclude: monthly\nknow: "{{${id}.change|size}}"\n---\n\n{{chart control ${id}}}\n\n{{table months ${id}}}\n`,
      );
  }
  return files;
}

const inMemory = (sources: ReadonlyMap<string, string>): SourceFiles => ({
  list: async (folder) => {
    const below = [...sources.keys()].filter((file) => file.startsWith(`${folder}/`));
    return [...new Set(below.map((file) => file.slice(folder.length + 1).split("/")[0] ?? ""))].sort();
  },
  read: async (file) => {
    const text = sources.get(file);
    if (text === undefined) throw missingFile(file);
    return Buffer.from(text);
  },
});

async function one(quarters: number): Promise<void> {
  const { facts } = await load("data", inMemory(generated(quarters)));
  const assets = await readAssets();
  const { theme } = assets;
  let wording = 0;
  async function* documents(): AsyncGenerator<SiteDocument> {
    for (const target of allTargets(facts)) {
      const started = performance.now();
      const worded = wordedOf(facts, target, true);
      wording += performance.now() - started;
      if (worded === null) continue;
      yield { ...target, ...worded, drawings: blankDrawings(worded.view, theme), pdf: Buffer.of(), pages: 1 };
    }
  }
  const cutOff =
    [...facts.quarters.values()]
      .map(({ quarter }) => quarter.cutOff)
      .sort()
      .at(-1) ?? "";
  const input = {
    facts,
    documents,
    packs: [],
    outside: [],
    findings: [],
    today: "2026-11-25",
    cutOff,
    releasedFigures: new Map(),
    shownSince: new Map(),
  };
  const style = {
    ...(await readSiteAssets(assets)),
    draw: ({ chart, series }: PointedChart) => drawPointed(chart, series, theme),
  };
  const scratch = mkdtempSync(join(tmpdir(), "panelpack-bench-site-"));
  const started = performance.now();
  try {
    const { paths } = await swapSite(join(scratch, "site"), siteFiles(input, style), async () => undefined);
    const making = performance.now() - started - wording;
    const pages = paths.filter((path) => path.endsWith(".html")).length;
    const size = paths.reduce((sum, path) => sum + statSync(join(scratch, "site", path)).size, 0);
    const seconds = (ms: number): string => (ms / 1000).toFixed(1);
    console.log(
      `${quarters} quarters x ${measures} measures: ${pages} pages, ${paths.length} files, ${(size / 1e6).toFixed(0)} MB; papers worded in ${seconds(wording)} s, site made and written in ${seconds(making)} s; memory ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB`,
    );
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

if (sizes.length === 1) await one(sizes[0] ?? 0);
else
  for (const quarters of sizes.length === 0 ? [10, 25, 50] : sizes) {
    const args = [import.meta.filename, String(measures), String(quarters)];
    const { status } = spawnSync(process.execPath, args, { stdio: "inherit" });
    if (status !== 0) process.exitCode = 1;
  }
