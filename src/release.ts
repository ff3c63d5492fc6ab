import { vintageOf } from "./analysis/projectionVintage.ts";
import type { BuiltPack } from "./buildPack.ts";
import type { Built } from "./built.ts";
import { UsageError } from "./diagnostic.ts";
import type { OutputFile } from "./disk.ts";
import { blocksOf, type DocumentView } from "./document/worded.ts";
import type { Register } from "./figures/register.ts";
import { agendaLines } from "./model/agenda.ts";
import { packName } from "./model/packs.ts";
import type { Release, Released } from "./model/released.ts";
import { itemName } from "./published.ts";
import { sha256 } from "./sha256.ts";
import { writeYaml } from "./sources/writeYaml.ts";
import type { Target } from "./targets.ts";

/** Who lets a document go, on which day, and why it goes out again where it has gone before. */
export type Releasing = { readonly by: string; readonly on: string; readonly reason: string | null };

const comment =
  "What has gone out of this quarter. Written by `panelpack release`, and by nothing else: do not edit.\nLater papers judge what was recorded against the projections kept here.";

/** A document that went out before goes out again only as a correction. @throws UsageError when no reason is given for one */
export function refuseSilentCorrection(
  { path, document }: Pick<Target, "path" | "document">,
  before: Released | null,
  reason: string | null,
): void {
  const last = before?.releases.findLast((r) => r.document === document);
  if (last !== undefined && reason === null)
    throw new UsageError(
      `${path}/${document} went out on ${last.on}, released by ${last.by}: give --reason to release a correction`,
    );
}

/** `released.yaml` as it stands after this release: the releases before it, this one, and the projections that the paper shows. */
export function releasedFile(built: Built, before: Released | null, releasing: Releasing): OutputFile {
  const { target, worded, plan, pages, files } = built;
  const { document } = target;
  const earlier = before?.releases ?? [];
  const release: Release = {
    document,
    by: releasing.by,
    on: releasing.on,
    ...(releasing.reason === null ? {} : { reason: releasing.reason }),
    pages,
    plan: Object.fromEntries(plan),
    outputs: files.filter(isPublic).map(({ path, bytes }) => ({ file: path, sha256: sha256(bytes) })),
  };
  const shown = projectionsOf(worded.register, worded.view);
  const kept = (before?.projections ?? []).filter(
    ({ measure, area }) => !shown.some((one) => one.measure === measure && one.area === area),
  );
  const released: Released = { releases: [...earlier, release], projections: [...kept, ...shown] };
  return { path: `quarters/${target.path}/released.yaml`, bytes: Buffer.from(writeYaml(comment, released)) };
}

/** `released.yaml` of a meeting as it stands after a pack of it went out: its page plan, and the hash of all that the public may see. */
export function releasedPackFile(
  { meeting, supplement, plan, pages, file }: BuiltPack,
  documents: readonly Built[],
  releasing: Releasing,
): OutputFile {
  const own = documents.filter(({ target }) => target.path === meeting.id).flatMap(({ files }) => files);
  const release: Release = {
    document: packName(supplement),
    by: releasing.by,
    on: releasing.on,
    ...(releasing.reason === null ? {} : { reason: releasing.reason }),
    pages,
    plan: Object.fromEntries(
      plan.parts.flatMap(({ kind, name, first }) => (kind === "blank" ? [] : [[name, first]])),
    ),
    last: plan.last,
    ranges: agendaLines(meeting).flatMap(({ key, item }) => {
      const range = plan.ranges.get(key);
      return range === undefined ? [] : [{ item: itemName(item), ...range }];
    }),
    outputs: [file, ...own.filter(isPublic)].map(({ path, bytes }) => ({
      file: path,
      sha256: sha256(bytes),
    })),
  };
  const releases = [...(meeting.released?.releases ?? []), release];
  return {
    path: `meetings/${meeting.id}/released.yaml`,
    bytes: Buffer.from(writeYaml(packComment, { releases })),
  };
}

const packComment =
  "What has gone out of this meeting. Written by `panelpack release`, and by nothing else: do not edit.\nPublished page numbers never move: supplements go on from the last of them.";

/** The document itself; its charts are parts of it. */
const isPublic = ({ path }: OutputFile): boolean => /\.(pdf|html)$/.test(path);

/** Six significant digits hold all that a page shows of a projection, and keep the file readable. */
const digits = 6;

/** The vintage of every series whose projection the paper shows. */
function projectionsOf(register: Register, view: DocumentView): Released["projections"][number][] {
  const shown = blocksOf(view).flatMap((b) => (b.kind === "projection" ? [b.series] : []));
  return shown.flatMap(({ measure, area }) => {
    const made = register.projection(measure, area);
    if (made === null || !made.ok) return [];
    const { months, scale, ...numbers } = vintageOf(made);
    const short = (values: readonly number[]): number[] => values.map((v) => Number(v.toPrecision(digits)));
    const { point, lo80, hi80, lo95, hi95 } = numbers;
    const vintage = {
      months: [...months],
      point: short(point),
      lo80: short(lo80),
      hi80: short(hi80),
      lo95: short(lo95),
      hi95: short(hi95),
      scale: {
        transform: scale.transform,
        centre: short(scale.centre),
        sd: short(scale.sd),
        df: Number(scale.df.toPrecision(digits)),
      },
    };
    return [{ measure, area, vintage }];
  });
}
