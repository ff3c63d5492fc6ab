import { partsOf } from "../../model/chain.ts";
import type { Directive } from "../../sources/markdown.ts";
import { didYouMean } from "../../sources/suggest.ts";
import type { Flow } from "./flowContext.ts";
import type { FlowBlock } from "./views.ts";

const types: Readonly<Record<string, string>> = {
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** `{{picture themes.svg "Caption" alt="What it shows" credit="Drawn for this paper"}}`: a file of `pictures/` beside the paper. */
export function pictureView(directive: Directive, { paper, filling, numbering }: Flow): FlowBlock[] {
  const { words, options } = partsOf(directive);
  const [file, caption] = words;
  const [alt, credit] = [options.get("alt")?.value, options.get("credit")?.value];
  const bytes = paper.pictures.get(file?.text ?? "");
  const type = types[file?.text.split(".").at(-1)?.toLowerCase() ?? ""];
  if (file === undefined || bytes === undefined || type === undefined) {
    filling.problems.push({
      place: file?.place ?? directive.place,
      message: `there is no picture \`${file?.text ?? ""}\` in the folder pictures/ beside this paper`,
      hint: didYouMean(file?.text ?? "", [...paper.pictures.keys()]),
    });
    return [];
  }
  if (alt === undefined || alt.trim() === "" || credit === undefined || caption === undefined) {
    filling.problems.push({
      place: directive.place,
      message: "a picture needs a caption, what it shows in words (alt=) and whose it is (credit=)",
      hint: `{{picture ${file.text} "Caption" alt="…" credit="…"}}`,
    });
    return [];
  }
  numbering.figure += 1;
  return [
    {
      kind: "picture",
      id: `figure-${numbering.figure}`,
      title: `Figure ${numbering.figure}. ${caption.text}`,
      alt,
      credit,
      source: `data:${type};base64,${Buffer.from(bytes).toString("base64")}`,
    },
  ];
}
