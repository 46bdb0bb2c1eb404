import type { HostingConfig, SuiteConfig } from './suite-config.ts';
import { hostingConfigSchema, suiteConfigSchema } from './suite-config.ts';

export type AppConfig = { kind: 'suite'; config: SuiteConfig } | { kind: 'hosting'; config: HostingConfig };

/** `unreachable`: no answer, so try again later. `invalid`: an answer that is no configuration; `detail` names the bad fields. */
export class ConfigError extends Error {
  readonly code: 'config-unreachable' | 'config-invalid';
  readonly detail: string;
  constructor(code: ConfigError['code'], detail: string) {
    super(`${code}: ${detail}`);
    this.name = 'ConfigError';
    this.code = code;
    this.detail = detail;
  }
}

const isLocal = (hostname: string) => hostname === 'localhost' || hostname === '127.0.0.1';

/**
 * Fetches the project's configuration from the host that served the page. Throws ConfigError.
 * The service worker answers from its copy when there is no network.
 */
export const loadConfig = async (hostname = window.location.hostname): Promise<AppConfig> => {
  const path = isLocal(hostname) ? '/suite.json' : '/__/firebase/init.json';
  let body: unknown;
  try {
    const response = await fetch(path, { cache: 'no-cache' });
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    body = await response.json();
  } catch (cause) {
    // The rewrite of unknown addresses answers HTML where the file is missing: no JSON, so it lands here too.
    throw new ConfigError(
      'config-unreachable',
      `${path} (${cause instanceof Error ? cause.message : 'no answer'})`,
    );
  }
  if (path === '/suite.json') {
    const parsed = suiteConfigSchema.safeParse(body);
    if (parsed.success) return { kind: 'suite', config: parsed.data };
    throw new ConfigError('config-invalid', `${path}: ${namesOf(parsed.error.issues)}`);
  }
  const parsed = hostingConfigSchema.safeParse(body);
  if (parsed.success) return { kind: 'hosting', config: parsed.data };
  throw new ConfigError('config-invalid', `${path}: ${namesOf(parsed.error.issues)}`);
};

const namesOf = (issues: readonly { path: readonly PropertyKey[] }[]) =>
  issues.map((issue) => issue.path.map(String).join('.') || 'the whole file').join(', ');
