import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { baseAt, rank, ratePer1000, roundedRatePer1000 } from "../../src/analysis/rates.ts";

describe("rate per 1,000", () => {
  // The published paper, lines 1316-1331: about 564,600 people, and for burglary 231,000 households.
  test.each([
    [453, 564_600, "0.80"],
    [922, 564_600, "1.63"],
    [3738, 564_600, "6.62"],
    [6, 564_600, "0.01"],
    [0, 564_600, "0.00"],
    [141, 231_000, "0.61"],
  ])("%d of %d is %s", (count, base, text) => {
    expect(roundedRatePer1000(count, base).text).toBe(text);
  });

  test("is kept unrounded for ranks", () => {
    expect(ratePer1000(1, 3)).toBe(1000 / 3);
  });

  test.each([0, -5, Number.NaN])("a base of %d is refused", (base) => {
    expect(() => ratePer1000(1, base)).toThrow("a rate needs a base above 0");
    expect(() => roundedRatePer1000(1, base)).toThrow("a rate needs a base above 0");
  });
});

test("baseAt: the base changes at the month declared and not before", () => {
  const bases = [
    { from: "2019-04", value: 571_010 },
    { from: "2017-01", value: 564_562 },
  ];
  expect(baseAt(bases, "2019-03")?.value).toBe(564_562);
  expect(baseAt(bases, "2019-04")?.value).toBe(571_010);
  expect(baseAt(bases, "2016-12")).toBeNull();
});

describe("rank", () => {
  const values = [10, 30, 20, 20, 50, 40];

  test("equal values share the better place, and the place after is left out", () => {
    expect(rank(20, values, "highest")).toEqual({ rank: 4, tied: true, of: 6, text: "4= of 6" });
    expect(rank(10, values, "highest")?.text).toBe("6 of 6");
    expect(rank(20, values, "lowest")?.text).toBe("2= of 6");
    expect(rank(30, values, "lowest")?.text).toBe("4 of 6");
  });

  test("is on unrounded values, but rounding noise makes no difference", () => {
    expect(rank(0.801, [0.801, 0.804, 0.9, 1, 1.1], "lowest")?.text).toBe("1 of 5");
    expect(rank(0.1 + 0.2, [0.3, 0.1 + 0.2, 0.9, 1, 1.1], "lowest")?.text).toBe("1= of 5");
  });

  test("there is none among fewer than five", () => {
    expect(rank(1, [1, 2, 3, 4], "highest")).toBeNull();
  });

  test("from both ends, place and ties add up to the number of members", () => {
    const group = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 5, maxLength: 12 });
    fc.assert(
      fc.property(group, (members) => {
        const [first = 0] = members;
        const same = members.filter((value) => value === first).length;
        const places =
          (rank(first, members, "highest")?.rank ?? 0) + (rank(first, members, "lowest")?.rank ?? 0);
        expect(places).toBe(members.length - same + 2);
      }),
    );
  });
});
