import { guarded, type Limits } from "../guarded.ts";

/** A file that qpdf is to write anew, and the password that opens it; an empty one where none is needed. */
export type Rewriting = { readonly bytes: Uint8Array; readonly password: string };

const limits: Limits = { timeoutMs: 60_000, mostBytes: 2_000_000_000 };

/** The file written anew by qpdf, without protection and with a sound list of its objects; null where qpdf cannot. */
export const rewrite = (task: Rewriting): Promise<Uint8Array | null> =>
  guarded<Uint8Array | null>(new URL("./qpdfWorker.ts", import.meta.url), task, limits);
