import { describe, expect, it } from "vitest";
import { passagesOf } from "../../../../src/answers/passages/passages.ts";
import { emptyLexicon } from "../../../../src/text/lexicon.ts";
import { read } from "../../documents/read.ts";

/** "kind item/items" for each sentence of the text's first section; "-" in running text, "announces" before a list. */
function parts(text: string, path = "항구.md"): string[] {
  const { article } = read(`# 항구 소식\n\n${text}\n`, path);
  const [section] = article.sections;
  if (!section) throw new Error("no section");
  return passagesOf(article, section, emptyLexicon).map(({ inList }) => {
    if (inList === null) return "-";
    const { list, item } = inList;
    return item === null ? `announces ${list.items.length}` : `${list.kind} ${item + 1}/${list.items.length}`;
  });
}

describe("a list in a section", () => {
  it.each<[name: string, text: string, expected: string[]]>([
    ["marked lines", "앞말이 선다.\n\n- 밧줄\n- 그물\n- 닻", ["-", "list 1/3", "list 2/3", "list 3/3"]],
    ["numbered lines", "1. 줄을 선다\n2. 표를 산다", ["list 1/2", "list 2/2"]],
    ["a single marked line is none", "앞말이 선다.\n\n- 밧줄", ["-", "-"]],
    ["lines without marks are none", "밧줄이 길다.\n\n그물이 넓다.", ["-", "-"]],
    ["an item of several sentences", "- 밧줄은 길다. 값도 싸다.\n- 그물은 넓다.", ["list 1/2", "list 1/2", "list 2/2"]],
    [
      "what is set in deeper belongs to its item",
      "- 밧줄\n  - 긴 것\n  - 짧은 것\n- 그물",
      ["list 1/2", "list 1/2", "list 1/2", "list 2/2"],
    ],
    [
      "but not where the item announces them",
      "- 밧줄\n- 닻. 다만, 다음의 경우에는 빌린다.\n  - 긴 것\n  - 짧은 것\n- 그물",
      ["list 1/3", "list 2/3", "announces 2", "list 1/2", "list 2/2", "list 3/3"],
    ],
    [
      "so does what is numbered anew in another way, up to where the outer list goes on",
      "1. 배\n2. 밧줄\n\n가. 긴 것\n\n나. 짧은 것\n\n① 낡은 것\n\n② 새것\n\n둘 다 있다.",
      ["list 1/2", ...Array(5).fill("list 2/2"), "-"],
    ],
    [
      "who is left out, beside who may come",
      "가. 어부\n\n나. 오지 못하는 사람\n\n1) 선장\n\n2) 아이\n\n다. 목수",
      ["list 1/3", "list 2/3", "list 2/3", "list 2/3", "list 3/3"],
    ],
    [
      "but what an item announces is a list of its own",
      "① 배를 고친다.\n\n② 다음 각 호의 사람은 쉰다.\n\n1. 선장\n2. 목수\n3. 어부\n\n③ 밤에는 모두 쉰다.",
      ["list 1/3", "announces 3", "list 1/3", "list 2/3", "list 3/3", "list 3/3"],
    ],
    ["and what stands below one item alone", "1. 짐\n\n가. 밧줄\n\n나. 그물", ["-", "list 1/2", "list 2/2"]],
    [
      "two lists with a line between",
      "- 밧줄\n- 그물\n\n그 밖에 둘이 있다.\n\n- 닻\n- 돛",
      ["list 1/2", "list 2/2", "-", "list 1/2", "list 2/2"],
    ],
    ["an announced list", "물품은 다음과 같다.\n\n- 밧줄\n- 그물", ["announces 2", "list 1/2", "list 2/2"]],
    [
      "what the list holds is announced",
      "다음 물품을 싣는다.\n\n- 밧줄\n- 그물",
      ["announces 2", "list 1/2", "list 2/2"],
    ],
    [
      "what follows, named before its rule",
      "다음은 배에 싣지 않는다.\n\n- 밧줄\n- 그물",
      ["announces 2", "list 1/2", "list 2/2"],
    ],
    ["the next day announces none", "다음날 떠난다.\n\n- 밧줄\n- 그물", ["-", "list 1/2", "list 2/2"]],
    [
      "an announced list, in English",
      "Bring the following:\n\n- a rope\n- a net",
      ["announces 2", "list 1/2", "list 2/2"],
    ],
    [
      "a table, without the row that heads it",
      "| 배 | 길이 |\n| --- | --- |\n| 첫 배 | 27 |\n| 둘째 배 | 31 |",
      ["-", "table 1/2", "table 2/2"],
    ],
    [
      "an announced table",
      "길이는 아래 표에 있다:\n\n| 배 | 길이 |\n| --- | --- |\n| 첫 배 | 27 |\n| 둘째 배 | 31 |",
      ["announces 2", "-", "table 1/2", "table 2/2"],
    ],
  ])("%s", (_name, text, expected) => expect(parts(text)).toEqual(expected));

  it("of one row is a table", () => {
    expect(parts("| 배 | 길이 |\n| --- | --- |\n| 첫 배 | 27 |")).toEqual(["-", "table 1/1"]);
  });

  it("is none in a footnote", () => {
    expect(parts("밧줄이 길다.[^1]\n\n[^1]: 낡은 것은 따로 모은다. 가을에 시작한다.")).toEqual(["-", "-", "-"]);
  });
});
