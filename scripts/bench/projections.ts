import { generatedSeries } from "./generatedSeries.ts";
import { recordedSeries } from "./recordedSeries.ts";
import { everyOrigin, type MonthlySeries, rollingOrigin } from "./rollingOrigin.ts";

// How good the projections are, and how fast: six months ahead, twice a year from the sixtieth month on, of generated series with known
// structure and of recorded ones (data/README.md). The aims for MASE were measured on 35 other real series, which cannot be
// published; they stand here for comparison. Usage: projections.ts
const aims = [
  { window: 60, mase: 0.8 },
  { window: 36, mase: 0.87 },
  { window: 24, mase: 0.92 },
];

const fixed = (value: number): string => value.toFixed(3).padStart(6);

function report(name: string, series: readonly MonthlySeries[]): void {
  for (const { window, mase } of aims) {
    const measured = rollingOrigin(series, everyOrigin, window);
    if (window === 60)
      console.log(`${name}: ${series.length} series, ${measured.projections} projections from each window`);
    console.log(
      `  ${window} months: MASE ${fixed(measured.mase)} (aim ${fixed(mase)}, seasonal naive ${fixed(measured.naiveMase)})` +
        `  80% holds ${fixed(measured.coverage80)}  95% holds ${fixed(measured.coverage95)}  ${measured.msEach.toFixed(0)} ms each`,
    );
  }
}

console.log(
  "Six months ahead. Aims: MASE as shown, 80% intervals hold .75 to .85, 95% .91 and more, 60 ms a series",
);
report("generated", generatedSeries(7, 96));
for (const [name, series] of Object.entries(recordedSeries())) report(name, series);
