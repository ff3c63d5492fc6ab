import type { ProjectionChartView } from "../../src/document/views.ts";
import { months, places, recordedCrime, series, ticks } from "./samples.ts";

type Projected = ProjectionChartView["projected"][number];

/** A projected month around a point: the 80% band reaches `near` to both sides, the 95% band `far`. */
export const month = (x: number, point: number, near: number, far: number): Projected => ({
  ...{ x, point, lo80: point - near, hi80: point + near },
  ...{ lo95: point - far, hi95: point + far },
});

/** The printed projection of total recorded crime, on the last twelve months. */
export const recordedCrimeProjection: ProjectionChartView = {
  ...{ kind: "projection", id: "recorded-crime-projection", width: 306, height: 148 },
  alt: "Recorded crime, projected from 3,515 in January to 3,819 in June 2020.",
  scale: { min: 2600, max: 4800, ticks: ticks([3000, 3500, 4000, 4500]) },
  periods: {
    ...months(18),
    ticks: months(18).ticks.map((t) => ({ ...t, year: t.year && `${+t.year + 2}` })),
  },
  points: series(
    recordedCrime.points.slice(24).map((point) => point.value),
    { estimated: places(0, 9) },
  ),
  projected: [
    { x: 12, point: 3515, lo80: 3284, hi80: 3761, lo95: 3160, hi95: 3909 },
    { x: 13, point: 3309, lo80: 3052, hi80: 3588, lo95: 2914, hi95: 3758 },
    { x: 14, point: 3564, lo80: 3249, hi80: 3909, lo95: 3082, hi95: 4121 },
    { x: 15, point: 3725, lo80: 3359, hi80: 4130, lo95: 3167, hi95: 4381 },
    { x: 16, point: 3904, lo80: 3485, hi80: 4372, lo95: 3267, hi95: 4665 },
    { x: 17, point: 3819, lo80: 3378, hi80: 4317, lo95: 3149, hi95: 4631 },
  ],
  earlier: null,
  emphasised: 3,
  latest: { value: 3738, text: "3,738", detail: "December 2019" },
  projectedText: "Projected",
  marks: [],
  hollowText: null,
};

/** The width of the page, with an earlier projection, an event and the meaning of hollow. */
export const withEarlier: ProjectionChartView = {
  ...{ ...recordedCrimeProjection, id: "projection-earlier", width: 482, height: 180 },
  earlier: {
    text: "80% range projected in September 2019",
    points: [
      { x: 9, point: 3620, lo80: 3390, hi80: 3850 },
      { x: 10, point: 3400, lo80: 3130, hi80: 3670 },
      { x: 11, point: 3310, lo80: 3010, hi80: 3610 },
    ],
  },
  marks: [{ x: 4, text: "Recording checked", detail: "May 2019", kind: "event" }],
  hollowText: "Hollow: estimated month (note 2)",
};

/** So sure of itself that the five words at the end have no room on their lines, and of a short series. */
export const narrowFan: ProjectionChartView = {
  ...{ ...recordedCrimeProjection, id: "projection-narrow" },
  projected: places(12, 18).map((x) => month(x, 3700 - (x - 12) * 20, 20 + x, 30 + 2 * x)),
  projectedText: "Projected (indicative)",
  hollowText: "Hollow: estimated month (note 2)",
};

/** Counts near zero: the lower edges of both bands are the axis, and an earlier projection was for one month. */
export const smallCounts: ProjectionChartView = {
  ...{
    ...recordedCrimeProjection,
    ...{ id: "projection-small", latest: { value: 4, text: "4", detail: "" } },
  },
  scale: { min: 0, max: 20, ticks: ticks([0, 5, 10, 15, 20]) },
  points: series([2, 3, 0, 1, 4, 2, 1, null, 2, 3, 6, 4], { provisional: [11] }),
  projected: places(12, 18).map((x) => ({ ...month(x, 3, 6, 13), lo80: 0, lo95: 0 })),
  earlier: { text: "Projected in November", points: [{ x: 11, point: 2, lo80: 0, hi80: 5 }] },
};

export const projections = [recordedCrimeProjection, withEarlier, narrowFan, smallCounts];
