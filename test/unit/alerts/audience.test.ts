import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createAudience } from "../../../src/alerts/audience.ts";
import { hearsInTime } from "../../../src/alerts/hears-in-time.ts";
import { matchTopic } from "../../../src/alerts/match-topic.ts";
import { EVERYTHING, type Topic } from "../../../src/alerts/topic.ts";
import type { Article } from "../../../src/documents/article.ts";
import type { Audience } from "../../../src/ports/audience.ts";
import type { Subscription } from "../../../src/ports/subscription-store.ts";
import { article } from "./alert-article.ts";
import { lexicon } from "./alert-lexicon.ts";

const SEEN_AT = "2026-03-01T00:00:00.000Z";

function subscription(id: string, topic: Partial<Topic> = {}, other: Partial<Subscription> = {}): Subscription {
  return {
    id,
    channel: "discord:channel:1",
    place: "discord:guild:9",
    topic: { ...EVERYTHING, ...topic },
    mention: null,
    locale: "ko",
    createdAt: "2026-01-01T00:00:00.000Z",
    createdBy: "discord:3",
    paused: null,
    ...other,
  };
}

function audienceOf(...active: Subscription[]): Audience {
  const audience = createAudience(lexicon);
  audience.update({ active, inactiveIds: [], revision: 1 });
  return audience;
}

const heardBy = (audience: Audience, of: Article, seenAt = SEEN_AT) =>
  audience.hearersOf(of, seenAt).map(({ subscriptionId }) => subscriptionId);

describe("one channel", () => {
  const audience = audienceOf(
    subscription(
      "new",
      { include: ["쌀", "콩"] },
      { createdAt: "2026-02-02T00:00:00.000Z", mention: "r2", locale: "en" },
    ),
    subscription("old", { include: ["보리", "콩"] }, { createdAt: "2026-01-02T00:00:00.000Z", mention: "r1" }),
    subscription("none", {}, { createdAt: "2026-02-03T00:00:00.000Z", mention: "r1" }),
  );

  it("hears once of what several of its subscriptions want", () => {
    expect(audience.hearersOf(article("쌀과 콩과 보리"), SEEN_AT)).toEqual([
      {
        channel: "discord:channel:1",
        place: "discord:guild:9",
        locale: "ko",
        subscriptionId: "old",
        alsoFor: ["new", "none"],
        mentions: ["r1", "r2"],
        words: ["보리", "콩", "쌀"],
      },
    ]);
  });

  it("hears by those alone that want it", () => {
    expect(audience.hearersOf(article("쌀"), SEEN_AT)).toMatchObject([
      { subscriptionId: "new", locale: "en", mentions: ["r2", "r1"], words: ["쌀"] },
    ]);
    expect(audience.hearersOf(article("밀"), SEEN_AT)).toMatchObject([{ subscriptionId: "none", words: [] }]);
  });
});

describe("changes", () => {
  const rice = article("쌀");

  it("replace, remove and bring back", () => {
    const audience = audienceOf(subscription("a", { include: ["쌀"] }), subscription("b", {}, { channel: "c2" }));
    expect(heardBy(audience, rice)).toEqual(["a", "b"]);
    audience.update({ active: [subscription("a", { include: ["콩"] })], inactiveIds: ["b", "unknown"], revision: 2 });
    expect(heardBy(audience, rice)).toEqual([]);
    expect(heardBy(audience, article("콩"))).toEqual(["a"]);
    audience.update({ active: [subscription("b")], inactiveIds: ["a"], revision: 3 });
    expect(heardBy(audience, rice)).toEqual(["b"]);
  });

  it("are left alone where they are known", () => {
    const audience = audienceOf(subscription("a"));
    audience.update({ active: [subscription("b", {}, { channel: "c2" })], inactiveIds: ["a"], revision: 1 });
    audience.update({ active: [], inactiveIds: ["a"], revision: 0 });
    expect(heardBy(audience, rice)).toEqual(["a"]);
    expect(audience.revision()).toBe(1);
  });

  it("are none at first", () => {
    expect(createAudience(lexicon).revision()).toBe(0);
    expect(createAudience(lexicon).hearersOf(rice, SEEN_AT)).toEqual([]);
  });
});

const at = (iso: string) => Date.parse(iso);

it.each<[what: string, created: string, seen: string, published: string | null, hears: boolean]>([
  ["subscribed before", "2026-03-01T09:00:00Z", "2026-03-01T09:00:01Z", null, true],
  ["subscribed at that moment", "2026-03-01T09:00:00Z", "2026-03-01T09:00:00Z", null, true],
  ["subscribed since", "2026-03-01T09:00:01Z", "2026-03-01T09:00:00Z", null, false],
  ["published the same day", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", "2026-03-01T00:00:00+09:00", true],
  ["published the day before", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", "2026-02-28T08:59:59Z", false],
  ["published in the future", "2026-03-01T09:00:00Z", "2026-03-01T10:00:00Z", "2027-01-01T00:00:00Z", true],
])("hears of an article: %s", (_, created, seen, published, hears) => {
  expect(hearsInTime(at(created), at(seen), published === null ? null : at(published))).toBe(hears);
});

it("asks when the story was seen and published", () => {
  const audience = audienceOf(subscription("a", {}, { createdAt: "2026-02-01T00:00:00.000Z" }));
  expect(heardBy(audience, article("쌀"), "2026-01-31T00:00:00.000Z")).toEqual([]);
  expect(heardBy(audience, article("쌀", { publishedAt: "2025-12-01T00:00:00+09:00" }))).toEqual([]);
});

const WORDS =
  "관세 상호관세 관세청 관세를 EU 유럽연합 tariffs 美中 미국 미국산 미국관세 대만 절대만 방위비 분담금 방위비분담금 한·미 한미 핵은 핵 핵무기 F-35 5G us US IT it 25 2.5 쌀 은 ! 인도 인도네시아 외국인도 소비자물가 물가".split(
    " ",
  );
const SOURCES = ["보기신문", "보기 신문", "Ａ", "a", "b"];
const CATEGORIES = ["산업", "Trade", "trade", "문화"];

const anyPhrase = fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const anyTopic: fc.Arbitrary<Topic> = fc.record({
  include: fc.array(anyPhrase, { maxLength: 3 }),
  exclude: fc.array(anyPhrase, { maxLength: 1 }),
  sources: fc.oneof(fc.constant([]), fc.subarray(SOURCES)),
  categories: fc.oneof(fc.constant([]), fc.subarray(CATEGORIES)),
});
const anyText = fc.array(fc.constantFrom(...WORDS), { maxLength: 12 }).map((words) => words.join(" "));
const anyArticle = fc
  .record({
    title: anyText,
    bodies: fc.array(anyText, { maxLength: 3 }),
    source: fc.constantFrom(...SOURCES),
    categories: fc.subarray(CATEGORIES),
  })
  .map(({ bodies, ...other }) => article(bodies, other));
/** Of one subscription: a topic in a channel, or its removal or pause. */
const anyChange = fc.record({
  id: fc.integer({ min: 0, max: 12 }).map(String),
  topic: fc.option(anyTopic, { freq: 4 }),
  channel: fc.constantFrom("c1", "c2", "c3"),
  mention: fc.option(fc.constantFrom("r1", "r2")),
  day: fc.integer({ min: 1, max: 9 }),
});

it("hears what a loop over all subscriptions would give, whatever changed before", () => {
  fc.assert(
    fc.property(
      fc.array(fc.array(anyChange, { maxLength: 6 }), { maxLength: 8 }),
      fc.array(anyArticle, { minLength: 1, maxLength: 4 }),
      (batches, articles) => {
        const audience = createAudience(lexicon);
        const active = new Map<string, Subscription>();
        for (const [i, batch] of batches.entries()) {
          const last = new Map(batch.map((change) => [change.id, change]));
          for (const { id, topic, day, ...other } of last.values()) {
            if (topic === null) active.delete(id);
            else active.set(id, subscription(id, topic, { ...other, createdAt: `2026-03-0${day}T00:00:00.000Z` }));
          }
          const ids = [...last.keys()];
          audience.update({
            active: ids.flatMap((id) => active.get(id) ?? []),
            inactiveIds: ids.filter((id) => !active.has(id)),
            revision: i + 1,
          });
        }
        for (const one of articles) {
          const heard = audience.hearersOf(one, "2026-03-06T00:00:00.000Z");
          expect(heard.toSorted((a, b) => (a.channel < b.channel ? -1 : 1))).toEqual(byLoop([...active.values()], one));
        }
      },
    ),
    { numRuns: 200 },
  );
});

function byLoop(subscriptions: readonly Subscription[], of: Article): unknown[] {
  const heard = subscriptions
    .filter(({ createdAt }) => createdAt <= "2026-03-06T00:00:00.000Z")
    .flatMap((one) => {
      const words = matchTopic(one.topic, of, lexicon);
      return words === null ? [] : [{ one, words }];
    })
    .sort((a, b) => (`${a.one.createdAt}${a.one.id}` < `${b.one.createdAt}${b.one.id}` ? -1 : 1));
  const channels = [...new Set(heard.map(({ one }) => one.channel))].sort();
  return channels.map((channel) => {
    const own = heard.filter(({ one }) => one.channel === channel);
    return {
      channel,
      place: own[0]?.one.place,
      locale: own[0]?.one.locale,
      subscriptionId: own[0]?.one.id,
      alsoFor: own.slice(1).map(({ one }) => one.id),
      mentions: [...new Set(own.flatMap(({ one }) => one.mention ?? []))],
      words: [...new Set(own.flatMap(({ words }) => words))],
    };
  });
}
