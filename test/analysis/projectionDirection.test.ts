import { describe, expect, test } from "@jest/globals";
import { direction } from "../../src/analysis/projectionDirection.ts";

const each = (value: number): number[] => Array<number>(6).fill(value);

describe("direction", () => {
  const from100 = (...point: number[]) => direction({ point }, [90, 100, 110]);

  test("months 4 to 6 against the last three recorded, 3% either way", () => {
    expect(from100(100, 100, 100, 103, 103, 104)).toBe("increase");
    expect(from100(100, 100, 100, 103, 103, 103)).toBe("stable");
    expect(from100(100, 100, 100, 97, 97, 97)).toBe("stable");
    expect(from100(100, 100, 100, 97, 97, 96)).toBe("decrease");
    expect(from100(200, 200, 200, 100, 100, 100)).toBe("stable");
  });

  test("fluctuates with two turns and a range above a tenth", () => {
    expect(from100(100, 111, 100, 100, 101, 99)).toBe("fluctuate");
    expect(from100(100, 104, 100, 100, 101, 99)).toBe("stable");
    expect(from100(80, 90, 120, 105, 100, 95)).toBe("stable");
  });

  test("from nothing to something is an increase, from nothing to nothing stable", () => {
    expect(direction({ point: [0, 0, 0, 0, 1, 0] }, [0, 0, 0])).toBe("increase");
    expect(direction({ point: each(0) }, [0, 0, 0])).toBe("stable");
  });

  test("a year's projection is judged by its first six months", () => {
    expect(from100(...each(100), ...each(500))).toBe("stable");
  });

  test("needs six projected and three recorded months", () => {
    expect(() => direction({ point: [1, 2, 3, 4, 5] }, [1, 2, 3])).toThrow(RangeError);
    expect(() => direction({ point: each(1) }, [1, 2])).toThrow(RangeError);
  });
});
