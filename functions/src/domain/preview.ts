import { withoutIsolates } from '@sameboat/model/mention-text';

/** What a preview needs to know of a message. */
export interface Previewed {
  readonly text: string;
  readonly images: readonly { readonly alt: string }[];
  readonly contentNote: string | null;
  readonly deletedAt: unknown;
}

const longest = 140;

/**
 * One line that stands for a message in a chat list: at most 140 characters (code points), an ellipsis
 * included. What the author veiled or took back is never in it.
 */
export function previewOf(message: Previewed): string {
  if (message.deletedAt !== null) return 'Message deleted';
  if (message.contentNote !== null) return shorten(`Content note: ${message.contentNote}`);
  return shorten(message.text) || picturesOf(message.images);
}

function picturesOf(images: Previewed['images']): string {
  const [first] = images;
  if (first === undefined) return '';
  if (images.length > 1) return `${images.length} pictures`;
  return first.alt ? shorten(`Picture: ${first.alt}`) : 'Picture';
}

/** Cut between graphemes, so that neither an emoji nor an accent is torn. */
function shorten(text: string): string {
  // Beyond this many code units nothing can be left over, however the blanks fall out of it.
  const line = withoutIsolates(text.slice(0, longest * 16))
    .replace(/\s+/gu, ' ')
    .trim();
  if ([...line].length <= longest) return line;
  let cut = '';
  let length = 0;
  for (const { segment } of new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(line)) {
    length += [...segment].length;
    if (length >= longest) break;
    cut += segment;
  }
  return `${cut.trimEnd()}…`;
}
