/** The emulator's own routes: what firebase-tools and the test libraries ask of it beside Firestore itself. */
import {
  type Exchange,
  type HttpTransport,
  readBody,
  sendError,
  sendJson,
  sendNotFound,
  sendText,
} from '../../http/exchange.ts';
import type { RulesIssue } from '../../rules/access.ts';
import type { DatabaseId } from '../../values/document.ts';
import { fromDatabaseName } from '../../values/resource-name.ts';
import { StatusError } from '../../values/status.ts';
import { fromAuthorization } from '../../wire/caller.ts';
import { invalidPayload } from '../../wire/invalid-payload.ts';
import { asObject } from '../../wire/json-scalar.ts';
import { parseJson } from '../../wire/parse-json.ts';

export interface Administration {
  /** The problems of the rules; with an error among them the old rules stay. */
  loadRules(project: string, content: string): readonly RulesIssue[];
  /** null: the project has no rules. */
  ruleCoverage(project: string): { readonly json: string; readonly html: string } | null;
  /** null: they are not recorded for this project. */
  ruleCosts(project: string): { last(): readonly unknown[]; clear(): void } | null;
  /** What each kind of caller has read and written. */
  usage(project: string): unknown;
  clearUsage(project: string): void;
  clear(database: DatabaseId): void;
  reset(): void;
  putLegacyTrigger(project: string, id: string, body: unknown): void;
  putEventarcTrigger(project: string, id: string, body: unknown): void;
  removeTrigger(project: string, id: string): void;
  exportTo(database: DatabaseId, directory: string, name: string): Promise<void>;
  importFrom(database: DatabaseId, file: string): void;
}

const EMPTY = '{\n}\n';
const RULES = /^\/emulator\/v1\/projects\/([^/:]+):securityRules$/;
const COVERAGE = /^\/emulator\/v1\/projects\/([^/:]+):ruleCoverage(\.html)?$/;
const COSTS = /^\/emulator\/v1\/projects\/([^/:]+):ruleCosts$/;
const USAGE = /^\/emulator\/v1\/projects\/([^/:]+):usage$/;
const DOCUMENTS = /^\/emulator\/v1\/projects\/([^/:]+)\/databases\/([^/:]+)\/documents$/;
const TRIGGER = /^\/emulator\/v1\/projects\/([^/:]+)\/triggers\/(.+)$/;
const EVENTARC = /^\/emulator\/v1\/projects\/([^/:]+)\/eventarcTrigger$/;
const TRANSFER = /^\/emulator\/v1\/projects\/[^/:]+(?:\/databases\/[^/:]+)?:(export|import)$/;

export function createAdministrationTransport(administration: Administration): HttpTransport {
  return (exchange) => {
    const { method, path, response } = exchange;
    const act = actionOf(administration, exchange);
    if (act) {
      act().catch((error) => sendError(response, error));
      return true;
    }
    if (path === '/' && (method === 'GET' || method === 'HEAD')) {
      sendText(response, 200, 'Ok\n');
      return true;
    }
    if (!path.startsWith('/emulator/')) return false;
    sendNotFound(response);
    return true;
  };
}

/** null: the path and method name nothing. */
function actionOf(administration: Administration, exchange: Exchange): (() => Promise<void>) | null {
  const { method, response, request } = exchange;
  const path = decodePath(exchange.path);
  const [, rulesProject] = (method === 'PUT' && RULES.exec(path)) || [];
  if (rulesProject !== undefined) {
    return async () => putRules(administration, exchange, rulesProject, await readBody(request));
  }
  const [, coverageProject, html] = (method === 'GET' && COVERAGE.exec(path)) || [];
  if (coverageProject !== undefined) {
    return async () => sendCoverage(administration, exchange, coverageProject, html !== undefined);
  }
  const [, costsProject] = ((method === 'GET' || method === 'DELETE') && COSTS.exec(path)) || [];
  if (costsProject !== undefined) return async () => sendCosts(administration, exchange, costsProject);
  const [, usageProject] = ((method === 'GET' || method === 'DELETE') && USAGE.exec(path)) || [];
  if (usageProject !== undefined) {
    return async () => {
      const usage = JSON.stringify(administration.usage(usageProject));
      if (method === 'DELETE') administration.clearUsage(usageProject);
      sendJson(response, 200, method === 'DELETE' ? EMPTY : usage);
    };
  }
  const [, project, database] = (method === 'DELETE' && DOCUMENTS.exec(path)) || [];
  if (project !== undefined && database !== undefined) {
    return async () => {
      administration.clear({ project, database });
      sendJson(response, 200, EMPTY);
    };
  }
  if (method === 'POST' && path === '/reset') {
    return async () => {
      administration.reset();
      sendText(response, 200, 'Resetting...\n');
    };
  }
  const [, transfer] = (method === 'POST' && TRANSFER.exec(path)) || [];
  if (transfer !== undefined) {
    return async () => runTransfer(administration, exchange, transfer, await readBody(request));
  }
  return triggerActionOf(administration, exchange, path);
}

function triggerActionOf(
  administration: Administration,
  { method, query, request, response }: Exchange,
  path: string,
): (() => Promise<void>) | null {
  const [, project, id] = TRIGGER.exec(path) ?? [];
  if (project !== undefined && id !== undefined && (method === 'PUT' || method === 'DELETE')) {
    return async () => {
      const body = await readBody(request);
      if (method === 'PUT') administration.putLegacyTrigger(project, id, parseJson(body));
      else administration.removeTrigger(project, id);
      sendJson(response, 200, EMPTY);
    };
  }
  const [, eventarcProject] = EVENTARC.exec(path) ?? [];
  const eventarcId = query.get('eventarcTriggerId');
  if (eventarcProject === undefined || eventarcId === null || (method !== 'POST' && method !== 'DELETE'))
    return null;
  return async () => {
    const body = await readBody(request);
    if (method === 'POST') administration.putEventarcTrigger(eventarcProject, eventarcId, parseJson(body));
    else administration.removeTrigger(eventarcProject, eventarcId);
    sendJson(response, 200, EMPTY);
  };
}

function putRules(
  administration: Administration,
  { response }: Exchange,
  project: string,
  body: string,
): void {
  const { rules, ignore_errors: ignored, ignoreErrors } = asObject(parseJson(body));
  // As in every message, what is left out or null is empty.
  const { files } = asObject(rules ?? {});
  if (!Array.isArray(files ?? [])) throw invalidPayload();
  const [file] = Array.isArray(files) ? files : [];
  // The reference fails in this way, with no message.
  if (file === undefined) throw new StatusError('UNKNOWN', '');
  const content = asObject(file).content ?? '';
  if (typeof content !== 'string') throw invalidPayload();
  const issues = administration.loadRules(project, content);
  const errors = issues.filter(({ severity }) => severity === 'ERROR');
  if (errors.length > 0 && ignored !== true && ignoreErrors !== true) {
    const lines = errors.map(({ line, column, message }) => `L${line}:${column} ${message}`);
    throw new StatusError('INVALID_ARGUMENT', `Error compiling rules:\n${lines.join('\n')}`);
  }
  sendJson(
    response,
    200,
    issues.length === 0 ? EMPTY : `${JSON.stringify({ issues: issues.map(toIssue) })}\n`,
  );
}

function toIssue({ severity, line, column, message }: RulesIssue) {
  return { sourcePosition: { line, column }, description: message, severity };
}

function sendCoverage(
  administration: Administration,
  { response }: Exchange,
  project: string,
  html: boolean,
): void {
  const coverage = administration.ruleCoverage(project);
  if (!coverage) throw new StatusError('NOT_FOUND', `The project ${project} has no rules.`);
  if (!html) sendJson(response, 200, coverage.json);
  else {
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' });
    response.end(coverage.html);
  }
}

function sendCosts(administration: Administration, { method, response }: Exchange, project: string): void {
  const costs = administration.ruleCosts(project);
  if (!costs) {
    throw new StatusError(
      'NOT_FOUND',
      `The rules of ${project} are not measured. Set FIRESTORE_EMULATOR_RULE_COSTS, or put rules for this project.`,
    );
  }
  const last = costs.last();
  if (method === 'DELETE') costs.clear();
  sendJson(response, 200, method === 'DELETE' ? EMPTY : JSON.stringify(last));
}

const TRANSFER_KEYS: Readonly<Record<string, 'database' | 'directory' | 'name'>> = {
  database: 'database',
  export_directory: 'directory',
  exportDirectory: 'directory',
  export_name: 'name',
  exportName: 'name',
};

async function runTransfer(
  administration: Administration,
  { request, response }: Exchange,
  verb: string,
  body: string,
): Promise<void> {
  fromAuthorization(request.headers.authorization);
  const given = { database: '', directory: '', name: '' };
  for (const [key, value] of Object.entries(asObject(parseJson(body)))) {
    const known = TRANSFER_KEYS[key];
    if (!known || typeof value !== 'string') throw invalidPayload();
    given[known] = value;
  }
  const database = fromDatabaseName(given.database);
  if (verb === 'export') {
    const name = given.name || `firestore_export_${Math.floor(Date.now() / 1000)}`;
    await administration.exportTo(database, given.directory, name);
  } else administration.importFrom(database, given.directory);
  sendJson(response, 200, EMPTY);
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
