import type { Context } from "hono";
import type { Locale } from "../../src/wording/age.ts";

const CHOSEN = "locale";
/** What stands further on in a header no browser sends. */
const LONGEST_HEADER = 200;

/** The language a request names itself, in its body or as ?lang=; null where it names none. */
export function chosenLocale(c: Context): Locale | null {
  const inBody: unknown = c.get(CHOSEN);
  return asLocale(inBody) ?? asLocale(c.req.query("lang"));
}

/** Remembers what the body says, so that a problem found later is told in this language too. */
export function chooseLocale(c: Context, locale: Locale): void {
  c.set(CHOSEN, locale);
}

export function asLocale(value: unknown): Locale | null {
  return value === "ko" || value === "en" ? value : null;
}

/** The chosen language, else the first of Accept-Language that the bot speaks, else Korean. */
export function readerLocale(chosen: Locale | null, acceptLanguage: string | undefined): Locale {
  if (chosen !== null) return chosen;
  const ranges = (acceptLanguage ?? "").slice(0, LONGEST_HEADER).split(",");
  const accepted = ranges.map((range) => {
    const [tag = "", ...parameters] = range.split(";").map((part) => part.trim());
    const quality = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    return { locale: asLocale(tag.slice(0, 2).toLowerCase()), quality: Number(quality ?? 1) };
  });
  accepted.sort((a, b) => b.quality - a.quality);
  return accepted.find(({ locale, quality }) => locale !== null && quality > 0)?.locale ?? "ko";
}
