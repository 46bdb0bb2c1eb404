import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
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

/** A busy chat: so many messages in so many seconds, and as many looks as there can be. */
const messages = 1_000;
const seconds = 20;
/** `windowMs` of functions/src/domain/look-window.ts. */
const windowSeconds = 1.5;
const looks = Math.ceil(seconds / windowSeconds) + 1;
/** A look that finds a hundred unread messages instead of one. */
const moreUnread = 99;

/** Two reads for the event, and the message's share of the looks, each of which costs what one for a lone message costs. */
function inBurst({ members, reads, writes }: MessageCost): Counted {
  const share = looks / messages;
  const look = members > 200 ? reads : reads + moreUnread;
  return {
    reads: 2 + look * share,
    writes: sendersWrites + (writes - sendersWrites) * share,
    invocations: 1 + share,
    tasks: 1 + share,
  };
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
export function writeCostPage(root: string, lone: readonly MessageCost[]): void {
  const rows = lone.map(({ members, reads, writes }) =>
    line(
      members === 2 ? '2 (private)' : members > 200 ? `${members} (read by pull)` : String(members),
      { reads, writes, invocations: 1, tasks: 0 },
      members,
    ),
  );
  const busy = lone.filter(({ members }) => members >= 50);
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

${messages} messages in ${seconds} seconds. Computed from the looks above: ${looks} of them, one for each window of ${windowSeconds} seconds and one at the
beginning, each with a hundred unread messages. \`npm run bench -- fan-out\` measures such a burst in a chat of 200; it may cost less,
when looks come late and find more to do at once.

${[...head, ...busy.map((each) => line(each.members > 200 ? `${each.members} (read by pull)` : String(each.members), inBurst(each), each.members))].join('\n')}

## Prices

- Firestore, multi-region, beyond the free quota: $0.06 for 100,000 reads, $0.18 for 100,000 writes. Many single regions
  cost about half.
- Cloud Functions: $0.40 for a million invocations. Cloud Tasks: $0.40 for a million API calls and deliveries, refused ones included.
- These are from copies of Google's public price lists, read on 2026-11-21: Cloud Tasks' own page, and an older copy of Firestore's. The
  price of an invocation was not found in a copy, and none was compared with the live pages. Compare them before you rely on
  the dollars.

Counted in both designs: ${rulesReads} reads that the rules make when a message is sent (\`docs/rules-costs.md\`). Counted in neither: the time that
functions run, storage, network, and what members' apps read (each new row and message that a listener shows is a read).
`;
  writeFileSync(join(root, 'docs', 'cost.md'), page);
}
