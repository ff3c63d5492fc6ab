import type { AttendanceView, FlowView, SignatureView } from "../document/papers/views.ts";
import type { Drawings, Style } from "./drawings.ts";
import { type Piece, piecesOf } from "./flow.ts";
import { lineHtml } from "./markdown.ts";
import { landscapeWidthMm, liesAcross, pagePlaceholder, paperPageRules, portraitWidthMm } from "./pages.ts";
import { stopAfter, withHeardSigns } from "./signs.ts";
import { compileTemplates } from "./templates.ts";

/** One of the office's other papers as HTML; page numbers are placeholders until `fillPages`. */
export function paperHtml(view: FlowView, drawings: Drawings, style: Style): string {
  const fill = compileTemplates(style.templates, { pageOf: pagePlaceholder, stopAfter }, style.compiled);
  const across = liesAcross(view);
  const { attendance, letter, index } = view;
  const filled = fill("paper.hbs", {
    css: `${style.css}\n${style.paperCss}\n${paperPageRules(view)}`,
    view,
    widthMm: across ? landscapeWidthMm : portraitWidthMm,
    letter,
    opening: {
      ...view,
      index: index.map((row) => ({ ...row, subject: row.title === "" ? "–" : row.title })),
    },
    attendance: attendance === null ? null : attendanceData(attendance),
    runs: runsOf([...piecesOf(view.blocks, drawings), ...endOf(view)], across),
  });
  return withHeardSigns(filled);
}

type Run = { readonly landscape: boolean; readonly widthMm: number; readonly pieces: Piece[] };

/** Pieces that share a page's orientation, in order; where every page lies across, there is one run. */
function runsOf(pieces: readonly Piece[], across: boolean): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const landscape = piece.landscape && !across;
    if (runs.at(-1)?.landscape !== landscape)
      runs.push({
        landscape,
        widthMm: landscape || across ? landscapeWidthMm : portraitWidthMm,
        pieces: [],
      });
    runs.at(-1)?.pieces.push(piece);
  }
  return runs;
}

/** What ends a paper: a letter's close, the signature, the notes. It stays on the page of the last block, across or not. */
export function endOf({ letter, signature, notes, blocks }: FlowView): Piece[] {
  const last = blocks.at(-1);
  const landscape = last?.kind === "table" && last.landscape;
  const piece = (partial: string, data: object): Piece => ({
    partial: `paper/${partial}`,
    column: "full",
    landscape,
    data,
  });
  return [
    ...(letter === null ? [] : [piece("closing", letter)]),
    ...(signature === null ? [] : [piece("signature", signatureData(signature))]),
    ...(notes.length === 0 ? [] : [piece("notes", { notes: notes.map(noteData), many: notes.length > 3 })]),
  ];
}

const noteData = ({ id, prose }: FlowView["notes"][number]): object => ({
  id,
  html: lineHtml(prose.markdown),
});

/** A date is asked for beside a line that waits for its signature. */
const signatureData = (signature: SignatureView): object => ({
  ...signature,
  dateLine: signature.line && signature.date === null,
});

/** Lists of short entries run in two columns. */
const shortEntry = 32;

export function attendanceData({ groups, apologies }: AttendanceView): object {
  const listOf = (head: string, entries: readonly { name: string; detail: string }[]): object => ({
    head,
    entries,
    short:
      entries.length > 3 && entries.every(({ name, detail }) => name.length + detail.length <= shortEntry),
  });
  const present = groups.map(({ body, people }) =>
    listOf(
      body,
      people.map(({ name, capacity, note }) => ({ name, detail: joined(capacity, note) })),
    ),
  );
  const absent = apologies.map(({ name, note }) => ({ name, detail: note }));
  return { lists: absent.length === 0 ? present : [...present, listOf("Apologies", absent)] };
}

const joined = (...words: readonly string[]): string => words.filter((word) => word !== "").join(", ");
