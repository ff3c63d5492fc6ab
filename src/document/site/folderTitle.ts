import type { Facts, MeetingFacts } from "../../model/facts.ts";
import { bodyName } from "../papers/people.ts";
import { dayLabel } from "../periods.ts";

/** What a meeting is called: its own title, or the name of the body that meets. */
export const meetingTitle = ({ organisation }: Facts, { meeting }: MeetingFacts): string =>
  meeting.title ?? bodyName(organisation, meeting.body);

/** "Quarter 3 of 2019/20" from the folder's name; any other name as it stands. */
export function quarterTitle(id: string): string {
  const [, year, quarter] = /^(\d{4}-\d{2})-q([1-4])$/.exec(id) ?? [];
  return year === undefined ? id : `Quarter ${quarter} of ${year.replace("-", "/")}`;
}

/** What a folder of papers is called: the quarter, the meeting with its day, the letter. */
export function folderTitle(facts: Facts, path: string): string {
  const meeting = facts.meetings.get(path);
  if (meeting !== undefined) return `${meetingTitle(facts, meeting)}, ${dayLabel(meeting.meeting.date)}`;
  if (facts.quarters.has(path)) return quarterTitle(path);
  return [...facts.papers.values()].find((paper) => paper.path === path)?.head.title ?? path;
}
