import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "@jest/globals";
import { monthsFrom } from "../../src/analysis/calendar.ts";
import { panelpackWith, type Run } from "../support/cli.ts";

const folder = mkdtempSync(join(tmpdir(), "panelpack-same-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Five years of a series that wanders, with its seasons, a gap and a step: every model has something to fit. */
const months = monthsFrom("2015-01", "2019-12");
const values = months.map((_, i) =>
  i === 17 ? null : Math.round(300 + (i > 40 ? 80 : 0) + 60 * Math.sin((i * Math.PI) / 6) + ((i * 37) % 23)),
);
const title = "Istanbul’s İ and ı, in the title";
writeFileSync(
  join(folder, "series.json"),
  JSON.stringify({ title, unit: "count", months, values, projection: { horizon: 6 } }),
);

const elsewhere = {
  "as it is": {},
  again: {},
  "in Auckland and Turkish": { TZ: "Pacific/Auckland", LANG: "tr_TR.UTF-8", LC_ALL: "tr_TR.UTF-8" },
};

describe.each(["json", "svg", "text"])("a chart and its projection as %s", (format) => {
  test("are the same bytes in every process, whatever its time zone and language", async () => {
    const runs: Run[] = await Promise.all(
      Object.values(elsewhere).map((env) =>
        panelpackWith(env, folder, "analyse", "series.json", "--format", format),
      ),
    );
    const [first] = runs;
    expect(first).toMatchObject({ status: 0, err: "" });
    expect(first?.out).toContain(format === "json" ? '"lo80"' : format === "svg" ? "Projection of" : "80%");
    for (const run of runs) expect(run).toEqual(first);
  });
});
