import { createHash } from "node:crypto";
import { addresses, fileOf } from "../document/site/addresses.ts";
import { jsonFile } from "./data/json.ts";
import type { SiteFile } from "./site.ts";

/**
 * The files with the list of them all: size and SHA-256 of each, so that anyone can see whether what is on the web server is what was
 * published.
 *
 * @throws Error when two files have one path, which would be our bug
 */
export function withManifest(files: readonly SiteFile[]): SiteFile[] {
  const sorted = [...files].sort((a, b) => (a.path < b.path ? -1 : 1));
  sorted.forEach(({ path }, i) => {
    if (path === sorted[i + 1]?.path) throw new Error(`two files of the website are called ${path}`);
  });
  const listed = sorted.map(({ path, bytes }) => ({
    path,
    bytes: bytes.byteLength,
    sha256: createHash("sha256").update(bytes).digest("hex"),
  }));
  return [...sorted, { path: fileOf(addresses.manifest), bytes: jsonFile({ files: listed }) }];
}
