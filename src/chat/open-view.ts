import type { ChatMessage } from "../presentation/chat-message.ts";
import { saying } from "../presentation/chat-message.ts";
import { chatWordingIn } from "../wording/wording-for.ts";
import { answerPage } from "./ask.ts";
import { articleMessage, documentsMessage, sectionMessage } from "./browse.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";
import { sourcesMessage } from "./show-sources.ts";

/** Opens a page of what a button names: "answer.<exchange>.r/2", "sources.<exchange>/1", "documents/3", "article.<key>/1". */
export async function openView(services: ChatServices, visitor: Visitor, view: string): Promise<ChatMessage> {
  const [path = "", number] = view.split("/");
  const [name, key = "", detail = ""] = path.split(".");
  const page = Number(number) || 1;
  switch (name) {
    case "answer": {
      const exchange = await services.desk.chat.exchange(key);
      if (exchange) return answerPage(services, visitor, exchange, { repeat: detail === "r", page });
      break;
    }
    case "sources":
      return sourcesMessage(services, visitor, key, page);
    case "documents":
      return documentsMessage(services, visitor, page);
    case "article":
      return articleMessage(services, visitor, key, page);
    case "section":
      return sectionMessage(services, visitor, key, detail, page);
  }
  return saying(chatWordingIn(visitor.locale).forgotten());
}
