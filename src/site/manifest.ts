import { createHash } from "node:crypto";
import { addresses, fileOf } from "../document/site/addresses.ts";
import { jsonFile } from "./data/json.ts";
import type { SiteFile } from "./site.ts";

/** A file as the manifest lists it: what is known of it once its bytes are gone. */
export type ListedFile = { readonly path: string; readonly bytes: number; readonly sha256: string };

/** The files of a site while they are made. */
export type FileList = {
  /** Hands files on, each listed before it is taken. @throws Error when two files have one path, which would be our bug */
  listing(files: AsyncIterable<SiteFile>): AsyncGenerator<SiteFile>;
  /** A file that was listed already. */
  find(path: string): ListedFile | undefined;
  /** The list of all those files: size and SHA-256 of each, so that anyone can see whether what is on the web server is what was published. */
  manifest(): SiteFile;
};

export function fileList(): FileList {
  const files = new Map<string, ListedFile>();
  return {
    listing: async function* (made) {
      for await (const file of made) {
        const { path, bytes } = file;
        if (files.has(path)) throw new Error(`two files of the website are called ${path}`);
        const sha256 = createHash("sha256").update(bytes).digest("hex");
        files.set(path, { path, bytes: bytes.byteLength, sha256 });
        yield file;
      }
    },
    find: (path) => files.get(path),
    manifest: () => {
      const listed = [...files.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
      return { path: fileOf(addresses.manifest), bytes: jsonFile({ files: listed }) };
    },
  };
}
