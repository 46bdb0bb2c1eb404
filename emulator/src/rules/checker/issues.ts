import type { RulesIssue } from '../access.ts';
import type { Span } from '../lexer/span.ts';

/** Collects what the checks find, without saying the same thing of the same place twice. */
export class Issues {
  private readonly found = new Map<string, RulesIssue>();

  error(span: Span, message: string): void {
    this.add('ERROR', span, message);
  }

  warning(span: Span, message: string): void {
    this.add('WARNING', span, message);
  }

  /** In the order of the source. */
  sorted(): RulesIssue[] {
    return [...this.found.values()].sort((a, b) => a.line - b.line || a.column - b.column);
  }

  private add(severity: RulesIssue['severity'], { line, column }: Span, message: string): void {
    this.found.set(`${line}:${column} ${message}`, { severity, line, column, message });
  }
}
