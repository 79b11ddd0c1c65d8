import { randomBytes } from "node:crypto";
import { compact, type Json, textAt } from "./loose-json.ts";
import { Refusal } from "./refusal.ts";
import type { World } from "./world.ts";

interface Grant {
  readonly teamId: string;
  readonly userId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string | undefined;
  used: boolean;
}

/** Installing the app: the page that asks for consent, and the exchange of its code for a token. */
export class OAuth {
  readonly clientId = "111.222";
  readonly clientSecret = "local-client-secret";
  readonly #world: World;
  readonly #codes = new Map<string, Grant>();
  /** The redirect URL of the app's settings: used where the request names none. */
  redirectUri: string | undefined;
  /** Who presses Allow, and where. */
  installer: { readonly teamId: string; readonly userId: string } | undefined;
  /** The next person presses Cancel. */
  denyNext = false;

  constructor(world: World) {
    this.#world = world;
  }

  /** Where the consent page sends the browser: back to the app with a code, or with access_denied. */
  authorize(query: URLSearchParams): string {
    if (query.get("client_id") !== this.clientId) throw new Refusal("invalid_client_id");
    const named = query.get("redirect_uri") ?? undefined;
    const target = named ?? this.redirectUri;
    if (target === undefined) throw new Refusal("bad_redirect_uri");
    const back = new URL(target);
    back.searchParams.set("state", query.get("state") ?? "");
    if (this.denyNext) {
      this.denyNext = false;
      back.searchParams.set("error", "access_denied");
      return back.href;
    }
    if (this.installer === undefined) throw new Error("Set slack.oauth.installer: somebody has to press Allow");
    const scopes = (query.get("scope") ?? "").split(/[ ,]/u).filter((scope) => scope !== "");
    const code = randomBytes(12).toString("hex");
    this.#codes.set(code, { ...this.installer, scopes, redirectUri: named, used: false });
    back.searchParams.set("code", code);
    return back.href;
  }

  /** oauth.v2.access: a code is good once. */
  access(args: Json): Json {
    if (textAt(args, "client_id") !== this.clientId) throw new Refusal("invalid_client_id");
    if (textAt(args, "client_secret") !== this.clientSecret) throw new Refusal("bad_client_secret");
    const grant = this.#codes.get(textAt(args, "code") ?? "");
    if (grant === undefined) throw new Refusal("invalid_code");
    if (grant.used) throw new Refusal("code_already_used");
    if (textAt(args, "redirect_uri") !== grant.redirectUri) throw new Refusal("bad_redirect_uri");
    grant.used = true;
    const team = this.#world.team(grant.teamId);
    team.standing = "installed";
    // Installing again only ever adds scopes.
    for (const scope of grant.scopes) team.scopes.add(scope);
    return compact({
      app_id: this.#world.appId,
      authed_user: { id: grant.userId },
      scope: [...team.scopes].join(","),
      token_type: "bot",
      access_token: team.botToken,
      bot_user_id: team.botUserId,
      team: { id: team.id, name: team.name },
      enterprise: null,
      is_enterprise_install: false,
    });
  }
}
