/** A trigger's document pattern: `chats/{chat}/messages/{message}`, `a/*`, `{all=**}`. */
export type PathPattern = (path: string) => boolean;

const ESCAPED = /[.+?^${}()|[\]\\]/g;

/** `exact` patterns are compared as they are. Slashes around a pattern do not count. */
export function compilePathPattern(pattern: string, exact: boolean): PathPattern {
  const trimmed = pattern.replace(/^\/+|\/+$/g, '');
  if (exact) return (path) => path === trimmed;
  const source = trimmed.split('/').map(toSource).join('/');
  const expression = new RegExp(`^${source}$`, 's');
  return (path) => expression.test(path);
}

function toSource(segment: string): string {
  // A wildcard may stand inside a segment, with text around it.
  return segment
    .split(/(\{[^{}]*\}|\*\*|\*)/)
    .map((part) => {
      if (part === '**' || /^\{[^{}]*=\*\*\}$/.test(part)) return '.+';
      if (part === '*' || /^\{[^{}]*\}$/.test(part)) return '[^/]+';
      return part.replace(ESCAPED, '\\$&');
    })
    .join('');
}
