import { explain } from "./api.js";
import { element, newId } from "./element.js";
import { label } from "./labels.js";

/** A line that unfolds why the answer is what it is. `after`: the answer that the question followed, or null. */
export function whyView({ question }, after) {
  const panelId = newId("why");
  const panel = element("div", {
    id: panelId,
    class: "why",
    role: "region",
    "aria-label": label("why"),
    tabindex: "0",
  });
  panel.hidden = true;
  let filled = false;

  async function toggle() {
    const open = panel.hidden;
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    if (!open || filled) return;
    panel.replaceChildren(element("p", { class: "working" }, label("working")));
    try {
      const { message } = await explain(question, after);
      panel.replaceChildren(...message.explanation.flatMap(groupView));
      filled = true;
      panel.scrollIntoView({ block: "nearest" });
    } catch (error) {
      panel.replaceChildren(element("p", { class: "problem" }, error.message));
    }
  }

  const button = element(
    "button",
    { type: "button", class: "unfold", "aria-expanded": "false", "aria-controls": panelId, onclick: toggle },
    label("why"),
  );
  return element("div", { class: "reasons" }, button, panel);
}

function groupView({ title, items }) {
  const item = ({ text, details }) => element("li", {}, text, ...details.map((detail) => element("small", {}, detail)));
  return [element("h4", {}, title), element("ul", {}, ...items.map(item))];
}
