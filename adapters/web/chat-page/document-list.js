import { fetchArticles } from "./api.js";
import { element } from "./element.js";
import { fill, label } from "./labels.js";

const dialog = document.getElementById("documents");
const title = document.getElementById("documents-title");
const filter = document.getElementById("filter");
const list = document.getElementById("document-list");

let articles = [];
let askAbout = () => {};

export function setUpDocuments(onAsk) {
  askAbout = (question) => {
    dialog.close();
    onAsk(question);
  };
  document.getElementById("close-documents").addEventListener("click", () => dialog.close());
  // The dialog itself is hit where nothing of its content is: on the backdrop.
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  filter.addEventListener("input", show);
}

export async function openDocuments() {
  title.textContent = label("documents");
  filter.value = "";
  if (!dialog.open) dialog.showModal();
  list.replaceChildren(element("p", { class: "working" }, label("working")));
  try {
    articles = await fetchArticles();
    title.textContent = fill("documentCount", { count: articles.length });
    show();
  } catch (error) {
    const again = element("button", { type: "button", onclick: openDocuments }, label("tryAgain"));
    list.replaceChildren(element("p", { class: "problem" }, error.message), again);
  }
}

function show() {
  const wanted = filter.value.trim().toLowerCase();
  const holds = (text) => text.toLowerCase().includes(wanted);
  const shown = articles.flatMap((article) => {
    const sections = article.sections.filter(({ name }) => holds(name));
    if (holds(article.title)) return [articleView(article, article.sections, false)];
    return sections.length > 0 ? [articleView(article, sections, true)] : [];
  });
  const nothing = label(articles.length === 0 ? "noDocuments" : "noneFiltered");
  list.replaceChildren(...(shown.length > 0 ? shown : [element("p", { class: "empty" }, nothing)]));
}

function articleView(article, sections, open) {
  const { age, source } = article;
  const when = age === null ? label("undated") : [...new Set([age.date, age.ago])].join(" · ");
  const view = element(
    "details",
    { open },
    element(
      "summary",
      {},
      element("span", { class: "document-title" }, article.title),
      element("span", { class: "document-date" }, `${when} · ${source}`),
    ),
  );
  // A thousand documents have many sections: they are made when they are looked at.
  const fillIn = () => {
    if (view.open && view.childElementCount === 1) view.append(sectionsView(sections));
  };
  view.addEventListener("toggle", fillIn);
  fillIn();
  return view;
}

function sectionsView(sections) {
  const item = ({ name, headingPath, empty, question }) =>
    element(
      "li",
      { class: `depth-${Math.min(4, Math.max(1, headingPath.length))}` },
      element("button", { type: "button", onclick: () => askAbout(question) }, name),
      empty ? element("span", { class: "badge" }, label("empty")) : null,
    );
  return element("ul", {}, ...sections.map(item));
}
