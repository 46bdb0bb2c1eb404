import type { AccessRequest, Verdict } from '../rules/access.ts';

/** Enough for a file of tests; what is older is forgotten. */
const KEPT = 10_000;

/** What one evaluation of the rules took: a read, one write of a commit, or a query. */
export interface RuleCost {
  readonly path: string;
  readonly method: AccessRequest['method'];
  readonly uid: string | null;
  readonly allowed: boolean;
  /** Distinct documents looked at, of ten. */
  readonly accesses: number;
  /** Their paths; one that was looked at before and after the write stands here once. */
  readonly documents: readonly string[];
  /** Evaluated expressions, of 1,000. */
  readonly expressions: number;
}

/** The last evaluations of one project's rules, in the order in which they were asked for. */
export class RuleCosts {
  private kept: RuleCost[] = [];

  record({ path, method, auth }: AccessRequest, { allowed, cost }: Verdict): void {
    // Dropping half of them at a time costs less than one with each.
    if (this.kept.length >= 2 * KEPT) this.kept = this.kept.slice(-KEPT);
    const { accesses, expressions } = cost;
    const documents = [...cost.documents];
    this.kept.push({ path, method, uid: auth?.uid ?? null, allowed, accesses, documents, expressions });
  }

  last(): readonly RuleCost[] {
    return this.kept.slice(-KEPT);
  }

  clear(): void {
    this.kept = [];
  }
}
