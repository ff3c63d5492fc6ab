/** The commands, as `--help` prints them and the README lists them. */
export const commands = [
  {
    usage: "panelpack build [target…] [--edition public|members] [--supplement] [--out DIR]",
    does: "builds documents and agenda packs into output/ (or DIR); none named means all, no --edition both; --supplement builds what comes after a pack that was released",
  },
  { usage: "panelpack check [target…] [--format text|json]", does: "checks the sources without printing" },
  {
    usage: "panelpack check FILE.pdf… [--format text|json]",
    does: "says what PDFs from elsewhere lack, what to do about it, and whether they can go into a pack",
  },
  {
    usage: "panelpack analyse FILE [--format text|json|svg]",
    does: "control chart and projection of a series from outside any report",
  },
  {
    usage: "panelpack audit FILE… [--format text|json|html] [--out FILE]",
    does: "what a careful reader would point out in papers from anywhere: PDF, Markdown or text, several of them also against each other",
  },
  {
    usage: "panelpack figures [target] [--format text|json]",
    does: "lists every figure a document prints: value, unit, period, area, how it was computed, where it came from",
  },
  {
    usage: "panelpack release TARGET --by NAME [--reason TEXT]",
    does: "builds a document without DRAFT and writes down beside its sources what went out, when and by whom; --reason for a correction",
  },
  {
    usage: "panelpack publish [--out DIR]",
    does: "makes the website of everything public in output/site (or DIR): pages, data, PDFs",
  },
  {
    usage: "panelpack serve [--port NUMBER]",
    does: "shows the website on this machine alone, at http://127.0.0.1:8000/, and makes it anew when a source changes",
  },
  {
    usage: "panelpack listen FILE.pdf [--pages]",
    does: "prints what a screen reader would say of a PDF, in order; --pages says where pages begin",
  },
  {
    usage: "panelpack doctor",
    does: "says what this machine has, which browser is used, what is missing and the way out",
  },
] as const;

/** What `panelpack --help` prints. */
export function helpText(): string {
  const lines = commands.map(({ usage, does }) => `  ${usage}\n      ${does}`);
  return [
    "panelpack turns a quarter's figures and papers into accessible documents.",
    "",
    ...lines,
    "",
    "A target is a quarter (2019-20-q3), a meeting (2020-03-16-police-and-crime-panel), or a document or pack in one",
    "(2019-20-q3/performance-summary, 2020-03-16-police-and-crime-panel/agenda-pack).",
    "Options: --quiet, --verbose, --help, --version. NO_COLOR is honoured.",
    "Exit status: 0 fine; 1 the sources have a problem; 2 wrong usage; 3 this machine lacks something; 70 a bug of ours.",
  ].join("\n");
}
