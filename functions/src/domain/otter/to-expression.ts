/** What a question may have at most to be taken for arithmetic, in UTF-16 code units. */
const lengthMax = 200;

const units =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen';
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety';
const values: Readonly<Record<string, number>> = Object.fromEntries([
  ...units.split(' ').map((word, value) => [word, value]),
  ...tens.split(' ').map((word, place) => [word, (place + 2) * 10]),
]);
const unit = units.replaceAll(' ', '|');
const ten = tens.replaceAll(' ', '|');
const compound = new RegExp(`\\b(${ten})[ -](${unit.split('|').slice(1, 10).join('|')})\\b`, 'g');
const single = new RegExp(`\\b(${unit}|${ten})\\b`, 'g');

/** In this order: longer words come before those that they contain. */
const signs: readonly (readonly [RegExp, string])[] = [
  [/[×∗⋅·✕✖]/g, '*'],
  [/[÷∕⁄]/g, '/'],
  [/[−–—﹣－]/g, '-'],
  [/\*\*/g, '^'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/√/g, ' sqrt '],
  [/\b(?:the )?square root of\b/g, ' sqrt '],
  [/\b(?:to the power of|raised to)\b/g, '^'],
  [/\bsquared\b/g, '^2'],
  [/\bcubed\b/g, '^3'],
  [/(?:%|\bper ?cent\b) of\b/g, ' /100* '],
  [/\b(?:multiplied by|times)\b/g, '*'],
  [/(?<=[\d)]) ?x ?(?=[\d(])/g, '*'],
  [/\b(?:divided by|over)\b/g, '/'],
  [/\bplus\b/g, '+'],
  [/\b(?:minus|less)\b/g, '-'],
];

const asking =
  /^(?:(?:please|can you|could you|tell me|do you know|what is|what's|whats|what’s|how much is|how many is|calculate|compute|work out)\b[\s,:]*)+/;

/**
 * A question as an expression in the signs + - * / ^ ( ), numbers with a point, and `sqrt`. Null when it is not about
 * numbers; 'nonsense' when it is and cannot be read.
 */
export function toExpression(question: string): string | 'nonsense' | null {
  if (question.length > lengthMax) return null;
  let rest = question
    .toLowerCase()
    .replace(asking, '')
    .replace(/[\s,.]*(?:please|for me)?[\s?!.=,]*$/, '');
  rest = rest
    .replace(compound, (_, tenWord: string, unitWord: string) =>
      String((values[tenWord] ?? 0) + (values[unitWord] ?? 0)),
    )
    .replace(single, (word) => String(values[word]));
  for (const [words, sign] of signs) rest = rest.replace(words, sign);
  rest = withPlainNumbers(rest).replace(/\s+/g, ' ').trim();
  if (!/^[\d.+\-*/^() sqrt]+$/.test(rest)) return isAboutNumbers(rest) ? 'nonsense' : null;
  if (!/\d/.test(rest)) return /[+*/^]/.test(rest) ? 'nonsense' : null;
  if (/\d \d/.test(rest)) return 'nonsense';
  return withPlainSigns(rest);
}

/** "1,234.5" → "1234.5", "12 000" → "12000", "2,5" → "2.5". */
function withPlainNumbers(text: string): string {
  return text
    .replace(/(?<![\d.,])\d{1,3}(?:[,’'\u00a0\u2009\u202f ]\d{3})+(?!\d)/g, (number) =>
      number.replace(/[^\d]/g, ''),
    )
    .replace(/(?<![\d.,])(\d+),(\d{1,2})(?![\d,])/g, '$1.$2');
}

/**
 * Writes every minus before a number as a subtraction or a factor, as -2^2 is -4: a parser that binds a sign tighter than
 * a power would make it 4. "2(3)" is a product.
 */
function withPlainSigns(text: string): string {
  let plain = text
    .replaceAll(' ', '')
    .replace(/sqrt(\d+(?:\.\d+)?)/g, 'sqrt($1)')
    .replace(/([\d)])(?=\(|sqrt)/g, '$1*')
    .replace(/\)(?=\d)/g, ')*');
  for (let before = ''; before !== plain; ) {
    before = plain;
    plain = plain.replace(/\+-|-\+/g, '-').replace(/\+\+|--/g, '+');
  }
  return plain
    .replace(/(^|\()([+-])/g, '$10$2')
    .replace(/\*-/g, '*(0-1)*')
    .replace(/\/-/g, '/(0-1)/');
}

/** Numbers with a sign between or after them, in whatever else there is. */
function isAboutNumbers(text: string): boolean {
  return /\d\s*[+*/^×÷]|[+*/^]\s*\d|\d\s+-\s|\/100\*|\d\s*%/.test(text);
}
