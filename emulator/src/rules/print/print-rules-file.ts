import type {
  AllowStatement,
  FunctionDeclaration,
  MatchBlock,
  PatternSegment,
  RulesFile,
  ServiceBlock,
} from '../parser/ast.ts';
import { printExpression } from './print-expression.ts';

/** A whole file as source that parses to the same tree. */
export function printRulesFile(file: RulesFile): string {
  const version = file.versionDeclared ? [`rules_version = '${file.version}';`] : [];
  const functions = file.functions.flatMap((declaration) => printFunction(declaration));
  return `${[...version, ...functions, ...file.services.flatMap(printService)].join('\n')}\n`;
}

function indented(lines: readonly string[]): string[] {
  return lines.map((line) => `  ${line}`);
}

function printService(service: ServiceBlock): string[] {
  const inner = [...service.functions.flatMap(printFunction), ...service.matches.flatMap(printMatch)];
  return [`service ${service.name} {`, ...indented(inner), '}'];
}

function printMatch(block: MatchBlock): string[] {
  const inner = [
    ...block.functions.flatMap(printFunction),
    ...block.allows.map(printAllow),
    ...block.matches.flatMap(printMatch),
  ];
  return [`match ${block.pattern.map(printSegment).join('')} {`, ...indented(inner), '}'];
}

function printSegment(segment: PatternSegment): string {
  if (segment.kind === 'text') return `/${segment.text}`;
  return segment.kind === 'single' ? `/{${segment.name}}` : `/{${segment.name}=**}`;
}

function printAllow({ methods, condition }: AllowStatement): string {
  const suffix = condition === null ? '' : `: if ${printExpression(condition)}`;
  return `allow ${methods.join(', ')}${suffix};`;
}

function printFunction(declaration: FunctionDeclaration): string[] {
  const parameters = declaration.parameters.map(({ name }) => name).join(', ');
  const lets = declaration.lets.map(({ name, value }) => `let ${name} = ${printExpression(value)};`);
  const result = `return ${printExpression(declaration.result)};`;
  return [`function ${declaration.name}(${parameters}) {`, ...indented([...lets, result]), '}'];
}
