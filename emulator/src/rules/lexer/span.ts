/** A stretch of source: UTF-16 offsets `[start, end)`, and where it starts. Lines and columns count from 1. */
export interface Span {
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

/** The stretch from the start of `first` to the end of `last`. */
export function spanning(first: Span, last: Span): Span {
  return { start: first.start, end: last.end, line: first.line, column: first.column };
}
