import { expect, test } from "@jest/globals";
import { titleFindings } from "../../src/audit/titles.ts";
import { meetingOf } from "../support/meetings.ts";
import type { Change } from "../support/project.ts";

const paperOf = (name: string, head: string, title: string): Change => ({
  file: `data/meetings/2019-11-28-panel/papers/${name}.md`,
  text: `---\n${head}\ntitle: ${title}\ndate: 2019-11-20\nbody: opcc\n---\n\n## One\n\nWords.\n`,
});

const report = paperOf(
  "report",
  "kind: report\nappendices: [{ letter: A, title: Rural Crime Team }, { letter: B, title: Victims of crime }]",
  "Report of the Commissioner",
);
const appendix = (letter: string, title: string): Change =>
  paperOf("team", `kind: appendix\nappendix: { letter: ${letter}, to: Report of the Commissioner }`, title);

const items = (title: string): string[] => [
  "items:",
  "  - { title: Report of the Commissioner, paper: report }",
  `  - { title: ${title}, paper: team }`,
];

const found = async (agenda: string, letter: string, title: string) =>
  titleFindings((await meetingOf(items(agenda), report, appendix(letter, title))).facts).map(
    ({ severity, message, settle }) => [severity, message, settle],
  );

test("titles and letters that agree say nothing, also where one says more than the other", async () => {
  expect(await found("Rural Crime Team", "A", "Rural Crime Team")).toEqual([]);
  expect(await found("Rural crime team after a year", "A", "Rural Crime Team and farms")).toEqual([]);
});

test("a paper under another title than the agenda has is told", async () => {
  expect(await found("Estate strategy", "A", "Rural Crime Team")).toEqual([
    [
      "warning",
      "the agenda calls this paper “Estate strategy”, and the paper itself is called “Rural Crime Team”",
      "Give both the same title, or name another paper.",
    ],
  ]);
});

test("an appendix under another letter than the report has is a contradiction", async () => {
  expect(await found("Rural Crime Team", "B", "Rural Crime Team")).toEqual([
    [
      "error",
      "this is Appendix B, “Rural Crime Team”; in the list of the Report of the Commissioner Appendix B is “Victims of crime”",
      "The list has this title as Appendix A.",
    ],
  ]);
  expect((await found("Rural Crime Team", "C", "Rural Crime Team")).map(([, message]) => message)).toEqual([
    "this is Appendix C of the Report of the Commissioner, which lists no such appendix",
  ]);
});
