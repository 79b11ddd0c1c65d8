/** How far the clocks of processes lie apart at most; more is a clock that was set. */
export const CLOCKS_DIFFER_MS = 60_000;
