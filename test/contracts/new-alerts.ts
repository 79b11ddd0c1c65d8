import type { NewAlert } from "../../src/ports/alert-store.ts";

/** An alert as it is put; each is of a story of its own. */
export function newAlert(id: string, fields: Partial<NewAlert> = {}): NewAlert {
  return {
    id,
    channel: "slack:T1:C1",
    place: "slack:T1",
    locale: "ko",
    subscriptionId: "a",
    story: `link:${id}`,
    about: { kind: "article", articleId: `뉴스/${id}`, words: ["관세"], mentions: ["S1"] },
    ...fields,
  };
}
