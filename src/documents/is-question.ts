/** Whether a line or a heading asks something. */
export function isQuestion(line: string): boolean {
  return /[?？]$/u.test(line.trimEnd());
}
