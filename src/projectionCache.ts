import { createHash } from "node:crypto";
import { project } from "./analysis/projection.ts";
import type { CacheFiles } from "./cacheFiles.ts";
import type { Projecting } from "./figures/projections.ts";
import { projectingVersion } from "./version.ts";

/** Projections of earlier runs by the hash of the series they were made of: a third of a check goes on making them anew. */
export type ProjectionCache = {
  readonly project: Projecting;
  /** Keeps those that this run used. */
  save(): Promise<void>;
};

type Made = ReturnType<Projecting>;

const file = "projections.json";

/** The projections that are kept, as long as the code that makes them is the same. */
export async function openProjections(files: CacheFiles): Promise<ProjectionCache> {
  const version = projectingVersion();
  const kept = read(await files.read(file), version);
  const used = new Map<string, Made>();
  return {
    project: (slots, options) => {
      const key = createHash("sha256")
        .update(JSON.stringify([slots, options]))
        .digest("hex");
      const made = used.get(key) ?? kept.get(key) ?? project(slots, options);
      used.set(key, made);
      return made;
    },
    save: async () => {
      const writable = [...used].filter(([, made]) => survivesJson(made));
      if (writable.every(([key]) => kept.has(key))) return;
      await files.write(
        file,
        JSON.stringify({ version, projections: Object.fromEntries([...kept, ...writable]) }),
      );
    },
  };
}

/** A number that is not finite would come back as null. */
const survivesJson = (made: Made): boolean => !made.ok || Number.isFinite(made.scale.df);

function read(bytes: Uint8Array | null, version: string): Map<string, Made> {
  if (bytes === null) return new Map();
  try {
    const stored = JSON.parse(Buffer.from(bytes).toString("utf8")) as {
      readonly version?: string;
      readonly projections?: Record<string, Made>;
    } | null;
    return new Map(stored?.version === version ? Object.entries(stored.projections ?? {}) : []);
  } catch {
    return new Map();
  }
}
