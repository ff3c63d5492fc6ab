import { readChecked } from "../check.ts";
import { formatFigure } from "../document/format.ts";
import { periodLabel } from "../document/periods.ts";
import type { Figure } from "../figures/figure.ts";
import type { Terminal } from "../terminal.ts";
import { readKept } from "./readKept.ts";

/** Lists every figure that the targets print, in the order in which they first appear. */
export async function figuresCommand(
  root: string,
  targets: readonly string[],
  json: boolean,
  terminal: Terminal,
): Promise<void> {
  const { papers } = await readKept(targets, root, readChecked);
  const documents = papers.map(({ target, worded }) => ({
    document: `${target.path}/${target.document}`,
    figures: worded.register.printed().filter(hasContent).map(described),
  }));
  if (json) terminal.print(JSON.stringify({ documents }, null, 2));
  else
    for (const { document, figures } of documents)
      terminal.print([document, ...figures.map(line)].join("\n"));
}

/** A figure without a value is asked for and then not printed, or printed as [x]. */
const hasContent = ({ value, words }: Figure): boolean => value !== null || words !== null;

type Described = ReturnType<typeof described>;

const described = (figure: Figure) => ({
  name: figure.name,
  printed: formatFigure(figure),
  value: figure.value,
  unit: figure.unit,
  period: figure.period === null ? null : periodLabel(figure.periodKind, figure.period),
  area: figure.reference.area,
  formula: figure.formula,
  status: figure.status,
  reason: figure.reason,
  from: fromWhere(figure),
});

/** Where the values stand: file and line, and how many more there are. */
function fromWhere({ from }: Figure): { readonly file: string; readonly line: number }[] {
  return from.map(({ file, line }) => ({ file, line }));
}

function line({ name, printed, unit, period, area, formula, status, from }: Described): string {
  const [first] = from;
  const place =
    first === undefined
      ? ""
      : `  ${first.file}:${first.line}${from.length > 1 ? ` and ${from.length - 1} more` : ""}`;
  return `  ${name} = ${printed}  [${unit}; ${period ?? "no period"}; ${area}${status === "published" ? "" : `; ${status}`}]  ${formula}${place}`;
}
