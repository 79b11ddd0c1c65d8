import { createMiniSearchIndex } from "../../src/search/mini-search-index.ts";
import { sectionIndexContract } from "./section-index.contract.ts";

sectionIndexContract("MiniSearch", createMiniSearchIndex);
