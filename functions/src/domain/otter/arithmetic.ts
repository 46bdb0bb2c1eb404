import { calculate } from './calculate.ts';
import { numberWords } from './number-words.ts';
import { toExpression } from './to-expression.ts';

const problems = {
  nonsense: 'I could not work that out. Try something like “12 times 7” or “15 percent of 80”.',
  'division-by-zero': 'Nothing can be divided by zero, so I have no number for that.',
  'too-big': 'That number is too long for me. I can work with numbers of up to 30 digits.',
} as const;

/** The answer to a question about numbers; null for any other question. */
export function answerArithmetic(question: string): string | null {
  const expression = toExpression(question);
  if (expression === null) return null;
  if (expression === 'nonsense') return problems.nonsense;
  const result = calculate(expression);
  if ('problem' in result) return problems[result.problem];
  const { words, isRounded } = numberWords(result.value);
  return isRounded ? `That is about ${words}.` : `That is ${words}.`;
}
