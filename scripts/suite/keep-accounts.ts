import { renameSync, writeFileSync } from 'node:fs';
import { type Keeper, keepLooking } from './keep-looking.ts';

/** How Auth's emulator knows its administrator. */
const headers = { authorization: 'Bearer owner' };

/**
 * Auth's emulator keeps its accounts in memory only. This asks for them once a second and writes them to `path`, whole and
 * only when they have changed, in the form in which they can be imported.
 */
export function keepAccounts(authHost: string, projectId: string, path: string): Keeper {
  const url = `http://${authHost}/identitytoolkit.googleapis.com/v1/projects/${projectId}/accounts:batchGet?maxResults=-1`;
  let written = '';
  return keepLooking(async (isStopped) => {
    const response = await fetch(url, { headers, signal: AbortSignal.timeout(10_000) });
    const list = await response.text();
    if (!response.ok) throw new Error(`Auth answered ${response.status}: ${list}`);
    if (list === written || isStopped()) return;
    writeFileSync(`${path}.new`, list);
    renameSync(`${path}.new`, path);
    written = list;
  });
}
