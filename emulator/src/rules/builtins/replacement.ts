import type { Matcher, RE2JS } from 're2js';

/** Text as it is, or the number or name of a group. */
export type ReplacementPart = string | { readonly group: number | string };

/**
 * The parts of a replacement as RE2/J reads it: `$1` and `${name}` are groups, `\` quotes what follows, and a `$` that
 * names no group or a last `\` stands for itself. null when it names a group that the pattern does not have.
 */
export function parseReplacement(replacement: string, pattern: RE2JS): readonly ReplacementPart[] | null {
  const parts: ReplacementPart[] = [];
  let at = 0;
  while (at < replacement.length) {
    const char = replacement.charAt(at);
    const next = replacement.charAt(at + 1);
    if (char === '\\' && next !== '') {
      parts.push(next);
      at += 2;
    } else if (char === '$' && /[0-9]/.test(next)) {
      const digits = groupDigits(replacement, at + 1, pattern.groupCount());
      if (Number(digits) > pattern.groupCount()) return null;
      parts.push({ group: Number(digits) });
      at += 1 + digits.length;
    } else if (char === '$' && next === '{') {
      const name = /^[^} ]*(?=\})/.exec(replacement.slice(at + 2))?.[0];
      if (name === undefined || !Object.hasOwn(pattern.namedGroups(), name)) return null;
      parts.push({ group: name });
      at += name.length + 3;
    } else {
      parts.push(char);
      at += 1;
    }
  }
  return parts;
}

/** As many digits as still name a group, and at least one. */
function groupDigits(replacement: string, start: number, groupCount: number): string {
  let digits = replacement.charAt(start);
  for (let at = start + 1; /[0-9]/.test(replacement.charAt(at)); at += 1) {
    if (Number(digits + replacement.charAt(at)) > groupCount) break;
    digits += replacement.charAt(at);
  }
  return digits;
}

/** What a part stands for at the match where `matcher` is; a group that took no part is empty. */
export function expandPart(part: ReplacementPart, matcher: Matcher): string {
  return typeof part === 'string' ? part : (matcher.group(part.group) ?? '');
}
