import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { type EtsFit, fitEts, forecastEts } from "../../src/analysis/ets.ts";
import { averageEts } from "../../src/analysis/etsAverage.ts";
import { type EtsForm, etsName, etsPool, fittedNumbers, smoothingAt } from "../../src/analysis/etsForm.ts";

const series = (months: number, value: (i: number) => number) =>
  Float64Array.from({ length: months }, (_, i) => value(i));
const formNamed = (name: string): EtsForm => {
  const form = etsPool(60).find((other) => etsName(other) === name);
  if (form === undefined) throw new Error(name);
  return form;
};
function fitted(values: Float64Array, name: string): EtsFit {
  const fit = fitEts(values, formNamed(name));
  if (fit === null) throw new Error("not fitted");
  return fit;
}
const wave = (i: number): number => Math.sin((2 * Math.PI * i) / 12);

describe("pool", () => {
  test("grows with the series", () => {
    const short = ["ANN", "AAN", "AAdN"];
    expect(etsPool(12).map(etsName)).toEqual(short);
    expect(etsPool(23).map(etsName)).toEqual(short);
    expect(etsPool(24).map(etsName)).toEqual([...short, "ANA"]);
    expect(etsPool(35).map(etsName)).toEqual([...short, "ANA"]);
    expect(etsPool(36).map(etsName)).toEqual([...short, "ANA", "AAA", "AAdA"]);
  });

  test("numbers fitted: one for each part, eleven free seasons", () => {
    expect(etsPool(60).map(fittedNumbers)).toEqual([
      { smoothing: 1, states: 1 },
      { smoothing: 2, states: 2 },
      { smoothing: 3, states: 2 },
      { smoothing: 2, states: 12 },
      { smoothing: 3, states: 13 },
      { smoothing: 4, states: 13 },
    ]);
  });

  test("smoothing keeps its bounds wherever the search goes", () => {
    const anywhere = fc.array(fc.double({ min: -12, max: 12, noNaN: true }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...etsPool(60)), (x, form) => {
        const { alpha, beta, gamma, phi } = smoothingAt(form, x);
        expect(alpha > 1e-4 && alpha < 0.9999 && beta < alpha && gamma < 1 - alpha).toBe(true);
        expect(beta > 0).toBe(form.trend !== "none");
        expect(gamma > 0).toBe(form.seasonal);
        if (form.trend === "damped") expect(phi > 0.8 && phi < 0.98).toBe(true);
        else expect(phi).toBe(form.trend === "none" ? 0 : 1);
      }),
    );
  });
});

describe("fit and forecast", () => {
  test("a straight line goes on", () => {
    const { mean } = forecastEts(
      fitted(
        series(20, (i) => 3 + 0.5 * i),
        "AAN",
      ),
      3,
    );
    for (const [i, value] of mean.entries()) expect(value).toBeCloseTo(3 + 0.5 * (20 + i), 6);
  });

  test.each(["ANA", "AAA", "AAdA"])("%s repeats a year, from any month on", (name) => {
    const { mean } = forecastEts(
      fitted(
        series(41, (i) => 5 + wave(i)),
        name,
      ),
      14,
    );
    for (const [i, value] of mean.entries()) expect(value).toBeCloseTo(5 + wave(41 + i), 4);
  });

  test("an unrelated series has the mean that least squares give, and white noise its variance", () => {
    const noise = series(48, (i) => ((i * 7919) % 101) / 101);
    const fit = fitted(noise, "ANN");
    expect(fit.smoothing.alpha).toBeLessThan(0.01);
    const average = noise.reduce((a, b) => a + b) / 48;
    expect(forecastEts(fit, 1).mean[0]).toBeCloseTo(average, 2);
    const squares = noise.reduce((total, value) => total + (value - average) ** 2, 0);
    expect(fit.variance).toBeCloseTo(squares / 46, 3);
    expect(fit.aic).toBeCloseTo(48 * Math.log(fit.variance * 46) + 2 * 3, 9);
  });

  test("the variance adds c_j squared for each month ahead", () => {
    const fit: EtsFit = {
      ...fitted(
        series(40, (i) => wave(i) + ((i * 31) % 7) / 20),
        "AAdA",
      ),
      smoothing: { alpha: 0.4, beta: 0.1, gamma: 0.2, phi: 0.9 },
      variance: 2,
    };
    const { variance } = forecastEts(fit, 14);
    const c = (j: number) => 0.4 + (0.1 * (0.9 - 0.9 ** (j + 1))) / (1 - 0.9) + (j === 12 ? 0.2 : 0);
    const wanted = (h: number) =>
      2 * (1 + Array.from({ length: h - 1 }, (_, i) => c(i + 1) ** 2).reduce((a, b) => a + b, 0));
    for (const [i, value] of variance.entries()) expect(value).toBeCloseTo(wanted(i + 1), 9);
  });

  test("a season cannot be told from a few months", () => {
    expect(
      fitEts(
        series(5, (i) => i),
        formNamed("AAA"),
      ),
    ).toBeNull();
  });
});

describe("average", () => {
  test("lies between its models, and holds the spread between them", () => {
    const values = series(36, (i) => 0.02 * i + ((i * 37) % 17) / 17);
    const forms = [formNamed("ANN"), formNamed("AAN")];
    const alone = forms.map((form) => averageEts(values, [form], 6));
    const both = averageEts(values, forms, 6);
    for (const [i, mean] of both.mean.entries()) {
      const means = alone.map((one) => one.mean[i] ?? 0);
      expect(mean).toBeGreaterThan(Math.min(...means));
      expect(mean).toBeLessThan(Math.max(...means));
      expect(both.sd[i]).toBeGreaterThan(Math.min(...alone.map((one) => one.sd[i] ?? 0)));
    }
    expect(both.df).toBeGreaterThan(32);
    expect(both.df).toBeLessThan(34);
  });

  test("needs a model that can be fitted", () => {
    expect(() => averageEts(new Float64Array(0), etsPool(12), 6)).toThrow(RangeError);
  });
});
