/** Who sees an answer that somebody asked for with a command. */
export type Visibility = "public" | "private";

/** What the admins of a place (a server, a workspace) decide. */
export interface PlaceSettings {
  /** The language the bot writes in; null: the reader's, or the question's. */
  readonly locale: "ko" | "en" | null;
  readonly visibility: Visibility;
  /** Ids of the channels where mentions are answered; null: everywhere. */
  readonly channels: readonly string[] | null;
  /** Whether answers to mentions go into a thread of their own. */
  readonly threads: boolean;
  /** Of one person. */
  readonly questionsPerMinute: number;
}

export type SettingName = keyof PlaceSettings;

/** Why a setting has its value. */
export interface SettingOrigin {
  /** Null where it is the default. */
  readonly changedAt: string | null;
  /** Who changed it, such as "discord:123". */
  readonly changedBy: string | null;
}

/** Settings of places, by a key such as "discord:guild:123". */
export interface Settings {
  get(place: string): Promise<PlaceSettings>;
  /** In the database when it returns. */
  change(place: string, changes: Partial<PlaceSettings>, by: string): Promise<PlaceSettings>;
  explain(place: string): Promise<{
    readonly settings: PlaceSettings;
    readonly origins: Readonly<Record<SettingName, SettingOrigin>>;
  }>;
  /** Puts everything back to its default. */
  reset(place: string): Promise<void>;
}
