import { tablesOf } from "../../sources/paperText/outline.ts";
import type { Text } from "../../sources/paperText/paper.ts";
import { pieceOf } from "../../sources/paperText/text.ts";
import { numberedRequests } from "../requests.ts";
import type { Rule } from "../rule.ts";
import { type PartOf, partsIn, passagesOf } from "../said.ts";
import { tell } from "../tell.ts";

/** A numbered thing where it stands: `series` is what it is counted with ("Figure", "question", "section 1"). */
type Numbered = { readonly series: string; readonly number: number; readonly words: Text };

export const rule: Rule = {
  id: "numbering",
  family: "structure",
  severity: "warning",
  title: "Questions, sections, figures, tables and appendices are numbered without a gap",
  why: "Q2 is followed by Q4: was a question left out, or its answer? Two figures with one number cannot be referred to.",
  fires: [
    "Q1. Is the figure right?\n\nYes.\n\nQ2. Is the cause known?\n\nNo.\n\nQ4. What is done?\n\nMuch.\n",
    "Figure 1 - Victims by month\n\nWords.\n\nFigure 3 - Victims by area\n",
    "- App A Summary.\n- App B Dashboard.\n- App D Scorecard.\n",
  ],
  silent: [
    "Q1. Is the figure right?\n\nYes.\n\nQ2. Is the cause known?\n\nNo.\n\nQ3. What is done?\n\nMuch.\n",
    "As Figure 3 of the last paper and Figure 7 of this show, it fell.\n\nFigure 1 - Victims by month\n\nFigure 2 - Victims by area\n",
    "- App A Summary.\n- App B Dashboard.\n- App C Scorecard.\n",
  ],
  find: (input) => partsIn(input).flatMap((partOf) => gaps(partOf)),
};

function gaps(partOf: PartOf) {
  const all = numberedIn(partOf);
  return [...new Set(all.map(({ series }) => series))].flatMap((series) =>
    steps(
      partOf,
      all.filter((one) => one.series === series),
    ),
  );
}

/** A number that skips one, or that an earlier one had. Numbering that starts again is another list. */
function steps({ paper }: PartOf, numbers: readonly Numbered[]) {
  return numbers.slice(1).flatMap((one, i) => {
    const before = numbers[i];
    if (before === undefined) return [];
    const other = { paper, words: before.words };
    const quoted = { paper, words: one.words };
    if (
      one.number === before.number &&
      /^(?:Figure|Table|question)/i.test(one.series) &&
      one.words.text !== before.words.text
    )
      return [tell(rule, quoted, `${name(one)} stands twice`, other, "Number each once.")];
    if (one.number <= before.number + 1 || one.number > before.number + 3) return [];
    const missing = name({ ...one, number: before.number + 1 });
    return [
      tell(
        rule,
        quoted,
        `${missing} is missing: ${name(one)} follows ${name(before)}`,
        other,
        "Put in what is missing, or number what follows anew.",
      ),
    ];
  });
}

const name = ({ series, number }: Pick<Numbered, "series" | "number">): string => {
  if (series === "Appendix") return `Appendix ${String.fromCharCode(64 + number)}`;
  return series.endsWith(".") ? `${series}${number}` : `${series} ${number}`;
};

function numberedIn({ part }: PartOf): Numbered[] {
  const captions = tablesOf(part).flatMap(({ caption }) => (caption === null ? [] : [caption]));
  const asked = part.blocks.some(({ kind }) => kind === "question") ? [] : numberedRequests(part);
  return [
    ...part.blocks.flatMap((block): Numbered[] => {
      if (block.kind === "question") {
        const words = block.sentences[0];
        const number = /^\D?(\d+)\D?$/.exec(block.number)?.[1];
        return words === undefined || number === undefined
          ? []
          : [{ series: "question", number: Number(number), words }];
      }
      if (block.kind === "heading" || (block.kind === "paragraph" && block.number !== null)) {
        const words = block.kind === "heading" ? block.text : block.sentences[0];
        return words === undefined
          ? []
          : [...outlineNumber(block.number, words), ...passagesOf(block).flatMap(labelled)];
      }
      return passagesOf(block).flatMap(labelled);
    }),
    ...captions.flatMap(labelled),
    ...asked.map(({ number, title }) => ({ series: "question", number: Number(number), words: title })),
  ];
}

/** `1.2` counts within section 1; whole numbers of headings are left to the reader of papers, which cannot tell lists from sections. */
function outlineNumber(number: string | null, words: Text): Numbered[] {
  const [, section, last] = /^(\d{1,2}(?:\.\d{1,2})*\.)(\d{1,2})$/.exec(number ?? "") ?? [];
  return section === undefined ? [] : [{ series: section, number: Number(last), words }];
}

const label =
  /^[*_ ]*(Figure|Fig\.?|Table|Chart|App(?:endix)?\.?)\s(\d{1,2}|[A-Z])(?=\s?[-–—:.]|\s+[A-Z]|[*_]*$)/;

/** A caption, or the line of an appendix: it opens with its label. */
function labelled(words: Text): Numbered[] {
  const [whole, kind = "", mark = ""] = label.exec(words.text) ?? [];
  if (whole === undefined) return [];
  const isLetter = /[A-Z]/.test(mark);
  if (isLetter && !/^App/.test(kind)) return [];
  const series = /^App/.test(kind)
    ? isLetter
      ? "Appendix"
      : "Appendix no."
    : kind.replace(/^Fig\.?$/, "Figure");
  return [
    {
      series,
      number: isLetter ? mark.charCodeAt(0) - 64 : Number(mark),
      words: pieceOf(words, 0, Math.min(words.text.length, 80)),
    },
  ];
}
