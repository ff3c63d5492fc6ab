/** A CSS colour in the form "#15202b". */
export type Colour = string;
export type Weight = 400 | 600 | 700;

/**
 * The look of every chart: `templates/chart-theme.json`, checked. Lengths are points, areas square points, dashes points on
 * and off; `font.advances` holds, for each weight, the advance width of each of `font.characters` in thousandths of an em.
 */
export type Theme = {
  readonly colours: Readonly<Record<(typeof colourNames)[number], Colour>>;
  /** Fills of stacked bars, bottom first. The light ones are always drawn with an edge. */
  readonly stack: readonly Colour[];
  readonly text: Readonly<Record<(typeof textNames)[number], number>>;
  readonly strokes: Readonly<Record<(typeof strokeNames)[number], number>>;
  readonly dashes: Readonly<Record<(typeof dashNames)[number], readonly number[]>>;
  readonly areas: Readonly<Record<(typeof areaNames)[number], number>>;
  readonly strip: Readonly<Record<(typeof stripNames)[number], number>>;
  readonly font: { readonly family: string; readonly characters: string; readonly advances: Advances };
};
type Advances = Readonly<Record<Weight, readonly number[]>>;

const colourNames = [
  ...(["ink", "quiet", "mark", "paper", "band", "band80", "band95"] as const),
  ...(["concern", "improvement", "neutral"] as const),
] as const;
const textNames = ["label", "latest", "point", "title", "badge", "pitch"] as const;
const strokeNames = [
  ...(["axis", "limit", "mean", "series", "own", "other", "latest", "target", "event"] as const),
  ...(["hollow", "halo", "exceptional", "outline", "projected", "edge"] as const),
] as const;
const dashNames = ["solid", "limit", "target", "event", "second", "third", "projected", "edge"] as const;
const areaNames = ["published", "estimated", "exceptional"] as const;
const stripNames = ["width", "height", "reach", "dot", "triangle", "tail"] as const;

/**
 * Checks the parsed text of `templates/chart-theme.json`.
 *
 * @throws TypeError naming the first value that is missing or of the wrong kind
 */
export function readTheme(json: unknown): Theme {
  const theme = record(json, "theme");
  return {
    colours: named(colourNames, theme, "colours", colour),
    stack: list(theme["stack"], "stack", colour),
    text: named(textNames, theme, "text", size),
    strokes: named(strokeNames, theme, "strokes", size),
    dashes: named(dashNames, theme, "dashes", sizes),
    areas: named(areaNames, theme, "areas", size),
    strip: named(stripNames, theme, "strip", size),
    font: readFont(record(theme["font"], "font")),
  };
}

function readFont(font: Fields): Theme["font"] {
  const characters = text(font["characters"], "font.characters");
  const advances = record(font["advances"], "font.advances");
  const ofWeight = (weight: Weight): number[] => {
    const found = sizes(advances[weight], `font.advances.${weight}`);
    return found.length === characters.length
      ? found
      : wrong(`font.advances.${weight}`, "one for each of font.characters");
  };
  const checked = { 400: ofWeight(400), 600: ofWeight(600), 700: ofWeight(700) };
  return { family: text(font["family"], "font.family"), characters, advances: checked };
}

// ---- readers: each takes a value and the name to blame ------------------------------------------------------------

type Fields = Readonly<Record<string, unknown>>;
type Reader<T> = (value: unknown, name: string) => T;

function wrong(name: string, wanted: string): never {
  throw new TypeError(`chart theme: ${name} must be ${wanted}`);
}

const record: Reader<Fields> = (value, name) =>
  typeof value === "object" && value !== null ? { ...value } : wrong(name, "an object");
const text: Reader<string> = (value, name) => (typeof value === "string" ? value : wrong(name, "text"));
const size: Reader<number> = (value, name) =>
  typeof value === "number" && value >= 0 ? value : wrong(name, "a number, zero or more");
const colour: Reader<Colour> = (value, name) =>
  typeof value === "string" && /^#[0-9a-f]{6}$/.test(value) ? value : wrong(name, "a colour such as #15202b");
const sizes: Reader<number[]> = (value, name) => list(value, name, size);

function list<T>(value: unknown, name: string, read: Reader<T>): T[] {
  return Array.isArray(value) ? value.map((item, i) => read(item, `${name}.${i}`)) : wrong(name, "a list");
}

function named<N extends string, T>(names: readonly N[], theme: Fields, part: string, read: Reader<T>) {
  const fields = record(theme[part], part);
  return Object.fromEntries(names.map((name) => [name, read(fields[name], `${part}.${name}`)])) as Record<
    N,
    T
  >;
}
