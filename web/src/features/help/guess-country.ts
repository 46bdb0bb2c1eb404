const key = 'sameboat.country';

/**
 * The country somebody is likely in, from the languages of their browser: the first that names a region, else the region
 * where the first is mostly spoken. Nothing is asked of any server. Null when nothing fits.
 */
export const guessCountry = (languages: readonly string[]): string | null => {
  const locales = languages.flatMap((language) => {
    try {
      return [new Intl.Locale(language)];
    } catch {
      return [];
    }
  });
  return locales.find((locale) => locale.region)?.region ?? locales[0]?.maximize().region ?? null;
};

/** The country chosen earlier on this device, or the guess. */
export const rememberedCountry = (): string | null => {
  try {
    const chosen = localStorage.getItem(key);
    if (chosen) return chosen;
  } catch {
    // Without storage the guess must do.
  }
  return guessCountry(navigator.languages);
};

export const rememberCountry = (code: string): void => {
  try {
    localStorage.setItem(key, code);
  } catch {
    // It is chosen again next time.
  }
};
