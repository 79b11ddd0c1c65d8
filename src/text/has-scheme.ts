/** Whether somebody named a place by an address ("https://…") and not by a path. */
export function hasScheme(place: string): boolean {
  return /^[a-z][a-z0-9+.-]*:\/\//i.test(place);
}
