import { createSectionIndex } from "../../src/search/two-storey-index.ts";
import { sectionIndexContract } from "./section-index.contract.ts";

sectionIndexContract("MiniSearch over packed segments", createSectionIndex);
