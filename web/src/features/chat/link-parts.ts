import { tokenize } from 'linkifyjs';

/** A piece of a message: plain text, or a link as it is shown and where it leads. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly host: string; readonly rest: string };

/** Of what follows the host, so much is shown. */
const REST_SHOWN = 40;

/**
 * Finds links in what a person wrote. Only https leads anywhere, and only when it was written as an address (with
 * `https://` or `www.`): "see.you" is no link. The host is shown as the browser reads it, so that letters that only
 * look like others cannot pass for them.
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
  // A name before the host ("https://bank.example@elsewhere.example") serves only to mislead.
  if (url.protocol !== 'https:' || url.username !== '' || url.password !== '') return null;
  const rest = `${url.pathname}${url.search}${url.hash}`.replace(/^\/$/, '');
  return {
    kind: 'link',
    href: url.href,
    host: url.host,
    rest: rest.length > REST_SHOWN ? `${rest.slice(0, REST_SHOWN)}…` : rest,
  };
}
