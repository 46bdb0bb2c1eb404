/** The flags of Google's emulator, and ours. */
export interface Flags {
  readonly host: string;
  readonly port: number;
  readonly project: string;
  readonly rules: string | null;
  readonly functions: { readonly host: string; readonly port: number } | null;
  readonly seed: string | null;
  readonly indexes: string | null;
  readonly journal: string | null;
}

/** A sentence for the person who started the program; it ends it with code 1. */
export class UsageError extends Error {}

const VALUED = new Set([
  'host',
  'port',
  'project_id',
  'rules',
  'functions_emulator',
  'seed_from_export',
  'import-data',
  'indexes',
  'journal',
]);
/** Accepted because firebase-tools passes them; nothing here depends on them. */
const IGNORED = new Set(['websocket_port', 'webchannel_port', 'single_project_mode', 'database-edition']);

/** `--name value` or `--name=value`. Throws UsageError. */
export function parseFlags(args: readonly string[], environment: NodeJS.ProcessEnv): Flags {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 1) {
    const [, name, inline] = /^--([a-z_-]+)(?:=(.*))?$/s.exec(args[index] ?? '') ?? [];
    if (name === undefined || !(VALUED.has(name) || IGNORED.has(name))) {
      throw new UsageError(
        `Unknown flag "${args[index]}". Known are: ${[...VALUED].map((flag) => `--${flag}`).join(', ')}.`,
      );
    }
    const value = inline ?? args[index + 1];
    if (value === undefined) throw new UsageError(`The flag --${name} needs a value.`);
    if (inline === undefined) index += 1;
    given.set(name, value);
  }
  if (given.get('database-edition') === 'enterprise') {
    throw new UsageError('Only the standard edition is served here, not the enterprise edition.');
  }
  const functions = given.get('functions_emulator');
  return {
    host: given.get('host') ?? '127.0.0.1',
    port: portOf('--port', given.get('port') ?? '8080'),
    project: given.get('project_id') ?? environment.GCLOUD_PROJECT ?? 'demo-project',
    rules: given.get('rules') ?? null,
    functions: functions === undefined ? null : addressOf('--functions_emulator', functions),
    seed: given.get('seed_from_export') ?? given.get('import-data') ?? null,
    indexes: given.get('indexes') ?? environment.FIRESTORE_EMULATOR_INDEXES ?? null,
    journal: given.get('journal') ?? environment.FIRESTORE_EMULATOR_JOURNAL ?? null,
  };
}

function portOf(flag: string, text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535)
    throw new UsageError(`${flag} needs a port number, not "${text}".`);
  return port;
}

function addressOf(flag: string, text: string) {
  const colon = text.lastIndexOf(':');
  if (colon < 1) throw new UsageError(`${flag} needs host:port, not "${text}".`);
  return { host: text.slice(0, colon).replace(/^\[|\]$/g, ''), port: portOf(flag, text.slice(colon + 1)) };
}
