import { counted } from "../finding.ts";
import type { OutsidePaper } from "../paper.ts";
import type { Annotations } from "./annotations.ts";

const media: Readonly<Record<string, string>> = {
  Movie: "film",
  RichMedia: "film or model",
  Screen: "film",
  Sound: "sound",
  "3D": "model",
};

/** What was taken out of a paper or changed in it, in words for the secretariat. */
export function changesOf(paper: OutsidePaper, { drawn, gone }: Annotations): string[] {
  const { form, layers, scripts, attachments } = paper;
  const hidden = layers.filter(({ isShown }) => !isShown).map(({ name }) => name);
  const markUp = drawn.filter(({ kind }) => kind !== "Widget");
  const redactions = markUp.filter(({ kind }) => kind === "Redact").length;
  const count = (...kinds: string[]): number => gone.filter((kind) => kinds.includes(kind)).length;
  const played = gone.flatMap((kind) => media[kind] ?? []);
  const kinds = [...new Set(scripts.map(({ kind }) => kind.slice(0, 40)))].join(", ");
  const links = count("Link");
  return [
    paper.encryption !== null && "its protection was taken off",
    paper.crossReference === "repaired" &&
      "its damaged list of objects was repaired: look through all its pages",
    Number(paper.version) >= 2 && `PDF ${paper.version} was written as PDF 1.7`,
    form.fields > 0 && `a form of ${counted(form.fields, "field")} was flattened`,
    form.signatures > 0 &&
      `${counted(form.signatures, "digital signature")} ${were(form.signatures)} removed, as was agreed`,
    ...attachments.map((name) => `an attachment ${name} was removed`),
    scripts.length > 0 &&
      `${counted(scripts.length, "script or action", "scripts or actions")} (${kinds}) ${were(scripts.length)} removed`,
    layers.length > 0 &&
      `${counted(layers.length, "layer")} ${were(layers.length)} printed as shown${hidden.length === 0 ? "" : `; hidden, and left out: ${hidden.join(", ")}`}`,
    markUp.length > redactions &&
      `${counted(markUp.length - redactions, "stamp, note or mark", "stamps, notes and marks")} ${were(markUp.length - redactions)} drawn into the pages as seen`,
    redactions > 0 &&
      `${counted(redactions, "mark")} for blacking out ${were(redactions)} never applied: what ${redactions === 1 ? "it covers" : "they cover"} can still be read`,
    count("Text") > 0 && `${counted(count("Text"), "comment")} ${were(count("Text"))} removed`,
    played.length > 0 && `${counted(played.length, played[0] ?? "film")} ${were(played.length)} removed`,
    links > 0 &&
      `${counted(links, "link")} that ${links === 1 ? "leads" : "lead"} nowhere, or to a file or a script, ${were(links)} removed; the words stay`,
  ].filter((change) => change !== false);
}

const were = (count: number): string => (count === 1 ? "was" : "were");
