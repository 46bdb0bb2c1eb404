const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/**
 * A moment in the words of a chat list: "now", "5 min", "3 h", "yesterday", a weekday under a week, then the local
 * date (with the year when it is another one). A moment a little in the future counts as now: clocks differ.
 */
export const relativeTime = (at: Date, now: Date, locale?: string): string => {
  const age = now.getTime() - at.getTime();
  if (age < minute) return 'now';
  if (age < hour) return `${Math.floor(age / minute)} min`;
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate()).getTime();
  if (at.getTime() >= midnight) return `${Math.floor(age / hour)} h`;
  if (at.getTime() >= midnight - day) return 'yesterday';
  if (at.getTime() >= midnight - 6 * day) return at.toLocaleDateString(locale, { weekday: 'long' });
  return at.getFullYear() === now.getFullYear()
    ? at.toLocaleDateString(locale, { day: 'numeric', month: 'short' })
    : at.toLocaleDateString(locale, { day: 'numeric', month: 'short', year: 'numeric' });
};

/** Date and clock in full, for the tooltip. */
export const fullTime = (at: Date, locale?: string): string =>
  at.toLocaleString(locale, { dateStyle: 'full', timeStyle: 'short' });

/** The clock alone, for a message: "21:04". */
export const clockTime = (at: Date, locale?: string): string =>
  at.toLocaleTimeString(locale, { hour: '2-digit', minute: '2-digit' });
