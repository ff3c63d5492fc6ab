import type { Edition } from "./document/pack/views.ts";
import type { Memory } from "./memory.ts";
import type { Printer } from "./pdf/printer.ts";
import type { SourceFiles } from "./reading.ts";

/** What a build needs of the world: the sources, a printer, a place for what may be thrown away, and someone to tell. */
export type BuildEffects = {
  /** The sources without those of the folders `exempt`, which it refuses. */
  readonly files: SourceFiles;
  /** All sources: handed to members' editions, and to the scan for leaks, alone. */
  readonly exemptFiles: SourceFiles;
  /** The printer, which is started at once and waited for when the first paper is ready, so that a mistake in the sources is told first. */
  printer(): Promise<{ readonly printer: Printer; readonly browser: string }>;
  readonly cacheFolder: string;
  /** Names the code and packages that draw charts: a change of them draws all anew. */
  readonly drawingVersion: string;
  /** What this process remembers from one build to the next; nothing where it is left out. */
  readonly memory?: Memory;
  progress(line: string): void;
  /** Milliseconds since some fixed moment. */
  now(): number;
};

/** What of the packs is wanted; documents are the same in all of them. */
export type BuildOptions = {
  readonly editions: readonly Edition[];
  /** The supplements of the meetings instead of their packs. */
  readonly supplement: boolean;
  /** As they go out: nothing says DRAFT. */
  readonly releasing: boolean;
};
