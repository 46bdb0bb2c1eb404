/** The query that opens a chat at one of its messages. */
const PARAMETER = 'message';

/** Where a link inside a chat goes to lead to a message of it. */
export function messageLink(messageId: string): { search: string } {
  return { search: `?${new URLSearchParams({ [PARAMETER]: messageId })}` };
}

/** The message that this address leads to; null when it leads to none. */
export function linkedMessage(search: URLSearchParams): string | null {
  return search.get(PARAMETER);
}

/** The rest of the address. */
export function withoutMessage(search: URLSearchParams): URLSearchParams {
  const rest = new URLSearchParams(search);
  rest.delete(PARAMETER);
  return rest;
}
