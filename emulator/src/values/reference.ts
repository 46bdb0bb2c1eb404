/** A document reference; `name` is the full resource name, `projects/P/databases/D/documents/c/d`. */
export class Reference {
  constructor(readonly name: string) {}
}
