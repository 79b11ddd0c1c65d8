import { type ChatMessage, saying } from "../presentation/chat-message.ts";
import { clip } from "../text/clip.ts";
import { ageOf } from "../wording/age.ts";
import type { HelpFacts } from "../wording/chat-wording.ts";
import { chatWordingIn } from "../wording/wording-for.ts";
import type { ChatServices, Visitor } from "./chat-services.ts";

const LONGEST_TITLE = 200;

/** How much the bot has read, and since when it answers. */
export async function statusMessage(
  { desk, clock, timeZone }: ChatServices,
  { locale }: Visitor,
): Promise<ChatMessage> {
  const wording = chatWordingIn(locale);
  const { articles, sections, newest, revision, readySince } = await desk.library.status();
  if (readySince === null) return saying(wording.notRunningYet());
  const newestNamed =
    newest?.publishedAt == null
      ? null
      : {
          title: clip(newest.title, LONGEST_TITLE),
          age: ageOf(newest.publishedAt, clock.now(), locale, timeZone),
        };
  const running = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "short", timeZone }).format(
    Date.parse(readySince),
  );
  return saying(...wording.status({ articles, sections, newest: newestNamed, revision, running }));
}

/** How to ask. `ask` and `mention` say it in the platform's way. */
export function helpMessage({ locale }: Visitor, facts: HelpFacts) {
  return saying(...chatWordingIn(locale).help(facts));
}
