import { fetchSection } from "./api.js";
import { element } from "./element.js";
import { label } from "./labels.js";
import { unfolding } from "./unfold.js";

/** A source line that unfolds the quoted section below itself. */
export function sourceView({ text, url, quoted }) {
  const { button, panel, panelId, toggle, onToggle } = unfolding({
    buttonClass: "source",
    panelClass: "section",
    panelLabel: text,
    parts: withWholeDates(text),
    fetchParts: async () => sectionView(await fetchSection(quoted.articleId, quoted.sectionId), quoted),
    onFilled: showMark,
  });
  button.disabled = quoted === null;
  const original =
    url === null
      ? null
      : element(
          "a",
          { href: url, target: "_blank", rel: "noopener noreferrer nofollow", class: "original" },
          label("openOriginal"),
        );
  return {
    view: element("div", {}, element("div", { class: "source-line" }, button, original), panel),
    panelId,
    toggle: quoted === null ? () => {} : toggle,
    onToggle,
  };
}

/** A date must not be broken at its hyphens. */
function withWholeDates(text) {
  return text
    .split(/(\d{4}-\d{2}-\d{2})/)
    .map((part, at) => (at % 2 === 1 ? element("span", { class: "date" }, part) : part));
}

function sectionView({ article, section }, quoted) {
  const inBody = quoted.footnote === null ? quoted.places : [];
  const path = [article.title, ...section.headingPath].join(" › ");
  const notes = section.footnotes.map(({ mark, text }) =>
    element(
      "li",
      {},
      element("span", { class: "note-mark" }, `[${mark}] `),
      ...marked(text, mark === quoted.footnote ? quoted.places : []),
    ),
  );
  return [
    element("p", { class: "path" }, path),
    ...linesOf(section.body).map(({ text, start }) => element("p", {}, ...marked(text, within(inBody, start)))),
    section.body === "" && notes.length === 0 ? element("p", { class: "empty" }, label("emptySection")) : null,
    notes.length === 0 ? null : element("h4", {}, label("footnotes")),
    notes.length === 0 ? null : element("ul", { class: "notes" }, ...notes),
  ].filter((part) => part !== null);
}

/** Each line with the offset it starts at. */
function linesOf(body) {
  const lines = [];
  let start = 0;
  for (const text of body === "" ? [] : body.split("\n")) {
    lines.push({ text, start });
    start += text.length + 1;
  }
  return lines;
}

/** Ranges of the whole text as ranges of the line that starts at `lineStart`. */
function within(ranges, lineStart) {
  return ranges.map(({ start, end }) => ({ start: start - lineStart, end: end - lineStart }));
}

/** The text in parts, what lies in one of the ranges in a <mark>. Ranges are in reading order. */
function marked(text, ranges) {
  const parts = [];
  let at = 0;
  for (const range of ranges) {
    const start = Math.max(at, range.start);
    const end = Math.min(text.length, range.end);
    if (start >= end) continue;
    parts.push(text.slice(at, start), element("mark", {}, text.slice(start, end)));
    at = end;
  }
  return [...parts, text.slice(at)].filter((part) => part !== "");
}

/** Scrolls a long section, and nothing around it, to the first quote. */
function showMark(panel) {
  const mark = panel.querySelector("mark");
  if (mark) panel.scrollTop += mark.getBoundingClientRect().top - panel.getBoundingClientRect().top - 48;
  panel.scrollIntoView({ block: "nearest" });
}
