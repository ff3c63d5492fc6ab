import { casesOn, counted, type Rule } from "../finding.ts";

const leaveToPack = "Nothing need be done; what is lost by it should be in the text.";

/** What the pack mends or takes out, and reports. */
export const removedRules: readonly Rule[] = [
  {
    rule: "protected",
    group: "removed",
    severity: "advice",
    pack: { does: "takes the protection off" },
    breaks: ["PDF/A-2 6.1.3"],
    remedy: {
      acrobat: "File, Properties, Security, choose No Security, and save.",
      otherwise: "Make sure that the author agrees.",
    },
    find: ({ encryption }) =>
      encryption === null
        ? null
        : { message: "The file is protected against changes; readers can open it without a password." },
  },
  {
    rule: "list-of-objects",
    group: "removed",
    severity: "advice",
    pack: { does: "writes the file's inner list anew" },
    breaks: ["PDF/A-2 6.1.4"],
    remedy: { otherwise: "Look through all pages in the pack: the file was damaged, and was repaired." },
    find: ({ crossReference }) =>
      crossReference === "repaired"
        ? { message: "The file's inner list of where its parts lie is wrong. It could be repaired." }
        : null,
  },
  {
    rule: "form-fields",
    group: "removed",
    severity: "advice",
    pack: { does: "prints the form's fields as they are filled in" },
    remedy: {
      acrobat: "To do it yourself: Print, to Adobe PDF; the fields become ordinary text.",
      otherwise: "If people are to fill the form in, publish it beside the pack.",
    },
    find: ({ form: { fields } }) =>
      fields > 0
        ? {
            message: `The file is a form with ${counted(fields, "field")}, which nobody can fill in within a pack.`,
          }
        : null,
  },
  {
    rule: "attachments",
    group: "removed",
    severity: "advice",
    pack: { does: "leaves the attached files out" },
    breaks: ["PDF/A-2 6.8"],
    remedy: { otherwise: "If the meeting needs them, send them as papers of their own." },
    find: ({ attachments }) =>
      attachments.length > 0
        ? {
            message: `${counted(attachments.length, "file")} ${attachments.length === 1 ? "is" : "are"} attached: ${attachments.slice(0, 5).join(", ")}${attachments.length > 5 ? " …" : ""}.`,
          }
        : null,
  },
  {
    rule: "scripts",
    group: "removed",
    severity: "advice",
    pack: { does: "takes out what would run or start by itself" },
    breaks: ["PDF/A-2 6.5"],
    remedy: { otherwise: leaveToPack },
    find: ({ scripts }) => {
      const kinds = [...new Set(scripts.map(({ kind }) => kind.slice(0, 40)))].slice(0, 5).join(", ");
      return casesOn(
        scripts.map(({ page }) => page),
        (count) =>
          `The file holds ${counted(count, "script or action", "scripts or actions")} (${kinds}) that would run while somebody reads it.`,
      );
    },
  },
  {
    rule: "layers",
    group: "removed",
    severity: "advice",
    pack: { does: "prints the layers as they are shown on opening" },
    remedy: {
      acrobat: "Open the pane Layers, show what is to be seen, and choose Flatten Layers.",
      otherwise:
        "Look whether a hidden layer holds something that the public must not see, or that it needs.",
    },
    find: ({ layers }) => {
      const hidden = layers.filter(({ isShown }) => !isShown).map(({ name }) => name);
      if (layers.length === 0) return null;
      const which =
        hidden.length === 0
          ? "all shown"
          : `hidden: ${hidden.slice(0, 5).join(", ")}${hidden.length > 5 ? " …" : ""}`;
      return {
        message: `The file has ${counted(layers.length, "layer")} that can be switched on and off (${which}).`,
      };
    },
  },
  {
    rule: "comments",
    group: "removed",
    severity: "advice",
    pack: { does: "draws stamps and mark-up as they are seen, and leaves comments out" },
    remedy: {
      word: "Review, accept all changes and delete all comments; save as PDF again.",
      libreOffice: "Export as PDF with Comments as PDF annotations switched off.",
      acrobat: "Open the pane Comments, select all, and delete.",
    },
    find: ({ annotations }) =>
      casesOn(
        annotations.comments,
        (count) => `Somebody's comments or mark-up are still in it (${count.toLocaleString("en-GB")}).`,
      ),
  },
  {
    rule: "media",
    group: "removed",
    severity: "advice",
    pack: { does: "leaves films, sounds and models out" },
    breaks: ["PDF/A-2 6.3.1"],
    remedy: {
      otherwise: "Give the address where they can be seen or heard, and what they show, in the text.",
    },
    find: ({ annotations }) =>
      casesOn(
        annotations.media,
        (count) =>
          `${counted(count, "film, sound or model", "films, sounds or models")} cannot play in a pack.`,
      ),
  },
];
