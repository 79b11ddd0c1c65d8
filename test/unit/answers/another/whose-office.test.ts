import { describe, expect, it } from "vitest";
import { officeAsked, whoseOffice } from "../../../../src/answers/another/whose-office.ts";
import { parseLexicon } from "../../../../src/text/lexicon.ts";

const { lexicon } = parseLexicon(
  `# --- countries ---
한국	韓	South Korea
일본	日	Japan
캐나다	Canada
몽골	Mongolia
# --- offices ---
대통령	president
총리	prime minister
외교장관	외무장관	foreign minister
대사	ambassador
`,
  "",
);

describe("the office that is asked for", () => {
  it.each([
    ["일본 총리는 누구야?", "총리", "일본"],
    ["캐나다의 현 총리 이름은?", "총리", "캐나다"],
    ["몽골 외무장관 누구", "외교장관", "몽골"],
    ["who is the president of Mongolia?", "대통령", "몽골"],
  ])("%s", (question, office, country) => {
    expect(officeAsked(question, lexicon)).toEqual({ office, country });
  });

  it.each([
    "일본 총리는 누구를 만났어?",
    "일본 총리는 언제 만나?",
    "총리는 누구야?",
    "한국 주재 일본 대사는 누구야?",
    "한일 총리는 누구야?",
    "who did the president of Mongolia meet?",
  ])("%s asks for no holder", (question) => {
    expect(officeAsked(question, lexicon)).toBeNull();
  });
});

describe("whose office a sentence tells of", () => {
  const asked = { office: "총리", country: "일본" };
  const whose = (text: string, title = "", heading = "") =>
    whoseOffice({ text, title, headingPath: [heading] }, asked, lexicon);

  it.each([
    ["하나다 겐 일본 총리는 웃었다.", "asked"],
    ["일본의 하나다 겐 총리는 웃었다.", "asked"],
    ["캐나다 총리와 일본 총리가 만났다.", "asked"],
    ["Prime Minister Gen Hanada of Japan smiled.", "asked"],
    ["캐나다 총리는 일본을 칭찬했다.", "another"],
    ["캐나다의 로럴 핀치 총리는 일본을 칭찬했다.", "another"],
    ["총리는 일본에 갔다.", "unsaid"],
    ["캐나다와 총리는 아무 말도 없었다.", "unsaid"],
    ["일본 '새벽신문'은 하나다 총리를 만났다.", "unsaid"],
    ["일본은 총리를 뽑는다.", "unsaid"],
    ["일본 부총리는 웃었다.", null],
    ["일본은 섬나라다.", null],
  ])("%s: %s", (text, expected) => {
    expect(whose(text)).toBe(expected);
  });

  it("what stands under the country alone is of it", () => {
    expect(whose("총리는 웃었다.", "나라별 정리", "3.2. 일본")).toBe("asked");
    expect(whose("총리는 웃었다.", "일본 총리의 하루")).toBe("asked");
    expect(whose("총리는 웃었다.", "캐나다 외교", "3.2. 일본")).toBe("asked");
    expect(whose("총리는 웃었다.", "일본 외교", "3.2. 캐나다")).toBe("unsaid");
    expect(whose("총리는 웃었다.", "캐나다와 일본")).toBe("unsaid");
  });
});
