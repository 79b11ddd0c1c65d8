import { expect, it } from "vitest";
import { startScene } from "./running-discord.ts";

it("a conversation reads like this", async () => {
  const scene = await startScene();
  const { minji, channel, discord, clock } = scene;
  const ask = async (text: string) => {
    clock.advance(20_000);
    const asked = await minji.says(channel, text, { mentions: [discord.bot] });
    return channel.nextMessage({ after: asked, by: discord.bot });
  };
  const first = await ask("영국산 자동차 관세는 얼마야?");
  await (await minji.presses(first, "출처 펼치기")).reply();
  await ask("그럼 일본은?");
  await ask("호랑이는 몇 마리야?");
  const transcript = discord.transcript(channel).replaceAll(discord.bot.mention, "@PolicyDesk");
  expect(transcript).toMatchSnapshot();
  await scene.end();
});
