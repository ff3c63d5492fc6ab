import type { Diagnostic } from "../diagnostic.ts";
import type { Facts } from "../model/facts.ts";
import type { DirectiveName, MarkdownBlock } from "../sources/markdown.ts";
import { type Command, readCommand } from "./commands.ts";

/** A block of a page whose commands have been read. */
export type ReadBlock =
  | Exclude<MarkdownBlock, { kind: "directive" | "note" }>
  | { readonly kind: "command"; readonly command: Command };

export const isCommand = (name: DirectiveName): name is Command["name"] =>
  name === "chart" || name === "table" || name === "opening";

/** The blocks with their commands read; a command that cannot be is reported and left out. Notes are gathered elsewhere. */
export function readBlocks(
  blocks: readonly MarkdownBlock[],
  facts: Facts,
  problems: Diagnostic[],
): ReadBlock[] {
  return blocks.flatMap((block): ReadBlock[] => {
    if (block.kind === "note") return [];
    if (block.kind !== "directive") return [block];
    const { name } = block;
    if (!isCommand(name)) {
      problems.push({
        place: block.place,
        message: `{{${name}}} stands in papers only, not on a page of the Performance Summary`,
      });
      return [];
    }
    const command = readCommand(name, block.words, block.place, facts);
    if (command.ok) return [{ kind: "command", command: command.value }];
    problems.push(...command.problems);
    return [];
  });
}
