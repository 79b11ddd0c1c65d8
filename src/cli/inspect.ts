import { Command } from "commander";
import type { Article, Section } from "../documents/article.ts";
import { jsonLine, withoutControls } from "../text/plain.ts";
import { openApp } from "./open-app.ts";
import { InputError, runCommand } from "./run-command.ts";

await runCommand(
  new Command("inspect")
    .description("Shows how a document is read: its sections, and what was wrong with it.")
    .argument("<file>", "the document")
    .option("--json", "print the article as one JSON object")
    .action(async (file: string, { json = false }: { json?: boolean }) => {
      const { app, toPath } = openApp();
      const { article, warnings } = await app.inspect(toPath(file));
      if (!article) throw new InputError(warnings.join(" "));
      process.stdout.write(json ? `${jsonLine(article)}\n` : withoutControls(outline(article)));
      for (const warning of warnings) process.stderr.write(`${withoutControls(warning)}\n`);
    }),
);

function outline(article: Article): string {
  const { title, source, url, publishedAt, categories, lang, sections } = article;
  const facts = [
    `source ${source}`,
    publishedAt ? `published ${publishedAt}` : "no date",
    `language ${lang}`,
    ...(categories.length > 0 ? [`categories ${categories.join(", ")}`] : []),
    ...(url ? [url] : []),
  ];
  return `${title}\n${facts.join(" · ")}\n\n${sections.map(sectionOutline).join("\n")}\n`;
}

function sectionOutline(section: Section): string {
  const name = section.role === "section" ? (section.headingPath.at(-1) ?? "") : `(${section.role})`;
  const indent = "  ".repeat(Math.max(0, section.headingPath.length - 1));
  const lines = section.body === "" ? ["(empty)"] : section.body.split("\n");
  const notes = section.footnotes.map((note) => `[${note.mark}] ${note.text}`);
  return [`${indent}# ${name}`, ...[...lines, ...notes].map((line) => `${indent}  ${line}`)].join("\n");
}
