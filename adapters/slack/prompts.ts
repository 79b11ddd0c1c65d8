import type { Visitor } from "../../src/chat/chat-services.ts";
import { sectionQuestion } from "../../src/presentation/answer-message.ts";
import { clip } from "../../src/text/clip.ts";
import { slackWordsIn } from "../../src/wording/slack-words.ts";
import type { Origin } from "./origin.ts";
import type { SlackDesk } from "./slack-desk.ts";

const MOST_PROMPTS = 4;
const LONGEST_PROMPT = 75;

/** Suggests what to ask in the Messages tab: a section of each of the newest articles. */
export async function suggestPrompts(
  { desk, log }: SlackDesk,
  { client, channel }: Origin,
  { locale }: Visitor,
): Promise<void> {
  const examples = await desk.library.examples(locale, MOST_PROMPTS);
  const questions = examples.map((example) => clip(sectionQuestion(example), LONGEST_PROMPT));
  const prompts = [...new Set(questions)].map((message) => ({ title: message, message }));
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
