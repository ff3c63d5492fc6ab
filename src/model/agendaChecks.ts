import { type AgendaLine, agendaLines } from "./agenda.ts";
import type { AgendaItem } from "./agendaItem.ts";

/** What is wrong with an agenda, at a path of meeting.yaml. */
export type AgendaProblem = { readonly path: (string | number)[]; readonly message: string };

/** A meeting as far as these checks go. */
type Checked = {
  readonly items: readonly AgendaItem[];
  readonly restrictedSheets: "one" | "range";
  readonly supplements: readonly { readonly number: number; readonly items: readonly string[] }[];
};

/** What no single key shows: modes beside papers, exempt papers outside exempt items, supplements of items that are not there. */
export function agendaProblems(meeting: Checked): AgendaProblem[] {
  const lines = agendaLines({ id: "", meeting });
  return [
    ...lines.flatMap((line) => [
      ...modeProblems(line),
      ...exemptProblems(line),
      ...keptPages(line, meeting.restrictedSheets),
    ]),
    ...coversProblems(lines),
    ...supplementProblems(lines, meeting.supplements),
  ];
}

const at = (line: AgendaLine, ...more: (string | number)[]): (string | number)[] => [...line.path, ...more];

function modeProblems(line: AgendaLine): AgendaProblem[] {
  const { mode, reason, until } = line.item;
  const tell = (message: string): AgendaProblem[] => [{ path: at(line, "mode"), message }];
  if (mode !== undefined && line.refs.length > 0)
    return tell(`an item has papers or is ${mode}: take one of the two out`);
  if (mode === "withdrawn" && reason === undefined)
    return tell("add `reason`: why the item is withdrawn, as the agenda prints it");
  if (mode === "deferred" && until === undefined)
    return tell("add `until`: the date, or the words, to which the item is deferred");
  return [];
}

/** A paper must lie in `exempt/` exactly when its item is exempt: where it lies is what keeps it out of public builds. */
function exemptProblems(line: AgendaLine): AgendaProblem[] {
  return line.refs.flatMap(({ kind, name, path }): AgendaProblem[] => {
    const lies = kind === "exempt-paper" || kind === "exempt-outside";
    if (lies === (line.exempt !== null)) return [];
    return [
      {
        path: [...path],
        message: lies
          ? `\`${name}\` lies in exempt/, and the item is open: add \`exempt:\` to the item, or move the paper`
          : `\`${name}\` does not lie in exempt/, where public builds cannot open it: move it there`,
      },
    ];
  });
}

function keptPages(line: AgendaLine, sheets: "one" | "range"): AgendaProblem[] {
  if (sheets === "one" || line.exempt === null || line.refs.length === 0 || line.exempt.pages !== undefined)
    return [];
  return [
    {
      path: at(line),
      message:
        "add `pages` to `exempt`: `restrictedSheets: range` keeps that many page numbers in the public pack",
    },
  ];
}

function coversProblems(lines: readonly AgendaLine[]): AgendaProblem[] {
  return lines.flatMap((line, i) => {
    const { covers } = line.item;
    const first = lines.findIndex(({ item }) => item.covers === covers);
    if (covers === undefined || first === i) return [];
    return [{ path: at(line, "covers"), message: `another item covers \`${covers}\` already` }];
  });
}

function supplementProblems(
  lines: readonly AgendaLine[],
  supplements: Checked["supplements"],
): AgendaProblem[] {
  const seen = new Map<string, number>();
  return supplements.flatMap(({ number, items }, i): AgendaProblem[] => [
    ...(number === i + 1
      ? []
      : [
          { path: ["supplements", i, "number"], message: `number the supplements 1, 2, 3: this is ${i + 1}` },
        ]),
    ...items.flatMap((name, j): AgendaProblem[] => {
      const path = ["supplements", i, "items", j];
      const found = lines.filter((line) => isCalled(line, name));
      const earlier = seen.get(name);
      seen.set(name, number);
      if (earlier !== undefined)
        return [{ path, message: `item ${name} is in supplement ${earlier} already` }];
      if (found.length === 0) return [{ path, message: `there is no item ${name} on the agenda` }];
      if (found.length > 1)
        return [{ path, message: `there are ${found.length} items ${name} on the agenda` }];
      return found[0]?.refs.length === 0
        ? [
            {
              path,
              message: `item ${name} has no papers: name them there, and they come out in the supplement`,
            },
          ]
        : [];
    }),
  ]);
}

/** Whether a supplement's name means this item: its label, or its title where it has none. */
export const isCalled = ({ item }: AgendaLine, name: string): boolean => (item.label ?? item.title) === name;
