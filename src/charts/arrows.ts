import type { ArrowView } from "../document/views.ts";
import type { Theme } from "./theme.ts";

const turns: Readonly<Record<ArrowView["direction"], number>> = {
  up: -90,
  "rather-up": -35,
  level: 0,
  "rather-down": 35,
  down: 90,
};

/** An arrow that points the way a change goes; words stand behind it, so it is hidden from a listener. */
export function arrowIcon(direction: ArrowView["direction"], { colours }: Theme): string {
  const path = "M2 8h11M9 4l4 4-4 4";
  return `<svg class="icon" viewBox="0 0 16 16" aria-hidden="true"><path d="${path}" fill="none" stroke="${colours.ink}" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round" transform="rotate(${turns[direction]} 8 8)"/></svg>`;
}
