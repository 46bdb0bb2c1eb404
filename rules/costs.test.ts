import { afterAll, beforeAll, expect, it } from 'vitest';
import { everybody, persons, stage } from './every-act.ts';
import { openWorld, projectId, type World } from './world.ts';

/*
 * What each act of the app costs the rules: document accesses, which are billed, and evaluated expressions, of which
 * production allows a thousand. The table is docs/rules-costs.md; when a change of the rules is meant to change it,
 * delete that file and run this test.
 */
const budget = { read: 3, write: 5, expressions: 500 };

interface Cost {
  readonly path: string;
  readonly method: 'get' | 'list' | 'create' | 'update' | 'delete';
  readonly allowed: boolean;
  readonly accesses: number;
  readonly expressions: number;
}

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const endpoint = `http://${process.env.FIRESTORE_EMULATOR_HOST}/emulator/v1/projects/${projectId}:ruleCosts`;

it('every act stays within three accesses for a read, five for a write, and 500 expressions', async () => {
  const rows: string[] = [];
  for (const [name, uid, act] of [...persons, ...everybody]) {
    await world.begin(stage);
    await fetch(endpoint, { method: 'DELETE' });
    await act(everybody.some(([guests]) => guests === name) ? world.guest(uid) : world.as(uid));
    const costs = ((await (await fetch(endpoint)).json()) as readonly Cost[]).filter(
      ({ allowed }) => allowed,
    );
    expect(costs, `${name}: nothing was evaluated`).not.toHaveLength(0);
    for (const { path, method, accesses, expressions } of costs) {
      const most = method === 'get' || method === 'list' ? budget.read : budget.write;
      expect
        .soft(accesses, `${name}: ${method} ${path} looks at too many documents`)
        .toBeLessThanOrEqual(most);
      expect
        .soft(expressions, `${name}: ${method} ${path} is too long`)
        .toBeLessThanOrEqual(budget.expressions);
      rows.push(`| ${name} | ${method} | \`${shapeOf(path)}\` | ${accesses} | ${expressions} |`);
    }
  }
  await expect(`${head}${rows.join('\n')}\n`).toMatchFileSnapshot('../docs/rules-costs.md');
}, 60_000);

/** The path with its ids left out: `chats/evening/members/ada` is `chats/…/members/…`. */
function shapeOf(path: string): string {
  const fixed = ['private', 'pace'];
  return path
    .split('/')
    .map((part, index, parts) => (index % 2 === 0 || fixed.includes(parts[index - 1] ?? '') ? part : '…'))
    .join('/');
}

const head = `# What the rules cost

For each act of the app: the documents that each of its reads and writes makes the rules look at (at most 3 for a read
and 5 for a write; each is billed as a read), and the expressions that are evaluated (production allows 1,000; we, 500).
\`rules/costs.test.ts\` measures this table on the local Firestore and compares it.

| act | method | document | accesses | expressions |
| --- | --- | --- | --- | --- |
`;
