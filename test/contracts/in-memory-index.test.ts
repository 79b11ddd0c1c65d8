import { createInMemoryIndex } from "../../src/search/in-memory-index.ts";
import { sectionIndexContract } from "./section-index.contract.ts";

sectionIndexContract("MiniSearch over packed segments", createInMemoryIndex);
