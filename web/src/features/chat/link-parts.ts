import { tokenize } from 'linkifyjs';

/** A piece of a message: plain text, or a link as it is shown and where it leads. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly host: string; readonly rest: string };

/** How many characters are shown of what follows the host. */
const REST_SHOWN = 40;

/**
 * Finds links in what a person wrote. Only https addresses become links, and only if they begin with `https://` or
 * `www.`: "see.you" does not. The host is shown as the browser reads it, so that letters that look alike cannot
 * mislead.
 */
export function linkParts(text: string): TextPart[] {
  if (!/https:\/\/|www\./i.test(text)) return [{ kind: 'text', text }];
  const parts: TextPart[] = [];
  for (const token of tokenize(text)) {
    const link = token.t === 'url' ? toLink(token.v) : null;
    if (link !== null) {
      parts.push(link);
      continue;
    }
    const before = parts.at(-1);
    if (before?.kind === 'text') parts[parts.length - 1] = { kind: 'text', text: before.text + token.v };
    else parts.push({ kind: 'text', text: token.v });
  }
  return parts;
}

function toLink(written: string): TextPart | null {
  if (!/^(?:https:\/\/|www\.)/i.test(written)) return null;
  const address = /^www\./i.test(written) ? `https://${written}` : written;
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  // A user name before the host ("https://bank.example@elsewhere.example") is there only to mislead.
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const rest = `${url.pathname}${url.search}${url.hash}`.replace(/^\/$/, '');
  return {
    kind: 'link',
    href: url.href,
    host: url.host,
    rest: rest.length > REST_SHOWN ? `${rest.slice(0, REST_SHOWN)}…` : rest,
  };
}
