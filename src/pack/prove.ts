import { createHash } from "node:crypto";
import type { Assembled, Compiler } from "./assemble.ts";
import { placeProblems } from "./placesProof.ts";
import { type ExpectedPart, proofProblems } from "./proof.ts";
import { firstAlone, type Section, type Sections } from "./sections.ts";
import { strayKeys, tieProblems } from "./tiesProof.ts";

/**
 * Proves an assembled pack, unless it is the one that was proved last: every paper alone, as it stands in the file, where it was not proved
 * so before; and that they stand in it whole, and what the pack has once leads to all of them.
 *
 * @param name names the pack where it fails
 * @param sections those of the pack
 * @throws Error with what was lost or leads elsewhere: a bug of ours
 */
export async function prove(
  name: string,
  pack: Assembled,
  sections: Sections,
  { version, store }: Pick<Compiler, "version" | "store">,
): Promise<void> {
  const { bytes, parts } = pack;
  const proofs = parts.map(({ expected }, i) => proofOf(version, expected, sections.papers[i]));
  const placed = parts.map(({ expected, at }) => [expected.first, expected.entry, at]);
  const whole = createHash("sha256")
    .update(JSON.stringify([proofs, placed]))
    .update(bytes)
    .digest("hex");
  const before = new Set(await store.readProofs());
  if (before.has(whole)) return;
  const refuse = (problems: readonly string[]): void => {
    if (problems.length > 0)
      throw new Error([`${name} is not what its papers were:`, ...problems].join("\n"));
  };
  // Where objects are not found in their places, nothing else can be read.
  refuse(placeProblems(pack));
  const problems: string[] = [];
  for (const [i, part] of parts.entries()) {
    const alone = sections.papers[i];
    if (alone === undefined) throw new Error("every paper has a section");
    if (before.has(proofs[i] ?? "")) continue;
    const document = await alone.open();
    const expected = { ...part.expected, first: firstAlone };
    problems.push(...proofProblems(document, [expected]), ...strayKeys(document, part));
  }
  refuse([...problems, ...tieProblems(await sections.own.open(), parts)]);
  await store.writeProofs([whole, ...proofs]);
}

/** Names a paper as it stands in a file, and what it must hold; not where it stands, nor the number of its first page. */
function proofOf(version: string, { first, ...held }: ExpectedPart, alone: Section | undefined): string {
  return createHash("sha256")
    .update(JSON.stringify([version, held, alone?.key]))
    .digest("hex");
}
