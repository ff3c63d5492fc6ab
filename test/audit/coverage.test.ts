import { expect, test } from "@jest/globals";
import { auditedPaper } from "../../src/audit/auditedPaper.ts";
import { coverageOf } from "../../src/audit/coverage.ts";
import { numbersIn } from "../../src/audit/numbersIn.ts";
import { readAudited } from "../../src/check.ts";
import { readPaper } from "../../src/sources/paperText/read.ts";
import { placeless } from "../../src/sources/paperText/text.ts";
import { inMemory, minimal } from "../support/project.ts";

const numbersOf = (text: string): string[] => numbersIn(placeless(text)).map(({ text }) => text);

test.each([
  ["30 of 53 (60%) were recent", ["30", "53", "60%"]],
  ["3,738 offences, 0.4% fewer, £4.484m in all", ["3,738", "0.4%", "£4.484m"]],
  ["on 21 January 2020, in December 2019 and 2019/20, at 21/01/2020", []],
  ["as Table 3 and section 2.1 of page 14 say", []],
  ["WPCC20095 and 1st are no numbers", []],
])("in “%s” the numbers are %j", (text, numbers) => {
  expect(numbersOf(text)).toEqual(numbers);
});

test("a number is checked when a rule was told of one of its characters", () => {
  const paper = auditedPaper(readPaper("a.md", "There were 3,738 offences and 12 arrests.\n"), null);
  expect(coverageOf(paper, new Set(["1:13"]))).toEqual({
    printed: 2,
    bound: 0,
    checked: 1,
    unverifiable: 1,
  });
});

test("of our own papers what is computed or named comes from the data, and what is typed does not", async () => {
  const section = "data/quarters/2019-20-q3/performance-summary/01-burglary.md";
  const before = minimal().get(section) ?? "";
  const coverageWith = async (text: string) => {
    const project = inMemory(minimal({ file: section, text: `${before}${text}` }));
    const { audit } = await readAudited("data", ["2019-20-q3/performance-summary"], project);
    return audit.documents[0]?.coverage ?? { printed: 0, bound: 0, checked: 0, unverifiable: 0 };
  };
  const plain = await coverageWith("");
  expect(plain.printed).toBeGreaterThan(50);
  expect(plain.unverifiable + plain.checked + plain.bound).toBe(plain.printed);
  const named = await coverageWith("\nThere were {{burglary}} of them.\n");
  expect(named).toEqual({ ...plain, printed: plain.printed + 1, bound: plain.bound + 1 });
  const typed = await coverageWith("\nThe force visited 777 homes.\n");
  expect(typed).toEqual({ ...plain, printed: plain.printed + 1, unverifiable: plain.unverifiable + 1 });
});
