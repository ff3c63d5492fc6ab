import type { Direction } from "./claim.ts";

/** A word that gives a direction, and where it stands. */
export type Cue = { readonly at: number; readonly end: number; readonly direction: Direction };

const up =
  "increas(?:e|es|ed|ing)|ris(?:e|es|en|ing)|rose|grew|grown|growth|up|higher|above|more|greater|exceed(?:s|ed|ing)?|climb(?:s|ed|ing)?|uplift";
const down =
  "decreas(?:e|es|ed|ing)|reduc(?:e|es|ed|tion|tions|ing)|falls?|fallen|falling|fell|drop(?:s|ped|ping)?|declin(?:e|es|ed|ing)|down|lower|below|less|fewer";
const same =
  "in line|similar|stable|unchanged|comparable|consistent|the same as|no (?:significant |notable |real )?change";
const cue = new RegExp(`\\b(?:(${same})|(${up})|(${down}))\\b`, "gi");
const denied =
  /\b(?:no|not|never|without|nor)(?: (?:a|an|any|been|be|seen?|to|significant|significantly))* $/i;

/** The words of direction in a text, in their order; those that are denied ("no increase") are left out. */
export const cuesIn = (text: string): Cue[] =>
  [...text.matchAll(cue)].flatMap(({ 0: whole, 1: level, 2: rise, index }): Cue[] =>
    denied.test(text.slice(0, index))
      ? []
      : [
          {
            at: index,
            end: index + whole.length,
            direction: level !== undefined ? "same" : rise !== undefined ? "up" : "down",
          },
        ],
  );
