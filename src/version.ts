import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "..");

const packageFile = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as {
  readonly version: string;
};

/** The version of package.json. */
export const version = packageFile.version;

/** A hash of everything that decides how a chart is drawn: the charts room, its theme, and the locked packages. */
export function drawingVersion(): string {
  const hash = createHash("sha256");
  const charts = join(root, "src", "charts");
  const files = readdirSync(charts)
    .sort()
    .map((name) => join(charts, name));
  for (const file of [...files, join(root, "templates", "chart-theme.json"), join(root, "package-lock.json")])
    hash.update(readFileSync(file));
  return hash.digest("hex");
}
