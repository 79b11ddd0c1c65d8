import { withoutControls } from "../text/plain.ts";

/** Something an operator can mend keeps the bot from starting. The message says what, and what to do. */
export class StartError extends Error {
  override readonly name = "StartError";

  constructor(message: string, options?: ErrorOptions) {
    super(withoutControls(message), options);
  }
}
