const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Names that people use beside those of the standard. */
const others: Readonly<Record<string, string>> = {
  usa: 'US',
  america: 'US',
  'the states': 'US',
  uk: 'GB',
  britain: 'GB',
  england: 'GB',
  scotland: 'GB',
  wales: 'GB',
  'northern ireland': 'GB',
  holland: 'NL',
  turkey: 'TR',
  'czech republic': 'CZ',
  czechia: 'CZ',
  'ivory coast': 'CI',
  burma: 'MM',
  'hong kong': 'HK',
  macau: 'MO',
  bosnia: 'BA',
  palestine: 'PS',
};

/** Codes by plain name, the longest name first, so that "South Sudan" is not Sudan. */
const byName: readonly (readonly [string, string])[] = (() => {
  const named = letters.flatMap((first) =>
    letters.flatMap((second): [string, string][] => {
      const name = names.of(first + second);
      return name === undefined ? [] : [[plain(name), first + second]];
    }),
  );
  return [...Object.entries(others), ...named].toSorted(([a], [b]) => b.length - a.length);
})();

/** The ISO 3166 code of the country that a text names, in English or as a code in capitals; null when it names none. */
export function countryIn(text: string): string | null {
  const words = ` ${plain(text)} `;
  const named = byName.find(([name]) => words.includes(` ${name} `));
  if (named) return named[1];
  const codes: readonly string[] = text.match(/\b[A-Z]{2}\b/g) ?? [];
  return codes.find((code) => names.of(code) !== undefined) ?? null;
}

/** The English name of a country, by its code. */
export function countryName(code: string): string {
  return names.of(code) ?? code;
}

/** Lower case, without accents and signs: "Côte d’Ivoire" → "cote d ivoire". */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
