/** The list of places in pieces, made by places-build.ts. */
declare module 'virtual:places' {
  interface Pieces {
    /** What each piece begins with, in order. */
    readonly from: readonly string[];
    /** Loads a piece: rows as readFoundPlace of the model reads them, one a line. */
    readonly load: readonly (() => Promise<{ readonly default: string }>)[];
  }
  /** By name, in whole. */
  export const chunks: Pieces;
  /** The most populous places of what begins more names than one chunk holds. */
  export const heads: Pieces;
  /** By geohash. */
  export const cells: Pieces;
}
