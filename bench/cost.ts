import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BurstCost } from './burst.ts';
import type { MessageCost } from './lone-messages.ts';

/** Dollars for one, from the public price lists. */
const prices = {
  read: 0.06 / 100_000,
  write: 0.18 / 100_000,
  invocation: 0.4 / 1_000_000,
  task: 0.4 / 1_000_000,
};

/** What the rules look up when a message is sent to a group: docs/rules-costs.md, "writes to a group". */
const rulesReads = 7;
const sendersWrites = 2;

interface Counted {
  readonly reads: number;
  readonly writes: number;
  readonly invocations: number;
  /** Calls of the Cloud Tasks API, refused ones included, and deliveries. */
  readonly tasks: number;
}

const dollars = ({ reads, writes, invocations, tasks }: Counted): number =>
  (reads + rulesReads) * prices.read +
  writes * prices.write +
  invocations * prices.invocation +
  tasks * prices.task;

/** Each event reads all members and all rows, the chat, its newest message, the sender's name and one unread message. */
export const naive = (members: number): Counted => ({
  reads: 2 * members + 4,
  writes: sendersWrites + members + 1,
  invocations: 1,
  tasks: 0,
});

/** The looks that a burst led to are what was written beyond the sender's writes, a chat of 200 and its last words at a time. */
function inBurst({ reads, writes }: BurstCost, messages: number): Counted & { looks: number } {
  const looks = ((writes - sendersWrites) * messages) / 201;
  return { reads, writes, invocations: 1 + looks / messages, tasks: 1 + looks / messages, looks };
}

/** One message of a burst in a chat that is read by pull: the two reads that its event makes, and its share of the looks. */
function pulledInBurst(looks: number, messages: number): Counted {
  const share = looks / messages;
  return { reads: 2 + 6 * share, writes: sendersWrites + share, invocations: 1 + share, tasks: 1 + share };
}

const perMillion = (one: number) => `$${(one * 1_000_000).toFixed(2)}`;
const factor = (one: number, other: number) => `${(one / other).toFixed(1)}×`;
const count = (value: number) => (Number.isInteger(value) ? String(value) : value.toFixed(1));

function line(label: string, ours: Counted, members: number): string {
  const plain = naive(members);
  const cells = [
    label,
    count(ours.reads),
    count(ours.writes),
    perMillion(dollars(ours)),
    count(plain.reads),
    count(plain.writes),
    perMillion(dollars(plain)),
    factor(dollars(plain), dollars(ours)),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Writes `docs/cost.md` from what was measured. */
export function writeCostPage(
  root: string,
  lone: readonly MessageCost[],
  burst: { readonly cost: BurstCost; readonly messages: number },
): void {
  const busy = inBurst(burst.cost, burst.messages);
  const rows = lone.map(({ members, reads, writes }) =>
    line(
      members === 2 ? '2 (private)' : members > 200 ? `${members} (read by pull)` : String(members),
      { reads, writes, invocations: 1, tasks: 0 },
      members,
    ),
  );
  const head = [
    '| members | reads | writes | $ for a million | naive: reads | writes | $ for a million | dearer |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
  ];
  const page = `# What a message costs

Written by \`npm run bench -- cost\` from reads and writes that were counted on the local suite on ${new Date().toISOString().slice(0, 10)}.

"Naive" is the usual way: for each message a function reads all members and all rows of the chat list, and writes every row. It
is computed, not measured: 2n + 4 reads and n + 3 writes.

## A message after a quiet spell

Everybody has read what was there before. Reads and writes are those of the functions and the sender's two writes.

${[...head, ...rows].join('\n')}

While somebody has unread messages, each look reads those again, 100 at most: the count is made from the messages, so that it is
always right. The naive count would do the same.

## A message of a busy chat

${burst.messages} messages in 20 seconds by 50 people, one in 25 with a mention. The chat of 200 is measured (${busy.looks.toFixed(1)} looks); the one of
5,000 is computed from as many looks.

${[...head, line('200', busy, 200), line('5000 (read by pull)', pulledInBurst(busy.looks, burst.messages), 5_000)].join('\n')}

## Prices

- Firestore, multi-region (\`nam5\`, \`eur3\`), beyond the free quota: $0.06 for 100,000 reads, $0.18 for 100,000 writes. Many single regions
  cost about half.
- Cloud Functions: $0.40 for a million invocations. Cloud Tasks: $0.40 for a million API calls and deliveries, refused ones included.
- From Google's public price lists (cloud.google.com/firestore/pricing, cloud.google.com/tasks/pricing, cloud.google.com/run/pricing),
  read in stored copies on 2026-11-21. The copies of Firestore's and Cloud Tasks' lists say this; the price of an invocation was not
  found in a stored copy, and none was compared with the live pages. Compare them before you rely on the dollars.

Counted in both designs: ${rulesReads} reads that the rules make when a message is sent (\`docs/rules-costs.md\`). Counted in neither: the time that
functions run, storage, network, and what members' apps read (each new row and message that a listener shows is a read).
`;
  writeFileSync(join(root, 'docs', 'cost.md'), page);
}
