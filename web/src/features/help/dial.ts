/** `tel:` address of a number as people write it: digits, * and + alone count. */
export const dialAddress = (number: string): string =>
  `tel:${number.replace(/[^\d*+]/gu, '').replace(/\*/gu, '%2A')}`;

/** `sms:` address with the first words filled in, in the form that both phone systems read. */
export const textAddress = (number: string, words: string): string =>
  `sms:${number}?&body=${encodeURIComponent(words)}`;
