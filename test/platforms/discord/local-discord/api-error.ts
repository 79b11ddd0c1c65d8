/** A refusal in the form in which Discord words it. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: number;
  readonly errors: object | undefined;

  constructor(status: number, code: number, message: string, errors?: object) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  toJson(): object {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

export const refusal = {
  unauthorized: () => new ApiError(401, 0, "401: Unauthorized"),
  notFound: () => new ApiError(404, 0, "404: Not Found"),
  unknownApplication: () => new ApiError(404, 10002, "Unknown Application"),
  unknownChannel: () => new ApiError(404, 10003, "Unknown Channel"),
  unknownGuild: () => new ApiError(404, 10004, "Unknown Guild"),
  unknownMember: () => new ApiError(404, 10007, "Unknown Member"),
  unknownMessage: () => new ApiError(404, 10008, "Unknown Message"),
  unknownUser: () => new ApiError(404, 10013, "Unknown User"),
  unknownWebhook: () => new ApiError(404, 10015, "Unknown Webhook"),
  unknownInteraction: () => new ApiError(404, 10062, "Unknown interaction"),
  unknownCommand: () => new ApiError(404, 10063, "Unknown application command"),
  tooManyCommands: () => new ApiError(400, 30032, "Maximum number of application commands reached."),
  alreadyAcknowledged: () => new ApiError(400, 40060, "Interaction has already been acknowledged."),
  missingAccess: () => new ApiError(403, 50001, "Missing Access"),
  editsAnother: () => new ApiError(403, 50005, "Cannot edit a message authored by another user"),
  emptyMessage: () => new ApiError(400, 50006, "Cannot send an empty message"),
  cannotDm: () => new ApiError(403, 50007, "Cannot send messages to this user"),
  missingPermissions: () => new ApiError(403, 50013, "Missing Permissions"),
  invalidWebhookToken: () => new ApiError(401, 50027, "Invalid Webhook Token"),
  archivedThread: () => new ApiError(400, 50083, "Thread is archived"),
  replyNeedsHistory: () => new ApiError(403, 160002, "Cannot reply without permission to read message history"),
  noMutualGuild: () => new ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds"),
  lockedThread: () => new ApiError(400, 160005, "Thread is locked"),
  threadExists: () => new ApiError(400, 160004, "A thread has already been created for this message"),
};

type Path = readonly (string | number)[];

/** Collects what is wrong with a request body, each problem at its place. */
export class FormCheck {
  readonly #errors: Record<string, unknown> = {};
  #problems = 0;

  add(path: Path, code: string, message: string): void {
    let place = this.#errors;
    for (const step of path) {
      place[step] ??= {};
      place = place[step] as Record<string, unknown>;
    }
    const listed = (place["_errors"] ?? []) as object[];
    place["_errors"] = [...listed, { code, message }];
    this.#problems++;
  }

  /** Text of a length between min and max; Discord counts code points. */
  text(path: Path, value: unknown, { min = 0, max, optional = false }: TextLimits): void {
    if (value === undefined || value === null) {
      if (!optional) this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
      return;
    }
    if (typeof value !== "string") {
      this.add(path, "STRING_TYPE_CONVERT", "Could not interpret value as string.");
      return;
    }
    const length = [...value].length;
    if (length === 0 && min > 0) this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
    else if (length > max && min > 0) this.badLength(path, min, max);
    else if (length > max) this.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
    else if (length < min) this.badLength(path, min, max);
  }

  badLength(path: Path, min: number, max: number): void {
    this.add(path, "BASE_TYPE_BAD_LENGTH", `Must be between ${min} and ${max} in length.`);
  }

  /** A list of a length between min and max; gives an empty list where it is none. */
  list<T>(path: Path, value: readonly T[] | null | undefined, { min = 0, max }: { min?: number; max: number }): T[] {
    if (value === undefined || value === null) {
      if (min > 0) this.add(path, "BASE_TYPE_REQUIRED", "This field is required");
      return [];
    }
    if (!Array.isArray(value)) {
      this.add(path, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType");
      return [];
    }
    if (value.length > max && min === 0) {
      this.add(path, "BASE_TYPE_MAX_LENGTH", `Must be ${max} or fewer in length.`);
    } else if (value.length > max || value.length < min) {
      this.badLength(path, min, max);
    }
    return value;
  }

  choice(path: Path, value: unknown, allowed: readonly number[]): boolean {
    if (allowed.includes(value as number)) return true;
    this.add(path, "BASE_TYPE_CHOICES", `Value must be one of {${allowed.join(", ")}}.`);
    return false;
  }

  throwIfAny(): void {
    if (this.#problems > 0) throw new ApiError(400, 50035, "Invalid Form Body", this.#errors);
  }
}

export interface TextLimits {
  readonly min?: number;
  readonly max: number;
  readonly optional?: boolean;
}
