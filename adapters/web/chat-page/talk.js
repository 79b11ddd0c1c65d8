import { answerView } from "./answer-view.js";
import { ask } from "./api.js";
import { element, randomKey } from "./element.js";
import { label } from "./labels.js";

/** The questions of a talk and their answers, one below the other. */
export function createTalk(log) {
  let conversation = randomKey();
  /** The id of the talk's last answer. */
  let last = null;

  function startAnew() {
    conversation = randomKey();
    last = null;
  }

  async function answerInto(place, question) {
    const askedIn = conversation;
    const after = last;
    place.replaceChildren(element("p", { class: "working" }, label("working")));
    place.setAttribute("aria-busy", "true");
    try {
      const answer = await ask(question, askedIn);
      if (askedIn === conversation) last = answer.exchange;
      place.replaceChildren(...answerView(answer, after));
    } catch (error) {
      const again = element(
        "button",
        { type: "button", onclick: () => answerInto(place, question) },
        label("tryAgain"),
      );
      place.replaceChildren(element("p", { class: "problem" }, error.message), again);
    } finally {
      place.removeAttribute("aria-busy");
    }
  }

  return {
    ask(question) {
      const asked = element("div", { class: "question" }, element("h2", { class: "unseen" }, label("you")));
      asked.append(element("p", {}, question));
      const answer = element("div", { class: "answer" });
      log.append(asked, answer);
      // Only the answer makes the page long enough to have the question at its top.
      const showQuestion = () => asked.scrollIntoView({ block: "start" });
      showQuestion();
      return answerInto(answer, question).then(showQuestion);
    },
    /** The next question starts anew; what was said stays to be read. */
    changeSubject: startAnew,
    clear() {
      startAnew();
      log.replaceChildren();
    },
  };
}
