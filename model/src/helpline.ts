/** One service to turn to. Numbers as the service itself publishes them; `url` is where to check. */
export interface Helpline {
  name: string;
  /** Numbers to call, as people write them. */
  call?: readonly string[];
  /** A number to send a text message to, and what to write. */
  text?: { number: string; words: string };
  /** Opening hours in words; absent when they vary or could not be confirmed, then `url` tells. */
  hours?: string;
  url: string;
}

export interface CountryHelp {
  /** ISO 3166 code. */
  code: string;
  /** Emergency numbers, the one for an ambulance first. */
  emergency: readonly string[];
  lines: readonly Helpline[];
}

export const always = 'day and night';
