import type { Register } from "../../figures/register.ts";
import type { Command } from "../commands.ts";
import type { NoteNumbers } from "../notes.ts";
import { barsDrawing } from "./bars.ts";
import { controlDrawing } from "./control.ts";
import { type Drawn, sizes } from "./drawn.ts";
import { linesDrawing, rollingDrawing } from "./lines.ts";
import { multiplesDrawing } from "./multiples.ts";
import { volumeShareDrawing } from "./volumeShare.ts";

/** The chart that a command asks for; null where the measure lacks the figures for it. */
export function chartOf(
  { type, references, options }: Command,
  register: Register,
  notes: NoteNumbers,
): Drawn | null {
  const [first] = references;
  if (first === undefined) return null;
  const { measure, area } = first;
  switch (type) {
    case "control":
      return controlDrawing(
        register,
        { measure, area, from: options["from"] ?? null, ...sizes.control },
        notes,
      );
    case "areas":
      return multiplesDrawing(register, measure, notes);
    case "rolling":
      return rollingDrawing(register, first, notes);
    case "volume-share":
      return volumeShareDrawing(register, measure, area, options["by"] ?? null, notes);
    case "bars":
      return barsDrawing(
        register,
        {
          measure,
          area,
          top: options["top"] === undefined ? null : Number(options["top"]),
          withYearAgo: options["with"] !== undefined,
          ordered: options["order"] !== undefined,
        },
        notes,
      );
    default:
      return linesDrawing(register, references, notes);
  }
}

/** What a kind of chart needs, for the message where it is not there. */
export const reasonFor = (type: string): string =>
  ({
    control: "A control chart needs a monthly count or duration; use {{chart line …}} for a percentage.",
    areas: "It needs a control chart for each policing area.",
    rolling: "It needs thirteen months.",
    "volume-share": "It needs a denominator in each row.",
    bars: "It needs categories.",
    line: "It needs two periods.",
  })[type] ?? "";
