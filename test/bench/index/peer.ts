// A process of `npm run bench -- index`: one library, so many sections.
import { termsOf } from "../../../src/text/terms.ts";
import { makeCorpus } from "./corpus.ts";
import { memoryMb, report, residentMb, timeQuestions } from "./figures.ts";
import { lexicon } from "./lexicon.ts";
import { openPeer } from "./peers.ts";

const [name = "", sections = "", questions = ""] = process.argv.slice(2);
const engine = await openPeer(name, (text) => termsOf(text, lexicon));
const corpus = makeCorpus(Number(sections), Number(questions));
const beforeMb = memoryMb();
const startedMs = performance.now();
const search = await engine.build(corpus.articles);
const build = (performance.now() - startedMs) / 1000;
const memory = memoryMb() - beforeMb;
report({ build, memory, "resident set": residentMb(), ...(await timeQuestions("search", corpus.questions, search)) });
