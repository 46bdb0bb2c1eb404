/** One stretch of talk: when it began, and who said what. A number before a line is a pause in minutes. */
export interface Scene {
  readonly daysAgo: number;
  /** `HH:MM`, in UTC. */
  readonly from: string;
  readonly lines: readonly Line[];
}

export interface Line {
  readonly who: string;
  readonly text: string;
  /** Minutes since the line before. */
  readonly pause: number;
  readonly note?: string;
  readonly reactions?: Readonly<
    Record<string, 'like' | 'laugh' | 'heart' | 'sad' | 'eyes' | 'wow' | 'angry'>
  >;
  /** How many lines before this one the answered line is. */
  readonly answers?: number;
  readonly mentions?: readonly string[];
  readonly deleted?: boolean;
}

type Extra = Omit<Line, 'who' | 'text' | 'pause'> & { readonly pause?: number };

/** `scene(3, '19:30', ['ada', 'Hello'], ['ben', 'Hi', { pause: 10 }])` */
export function scene(
  daysAgo: number,
  from: string,
  ...lines: readonly (readonly [who: string, text: string, extra?: Extra])[]
): Scene {
  return {
    daysAgo,
    from,
    lines: lines.map(([who, text, extra], index) => ({
      who,
      text,
      // People answer quickly and slowly; the same every time the demo is filled.
      pause: [1, 2, 1, 4, 1, 3, 7, 2][(index + text.length) % 8] ?? 1,
      ...extra,
    })),
  };
}
