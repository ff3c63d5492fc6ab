import type { Rule } from "../rule.ts";
import { matchesIn, partsIn, sentencesIn } from "../said.ts";
import { tell } from "../tell.ts";

/** Names of the field that are often written wrongly: the wrong form, and the right one. */
const wrongly: readonly (readonly [RegExp, string])[] = [
  [/\bPolice Crime (?:Commissioner|Panel|Plan)s?\b/g, "Police and Crime …"],
  [/\bIndependent Office (?:of|on) Police Conduct\b/g, "Independent Office for Police Conduct"],
  [
    /\bMajesty[’']s Inspector of Constabular(?:y|ies)(?:,| and| &)/g,
    "His (until 2022 Her) Majesty’s Inspectorate of Constabulary and Fire & Rescue Services",
  ],
  [
    /\bConstabulary (?:and|&) Fire (?:and|&) Rescue(?! Services?)\b/g,
    "… Constabulary and Fire & Rescue Services",
  ],
  [/\bCrime Survey (?:for England(?! (?:and|&) Wales)|of England)\b/g, "Crime Survey for England and Wales"],
  [/\bPolice and Crime Act\b(?! 20(?:09|17))/g, "Policing and Crime Act 2017"],
  [/\bCrown Prosecution Services\b/g, "Crown Prosecution Service"],
  [/\bNational Police Chiefs? Council\b/g, "National Police Chiefs’ Council"],
  [/\bAssociation of Police Crime Commissioners\b/g, "Association of Police and Crime Commissioners"],
  [/\bMulti-? ?Agency Risk Assessment Committee\b/gi, "Multi-Agency Risk Assessment Conference"],
];

export const rule: Rule = {
  id: "field-names",
  family: "names",
  severity: "warning",
  title: "Bodies of the field have their own names",
  why: "A letter to the “Independent Office of Police Conduct” goes to a body that does not exist; the reader wonders what else was not checked.",
  fires: [
    "The Independent Office of Police Conduct was told.\n",
    "The Office of the Police Crime Commissioner replied.\n",
  ],
  silent: [
    "The Independent Office for Police Conduct and the Police and Crime Commissioner were told, as the Crime Survey for England and Wales is.\n",
  ],
  find: (input) =>
    partsIn(input)
      .flatMap(sentencesIn)
      .flatMap((said) =>
        wrongly.flatMap(([pattern, right]) =>
          matchesIn(said, pattern).map(({ quoted }) =>
            tell(rule, quoted, `the name is “${right}”`, null, "Write the name as the body does."),
          ),
        ),
      ),
};
