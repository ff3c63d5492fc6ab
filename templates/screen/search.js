// Finds measures, papers and meetings as their names and words are typed. Without it the A to Z stands in.
import MiniSearch from "./minisearch.js";

const form = document.querySelector("form.search");
const input = document.querySelector("#q");
const said = document.querySelector("#found");
const list = document.querySelector("#results");
/** The most results that are shown. */
const most = 30;

// The same as the index was made with (src/site/search.ts).
const options = {
  idField: "address",
  fields: ["title", "text"],
  storeFields: ["title", "kind", "summary"],
};
const searching = {
  prefix: true,
  fuzzy: (term) => (term.length > 4 ? 0.2 : false),
  boost: { title: 4 },
  combineWith: "AND",
};

let index = null;
async function loadIndex() {
  const response = await fetch(said.dataset.index);
  if (!response.ok) throw new Error(`the index cannot be read: ${response.status}`);
  index ??= MiniSearch.loadJSON(await response.text(), options);
  return index;
}

async function show(words) {
  const asked = words.trim();
  if (asked === "") {
    said.textContent = "";
    list.replaceChildren();
    return;
  }
  const found = (index ?? (await loadIndex())).search(asked, searching);
  const shown = found.slice(0, most);
  const count = `${found.length} ${found.length === 1 ? "result" : "results"} for “${asked}”`;
  said.textContent = found.length > most ? `${count}; the first ${most} are shown` : count;
  list.replaceChildren(...shown.map(itemOf));
}

function itemOf({ id, title, summary }) {
  const link = document.createElement("a");
  link.className = "main";
  // Addresses in the index are from the site's root, which is the folder above this page's.
  link.href = `..${id}`;
  link.textContent = title;
  const about = document.createElement("p");
  about.textContent = summary;
  const item = document.createElement("li");
  item.append(link, about);
  return item;
}

let waiting;
input.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => void show(input.value), 120);
});
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", `?${new URLSearchParams({ q: input.value })}`);
  void show(input.value);
});

const asked = new URLSearchParams(location.search).get("q");
if (asked !== null) {
  input.value = asked;
  await show(asked);
}
