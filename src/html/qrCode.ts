import { encode } from "uqr";

/**
 * The QR code of a web address as one SVG path with its words for those who do not see it; the page gives the white around it. Error
 * correction M: a quarter more than the least, for paper that is folded.
 */
export function qrCode(url: string): string {
  const { data, size } = encode(url, { ecc: "M", border: 0 });
  const path = data.map((row, y) =>
    runsOf(row)
      .map(([x, width]) => `M${x} ${y}h${width}v1h-${width}z`)
      .join(""),
  );
  return `<svg role="img" aria-label="QR code that leads to the papers of this meeting" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${path.join("")}" fill="#15202b"/></svg>`;
}

/** The dark stretches of a row: where each starts and how wide it is. */
function runsOf(row: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  row.forEach((dark, x) => {
    const last = runs.at(-1);
    if (!dark) return;
    if (last !== undefined && last[0] + last[1] === x) last[1]++;
    else runs.push([x, 1]);
  });
  return runs;
}
