/**
 * The RegExp that gives the verdict of `text.matches(pattern)` in the security rules: RE2 syntax, the whole text.
 * Patterns are written once, in the RE2 syntax that JavaScript shares with it: no lookaround, no script names, code
 * points as \x{…}, and (?i) or (?s) at the start only.
 */
export function fromRe2(pattern: string): RegExp {
  const [, flags = '', body = ''] = /^(?:\(\?([is]+)\))?(.*)$/s.exec(pattern) ?? [];
  return new RegExp(`^(?:${body.replaceAll('\\x{', '\\u{')})$`, `u${flags}`);
}

/** The RegExp for `text.replace(pattern, …)` in the security rules, which replaces every match. */
export function everyRe2(pattern: string): RegExp {
  return new RegExp(pattern.replaceAll('\\x{', '\\u{'), 'gu');
}

/** The pattern as a string literal of firestore.rules, where every backslash is doubled. It must hold no quote. */
export function inRules(pattern: string): string {
  return `'${pattern.replaceAll('\\', '\\\\')}'`;
}
