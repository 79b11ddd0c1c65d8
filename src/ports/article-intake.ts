/** An article as somebody delivers it. */
export type Delivery =
  | {
      readonly kind: "article";
      /** The sender's own name for it; null: its address, else its title. */
      readonly id: string | null;
      readonly title: string;
      /** HTML or Markdown. */
      readonly body: string;
      readonly url: string | null;
      readonly publishedAt: string | null;
      /** The publication; null: "webhook". */
      readonly source: string | null;
      readonly categories: readonly string[];
    }
  /** A document as it is; its content decides its format. */
  | { readonly kind: "document"; readonly id: string; readonly bytes: Uint8Array }
  | { readonly kind: "removal"; readonly id: string };

/** Takes articles in from those who may deliver them. */
export interface ArticleIntake {
  /**
   * In the database when it returns "taken". `deliveryId` names this delivery for ever: "repeated" where it was taken in
   * before, and nothing happens then. "no-text" where it is seen at once that there is nothing to read: so much as can be
   * seen without reading it.
   */
  take(deliveryId: string, delivery: Delivery): Promise<"taken" | "repeated" | "no-text">;
}
