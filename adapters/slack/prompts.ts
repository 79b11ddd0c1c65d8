import type { Visitor } from "../../src/chat/chat-services.ts";
import { sectionQuestion } from "../../src/presentation/answer-message.ts";
import { clip } from "../../src/text/clip.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import type { Origin } from "./origin.ts";
import type { SlackDesk } from "./slack-desk.ts";

const MOST_PROMPTS = 4;
const LONGEST_PROMPT = 75;
/** Some have no section that can be asked about. */
const MOST_LOOKED_AT = 50;

/** Suggests what to ask in the Messages tab: a section of each of the newest articles. */
export async function suggestPrompts(
  { desk, log }: SlackDesk,
  { client, channel }: Origin,
  { locale }: Visitor,
): Promise<void> {
  const { articles: newest } = await desk.library.newest(0, MOST_LOOKED_AT);
  const questions = newest.flatMap(({ title, sections }) => {
    const section = sections.find(({ empty, headingPath }) => !empty && headingPath.length > 0);
    return section ? [clip(sectionQuestion({ title, headingPath: section.headingPath }), LONGEST_PROMPT)] : [];
  });
  const prompts = [...new Set(questions)].slice(0, MOST_PROMPTS).map((message) => ({ title: message, message }));
  if (prompts.length === 0 || channel === null) return;
  try {
    // With a thread named, agents of the new kind show nothing.
    await client.assistant.threads.setSuggestedPrompts({
      channel_id: channel,
      title: slackWordsIn(locale).promptsTitle,
      prompts,
    });
  } catch {
    log.debug("Slack takes no suggestions here");
  }
}
