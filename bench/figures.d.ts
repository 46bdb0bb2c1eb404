/** One line of the table. Budgets are those of ARCHITECTURE.md. */
export interface Figure {
    readonly what: string;
    readonly unit: 'ms' | 's' | 'KB' | 'MB' | 'a second' | 'reads' | 'writes' | 'rows' | 'times' | 'frames/s';
    readonly value: number;
    /** Null: no budget, told for its own sake. `atLeast` turns it round. */
    readonly budget: number | null;
    readonly atLeast?: boolean;
}
export declare const isWithin: ({ value, budget, atLeast }: Figure) => boolean;
/** The figures beside their budgets, as lines of equal columns. */
export declare function toTable(figures: readonly Figure[]): string;
