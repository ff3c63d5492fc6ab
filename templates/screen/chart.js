// Tells the value of a chart that is nearest to the pointer or was stepped to by the arrow keys, and picks out the line of one area. What it
// tells stands in the drawing's own marks (src/charts/pointed.ts) and in the table beside it; without it nothing is missing.

/** Milliseconds that the words stay when the pointer has left, so that it can be moved onto them. */
const lingers = 300;
/** Milliseconds without a further step before the words are said: whoever holds an arrow key hears only where it stopped. */
const settles = 350;

const said = document.createElement("p");
said.className = "heard";
said.setAttribute("role", "status");

let saying;
function say(words) {
  clearTimeout(saying);
  saying = setTimeout(() => {
    if (said.textContent !== words) said.textContent = words;
  }, settles);
}

/** The words that are shown; of one chart at a time. */
let shown = null;
function hide() {
  clearTimeout(saying);
  shown?.hide();
  shown = null;
}
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && shown !== null) hide();
});

/** The lines of a drawing, each with its values from left to right. */
const linesOf = (svg) =>
  [...svg.querySelectorAll(".points > g")]
    .map((group) => ({
      svg,
      name: group.dataset.name,
      points: [...group.querySelectorAll("circle")].map((mark) => ({
        mark,
        x: mark.cx.baseVal.value,
        y: mark.cy.baseVal.value,
        ...mark.dataset,
      })),
    }))
    .filter(({ points }) => points.length > 0);

const element = (name, className, text = "") => {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
};

/** Marks that a figure is not quite a published one, as they are said. */
const statuses = { e: "estimated", p: "provisional", r: "revised" };
const statusOf = (value) => statuses[/\[(\w)\]$/.exec(value)?.[1]];

function wordsOf({ name, points }, at, several) {
  const { period, value, reading } = points[at];
  const more = [statusOf(value), reading].filter((words) => words !== undefined);
  return {
    value,
    period: several ? `${name}, ${period}` : period,
    more: more.join("; "),
    said: `${several ? `${name}, ` : ""}${period}: ${[value.replace(/ \[\w\]$/, ""), ...more].join(", ")}`,
  };
}

/** Pixels between a value and its words. */
const gap = 12;

/** Makes a drawing tell its values. */
function pointed(box) {
  const svg = box.querySelector("svg");
  const lines = svg === null ? [] : linesOf(svg);
  if (lines.length === 0) return;
  const several = lines.length > 1;
  const stage = element("div", "stage");
  stage.tabIndex = 0;
  // The arrow keys are for the chart: a screen reader hands them on to an application only.
  stage.setAttribute("role", "application");
  stage.setAttribute(
    "aria-label",
    `Values of the chart: left and right arrow keys step through the periods${several ? ", up and down through the lines" : ""}`,
  );
  const tip = element("div", "tip");
  tip.hidden = true;
  box.append(stage, tip);
  const at = { line: 0, point: lines[0].points.length - 1 };
  let leaving;

  const me = {
    hide: () => {
      tip.hidden = true;
      svg.querySelector(".at")?.classList.remove("at");
    },
  };

  function show() {
    if (shown !== null && shown !== me) hide();
    clearTimeout(leaving);
    shown = me;
    const line = lines[at.line];
    const { mark, x, y } = line.points[at.point];
    const words = wordsOf(line, at.point, several);
    svg.querySelector(".at")?.classList.remove("at");
    mark.classList.add("at");
    tip.replaceChildren(
      element("b", "", words.value),
      element("span", "", words.period),
      ...(words.more === "" ? [] : [element("span", "", words.more)]),
    );
    tip.hidden = false;
    place(x, y);
    say(words.said);
  }

  /**
   * Below a value in the upper half, above one in the lower: a pointer that goes straight up or down to the words passes no other
   * period's values on its way.
   */
  function place(x, y) {
    const { width, height } = svg.getBoundingClientRect();
    const scale = width / svg.viewBox.baseVal.width;
    const [left, size] = [x * scale - tip.offsetWidth / 2, tip.offsetHeight];
    const top = y * scale < height / 2 ? y * scale + gap : y * scale - gap - size;
    tip.style.left = `${Math.max(0, Math.min(width - tip.offsetWidth, left))}px`;
    tip.style.top = `${Math.max(0, top)}px`;
  }

  function showNearest(event) {
    const { left, top, width } = svg.getBoundingClientRect();
    const scale = width / svg.viewBox.baseVal.width;
    const [x, y] = [(event.clientX - left) / scale, (event.clientY - top) / scale];
    // The period first: of its values the one at the pointer's height.
    const far = (point) => Math.abs(point.x - x) * 1000 + Math.abs(point.y - y);
    const all = lines.flatMap(({ points }, line) => points.map((point, i) => ({ line, i, far: far(point) })));
    const nearest = all.reduce((a, b) => (b.far < a.far ? b : a));
    const same = shown === me && at.line === nearest.line && at.point === nearest.i;
    Object.assign(at, { line: nearest.line, point: nearest.i });
    if (!same) show();
  }

  function step(by) {
    const last = lines[at.line].points.length - 1;
    at.point = Math.max(0, Math.min(last, at.point + by));
    show();
  }

  /** The same period of another line, or the one nearest to it. */
  function change(by) {
    const { x } = lines[at.line].points[at.point];
    at.line = (at.line + by + lines.length) % lines.length;
    const { points } = lines[at.line];
    const distances = points.map((point) => Math.abs(point.x - x));
    at.point = distances.indexOf(Math.min(...distances));
    show();
  }

  const keys = {
    ArrowLeft: () => step(-1),
    ArrowRight: () => step(1),
    PageUp: () => step(-12),
    PageDown: () => step(12),
    Home: () => step(-Infinity),
    End: () => step(Infinity),
    ...(several ? { ArrowUp: () => change(-1), ArrowDown: () => change(1) } : {}),
  };
  stage.addEventListener("keydown", (event) => {
    const act = keys[event.key];
    if (act === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    act();
  });
  stage.addEventListener("focus", show);
  stage.addEventListener("blur", hide);
  stage.addEventListener("pointerdown", showNearest);
  stage.addEventListener("pointermove", (event) => {
    if (event.pointerType === "mouse" || event.buttons > 0) showNearest(event);
  });
  box.addEventListener("pointerenter", () => clearTimeout(leaving));
  box.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "mouse" || document.activeElement === stage) return;
    leaving = setTimeout(() => {
      if (shown === me) hide();
    }, lingers);
  });
}

/** A line through the values of an area, broken where one is missing, to lie beneath its own. */
function pickedLine({ points }) {
  const gaps = points.slice(1).map(({ x }, i) => x - points[i].x);
  const most = Math.min(...gaps) * 1.5;
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.classList.add("picked");
  path.setAttribute(
    "d",
    points.map(({ x, y }, i) => `${i === 0 || gaps[i - 1] > most ? "M" : "L"}${x},${y}`).join(""),
  );
  return path;
}

/** The cells of the page's tables that stand below or beside the name of an area. */
const cellsOf = (name) =>
  [...document.querySelectorAll("main table th")]
    .filter((head) => head.firstChild?.textContent.trim() === name)
    .flatMap((head) => {
      const row = head.parentElement;
      if (head.scope === "row") return [...row.children];
      const column = [...row.children].indexOf(head);
      return [...head.closest("table").rows].map(({ cells }) => cells[column]);
    });

/** Buttons that pick out the line of one area in the drawings, and its cells in the tables. */
function pickable(charts) {
  const drawings = [...charts.querySelectorAll(".chart svg")].map(linesOf);
  const names = drawings[0]?.map(({ name }) => name) ?? [];
  if (names.length < 2) return;
  const group = element("fieldset", "pick");
  group.append(element("legend", "", "Pick out an area"));
  const buttons = names.map((name) => {
    const button = element("button", "", name);
    button.type = "button";
    button.setAttribute("aria-pressed", "false");
    button.addEventListener("click", () =>
      pick(button.getAttribute("aria-pressed") === "true" ? null : name),
    );
    return button;
  });
  function pick(name) {
    for (const marked of document.querySelectorAll("svg > .picked")) marked.remove();
    for (const cell of document.querySelectorAll("td.picked, th.picked")) cell.classList.remove("picked");
    for (const button of buttons) button.setAttribute("aria-pressed", String(button.textContent === name));
    if (name === null) return;
    for (const lines of drawings)
      for (const line of lines) if (line.name === name) line.svg.prepend(pickedLine(line));
    for (const cell of cellsOf(name)) cell.classList.add("picked");
  }
  group.append(...buttons);
  charts.prepend(group);
}

for (const charts of document.querySelectorAll(".charts")) {
  for (const box of charts.querySelectorAll(".chart")) pointed(box);
  pickable(charts);
}
document.querySelector("main").append(said);
