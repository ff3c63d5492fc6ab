// The rooms of docs/architecture.md, in pipeline order: a room may import only rooms to its left.
const rooms = [
  "sources",
  "model",
  "analysis",
  "figures",
  "audit",
  "document",
  "charts",
  "html",
  "pdf",
  "pack",
  "site",
];

/** Packages that only these rooms may import; a package that is not named here may be imported nowhere in src. */
const outside = {
  sources: ["yaml", "gray-matter", "csv-parse", "fastest-levenshtein", "pdfjs-dist"],
  model: ["zod"],
  analysis: [],
  figures: [],
  audit: [],
  document: [],
  charts: ["vega", "vega-lite"],
  html: ["handlebars", "markdown-it", "fontkit", "uqr"],
  pdf: [
    "puppeteer",
    "puppeteer-core",
    "@sparticuz/chromium",
    "@cantoo/pdf-lib",
    "pdfjs-dist",
    "fontkit",
    "@neslinesli93/qpdf-wasm",
  ],
  pack: ["@cantoo/pdf-lib", "pdfjs-dist"],
  site: ["csv-stringify", "feed", "ical-generator", "minisearch"],
};
/** Rooms that compute and may not touch Node, the disk or the clock. */
const pure = ["model", "analysis", "figures", "audit", "document", "charts"];

const toLeft = rooms.flatMap((room, i) => {
  const right = rooms.slice(i + 1);
  return right.length === 0
    ? []
    : [
        {
          name: `${room}-looks-left`,
          severity: "error",
          from: { path: `^src/${room}/` },
          to: { path: `^src/(${right.join("|")})/` },
        },
      ];
});
const packages = rooms.map((room) => ({
  name: `${room}-outside-help`,
  severity: "error",
  from: { path: `^src/${room}/` },
  to: {
    dependencyTypes: ["npm", "npm-dev", "npm-optional", "npm-peer", "npm-no-pkg", "npm-unknown"],
    ...(outside[room].length > 0 ? { pathNot: `node_modules/(${outside[room].join("|")})/` } : {}),
  },
}));

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-imports-the-top",
      severity: "error",
      from: { path: `^src/(${rooms.join("|")})/` },
      to: { path: "^src/((?!diagnostic\\.ts$)[^/]+\\.ts$|commands/)" },
    },
    {
      name: "diagnostic-imports-nothing",
      severity: "error",
      from: { path: "^src/diagnostic\\.ts$" },
      to: {},
    },
    {
      name: "pure-rooms",
      severity: "error",
      from: { path: `^src/(${pure.join("|")})/` },
      to: { dependencyTypes: ["core"] },
    },
    { name: "no-unresolved", severity: "error", from: {}, to: { couldNotResolve: true } },
    ...toLeft,
    ...packages,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    parser: "swc",
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
    },
  },
};
