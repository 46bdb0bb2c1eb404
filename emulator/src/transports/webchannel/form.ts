/** What the client posts: headers it may not set itself, and numbered messages. */
export interface ChannelForm {
  /** By lower-case name. */
  readonly headers: ReadonlyMap<string, string>;
  /** The number of the first message. */
  readonly offset: number;
  /** JSON texts. */
  readonly messages: readonly string[];
}

export function parseForm(body: string): ChannelForm {
  const form = new URLSearchParams(body);
  const messages: string[] = [];
  for (let index = 0; ; index += 1) {
    const message = form.get(`req${index}___data__`);
    if (message === null) break;
    messages.push(message);
  }
  return {
    headers: parseHeaders(form.get('headers') ?? ''),
    offset: Number(form.get('ofs') ?? 0) || 0,
    messages,
  };
}

/** One `Name: value` a line. */
export function parseHeaders(text: string): ReadonlyMap<string, string> {
  const headers = new Map<string, string>();
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).trim().toLowerCase(), line.slice(colon + 1).trim());
  }
  return headers;
}
