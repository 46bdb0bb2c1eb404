import type { CountryHelp } from './helpline.ts';
import { americas } from './helplines-americas.ts';
import { asiaAfricaOceania } from './helplines-asia-africa-oceania.ts';
import { europe } from './helplines-europe.ts';

export const countries: readonly CountryHelp[] = [...europe, ...americas, ...asiaAfricaOceania];

/** For every other country, and when a number above has changed. */
export const directories: readonly { name: string; words: string; url: string }[] = [
  {
    name: 'Find A Helpline',
    words: 'Helplines in more than 130 countries, kept up to date.',
    url: 'https://findahelpline.com',
  },
  {
    name: 'International Association for Suicide Prevention',
    words: 'Crisis centres, country by country.',
    url: 'https://www.iasp.info/crisis-centres-helplines/',
  },
  {
    name: 'Befrienders Worldwide',
    words: 'Volunteers who listen, in many countries.',
    url: 'https://befrienders.org',
  },
];
