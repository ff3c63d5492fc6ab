import type { MeetingPageView } from "../../document/site/meetingPage.ts";
import type { Drawings } from "../drawings.ts";
import { proseHtml } from "../markdown.ts";
import { plainBlockData } from "./plain.ts";

/** A meeting's page, ready for `templates/site/meeting.hbs`. */
export const meetingData = ({ opening, agenda, sections }: MeetingPageView, drawings: Drawings): object => ({
  opening: opening.map((block) => plainBlockData(block, drawings)),
  agenda: agenda.map((line) => ({ ...line, texts: line.texts.map(proseHtml) })),
  sections: sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => plainBlockData(block, drawings)),
  })),
});
