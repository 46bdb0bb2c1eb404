import { everyPersonalData } from '@sameboat/model/personal-data';

/** The README of an export: what is in it, and what is not. `at` is when it was made. */
export function exportReadme(at: Date): string {
  const files = everyPersonalData.filter(({ file }) => file !== null);
  const width = Math.max(...files.map(({ file }) => file?.length ?? 0)) + 5;
  return [
    'Your data from Sameboat',
    `Made on ${at.toISOString().slice(0, 10)}.`,
    '',
    'This is everything that is stored about you. The files are plain text that any editor opens.',
    'What is not there, there was none of. A file with a number is a further part of the one without.',
    '',
    ...files.map(({ file, exportNote }) => `${`${file}.json`.padEnd(width)}  ${exportNote}`),
    `${'pictures/'.padEnd(width)}  The pictures you uploaded. Their names are at the end of their paths in messages.json.`,
    '',
    'What other people wrote is not part of it, even where they wrote to you: it is theirs.',
    'Nobody else can make this file, and no copy of it is kept.',
    '',
  ].join('\n');
}
