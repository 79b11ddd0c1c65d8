import { explain } from "./api.js";
import { element } from "./element.js";
import { label } from "./labels.js";
import { unfolding } from "./unfold.js";

/** A line that unfolds why the answer is what it is. `after`: the answer that the question followed, or null. */
export function whyView({ question }, after) {
  const { button, panel } = unfolding({
    buttonClass: "unfold",
    panelClass: "why",
    panelLabel: label("why"),
    parts: [label("why")],
    fetchParts: async () => (await explain(question, after)).message.explanation.flatMap(groupView),
    onFilled: (filled) => filled.scrollIntoView({ block: "nearest" }),
  });
  return element("div", { class: "reasons" }, button, panel);
}

function groupView({ title, items }) {
  const item = ({ text, details }) => element("li", {}, text, ...details.map((detail) => element("small", {}, detail)));
  return [element("h4", {}, title), element("ul", {}, ...items.map(item))];
}
