const pseudos = ['hover', 'active', 'focus-visible', 'focus'] as const;

/** Only a control takes the focus; everything around a pointer is hovered. */
const inside = (name: (typeof pseudos)[number]) =>
  name.startsWith('focus')
    ? `[data-look~="${name}"] :is(a, button, input, select, textarea)`
    : `[data-look~="${name}"], [data-look~="${name}"] *`;

/**
 * Makes every rule for `:hover`, `:active` and focus hold also inside an element with `data-look="hover"` and so on, so
 * that states which only a hand can bring about stand still on one page.
 */
export function forceStates(): void {
  for (const sheet of document.styleSheets) {
    try {
      addTwins(sheet);
    } catch {
      // A sheet that may not be read has nothing of ours.
    }
  }
}

function addTwins(group: CSSStyleSheet | CSSGroupingRule): void {
  for (let index = group.cssRules.length - 1; index >= 0; index -= 1) {
    const rule = group.cssRules[index];
    if (rule instanceof CSSStyleRule) {
      const selector = pseudos.reduce(
        (text, name) => text.replaceAll(new RegExp(`:${name}(?![-\\w])`, 'gu'), `:is(${inside(name)})`),
        rule.selectorText,
      );
      if (selector !== rule.selectorText && !rule.selectorText.includes('data-look'))
        group.insertRule(`${selector} { ${rule.style.cssText} }`, index + 1);
    } else if (rule instanceof CSSGroupingRule) addTwins(rule);
  }
}
