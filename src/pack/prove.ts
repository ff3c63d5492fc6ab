import { createHash } from "node:crypto";
import type { Assembled, Compiler } from "./assemble.ts";
import { proofProblems } from "./proof.ts";

/**
 * Proves an assembled pack, unless it is the one that was proved last.
 *
 * @param name names the pack where it fails
 * @throws Error with what was lost or leads elsewhere: a bug of ours
 */
export async function prove(
  name: string,
  { bytes, expected, opened }: Assembled,
  placeOf: (address: string) => string | null,
  { version, store }: Pick<Compiler, "version" | "store">,
): Promise<void> {
  const proof = createHash("sha256")
    .update(version)
    .update(JSON.stringify(expected))
    .update(bytes)
    .digest("hex");
  if ((await store.readProof()) === proof) return;
  const problems = await proofProblems(await opened(), expected, placeOf);
  if (problems.length > 0) throw new Error([`${name} is not what its papers were:`, ...problems].join("\n"));
  await store.writeProof(proof);
}
