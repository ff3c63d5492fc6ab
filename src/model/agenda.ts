import type { AgendaItem, AgendaPaper, Exempt } from "./agendaItem.ts";

/** What a paper's name stands for. */
type RefTarget =
  /** The office's own: `target` is its address, `2020-03-16-police-and-crime-panel/02-pcc-report`. */
  | { readonly kind: "paper"; readonly target: string }
  /** A PDF of the meeting's folder: `papers/guidance-note.pdf`. */
  | { readonly kind: "outside"; readonly file: string }
  /** The office's own in `exempt/`, by its name without that folder and without ending. */
  | { readonly kind: "exempt-paper"; readonly document: string }
  /** A PDF of `exempt/`: `exempt/valuation.pdf`. */
  | { readonly kind: "exempt-outside"; readonly file: string };

/** A paper under an item; `name` as the meeting writes it, `path` where that stands in meeting.yaml. */
export type AgendaRef = RefTarget &
  Pick<AgendaPaper, "title" | "author" | "acceptLosingSignature" | "password" | "accepted"> & {
    readonly name: string;
    readonly path: readonly (string | number)[];
  };

/** One line of an agenda. */
export type AgendaLine = {
  /** Its position, since labels are free and need not differ: "item-2-5" is the fifth item within the second. */
  readonly key: string;
  readonly level: 1 | 2 | 3;
  readonly item: AgendaItem;
  readonly refs: readonly AgendaRef[];
  /** Its own exemption, or that of the item it stands within. */
  readonly exempt: Exempt | null;
  /** Where it stands in meeting.yaml, for `placeOf`. */
  readonly path: readonly (string | number)[];
};

/** A meeting as far as its lines go; `MeetingFacts` is one. */
type WithItems = { readonly id: string; readonly meeting: { readonly items: readonly AgendaItem[] } };

/** The items of a meeting with those within them, in the order of the agenda. */
export const agendaLines = ({ id, meeting }: WithItems): AgendaLine[] =>
  linesOf(meeting.items, { id, key: "item", level: 1, exempt: null, path: ["items"] });

type Above = Pick<AgendaLine, "key" | "level" | "exempt" | "path"> & { readonly id: string };

function linesOf(items: readonly AgendaItem[], above: Above): AgendaLine[] {
  return items.flatMap((item, i) => {
    const path = [...above.path, i];
    const line: AgendaLine = {
      key: `${above.key}-${i + 1}`,
      level: above.level,
      item,
      refs: refsOf(item, path, above.id),
      exempt: item.exempt ?? above.exempt,
      path,
    };
    const level = above.level === 1 ? 2 : 3;
    return [line, ...linesOf(item.items, { ...line, id: above.id, level, path: [...path, "items"] })];
  });
}

function refsOf({ paper, papers }: AgendaItem, path: AgendaLine["path"], id: string): AgendaRef[] {
  return [
    ...(paper === undefined ? [] : [refOf(paper, [...path, "paper"], id)]),
    ...papers.map((one, i) => refOf(one, [...path, "papers", i], id)),
  ];
}

const refOf = ({ paper, ...more }: AgendaPaper, path: AgendaLine["path"], id: string): AgendaRef => ({
  ...targetOf(paper, id),
  ...more,
  name: paper,
  path,
});

function targetOf(name: string, id: string): RefTarget {
  const isPdf = /\.pdf$/i.test(name);
  if (name.startsWith("exempt/"))
    return isPdf
      ? { kind: "exempt-outside", file: name }
      : { kind: "exempt-paper", document: name.slice("exempt/".length) };
  if (isPdf) return { kind: "outside", file: name };
  const own = name.replace(/^papers\//, "");
  return { kind: "paper", target: own.includes("/") ? own : `${id}/${own}` };
}
