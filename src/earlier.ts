import { addMonths } from "./analysis/calendar.ts";
import type { Facts } from "./model/facts.ts";
import type { Target } from "./targets.ts";

/** The same paper of the quarter before; null where none is held. */
export function earlierOf(
  { path, document }: Omit<Target, "date">,
  month: string,
  { quarters, papers }: Facts,
): Omit<Target, "date"> | null {
  if (!quarters.has(path)) return null;
  const before = [...quarters.values()].find(({ quarter }) => quarter.month === addMonths(month, -3));
  if (before === undefined) return null;
  const held =
    document === "performance-summary" ? before.summary !== null : papers.has(`${before.id}/${document}`);
  return held ? { path: before.id, document } : null;
}
