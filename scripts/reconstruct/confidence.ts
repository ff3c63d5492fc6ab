import type { Plan } from "./plan.ts";
import type { Random } from "./random.ts";
import { estimates, printed } from "./rows.ts";
import { at, draw, firstThat, path, type Series } from "./solve.ts";

/** Years that end with each quarter, as the national survey publishes them. */
const quarterEnds = [
  "2017-03",
  "2017-06",
  "2017-09",
  "2017-12",
  "2018-03",
  "2018-06",
  "2018-09",
  "2018-12",
  "2019-03",
  "2019-06",
];
const confidenceLevels: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  force: { "2017-03": 77, "2018-09": 79.5 },
  msg: { "2017-03": 78, "2018-09": 77.5, "2019-06": 76 },
  "england-and-wales": { "2017-03": 77.5, "2018-09": 76.5, "2019-06": 75 },
};

function drawConfidence(area: string, known: Series, random: Random): Series {
  return draw(
    { periods: quarterEnds, known, level: path(confidenceLevels[area] ?? {}, quarterEnds), noise: 0.004 },
    random,
  );
}

/** Places among similar forces and in England and Wales say on which side of both averages Warwickshire was. */
export const confidence: Plan = {
  measures: ["confidence"],
  rebuild(published, streams) {
    const rows = published("confidence");
    const random = streams("confidence");
    const make = () =>
      Object.keys(confidenceLevels).map((area) => ({
        area,
        values: drawConfidence(area, printed(rows, area), random),
      }));
    const sides = [
      ["2018-12", 1],
      ["2019-03", 1],
      ["2019-06", -1],
    ] as const;
    const drawn = firstThat("confidence", make, ([force, ...peers]) =>
      sides.every(([quarter, side]) =>
        peers.every(
          ({ values }) => side * (at(force?.values ?? new Map(), quarter) - at(values, quarter)) > 0,
        ),
      ),
    );
    return new Map([["confidence", estimates(rows, drawn)]]);
  },
};
