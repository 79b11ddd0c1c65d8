/** Whether one of two folders is the other or lies in it. Both are absolute, as the system writes them. */
export function overlap(one: string, other: string): boolean {
  return isWithin(one, other) || isWithin(other, one);
}

function isWithin(path: string, folder: string): boolean {
  if (!path.startsWith(folder)) return false;
  return path.length === folder.length || /[/\\]$/.test(folder) || /^[/\\]/.test(path.slice(folder.length));
}
