const DAY = 86_400_000;

/** A day in words: "Today", "Yesterday", a weekday under a week, then the local date. */
export function dayWords(at: Date, now: Date, locale?: string): string {
  const days = Math.round((midnight(now) - midnight(at)) / DAY);
  if (days <= 0) return 'Today';
  if (days === 1) return 'Yesterday';
  if (days < 7) return at.toLocaleDateString(locale, { weekday: 'long' });
  const sameYear = at.getFullYear() === now.getFullYear();
  return at.toLocaleDateString(
    locale,
    sameYear
      ? { weekday: 'long', day: 'numeric', month: 'long' }
      : { day: 'numeric', month: 'long', year: 'numeric' },
  );
}

function midnight(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
