import { element, sectionButton } from "./element.js";
import { feedbackView } from "./feedback-view.js";
import { fill, label } from "./labels.js";
import { sourceView } from "./source-view.js";
import { whyView } from "./why-view.js";

/** What the API answered, as elements. `after`: the id of the answer that the question followed, or null. */
export function answerView(answer, after) {
  const { notice, quotes, lead, goesOn, caveat, suggestions, sources } = answer.message;
  const sourceViews = sources.map((source) => sourceView(source));
  const byNumber = new Map(sources.map((source, at) => [source.number, sourceViews[at]]));
  return [
    element("h2", { class: "unseen" }, label("bot")),
    notice === null ? null : element("p", { class: "notice" }, notice),
    lead === null ? quotesView(quotes, byNumber) : element("p", { class: "lead" }, lead),
    ...goesOn.map((text) => element("p", { class: "goes-on" }, text)),
    caveat === null ? null : element("p", { class: "caveat" }, caveat),
    sources.length === 0
      ? null
      : element("ul", { class: "sources" }, ...sourceViews.map(({ view }) => element("li", {}, view))),
    suggestions.length === 0 ? null : suggestionsView(suggestions, headingOf(answer)),
    ...(answer.courtesy === null ? [whyView(answer, after), feedbackView(answer)] : []),
  ].filter((part) => part !== null);
}

/** The sentences as they stand in the documents, the best first; each by itself, since what leads up to it may follow. */
function quotesView(quotes, sources) {
  return element(
    "div",
    { class: "quotes" },
    ...quotes.map(({ text, citation }) =>
      element("p", {}, `${text} `, citationButton(citation, sources.get(citation))),
    ),
  );
}

function citationButton(number, source) {
  const button = element(
    "button",
    {
      type: "button",
      class: "citation",
      "aria-label": fill("citation", { count: number }),
      "aria-expanded": "false",
      "aria-controls": source?.panelId,
      onclick: () => source?.toggle(),
    },
    `[${number}]`,
  );
  source?.onToggle((open) => button.setAttribute("aria-expanded", String(open)));
  return button;
}

/** By the name of its label. */
function headingOf({ courtesy, writtenThen }) {
  if (writtenThen > 0) return "documents";
  return courtesy === null ? "nearest" : "tryAsking";
}

function suggestionsView(suggestions, heading) {
  const ask = (event, question) =>
    event.target.dispatchEvent(new CustomEvent("ask-section", { detail: question, bubbles: true }));
  const chip = (suggestion) =>
    element(
      "li",
      {},
      sectionButton(suggestion, (event) => ask(event, suggestion.question)),
    );
  return element(
    "div",
    { class: "nearest" },
    element("h3", {}, label(heading)),
    element("ul", { class: "chips" }, ...suggestions.map(chip)),
  );
}
