import Handlebars from "handlebars";

/** A template that needs a value which is not there: ours to mend, so it keeps its stack. */
export class TemplateError extends Error {
  override name = "TemplateError";
}

/** The text of every template by its path under `templates/`, e.g. `summary.hbs` and `partials/cell.hbs`. */
export type TemplateFiles = ReadonlyMap<string, string>;
/** What Handlebars makes of templates, by their texts: programs, which take as long to make as to run. */
export type CompiledTemplates = {
  get(text: string): string | undefined;
  set(text: string, program: string): void;
};
/** Fills the template of that name with a view. */
export type Templates = (name: string, view: object) => string;

type Helpers = Readonly<Record<string, (value: string) => string>>;

/**
 * Compiles the templates so that a missing value is an error with template, line and column: `strict` sees to `{{a.b}}`,
 * and the built-in blocks, which it passes over, are wrapped to refuse `undefined`.
 *
 * @param compiled those that are known; others are added when they are first filled
 */
export function compileTemplates(
  files: TemplateFiles,
  helpers: Helpers = {},
  compiled: CompiledTemplates = new Map(),
): Templates {
  const before = compiledBefore.get(files) ?? [];
  const known = before.find((one) => isSame(one.helpers, helpers));
  if (known !== undefined) return known.fill;
  const fill = compile(files, helpers, compiled);
  compiledBefore.set(files, [...before, { helpers, fill }]);
  return fill;
}

/** A build fills the same templates for every paper, and compiling them takes as long as filling them. */
const compiledBefore = new WeakMap<
  TemplateFiles,
  readonly { readonly helpers: Helpers; readonly fill: Templates }[]
>();

const isSame = (a: Helpers, b: Helpers): boolean =>
  Object.keys(a).length === Object.keys(b).length &&
  Object.entries(a).every(([name, helper]) => b[name] === helper);

function compile(files: TemplateFiles, helpers: Helpers, known: CompiledTemplates): Templates {
  const bars = Handlebars.create();
  for (const block of ["if", "each", "unless", "with"]) refuseUndefined(bars, block);
  for (const [name, helper] of Object.entries(helpers))
    bars.registerHelper(name, (value: string) => new Handlebars.SafeString(helper(value)));
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  for (const [path, text] of files) {
    const located = locating(path, compiledWhenFilled(bars, text, known));
    if (path.startsWith("partials/")) bars.registerPartial(nameOf(path), located);
    compiled.set(path, located);
  }
  return (name, view) => {
    const template = compiled.get(name);
    if (template === undefined) throw new TemplateError(`there is no template templates/${name}`);
    return template(view);
  };
}

function compiledWhenFilled(
  bars: typeof Handlebars,
  text: string,
  known: CompiledTemplates,
): HandlebarsTemplateDelegate {
  let template: HandlebarsTemplateDelegate | null = null;
  return (view, options) => {
    template ??= bars.template(specificationOf(text, known));
    return template(view, options);
  };
}

/** A template as Handlebars runs it. Its program is Handlebars' own JavaScript: from our templates, or from our cache. */
function specificationOf(text: string, known: CompiledTemplates): TemplateSpecification {
  const program =
    known.get(text) ?? String(Handlebars.precompile(text, { strict: true, preventIndent: true }));
  known.set(text, program);
  return new Function(`return ${program};`)() as TemplateSpecification;
}

/** The template, naming its own file when it fails: line and column of an error are those of the innermost one. */
function locating(path: string, template: HandlebarsTemplateDelegate): HandlebarsTemplateDelegate {
  return (view, options) => {
    try {
      return template(view, options);
    } catch (error) {
      if (error instanceof TemplateError && error.cause !== undefined) throw error;
      const message = error instanceof Error ? error.message : String(error);
      throw new TemplateError(`templates/${path}: ${message}`, { cause: error });
    }
  };
}

const nameOf = (path: string): string => path.replace(/^partials\//, "").replace(/\.hbs$/, "");

function refuseUndefined(bars: typeof Handlebars, block: string): void {
  const builtIn = bars.helpers[block];
  if (builtIn === undefined) throw new TemplateError(`Handlebars has no block ${block}`);
  bars.registerHelper(
    block,
    function (
      this: unknown,
      value: unknown,
      options: Handlebars.HelperOptions & { loc?: { start: { line: number; column: number } } },
    ) {
      if (value === undefined)
        throw new TemplateError(
          `{{#${block}}} has no value at ${options.loc?.start.line}:${options.loc?.start.column}`,
        );
      return builtIn.call(this, value, options) as unknown;
    },
  );
}
