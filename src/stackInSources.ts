import { existsSync, readFileSync } from "node:fs";
import { SourceMap, type SourceMapPayload } from "node:module";
import { dirname, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

/** The stack of an error with its places in the sources, where the program runs as a few files (`scripts/program.mjs`). */
export function stackInSources(stack: string): string {
  const maps = new Map<string, SourceMap | null>();
  return stack.replaceAll(/(file:[^\s()]+\.js):(\d+):(\d+)/g, (place, url: string, line, column) => {
    const file = fileURLToPath(url);
    const map = maps.get(file) ?? mapOf(file);
    maps.set(file, map);
    const found = map?.findEntry(Number(line) - 1, Number(column) - 1);
    if (found === undefined || !("originalSource" in found)) return place;
    const source = pathToFileURL(resolve(dirname(file), found.originalSource)).href;
    return `${source}:${found.originalLine + 1}:${found.originalColumn + 1}`;
  });
}

function mapOf(file: string): SourceMap | null {
  const map = `${file}.map`;
  return existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, "utf8")) as SourceMapPayload) : null;
}
