import type { Alert, AlertContent } from "../ports/alert-sender.ts";
import { LONGEST_LABEL } from "../presentation/answer-lines.ts";
import { sectionName } from "../presentation/answer-message.ts";
import { type Action, type ChatMessage, type Line, line } from "../presentation/chat-message.ts";
import { webAddress } from "../presentation/web-address.ts";
import { clip } from "../text/clip.ts";
import { ageOf } from "../wording/age.ts";
import { alertWordingIn } from "../wording/wording-for.ts";

const DAY_MS = 86_400_000;
const LONGEST_TITLE = 250;

/** When and where an alert is read. */
export interface AlertReader {
  readonly nowMs: number;
  /** IANA name. */
  readonly timeZone: string;
  /** How people call a channel such as "discord:channel:1". */
  nameOfChannel(channel: string): string;
}

/** An alert as one message. Whom it mentions is the platform's to render. */
export function alertMessage({ id, content, locale }: Alert, reader: AlertReader): ChatMessage {
  const { buttons } = alertWordingIn(locale);
  const manage: Action = { name: "alerts", label: buttons.manage, about: id };
  switch (content.kind) {
    case "article":
      return {
        lines: articleLines(content, locale, reader),
        // Its id goes with the message, whatever else stands there: the message is found by it.
        actions: [{ name: "ask-article", label: buttons.askArticle, about: id }, manage],
        menu: null,
      };
    case "source-failing":
    case "source-paused":
      return {
        lines: [line("own", noticeOf(content, locale, reader))],
        actions: [{ name: "keep-trying", label: buttons.keepTrying, about: id }, manage],
        menu: null,
      };
    case "alerts-paused":
      return { lines: [line("own", noticeOf(content, locale, reader))], actions: [], menu: null };
  }
}

/** What an alert of an article says, also where it is a preview. */
export function articleLines(
  { article, excerpt }: Extract<AlertContent, { kind: "article" }>,
  locale: Alert["locale"],
  { nowMs, timeZone }: Pick<AlertReader, "nowMs" | "timeZone">,
): Line[] {
  const wording = alertWordingIn(locale);
  const { title, source, url, publishedAt } = article;
  const age = publishedAt === null ? null : ageOf(publishedAt, nowMs, locale, timeZone);
  const lines = [
    line("heading", wording.marker(clip(title, LONGEST_TITLE)), { url: webAddress(url) }),
    line("small", wording.published(clip(source, LONGEST_LABEL), age)),
  ];
  if (excerpt === null) return lines;
  lines.push({ kind: "quoted", pieces: excerpt.pieces, number: null, url: null });
  const { headingPath } = excerpt;
  if (headingPath.length > 0) lines.push(line("small", clip(sectionName({ title, headingPath }), LONGEST_LABEL)));
  return lines;
}

function noticeOf(
  content: Exclude<AlertContent, { kind: "article" }>,
  locale: Alert["locale"],
  { nowMs, timeZone, nameOfChannel }: AlertReader,
): string {
  const wording = alertWordingIn(locale);
  switch (content.kind) {
    case "source-failing": {
      const days = Math.floor((nowMs - Date.parse(content.since)) / DAY_MS);
      return wording.sourceFailing(content.source, days, dayOf(content.pausesAt, nowMs, locale, timeZone));
    }
    case "source-paused":
      return wording.sourcePaused(content.source);
    case "alerts-paused":
      return wording.alertsPaused(nameOfChannel(content.channel), wording.pauseReason(content.reason));
  }
}

/** "내일", "tomorrow", else the date in the reader's time zone. */
function dayOf(iso: string, nowMs: number, locale: Alert["locale"], timeZone: string): string {
  const dateOf = (timeMs: number) => new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeZone }).format(timeMs);
  const date = dateOf(Date.parse(iso));
  if (date !== dateOf(nowMs + DAY_MS)) return date;
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(1, "day");
}
