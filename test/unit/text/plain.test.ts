import { describe, expect, it } from "vitest";
import { jsonLine, onOneLine, withoutControls } from "../../../src/text/plain.ts";

const hostile = "가\u001b[2J\u0007나\r\n다\u007f\u009b\u202e라\u2066\t마";

describe("text for a terminal", () => {
  it("loses what a terminal obeys and what turns letters around; line ends stay", () => {
    expect(withoutControls(hostile)).toBe("가[2J나\n다라 마");
    expect(withoutControls("한글 (漢字) · €10 👩‍👩‍👧\n")).toBe("한글 (漢字) · €10 👩‍👩‍👧\n");
  });

  it("may be put on one line", () => {
    expect(onOneLine(hostile)).toBe("가[2J나 다라 마");
  });

  it("comes back whole from JSON", () => {
    const line = jsonLine({ text: hostile });
    expect(withoutControls(line)).toBe(line);
    expect(JSON.parse(line)).toEqual({ text: hostile });
  });
});
