/** "3", and "99+" where a larger number would not help. `more`: there may be more than were counted. */
export function countLabel(count: number, more = false): string {
  if (count > 99) return '99+';
  return more ? `${count}+` : String(count);
}
