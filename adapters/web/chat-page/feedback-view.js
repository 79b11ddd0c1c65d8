import { sendFeedback } from "./api.js";
import { element, newId, randomKey } from "./element.js";
import { label } from "./labels.js";

/** The API takes 16 KB, and a Korean letter has three bytes. */
const LONGEST_ANSWER = 2000;
const LONGEST_REASON = 500;

/** "Helpful" and "Not helpful"; the second one is stored at once, and again with the reason where one is given. */
export function feedbackView(answer) {
  // One key for one answer: sent twice, it is stored once.
  const key = randomKey();
  const view = element("div", { class: "feedback" });

  async function send(helpful, reason, next) {
    try {
      const { question } = answer;
      await sendFeedback({ key, question, answer: answer.answer.slice(0, LONGEST_ANSWER), helpful, reason });
      next();
    } catch (error) {
      view.querySelector(".problem")?.remove();
      view.append(element("p", { class: "problem", role: "alert" }, error.message));
    }
  }
  const thank = () => view.replaceChildren(element("p", { class: "thanks", role: "status" }, label("thanks")));
  const choice = (name, onclick) => element("button", { type: "button", onclick }, label(name));
  const askWhy = () => {
    const form = reasonForm((reason) => send(false, reason, thank));
    view.replaceChildren(form);
    form.querySelector("input").focus();
  };
  view.append(
    choice("helpful", () => send(true, null, thank)),
    choice("notHelpful", () => send(false, null, askWhy)),
  );
  return view;
}

function reasonForm(onReason) {
  const id = newId("reason");
  const input = element("input", { id, type: "text", maxlength: LONGEST_REASON, autocomplete: "off" });
  return element(
    "form",
    {
      onsubmit: (event) => {
        event.preventDefault();
        onReason(input.value.trim() || null);
      },
    },
    element("label", { for: id }, label("whyNotHelpful")),
    element("div", {}, input, element("button", { type: "submit" }, label("sendReason"))),
  );
}
