import type { Plan, Row } from "./plan.ts";
import type { Random } from "./random.ts";
import { decemberIsHighest, drawCounted, flat, groupRows, inOrder, intoGroups, periods } from "./repeats.ts";
import { estimates } from "./rows.ts";
import { firstThat, path } from "./solve.ts";

// Repeat victims of domestic abuse, of the whole force.

function rebuildDomesticAbuse(
  published: (measure: string) => readonly Row[],
  random: Random,
): Map<string, readonly Row[]> {
  const rows = published("da-repeat-victims");
  const groupsRows = published("da-repeat-victims-by-offences");
  const pattern = {
    victims: path({ "2017-09": 505, "2018-08": 540, "2019-11": 545 }, periods),
    share: path({ "2017-09": 0.31, "2019-10": 0.345 }, periods),
    noise: 0.05,
  };
  const force = firstThat(
    "da-repeat-victims",
    () => drawCounted(rows, "force", pattern, random),
    decemberIsHighest,
  );
  const shares = {
    "two-offences": flat(0.575),
    "three-to-five": flat(0.365),
    "six-to-nine": flat(0.048),
    "ten-or-more": flat(0.011),
  };
  const groups = firstThat(
    "da-repeat-victims-by-offences",
    () => intoGroups(groupsRows, force.repeats, shares, random),
    (made) =>
      decemberIsHighest({ repeats: inOrder(made.get("six-to-nine") ?? new Map()), victims: force.repeats }),
  );
  return new Map([
    ["da-repeat-victims", estimates(rows, [{ values: force.repeats, bases: force.victims }])],
    ["da-repeat-victims-by-offences", groupRows(groupsRows, force.repeats, groups)],
  ]);
}

export const abuseVictimPlans: Plan[] = [
  {
    measures: ["da-repeat-victims", "da-repeat-victims-by-offences"],
    rebuild: (published, streams) => rebuildDomesticAbuse(published, streams("da-repeat-victims")),
  },
];
