export interface DemoDocument {
  readonly path: string;
  readonly data: Readonly<Record<string, unknown>>;
}
