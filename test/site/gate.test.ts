import { expect, test } from "@jest/globals";
import type { Finding } from "../../src/audit/finding.ts";
import { SourceError } from "../../src/diagnostic.ts";
import { gateProblems, publishingGate } from "../../src/site/gate.ts";
import type { Change } from "../support/project.ts";
import { factsOf, measure } from "../support/register.ts";
import { sampleFacts, siteInputOf } from "./siteInput.ts";

const theft = measure(
  "theft",
  ["period,area,value", "2019-09,,4", "2019-10,,5", "2019-10,north,1", "2019-11,,0", "2019-11,south,3"],
  ["areas: [force, north, south]"],
);
const accepts = (...lines: readonly string[]): Change => ({
  file: "data/publishing.yaml",
  text: [
    "acceptances:",
    ...lines.map((line) => `  - { ${line}, by: Ada North, on: 2019-12-10, reason: It must go out. }`),
    "",
  ].join("\n"),
});
const gateOf = async (changes: readonly Change[], more: Parameters<typeof siteInputOf>[1] = {}) =>
  publishingGate({ ...siteInputOf(await factsOf(...changes)), cutOff: "2019-12-31", ...more });

test("counts from 1 to 4 that nobody has decided on stop the site, each measure once", async () => {
  const { obstacles } = await gateOf(theft);
  expect(obstacles).toMatchObject([
    {
      kind: "small-numbers",
      subject: "theft",
      message: "Theft: 3 counts below 5, the last of them in South Marlshire, November 2019",
      place: { file: "data/measures/theft.csv", line: 6 },
    },
  ]);
});

test("a decision holds for the periods that were looked at, and for no later one", async () => {
  const part = await gateOf([...theft, accepts("kind: small-numbers, subject: theft, upTo: 2019-10-31")]);
  expect(part.obstacles.map(({ message }) => message)).toEqual([
    "Theft: 1 count below 5, the last of them in South Marlshire, November 2019",
  ]);
  const whole = await gateOf([...theft, accepts("kind: small-numbers, subject: theft, upTo: 2019-11-30")]);
  expect(whole.obstacles).toEqual([]);
  expect(whole.accepted).toMatchObject([
    {
      obstacle: { subject: "theft" },
      acceptance: { by: "Ada North", on: "2019-12-10", reason: "It must go out." },
    },
  ]);
});

test("the numbers behind a share are small numbers, and so is what is left of its base", async () => {
  const share = (value: number) =>
    measure(
      "answered",
      ["period,value,denominator", `2019-10,${value},40`],
      ["unit: percent", "denominator: { title: Calls }"],
    );
  const kinds = async (value: number) => (await gateOf(share(value))).obstacles.map(({ kind }) => kind);
  expect(await kinds(3)).toEqual(["small-numbers"]);
  expect(await kinds(37)).toEqual(["small-numbers"]);
  expect(await kinds(20)).toEqual([]);
  expect(await kinds(40)).toEqual([]);
});

test("the number behind a rate is a small number, and so is the one before a revision, which is published with it", async () => {
  const rate = (value: number) =>
    measure(
      "searches",
      ["period,value,denominator", `2019-10,${value},5000`],
      ["unit: rate", "denominator: { title: People }"],
    );
  const revised = (was: number) =>
    measure("theft", ["period,value,status,was,revised", `2019-10,9,revised,${was},2019-12-01`]);
  const kinds = async (changes: readonly Change[]) =>
    (await gateOf(changes)).obstacles.map(({ kind }) => kind);
  expect(await kinds(rate(3))).toEqual(["small-numbers"]);
  expect(await kinds(rate(30))).toEqual([]);
  expect(await kinds(revised(4))).toEqual(["small-numbers"]);
  expect(await kinds(revised(5))).toEqual([]);
});

const withheld = (...rows: readonly string[]) =>
  measure(
    "arson",
    ["period,area,value,status,reason", "2019-10,,30,,", ...rows],
    ["areas: [force, north, south]"],
  );

test("a withheld value that the others give away stops the site", async () => {
  const one = await gateOf(withheld("2019-10,north,28,,", "2019-10,south,,suppressed,Few."));
  expect(one.obstacles).toMatchObject([
    {
      kind: "revealed",
      subject: "arson",
      message: expect.stringContaining("1 withheld value can be worked out"),
    },
  ]);
  const both = await gateOf(withheld("2019-10,north,,suppressed,Few.", "2019-10,south,,suppressed,Few."));
  expect(both.obstacles).toEqual([]);
});

const finding: Finding = {
  rule: "question-chain",
  severity: "error",
  place: { file: "data/quarters/2019-20-q3/response.md", line: 9, column: 1 },
  message: "question 3 has no answer",
  quote: "",
  other: null,
};
const pack = {
  meeting: "m",
  name: "agenda-pack",
  pdf: async () => new Uint8Array(),
  pages: 9,
  inaccessible: ["plan.pdf: it has no tags"],
};

test("contradictions and PDFs that cannot be listened to stop the site until they are accepted by name", async () => {
  const more = { findings: [finding, { ...finding, severity: "review" as const }], packs: [pack] };
  const stopped = await gateOf([], more);
  expect(stopped.obstacles.map(({ kind, subject }) => `${kind} ${subject}`)).toEqual([
    "audit data/quarters/2019-20-q3/response.md question-chain",
    "inaccessible m/agenda-pack",
  ]);
  const problems = gateProblems(stopped);
  expect(problems[0]).toMatchObject({
    place: finding.place,
    message: expect.stringContaining("question 3 has no answer"),
  });
  expect(problems[1]?.hint).toContain(
    '{ kind: inaccessible, subject: "m/agenda-pack", by: NAME, on: DAY, reason: WHY }',
  );
  const open = await gateOf(
    [
      accepts(
        "kind: audit, subject: data/quarters/2019-20-q3/response.md question-chain",
        "kind: inaccessible, subject: m/agenda-pack",
      ),
    ],
    more,
  );
  expect(open).toMatchObject({ obstacles: [], needless: [] });
  expect(open.accepted).toHaveLength(2);
});

test("an acceptance of what is no longer there is a mistake, told where it stands", async () => {
  const gate = await gateOf([accepts("kind: inaccessible, subject: m/agenda-pack")]);
  expect(gateProblems(gate)).toMatchObject([{ place: { file: "data/publishing.yaml" } }]);
});

test.each([
  ["kind: leak, subject: m", "`leak` cannot stand here"],
  ["kind: small-numbers, subject: theft", "give the last day that was decided on"],
  ["kind: inaccessible, subject: m, upTo: 2019-10-31", "for small numbers and for nothing else"],
])("%s cannot be accepted so", async (line, message) => {
  const error: unknown = await gateOf([accepts(line)]).catch((caught: unknown) => caught);
  if (!(error instanceof SourceError)) throw error;
  expect(error.problems.map((problem) => problem.message).join()).toContain(message);
});

test("the sample goes out: what is small in it was decided on, and every decision is needed", async () => {
  const { obstacles, needless, accepted } = publishingGate(siteInputOf(await sampleFacts));
  expect({ obstacles, needless }).toEqual({ obstacles: [], needless: [] });
  expect(accepted.length).toBeGreaterThan(0);
});
