import { describe, expect, test } from "@jest/globals";
import { generatedSeries } from "../../scripts/bench/generatedSeries.ts";
import { recordedSeries } from "../../scripts/bench/recordedSeries.ts";
import { everyOrigin, rollingOrigin } from "../../scripts/bench/rollingOrigin.ts";

/** Forty-two series with seasons, trends, level shifts and low counts, the same ones every time. */
const series = generatedSeries(7, 96);

// Every origin of scripts/bench/projections.ts for the short window, two for the long ones, to be quick.
describe.each([
  { window: 60, origins: [60, 78] },
  { window: 36, origins: [60, 78] },
  { window: 24, origins: [60, 66, 72, 78, 84, 90] },
])("looking back on $window months", ({ window, origins }) => {
  const { mase, naiveMase, coverage80, coverage95 } = rollingOrigin(series, () => origins, window);

  test("the intervals hold what they say", () => {
    expect(coverage80).toBeGreaterThanOrEqual(0.75);
    expect(coverage80).toBeLessThanOrEqual(0.85);
    expect(coverage95).toBeGreaterThanOrEqual(0.91);
    expect(coverage95).toBeLessThanOrEqual(0.98);
  });

  test("a projection is a better guess than the same month a year earlier", () => {
    expect(mase).toBeLessThan(0.9 * naiveMase);
  });
});

// Recorded crime in London, at every origin: the bars that the method was to reach.
describe.each([
  { window: 60, aim: 0.8 },
  { window: 24, aim: 0.92 },
])("recorded crime, looking back on $window months", ({ window, aim }) => {
  const measured = rollingOrigin(recordedSeries()["recorded crime"], everyOrigin, window);

  test("the intervals hold what they say", () => {
    expect(measured.coverage80).toBeGreaterThanOrEqual(0.75);
    expect(measured.coverage80).toBeLessThanOrEqual(0.85);
    expect(measured.coverage95).toBeGreaterThanOrEqual(0.91);
  });

  test("the error is below the bar, and below that of the same month a year earlier", () => {
    expect(measured.mase).toBeLessThan(aim);
    expect(measured.mase).toBeLessThan(0.9 * measured.naiveMase);
  });
});
