import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { project } from "../../src/analysis/projection.ts";
import { judge, type Vintage, vintageOf } from "../../src/analysis/projectionVintage.ts";
import { slotsOf } from "./slots.ts";

const months = ["2017-01", "2017-02", "2017-03", "2017-04", "2017-05", "2017-06"];
const each = (value: number): number[] => months.map(() => value);
const vintage: Vintage = {
  months,
  point: each(100),
  lo80: each(80),
  hi80: each(125),
  lo95: each(70),
  hi95: each(140),
  scale: { transform: "log", centre: each(Math.log(100)), sd: each(0.2), df: 30 },
};

describe("judge", () => {
  const verdicts = (values: readonly (number | null)[], beside = vintage) =>
    judge(slotsOf(values), beside).months.map(({ verdict }) => verdict);

  test("a month is outside its 80% interval or in line, also on the limit", () => {
    expect(verdicts([126, 125, 100, 80, 79])).toEqual(["above", "in-line", "in-line", "in-line", "below"]);
  });

  test("only projected months with a final value are judged", () => {
    const actuals = [
      { period: "2016-12", value: 900 },
      { period: "2017-01", value: null },
      { period: "2017-02", value: 90 },
      { period: "2017-03", value: 900, provisional: true },
      { period: "2017-07", value: 900 },
    ];
    expect(judge(actuals, vintage)).toEqual({
      months: [{ month: "2017-02", value: 90, verdict: "in-line" }],
      lastMonths: null,
    });
  });

  test("the last three together, in standard deviations on the scale of the projection", () => {
    // ln 1.23 = 0.207: each a little over one deviation, none outside its interval; the first month no longer counts.
    const { months: judged, lastMonths } = judge(slotsOf([10, 123, 123, 123]), vintage);
    expect(judged.map(({ verdict }) => verdict)).toEqual(["below", "in-line", "in-line", "in-line"]);
    expect(lastMonths?.verdict).toBe("above");
    expect(lastMonths?.months).toEqual(["2017-02", "2017-03", "2017-04"]);
    expect(lastMonths?.deviation).toBeCloseTo(Math.log(1.23) / 0.2, 9);
    expect(judge(slotsOf([122, 122, 122]), vintage).lastMonths?.verdict).toBe("in-line");
    expect(judge(slotsOf([81, 81, 82]), vintage).lastMonths?.verdict).toBe("below");
    expect(judge(slotsOf([100, 100]), vintage).lastMonths).toBeNull();
  });

  test("a zero under a logarithm is far below, and finite", () => {
    const { lastMonths } = judge(slotsOf([0, 100, 100]), vintage);
    expect(lastMonths?.deviation).toBeCloseTo(Math.log(35 / 100) / 0.2 / 3, 9);
  });

  test("square roots where the projection was made with them", () => {
    const scale = { transform: "square-root", centre: each(4), sd: each(1), df: 30 } as const;
    const { lastMonths } = judge(slotsOf([8.625, 8.625, 8.625]), { ...vintage, scale });
    expect(lastMonths?.deviation).toBeCloseTo(2, 9);
  });

  test("what comes exactly as projected is in line; of a constant series, anything else is not", () => {
    const anySeries = fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 12, maxLength: 20 });
    const kept = (values: readonly number[]): Vintage => {
      const projection = project(slotsOf(values), { horizon: 6, unit: "count" });
      if (!projection.ok) throw new Error(projection.reason);
      return vintageOf(projection);
    };
    const asProjected = (values: readonly number[]) => {
      const { months: ahead, point, ...rest } = kept(values);
      return judge(
        ahead.map((period, i) => ({ period, value: point[i] ?? 0 })),
        { months: ahead, point, ...rest },
      );
    };
    fc.assert(
      fc.property(anySeries, (values) => {
        const { months: judged, lastMonths } = asProjected(values);
        expect(new Set(judged.map(({ verdict }) => verdict))).toEqual(new Set(["in-line"]));
        expect(lastMonths?.verdict).toBe("in-line");
      }),
      { numRuns: 40 },
    );
    const constant = Array<number>(24).fill(50);
    expect(asProjected(constant).lastMonths?.verdict).toBe("in-line");
    const next = slotsOf([...constant, 51, 51, 51]);
    expect(judge(next, kept(constant)).lastMonths?.verdict).toBe("above");
    expect(JSON.parse(JSON.stringify(kept(constant)))).toEqual(kept(constant));
  });
});
