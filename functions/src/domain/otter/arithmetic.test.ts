import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerArithmetic } from './arithmetic.ts';

describe('answerArithmetic', () => {
  it.each([
    ['what is 12 times 7?', '84'],
    ["what's 12 x 7", '84'],
    ['12×7', '84'],
    ['calculate 1,234 plus 1', '1,235'],
    ['84 divided by 7', '12'],
    ['84 ÷ 7 =', '12'],
    ['84 over 7, please', '12'],
    ['9 minus 12', '-3'],
    ['9 − 12', '-3'],
    ['15 percent of 80', '12'],
    ['15% of 80', '12'],
    ['what is 7 squared', '49'],
    ['2 cubed', '8'],
    ['2²', '4'],
    ['2^10', '1,024'],
    ['2 to the power of 3', '8'],
    ['2^3^2', '512'],
    ['-2^2', '-4'],
    ['3 * -2^2', '-12'],
    ['6 / -2', '-3'],
    ['5 - -3', '8'],
    ['5 + -3', '2'],
    ['2^-2', '0.25'],
    ['2 (3 + 4)', '14'],
    ['(1 + 2)(3 + 4)', '21'],
    ['the square root of 16', '4'],
    ['√9 + 1', '4'],
    ['0.1 + 0.2', '0.3'],
    ['2,5 + 2,5', '5'],
    ['1 000 000 + 1', '1,000,001'],
    ['1,000.50 times 2', '2,001'],
    ['twelve times seven', '84'],
    ['twenty-one plus twenty one', '42'],
    ['123456789 × 987654321', '121,932,631,112,635,269'],
    ['42', '42'],
    ['0 times -5', '0'],
  ])('answers “%s” with %s', (question, value) => {
    expect(answerArithmetic(question)).toBe(`That is ${value}.`);
  });

  it('says “about” when it leaves digits out', () => {
    expect(answerArithmetic('10 divided by 3')).toBe('That is about 3.3333333333.');
    expect(answerArithmetic('1 divided by 10^20')).toBe('That is about 0.');
  });

  it.each(['1 / 0', '5 divided by (3 - 3)', '0^-1', '12 over zero'])(
    'does not divide by zero in “%s”',
    (question) => {
      expect(answerArithmetic(question)).toMatch(/divided by zero/);
    },
  );

  it.each(['9^999', '10^30', '9^9^9', '999999999999 ^ 999999999999', '2^100000', `1${'0'.repeat(60)}`])(
    'says that “%s” is too long',
    (question) => {
      expect(answerArithmetic(question)).toMatch(/too long for me/);
    },
  );

  it.each([
    '12 times',
    '7 plus banana',
    '5 5 + 1',
    '1 +* 2',
    '((1 + 2)',
    '1..2 + 3',
    'the square root of -4',
    '3 % 2',
    '* 5',
  ])('says kindly that it cannot work out “%s”', (question) => {
    expect(answerArithmetic(question)).toMatch(/^I could not work that out/);
  });

  it.each([
    'why is the sky blue',
    '',
    'constructor',
    'process.exit(1)',
    'this',
    'sqrt',
    'I am 30 and I feel old',
    'this is a well-known 24-7 thing',
  ])('leaves “%s” to others', (question) => {
    expect(answerArithmetic(question)).toBeNull();
  });

  it('never answers with more than a sentence and never throws, whatever is asked', () => {
    const piece = fc.constantFrom(
      '1',
      '23',
      '.',
      ',',
      '+',
      '-',
      '*',
      '/',
      '^',
      '(',
      ')',
      ' ',
      'sqrt',
      '%',
      'of',
      '²',
      'x',
    );
    const question = fc.oneof(
      fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
      fc.string(),
    );
    fc.assert(
      fc.property(question, (text) => {
        const answer = answerArithmetic(text);
        expect(answer === null || answer.length < 160).toBe(true);
      }),
    );
  });

  it('agrees with whole numbers counted exactly', () => {
    const number = fc.integer({ min: 0, max: 99_999 });
    const sign = fc.constantFrom(['+', 'plus'] as const, ['-', 'minus'] as const, ['*', 'times'] as const);
    fc.assert(
      fc.property(number, sign, number, sign, number, (a, [s, sWord], b, [t, tWord], c) => {
        const [x, y, z] = [BigInt(a), BigInt(b), BigInt(c)];
        const of = (left: bigint, op: string, right: bigint) =>
          op === '+' ? left + right : op === '-' ? left - right : left * right;
        const value = t === '*' && s !== '*' ? of(x, s, of(y, t, z)) : of(of(x, s, y), t, z);
        const words = new Intl.NumberFormat('en').format(value);
        expect(answerArithmetic(`${a} ${sWord} ${b} ${tWord} ${c}`)).toBe(`That is ${words}.`);
      }),
    );
  });
});
