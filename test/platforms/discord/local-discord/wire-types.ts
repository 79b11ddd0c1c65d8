import type { APIEmbed } from "discord.js";

/** A component of any kind as it travels; which fields it has depends on its type. */
export interface WireComponent {
  type: number;
  id?: number;
  custom_id?: string;
  label?: string;
  description?: string;
  style?: number;
  disabled?: boolean;
  required?: boolean;
  url?: string;
  emoji?: object;
  content?: string;
  value?: string;
  placeholder?: string;
  min_length?: number;
  max_length?: number;
  min_values?: number;
  max_values?: number;
  options?: WireOption[];
  components?: WireComponent[];
  component?: WireComponent;
  accessory?: WireComponent;
}

export interface WireOption {
  label: string;
  value: string;
  description?: string;
  default?: boolean;
}

export interface AllowedMentions {
  parse?: readonly string[] | null;
  users?: readonly string[] | null;
  roles?: readonly string[] | null;
  replied_user?: boolean | null;
}

export interface MessageBody {
  content?: string | null;
  embeds?: APIEmbed[] | null;
  components?: WireComponent[] | null;
  flags?: number | null;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { message_id?: string; fail_if_not_exists?: boolean } | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
}

export interface ModalBody {
  custom_id: string;
  title: string;
  components: WireComponent[];
}

export interface WireChoice {
  name: string;
  name_localizations?: Record<string, string> | null;
  value: string | number;
}

export interface CallbackBody {
  type: number;
  data?: (MessageBody & Partial<ModalBody> & { choices?: WireChoice[] }) | null;
}

export interface WireCommandOption {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null;
  description: string;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  autocomplete?: boolean;
  choices?: WireChoice[];
  options?: WireCommandOption[];
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  channel_types?: number[];
}

export interface WireCommand {
  id: string;
  application_id: string;
  guild_id?: string;
  version: string;
  type: number;
  name: string;
  name_localizations: Record<string, string> | null;
  description: string;
  description_localizations: Record<string, string> | null;
  options?: WireCommandOption[];
  default_member_permissions: string | null;
  dm_permission?: boolean;
  contexts: number[] | null;
  integration_types: number[];
  nsfw: boolean;
}

export const MessageFlag = {
  SuppressEmbeds: 1 << 2,
  HasThread: 1 << 5,
  Ephemeral: 1 << 6,
  Loading: 1 << 7,
  SuppressNotifications: 1 << 12,
  ComponentsV2: 1 << 15,
} as const;

export const MessageKind = {
  Default: 0,
  ThreadCreated: 18,
  Reply: 19,
  Command: 20,
  ThreadStarter: 21,
  ContextMenu: 23,
};

export const InteractionKind = { Command: 2, Component: 3, Autocomplete: 4, ModalSubmit: 5 } as const;

export const Callback = {
  Message: 4,
  DeferredMessage: 5,
  DeferredUpdate: 6,
  Update: 7,
  Autocomplete: 8,
  Modal: 9,
} as const;

export const Intent = { Guilds: 1, GuildMembers: 1 << 1, Presences: 1 << 8, GuildMessages: 1 << 9 } as const;
export const DmIntent = 1 << 12;
export const ContentIntent = 1 << 15;

/** Every component of a tree, parents before children. */
export function everyComponent(components: readonly WireComponent[]): WireComponent[] {
  return components.flatMap((component) => [
    component,
    ...everyComponent(component.components ?? []),
    ...everyComponent(component.component ? [component.component] : []),
    ...everyComponent(component.accessory ? [component.accessory] : []),
  ]);
}
