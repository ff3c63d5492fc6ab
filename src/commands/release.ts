import { resolve } from "node:path";
import { build } from "../build.ts";
import { UsageError } from "../diagnostic.ts";
import { sourceFiles, writeOutputs } from "../disk.ts";
import { load } from "../load.ts";
import { refuseSilentCorrection, releasedFile } from "../release.ts";
import { chooseTargets } from "../targets.ts";
import type { Terminal } from "../terminal.ts";
import { withEffects } from "./build.ts";

type Asked = { readonly by: string | undefined; readonly reason: string | undefined; readonly on: string };

/** Builds one document as it goes out, and writes down beside its sources what went out, when, and by whom. */
export async function releaseCommand(
  root: string,
  targets: readonly string[],
  { by, reason, on }: Asked,
  terminal: Terminal,
): Promise<void> {
  const [name] = targets;
  if (name === undefined || targets.length > 1)
    throw new UsageError("release takes one document, e.g. 2019-20-q3/performance-summary");
  if (by === undefined || by.trim() === "")
    throw new UsageError("release needs --by NAME: who lets the document go out");
  const { facts } = await load("data", sourceFiles(root));
  const chosen = chooseTargets(facts, [name]);
  const before = facts.quarters.get(chosen[0]?.path ?? "")?.released ?? null;
  for (const target of chosen) refuseSilentCorrection(target, before, reason ?? null);
  const releasing = { by: by.trim(), on, reason: reason ?? null };
  const built = await withEffects(root, terminal, (effects) =>
    build([name], resolve(root, "output"), effects, true),
  );
  const files = built.map((one) => releasedFile(one, before, releasing));
  await writeOutputs(resolve(root, "data"), files);
  for (const { target, pages } of built)
    terminal.done(
      `${target.path}/${target.document}: ${pages} pages, released by ${releasing.by} on ${on}. It no longer says DRAFT.`,
    );
}
