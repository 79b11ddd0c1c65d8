import { describe, expect, it } from "vitest";

interface Labelled {
  readonly buttons: object;
}

/** Every text of a wording with ordinary arguments. */
type Samples<Wording> = Readonly<Record<string, (wording: Wording) => readonly string[]>>;

/** What holds for all that the bot says, in each language: `wordingIn` finds it by the language's name. */
export function everyTextIsSaid<Wording extends Labelled>(
  samples: Samples<Wording>,
  { ko, en }: { readonly ko: Wording; readonly en: Wording },
  wordingIn: (locale: "ko" | "en") => Wording,
): void {
  describe.each([
    ["ko", ko, en],
    ["en", en, ko],
  ] as const)("%s", (locale, wording, other) => {
    it("knows its language", () => expect(wordingIn(locale)).toBe(wording));

    it.each(Object.entries(samples))("%s is said in this language, without raising its voice", (_, textsOf) => {
      for (const [index, said] of textsOf(wording).entries()) {
        expect(said.trim()).not.toBe("");
        expect(said).not.toMatch(/[!！]|undefined|null|NaN|\[object/);
        expect(said).not.toBe(textsOf(other)[index]);
      }
    });

    it("fits its labels onto buttons", () => {
      const others: Readonly<Record<string, string>> = { ...other.buttons };
      for (const [name, label] of Object.entries<string>({ ...wording.buttons })) {
        expect(label.length, name).toBeLessThanOrEqual(24);
        expect(label).not.toBe(others[name]);
      }
    });
  });
}
