import { element, newId } from "./element.js";
import { label } from "./labels.js";

/**
 * A button and a panel that it unfolds; what stands in the panel is fetched the first time. `fetchParts` gives elements,
 * and `onFilled` is called with the panel when they stand there.
 */
export function unfolding({ buttonClass, panelClass, panelLabel, parts, fetchParts, onFilled }) {
  const panelId = newId(panelClass);
  const listeners = [];
  const panel = element("div", {
    id: panelId,
    class: panelClass,
    role: "region",
    "aria-label": panelLabel,
    tabindex: "0",
  });
  panel.hidden = true;
  let filled = false;

  async function toggle() {
    const open = panel.hidden;
    panel.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    for (const listener of listeners) listener(open);
    if (!open || filled) return;
    panel.replaceChildren(element("p", { class: "working" }, label("working")));
    try {
      panel.replaceChildren(...(await fetchParts()));
      filled = true;
      onFilled(panel);
    } catch (error) {
      panel.replaceChildren(element("p", { class: "problem" }, error.message));
    }
  }

  const button = element(
    "button",
    { type: "button", class: buttonClass, "aria-expanded": "false", "aria-controls": panelId, onclick: toggle },
    ...parts,
  );
  return { button, panel, panelId, toggle, onToggle: (listener) => listeners.push(listener) };
}
