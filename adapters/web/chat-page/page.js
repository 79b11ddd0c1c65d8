import { fetchArticles } from "./api.js";
import { openDocuments, setUpDocuments } from "./document-list.js";
import { element, sectionButton } from "./element.js";
import { fill, language, longestQuestion, otherLanguage, useLanguage } from "./labels.js";
import { createTalk } from "./talk.js";

const MOST_EXAMPLES = 4;
/** Enough to find some in the reader's language. */
const CANDIDATES = 20;
const ASK_AGAIN_MS = 2000;

const form = document.getElementById("ask");
const box = document.getElementById("question");
const problem = document.getElementById("question-problem");
const start = document.getElementById("start");
const examples = document.getElementById("examples");
const talk = createTalk(document.getElementById("talk"));

function askQuestion(question) {
  start.hidden = true;
  talk.ask(question);
}

/** A section is asked about in a talk of its own: what was asked before must not colour the question. */
function askAboutSection(question) {
  talk.changeSubject();
  askQuestion(question);
}

function submit() {
  const question = box.value.trim();
  if (question === "") return;
  if (question.length > longestQuestion()) {
    problem.textContent = fill("tooLong", { count: longestQuestion() });
    return;
  }
  problem.textContent = "";
  box.value = "";
  fitBox();
  askQuestion(question);
}

function fitBox() {
  box.style.height = "auto";
  box.style.height = `${box.scrollHeight}px`;
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
box.addEventListener("input", fitBox);
box.addEventListener("keydown", (event) => {
  // While Hangul is being composed, Enter ends the syllable; Safari says so by the key code only.
  if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
  event.preventDefault();
  submit();
});
document.getElementById("talk").addEventListener("ask-section", (event) => askAboutSection(event.detail));
document.getElementById("open-documents").addEventListener("click", openDocuments);
document.getElementById("new-talk").addEventListener("click", () => {
  talk.clear();
  start.hidden = false;
  box.focus();
});
document.getElementById("switch-language").addEventListener("click", async () => {
  await useLanguage(otherLanguage());
  showExamples();
});

/** A section of each of a few documents, the reader's language and the newest first. */
async function showExamples() {
  let articles;
  try {
    articles = await fetchArticles(CANDIDATES);
  } catch (error) {
    if (error.code === "not-ready") setTimeout(showExamples, ASK_AGAIN_MS);
    return;
  }
  const inLanguage = (article) => (article.lang === language() ? 1 : 0);
  const sorted = articles.toSorted((a, b) => inLanguage(b) - inLanguage(a));
  const chosen = sorted
    .flatMap(({ title, sections }) => {
      const section = sections.find(({ empty, headingPath }) => !empty && headingPath.length > 0);
      return section === undefined ? [] : [{ ...section, title }];
    })
    .slice(0, MOST_EXAMPLES);
  const chip = (section) =>
    element(
      "li",
      {},
      sectionButton(section, () => askAboutSection(section.question)),
    );
  examples.querySelector("ul").replaceChildren(...chosen.map(chip));
  examples.hidden = chosen.length === 0;
}

setUpDocuments(askAboutSection);
await useLanguage();
await showExamples();
box.focus({ preventScroll: true });
