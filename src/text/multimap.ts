/** Adds a value to those of a key. In place: a list's words may share one key by the thousand. */
export function addTo<K, V>(multimap: Map<K, V[]>, key: K, value: V): void {
  const values = multimap.get(key);
  if (values === undefined) multimap.set(key, [value]);
  else values.push(value);
}
