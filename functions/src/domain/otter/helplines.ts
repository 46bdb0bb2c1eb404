import type { CountryHelp, Helpline } from '@sameboat/model/helpline';
import { countries, directories } from '@sameboat/model/helplines';
import type { OtterAnswer } from '@sameboat/model/otter';
import { countryIn, countryName } from './country-in.ts';

const asking =
  /\b(?:help|hot|crisis|emergency|support) ?(?:lines?|numbers?)\b|\bwho can i (?:call|ring|phone|talk to)\b/i;

/** The answer to a question about helplines; null for any other question. */
export function answerHelplines(question: string): OtterAnswer | null {
  if (!asking.test(question)) return null;
  const code = countryIn(question);
  if (code === null) {
    return {
      text: 'For which country? Ask me “Hey Otter, helplines for Ireland”, for example. Help has them all.',
      page: '/help',
    };
  }
  const country = countries.find((each) => each.code === code);
  return { text: country ? wordsFor(country) : unknown(code), page: '/help' };
}

/** Emergency numbers and helplines of a country in a few lines. */
function wordsFor({ code, emergency, lines }: CountryHelp): string {
  return [
    `${countryName(code)}. In an emergency, call ${emergency.join(' or ')}.`,
    ...lines.map(lineWords),
  ].join('\n');
}

function lineWords({ name, call, text, hours, url }: Helpline): string {
  const ways = [
    ...(call ? [`call ${call.join(' or ')}`] : []),
    ...(text ? [`text ${text.words} to ${text.number}`] : []),
  ];
  return `${name}: ${[ways.join(', or '), hours].filter(Boolean).join(', ')}. ${url}`.replace(': . ', ': ');
}

function unknown(code: string): string {
  const known = directories.map(({ name, url }) => `${name}: ${url}`);
  return [`I have no numbers for ${countryName(code)}. These lists may:`, ...known].join('\n');
}
