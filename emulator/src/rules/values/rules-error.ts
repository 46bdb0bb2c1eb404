/**
 * An evaluation error as a value. Operators pass it on; only `&&` and `||` may absorb it, when their other side
 * decides. `unresolved` marks what a first evaluation cannot know before documents have been fetched (it only words
 * denials, see messages/denial-message.ts).
 */
export class RulesError {
  constructor(
    readonly message: string,
    readonly unresolved: boolean = false,
  ) {}
}

export function propertyUndefined(name: string): RulesError {
  return new RulesError(`Property ${name} is undefined on object.`);
}

export const nullValueError = new RulesError('Null value error.');
export const typeError = new RulesError('Type error.');

/** A value that a query does not pin down: using it decides nothing, so it denies. */
export const unknownToQuery = new RulesError('The value is not determined by the query.');
