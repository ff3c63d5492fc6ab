import { resolve } from "node:path";
import { build } from "../build.ts";
import { type Diagnostic, SourceError, UsageError } from "../diagnostic.ts";
import { sourceFiles, writeOutputs } from "../disk.ts";
import { load } from "../load.ts";
import type { Facts, MeetingFacts } from "../model/facts.ts";
import { packName } from "../model/packs.ts";
import { refuseSilentCorrection, releasedFile, releasedPackFile } from "../release.ts";
import { releasedFiguresFile } from "../releasedFigures.ts";
import { chooseTargets, type Target } from "../targets.ts";
import type { Terminal } from "../terminal.ts";
import { withEffects } from "./withEffects.ts";

type Asked = { readonly by: string | undefined; readonly reason: string | undefined; readonly on: string };

/** Builds one document or pack as it goes out, and writes down beside its sources what went out, when, and by whom. */
export async function releaseCommand(
  root: string,
  targets: readonly string[],
  { by, reason, on }: Asked,
  terminal: Terminal,
): Promise<void> {
  const [name] = targets;
  if (name === undefined || targets.length > 1)
    throw new UsageError(
      "release takes one document or pack, e.g. 2019-20-q3/performance-summary or 2020-03-16-police-and-crime-panel",
    );
  if (by === undefined || by.trim() === "")
    throw new UsageError("release needs --by NAME: who lets the document go out");
  const { facts } = await load("data", sourceFiles(root));
  const { documents, packs } = chooseTargets(facts, [name]);
  const releasing = { by: by.trim(), on, reason: reason ?? null };
  const [pack] = packs;
  if (pack !== undefined) {
    const packTarget = { path: pack.meeting.id, document: pack.only ?? packName(null) };
    refuseSilentCorrection(packTarget, pack.meeting.released, releasing.reason);
    refuseDrafts(facts, pack.meeting, documents);
  } else
    for (const target of documents)
      refuseSilentCorrection(target, facts.quarters.get(target.path)?.released ?? null, releasing.reason);
  const address = pack === undefined ? name : `${pack.meeting.id}/${pack.only ?? packName(null)}`;
  const built = await withEffects(root, terminal, (effects) =>
    build([address], resolve(root, "output"), effects, {
      editions: ["public"],
      supplement: false,
      releasing: true,
    }),
  );
  const files =
    pack === undefined
      ? built.documents.map((one) =>
          releasedFile(one, facts.quarters.get(one.target.path)?.released ?? null, releasing),
        )
      : built.packs.map((one) => releasedPackFile(one, built.documents, releasing));
  const folder = pack === undefined ? `quarters/${documents[0]?.path}` : `meetings/${pack.meeting.id}`;
  const own = built.documents.filter(({ target }) => folder.endsWith(`/${target.path}`));
  const figures = own.length === 0 ? [] : [await releasedFiguresFile(folder, own, sourceFiles(root))];
  await writeOutputs(resolve(root, "data"), [...files, ...figures]);
  const lines =
    pack === undefined
      ? built.documents.map(({ target, pages }) => `${target.path}/${target.document}: ${pages} pages`)
      : built.packs.map(({ file, pages }) => `${file.path}: ${pages} pages`);
  for (const line of lines)
    terminal.done(`${line}, released by ${releasing.by} on ${on}. It no longer says DRAFT.`);
}

/** A pack goes out with papers of quarters that have gone out: one that says DRAFT would stand in it for good. */
function refuseDrafts(facts: Facts, { id, placeOf }: MeetingFacts, documents: readonly Target[]): void {
  const problems = documents.flatMap(({ path, document }): Diagnostic[] => {
    const quarter = facts.quarters.get(path);
    if (quarter === undefined || quarter.released?.releases.some((r) => r.document === document)) return [];
    return [
      {
        place: placeOf(["items"]),
        message: `${path}/${document} is in the pack of ${id} and has not been released`,
        hint: `Run \`panelpack release ${path}/${document} --by NAME\` first.`,
      },
    ];
  });
  if (problems.length > 0) throw new SourceError(problems);
}
