import { renameSync, writeFileSync } from 'node:fs';

const everyMs = 1000;

/** How Auth's emulator knows its administrator. */
const headers = { authorization: 'Bearer owner' };

export interface AccountKeeper {
  /** Looks now; resolves when the file holds what was there. */
  look(): Promise<void>;
  stop(): void;
}

/**
 * Auth's emulator keeps its accounts in memory only. This asks for them once a second and writes them to `path`, whole and
 * only when they have changed, in the form in which they can be imported.
 */
export function keepAccounts(authHost: string, projectId: string, path: string): AccountKeeper {
  const url = `http://${authHost}/identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:batchGet?maxResults=-1`;
  let written = '';
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;

  const look = async () => {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(10 * everyMs) });
    const list = await response.text();
    if (!response.ok) throw new Error(`Auth answered ${response.status}: ${list}`);
    if (list === written || stopped) return;
    writeFileSync(`${path}.new`, list);
    renameSync(`${path}.new`, path);
    written = list;
  };
  const again = () => {
    if (stopped) return;
    // A suite that is ending, or busy, answers no more or late; the next look tells.
    timer = setTimeout(() => void look().then(again, again), everyMs);
  };
  again();
  return {
    look,
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
