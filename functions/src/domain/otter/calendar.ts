/** Who asks, as far as a question about the time needs it. */
export interface Asker {
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** An IANA time zone; null when none is known. Asked for only when the answer needs it. */
  readonly timeZone: () => Promise<string | null>;
}

type Subject = 'time' | 'date' | 'day';

/** The answer to a question about the time, the date or the weekday; null for any other question. */
export async function answerCalendar(question: string, asker: Asker): Promise<string | null> {
  const subject = subjectOf(question);
  if (subject === null) return null;
  const timeZone = usable(await asker.timeZone());
  const words = wordsFor(subject, asker.now, timeZone ?? 'UTC');
  return timeZone === null
    ? `${words} That is in UTC: I do not know your time zone yet. Open Sameboat once more and ask me again.`
    : words;
}

function subjectOf(question: string): Subject | null {
  if (/\bwhat(?:’s|'s|s| is)? (?:the )?time\b|\btime is it\b|\bthe time\b|^time[?!.\s]*$/i.test(question))
    return 'time';
  if (
    /\bweekday\b|\bwh(?:at|ich) day(?: of the week)?\b|\bday is (?:it|today)\b|^day[?!.\s]*$/i.test(question)
  )
    return 'day';
  if (
    /\bwhat(?:’s|'s|s| is)? (?:the )?date\b|\bdate is it\b|\b(?:the|today(?:’|')?s) date\b|^date[?!.\s]*$/i.test(
      question,
    )
  )
    return 'date';
  return null;
}

function wordsFor(subject: Subject, now: number, timeZone: string): string {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat('en-GB', { timeZone, ...options }).format(now);
  if (subject === 'time') return `It is ${format({ hour: '2-digit', minute: '2-digit' })} where you are.`;
  const date = format({ day: 'numeric', month: 'long', year: 'numeric' });
  return `Today is ${format({ weekday: 'long' })}, ${date}.`;
}

/** The zone comes from the person's own device, so it is tried before it is believed. */
function usable(timeZone: string | null): string | null {
  if (timeZone === null) return null;
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone });
    return timeZone;
  } catch {
    return null;
  }
}
