interface SearchWords {
  wanted: string;
  /** How many messages were found; null while that is unknown. */
  found: number | null;
  /** The day back to which everything is searched; null when that is all. */
  backTo: string | null;
  isLoading: boolean;
}

/** How far a search has come, in a sentence. Empty while nothing is looked for. */
export function searchWords({ wanted, found, backTo, isLoading }: SearchWords): string {
  if (wanted === '' || (found === null && !isLoading)) return '';
  if (isLoading && !found) return backTo === null ? 'Searching' : `Searching, back to ${inSentence(backTo)}`;
  const how = !found ? 'Nothing found' : found === 1 ? '1 message found' : `${found} messages found`;
  const where = backTo === null ? 'in the whole chat' : `since ${inSentence(backTo)}`;
  return `${how} ${where}.`;
}

/** "Today" and "Yesterday" stand inside a sentence. */
function inSentence(day: string): string {
  return day === 'Today' || day === 'Yesterday' ? day.toLowerCase() : day;
}
