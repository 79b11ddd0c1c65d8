import { type LivePart, livePartsOfBlocks } from "./live-parts.ts";
import { type Json, jsonAt, objectsAt, textAt } from "./loose-json.ts";
import { readableBlocks } from "./readable-blocks.ts";
import type { ViewRecord } from "./world.ts";

/** A modal or home tab as the person has it before them; follows later changes. */
export class ShownView {
  readonly record: ViewRecord;

  constructor(record: ViewRecord) {
    this.record = record;
  }

  get id(): string {
    return this.record.id;
  }

  get hash(): string {
    return this.record.hash;
  }

  get open(): boolean {
    return this.record.open;
  }

  get title(): string {
    return textAt(jsonAt(this.record.content, "title"), "text") ?? "";
  }

  get callbackId(): string {
    return textAt(this.record.content, "callback_id") ?? "";
  }

  get privateMetadata(): string {
    return textAt(this.record.content, "private_metadata") ?? "";
  }

  get blocks(): readonly Json[] {
    return objectsAt(this.record.content, "blocks");
  }

  /** What a reader sees, buttons in brackets. */
  get shown(): string {
    return readableBlocks(this.blocks);
  }

  get live(): readonly LivePart[] {
    return livePartsOfBlocks(this.blocks);
  }
}
