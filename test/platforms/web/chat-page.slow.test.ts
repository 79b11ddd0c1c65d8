import { existsSync } from "node:fs";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type RunningWeb, startWeb } from "./running-web.ts";

const CHROMIUM = "/usr/bin/chromium";
const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
const missing = existsSync(CHROMIUM) ? "" : ` (skipped: there is no ${CHROMIUM}; apt-get install chromium)`;
const WIDE = { width: 1280, height: 860 };
const NARROW = { width: 360, height: 740 };

describe.skipIf(missing !== "")(`the chat page${missing}`, () => {
  let web: RunningWeb;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[] = [];

  beforeAll(async () => {
    web = await startWeb();
    browser = await chromium.launch({ executablePath: CHROMIUM, args: ARGUMENTS });
  });
  afterAll(async () => {
    await browser.close();
    await web.bot.stop();
  });
  afterEach(async () => {
    // What the policy blocked, and what the page's own code threw.
    expect(complaints).toEqual([]);
    await context.close();
  });

  async function open(viewport = WIDE, locale = "ko-KR"): Promise<void> {
    context = await browser.newContext({ viewport, locale });
    page = await context.newPage();
    page.setDefaultTimeout(5_000);
    complaints = [];
    page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
    page.on("pageerror", (error) => complaints.push(error.message));
    await page.goto(web.base);
    await page.waitForSelector("#examples:not([hidden])");
  }

  const answered = ".answer:last-child .feedback";
  const lastAnswer = () => page.locator(".answer").last();

  async function ask(question: string): Promise<string> {
    const before = await page.locator(".answer").count();
    await page.fill("#question", question);
    await page.press("#question", "Enter");
    await expect.poll(() => page.locator(".answer").count()).toBe(before + 1);
    await page.waitForSelector(`${answered}, .answer:last-child .problem`);
    return lastAnswer().innerText();
  }

  it("answers, and unfolds the quoted section with the quote marked", async () => {
    await open();
    await ask("보레알리아 어획량은 몇 톤이야?");
    const quotes = await lastAnswer().locator(".quotes").innerText();
    expect(quotes).toContain("4만 2천 톤");
    const citation = lastAnswer().locator(".citation").first();
    expect(await citation.getAttribute("aria-expanded")).toBe("false");
    await citation.focus();
    await page.keyboard.press("Enter");
    const mark = lastAnswer().locator("mark").first();
    await mark.waitFor();
    expect(quotes).toContain(await mark.innerText());
    expect(await lastAnswer().locator(".section").first().innerText()).toContain("카스토르연구소");
    expect(await citation.getAttribute("aria-expanded")).toBe("true");
    await lastAnswer().locator(".source").first().click();
    expect(await lastAnswer().locator(".section").first().isVisible()).toBe(false);
    expect(await citation.getAttribute("aria-expanded")).toBe("false");
  });

  it("marks what a footnote says in the footnote", async () => {
    await open();
    const text = await ask("보레알리아 어획량 조사는 누가 맡았어?");
    expect(text).toContain("카스토르연구소");
    const source = lastAnswer().locator(".source", { hasText: "각주" }).first();
    await source.click();
    await lastAnswer().locator(".notes mark").first().waitFor();
    expect(await lastAnswer().locator(".notes mark").first().innerText()).toContain("카스토르연구소");
  });

  it("unfolds why, under an answer and where nothing answers, and leaves the talk alone", async () => {
    await open();
    await ask("영국산 자동차 관세는 얼마야?");
    await ask("프랑스는?");
    const replies: string[] = [];
    page.on("response", async (response) => {
      if (response.url().endsWith("/api/ask")) replies.push((await response.json()).understoodAs);
    });
    const why = lastAnswer().locator(".unfold");
    expect(await why.innerText()).toBe("왜 이 답인가요?");
    await why.focus();
    await page.keyboard.press("Enter");
    await lastAnswer().locator(".why h4").first().waitFor();
    expect(await why.getAttribute("aria-expanded")).toBe("true");
    expect(await lastAnswer().locator(".why").innerText()).toMatch(/^판단\n[\s\S]*\n질문의 낱말\n/);
    await ask("그럼 일본은?");
    await expect.poll(() => replies).toEqual([expect.stringContaining("자동차"), expect.stringContaining("자동차")]);

    expect(await ask("보레알리아 대통령의 생일은 언제야?")).toContain("문서에서 답을 찾지 못했어요.");
    await lastAnswer().locator(".unfold").click();
    await lastAnswer().locator(".why h4").first().waitFor();
    expect(await lastAnswer().locator(".why").innerText()).toContain("답하지 않았어요.");
    await lastAnswer().locator(".unfold").click();
    expect(await lastAnswer().locator(".why").isVisible()).toBe(false);
  });

  it("links to the original, and gives that page no hold on this one", async () => {
    await open();
    await ask("보레알리아 어획량은 몇 톤이야?");
    const link = lastAnswer().locator("a").first();
    expect(await link.getAttribute("href")).toBe("https://example.org/borealia?a=1&b=2");
    expect(await link.getAttribute("rel")).toBe("noopener noreferrer nofollow");
  });

  it("follows up in the same talk, and starts a new one when asked to", async () => {
    await open();
    await ask("영국산 자동차 관세는 얼마야?");
    const replies: string[] = [];
    page.on("response", async (response) => {
      if (response.url().endsWith("/api/ask")) replies.push((await response.json()).understoodAs);
    });
    await ask("프랑스는?");
    await page.click("#new-talk");
    expect(await page.locator("#start").isVisible()).toBe(true);
    await ask("프랑스는?");
    await expect.poll(() => replies).toEqual([expect.stringContaining("자동차"), "프랑스는?"]);
  });

  it("says that a section is empty, and that the documents don't answer, with sections to click", async () => {
    await open();
    expect(await ask("보레알리아 벌금은?")).toContain("'보레알리아 벌금' 항목은 있지만 아직 내용이 없어요.");
    await page.click("#new-talk");
    expect(await ask("보레알리아 대통령의 생일은 언제야?")).toContain("문서에서 답을 찾지 못했어요.");
    const suggestion = lastAnswer().locator(".chip").first();
    const name = await suggestion.locator("span").innerText();
    const before = await page.locator(".answer").count();
    await suggestion.click();
    await expect.poll(() => page.locator(".answer").count()).toBe(before + 1);
    expect(await page.locator(".question").last().innerText()).toContain(name);
    await page.waitForSelector(answered);
  });

  it("shows text from documents and people as text", async () => {
    await open();
    expect(await ask("쿼지랜드 예산은 얼마야?")).toContain("<script>window.hacked='body'</script> 7조 원");
    await lastAnswer().locator(".citation").first().click();
    await lastAnswer().locator("mark").first().waitFor();
    await lastAnswer().locator(".unfold").click();
    await lastAnswer().locator(".why h4").first().waitFor();
    expect(await lastAnswer().locator(".why").innerText()).toContain("<script>window.hacked='body'</script> 7조 원");
    expect(await ask("쿼지랜드 서명식은 언제 열렸어? <img src=x onerror=window.hacked='asked'>")).toContain(
      "@everyone",
    );
    await page.click("#open-documents");
    await page.fill("#filter", "쿼지랜드");
    await page.locator("#document-list summary").click();
    await page.locator("#document-list li button").first().waitFor();
    expect(await page.locator("#document-list").innerText()).toContain('<script>window.hacked = "title"</script>');
    expect(await page.evaluate("window.hacked")).toBeUndefined();
    expect(await page.locator("#talk img, #talk script, #talk b, #documents b, #documents script").count()).toBe(0);
    expect(await page.locator('a[href^="javascript"]').count()).toBe(0);
  });

  it.each([
    ["ko-KR", NARROW],
    ["en-US", NARROW],
    ["ko-KR", WIDE],
  ])("needs no sideways scrolling in %s at %o", async (locale, viewport) => {
    await open(viewport, locale);
    await ask("쿼지랜드 예산은 얼마야?");
    await lastAnswer().locator(".citation").first().click();
    await lastAnswer().locator("mark").first().waitFor();
    await lastAnswer().locator(".unfold").click();
    await lastAnswer().locator(".why h4").first().waitFor();
    await ask("x".repeat(300));
    await lastAnswer().locator(".unfold").click();
    await lastAnswer().locator(".why h4").first().waitFor();
    const overflow = () =>
      page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") as Promise<number>;
    expect(await overflow()).toBe(0);
    await page.click("#open-documents");
    await page.locator("#document-list summary").last().click();
    expect(await overflow()).toBe(0);
    expect(await page.evaluate("documents.scrollWidth - documents.clientWidth")).toBe(0);
    await page.keyboard.press("Escape");
    expect(await page.locator("#documents").isVisible()).toBe(false);
  });

  it("sends on Enter, but not on Shift+Enter nor while Hangul is composed", async () => {
    await open();
    await page.fill("#question", "관세는?");
    await page.press("#question", "Shift+Enter");
    expect(await page.inputValue("#question")).toBe("관세는?\n");
    await page.evaluate(`
      const enter = (more) => question.dispatchEvent(
        new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true, ...more }));
      enter({ isComposing: true });
      enter({ keyCode: 229 });
    `);
    expect(await page.locator(".question").count()).toBe(0);
    await page.press("#question", "Enter");
    expect(await page.locator(".question").count()).toBe(1);
    await page.waitForSelector(answered);
  });

  it("stores what was thought of an answer, with the reason", async () => {
    await open();
    await ask("영국산 자동차 관세는 얼마야?");
    await page.click(".answer .feedback button:nth-child(2)");
    await page.waitForSelector(".feedback form");
    const stored = async () => (await web.feedback.feedback(1))[0];
    expect(await stored()).toMatchObject({ helpful: false, reason: null });
    await page.fill(".feedback input", "연도가 없어요");
    await page.press(".feedback input", "Enter");
    await page.waitForSelector(".thanks");
    expect(await stored()).toMatchObject({ question: "영국산 자동차 관세는 얼마야?", reason: "연도가 없어요" });
    expect((await web.feedback.feedback(10)).length).toBe(1);
  });

  it("says what went wrong and tries again", async () => {
    await open();
    await page.route("**/api/ask", (route) => route.abort());
    expect(await ask("영국산 자동차 관세는 얼마야?")).toContain("봇에 닿지 못했어요.");
    await page.unroute("**/api/ask");
    await page.click(".answer button");
    await page.waitForSelector(answered);
    expect(await lastAnswer().innerText()).toContain("10%");
    // The browser reports the request that was cut off here on purpose.
    complaints = complaints.filter((line) => !line.includes("ERR_FAILED"));
  });

  it("speaks the browser's language, and the other one on request, also next time", async () => {
    await open(WIDE, "en-US");
    expect(await page.locator("#ask button").innerText()).toBe("Ask");
    expect(await ask("How tall is Mount Everest?")).toContain("The documents don't answer this.");
    await page.click("#switch-language");
    await expect.poll(() => page.locator("#ask button").innerText()).toBe("묻기");
    expect(await page.getAttribute("html", "lang")).toBe("ko");
    await page.reload();
    await page.waitForSelector("#examples:not([hidden])");
    expect(await page.locator("#ask button").innerText()).toBe("묻기");
  });

  it("lists the documents with dates and sections, and asks about one", async () => {
    await open();
    await page.click("#open-documents");
    await page.waitForSelector("#document-list details");
    expect(await page.locator("#documents-title").innerText()).toBe("문서 18개");
    await page.fill("#filter", "보레알리아 벌금");
    expect(await page.locator("#document-list").innerText()).toMatch(/2026-11-18 · 4일 전.*비어 있음/s);
    await page.click("#document-list li button");
    await page.waitForSelector(answered);
    expect(await page.locator("#documents").isVisible()).toBe(false);
    expect(await lastAnswer().innerText()).toContain("아직 내용이 없어요");
  });
});
