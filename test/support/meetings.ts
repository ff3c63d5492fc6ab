import type { Facts, MeetingFacts } from "../../src/model/facts.ts";
import { people } from "./papers.ts";
import type { Change } from "./project.ts";
import { factsOf } from "./register.ts";

const id = "2019-11-28-panel";

/** A paper of the tests' meeting. */
export const meetingPaper = (name: string, title: string, owner = "panel"): Change => ({
  file: `data/meetings/${id}/papers/${name}.md`,
  text: `---\nkind: slides\ntitle: ${title}\ndate: 2019-11-20\nbody: ${owner}\n---\n\n## One\n\nWords.\n`,
});

/** A meeting of the smallest project: the lines of its YAML after body, kind and date, and further changes. */
export async function meetingOf(
  lines: readonly string[],
  ...changes: readonly Change[]
): Promise<{ readonly facts: Facts; readonly held: MeetingFacts }> {
  const text = ["body: panel", "kind: panel", "date: 2019-11-28", ...lines, ""].join("\n");
  const facts = await factsOf(people, { file: `data/meetings/${id}/meeting.yaml`, text }, ...changes);
  const held = facts.meetings.get(id);
  if (held === undefined) throw new Error("the meeting was not loaded");
  return { facts, held };
}

/** A meeting with everything that a front sheet can say. */
export const fullMeeting = () =>
  meetingOf(
    [
      "time: 2 pm",
      "venue: Town Hall",
      "remote: { url: https://example.org/join, note: By video }",
      "published: 2019-11-20",
      "membership: [{ name: Ada North, role: Chair }, { name: Cara West, representing: Westmark }]",
      "items:",
      "  - label: '1'",
      "    title: General",
      "    items:",
      "      - { label: '1(1)', title: Apologies }",
      "      - { label: '1(2)', title: Minutes, text: To *confirm* them., papers: [minutes, slides] }",
      "      - { title: Progress, items: [{ label: 1(3)(a), title: Budget, paper: budget }] }",
      "  - { label: PCP 3/12, title: 'Plan & <budget>', paper: papers/plan.pdf }",
      "  - { label: '3', title: Grant, mode: verbal }",
      "  - { label: '4', title: Survey, mode: to-follow }",
      "  - { label: '5', title: Estate, mode: withdrawn, reason: No offer came }",
      "  - { label: '6', title: Review, mode: deferred, until: 2020-02-03, reason: It is not finished }",
      "  - { label: '7', title: Work programme, paper: programme }",
      "  - { label: '8', title: Dates, covers: future-dates }",
      "  - { label: '9', title: Exclusion, covers: exclusion }",
      "  - { label: '10', title: Exempt minutes, paper: exempt/minutes, exempt: { paragraphs: [3, 1], reason: It names people, publicInterest: They would not speak } }",
      "  - { label: '11', title: Contract, papers: [exempt/contract, exempt/offer.pdf], exempt: { paragraphs: [3], reason: Terms are open., publicInterest: The price would rise., pages: 4 } }",
      "  - { title: Threats, paper: exempt/threats, exempt: { confidential: true, reason: The government gave it in confidence } }",
      "notices: [{ title: Speaking, text: 'You may speak. Before it, **tell us**.' }]",
      "contact: { name: Clerk, address: Town Hall, telephone: '01234 567890', email: clerk@example.org }",
      "papersUrl: https://example.org/panel/2019-11-28?papers=all",
      "futureDates: [2020-02-03, 2020-06-18]",
      "futureNote: Town Hall, at 2 pm",
      "supplements:",
      "  - { number: 1, date: 2019-11-25, urgency: The grant ends before the Panel meets again, items: ['7'] }",
      "  - { number: 2, date: 2019-11-27, urgency: The budget is set on 1 December., items: [1(3)(a)] }",
    ],
    { file: `data/meetings/${id}/papers/plan.pdf`, text: "%PDF-1.7" },
    meetingPaper("minutes", "Minutes"),
    meetingPaper("slides", "Slides"),
    meetingPaper("budget", "Budget"),
    meetingPaper("programme", "Programme"),
  );
