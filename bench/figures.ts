/** One line of the table. Budgets are those of ARCHITECTURE.md. */
export interface Figure {
  readonly what: string;
  readonly unit:
    | 'ms'
    | 's'
    | 'KB'
    | 'MB'
    | 'a second'
    | 'reads'
    | 'writes'
    | 'rows'
    | 'times'
    | 'frames'
    | 'frames/s';
  readonly value: number;
  /** Null: no budget, told for its own sake. `atLeast` turns it round. */
  readonly budget: number | null;
  readonly atLeast?: boolean;
}

export const isWithin = ({ value, budget, atLeast }: Figure) =>
  budget === null || (atLeast ? value >= budget : value <= budget);

const shown = (value: number) =>
  value >= 100 || Number.isInteger(value) ? value.toFixed(0) : value.toFixed(1);

/** The figures beside their budgets, as lines of equal columns. */
export function toTable(figures: readonly Figure[]): string {
  const rows = figures.map((figure) => [
    figure.what,
    `${shown(figure.value)} ${figure.unit}`,
    figure.budget === null ? '' : `${figure.atLeast ? '≥' : '≤'} ${shown(figure.budget)}`,
    figure.budget === null ? '' : isWithin(figure) ? 'within' : 'OVER',
  ]);
  const all = [['what', 'measured', 'budget', ''], ...rows];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
