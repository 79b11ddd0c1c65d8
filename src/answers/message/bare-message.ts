/** A message without the marks and spaces around it: "그 전에는?" as 그 전에는. */
export function bareMessage(text: string): string {
  return text.replace(/[\s?？.!~]+$/u, "").trimStart();
}
