import type { TypedJson } from './typed-json.ts';

export interface SeenValue {
  readonly value: TypedJson;
  readonly count: number;
}

export interface ReportEntry {
  readonly sourcePosition: {
    readonly fileName: string;
    readonly line: number;
    readonly column: number;
    /** Offsets into the file: where the expression starts, and behind its last character. */
    readonly currentOffset: number;
    readonly endOffset: number;
  };
  readonly values?: readonly SeenValue[];
  readonly children?: readonly ReportEntry[];
}

export interface CoverageReport {
  readonly rules: { readonly files: readonly { readonly name: string; readonly content: string }[] };
  readonly report: readonly ReportEntry[];
}
