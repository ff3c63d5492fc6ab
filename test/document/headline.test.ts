import { describe, expect, test } from "@jest/globals";
import { headlineView } from "../../src/document/headline.ts";
import { measure, monthRows, registerOf } from "../support/register.ts";

const register = await registerOf();

describe("the row of large figures", () => {
  test("has the value, its differences and the verdict", () => {
    expect(headlineView(register, "burglary")).toEqual({
      first: { label: "November 2019", text: "54", unit: "burglaries" },
      differences: [
        { label: "October 2019", text: "+8", detail: "17.4% above 46" },
        { label: "Monthly average", text: "+4", detail: "8.0% above 50" },
        { label: "November 2018", text: "0", detail: "the same as 54" },
      ],
      verdict: {
        label: "Exceptional?",
        text: "No",
        detail: "inside 36 to 64",
        flag: null,
        target: null,
        note: null,
      },
    });
  });

  test("of a percentage differs in points, and is held against its target", () => {
    const { differences, verdict } = headlineView(register, "satisfaction");
    expect(differences[0]).toEqual({ label: "October 2019", text: "−3", detail: "points below 78%" });
    expect(verdict).toMatchObject({
      label: "Target",
      text: "Met",
      detail: "Force target, last three months",
    });
  });

  test("of a duration has no percentage", () => {
    const { first, differences } = headlineView(register, "response-time");
    expect([first.text, first.unit]).toEqual(["14:20", "minutes and seconds"]);
    expect(differences.map((d) => d.detail)).toEqual(["above 13:40", "above 14:01", "the same as 14:20"]);
  });

  test("gives no percentage of fewer than twenty", async () => {
    const made = await registerOf(...measure("thefts", monthRows([19, 25])));
    expect(headlineView(made, "thefts").differences[0]).toMatchObject({ text: "+6", detail: "above 19" });
  });

  test("of a series without history has nothing to compare with", async () => {
    const made = await registerOf(...measure("thefts", monthRows([19])));
    expect(headlineView(made, "thefts")).toMatchObject({
      first: { text: "19" },
      differences: [],
      verdict: null,
    });
  });

  test("names one in the singular", async () => {
    const nounOf = async (count: number): Promise<string> =>
      headlineView(await registerOf(...measure("thefts", monthRows([count]))), "thefts").first.unit;
    expect([await nounOf(1), await nounOf(2), await nounOf(0)]).toEqual(["case", "cases", "cases"]);
  });

  test("names the side of an exceptional value", async () => {
    const made = await registerOf(
      ...measure("thefts", monthRows([20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 21, 19, 20, 60])),
    );
    expect(headlineView(made, "thefts").verdict).toMatchObject({
      text: "High",
      detail: expect.stringMatching(/^outside /),
      flag: { signal: "concern", side: "high" },
    });
  });
});
