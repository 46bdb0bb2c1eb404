import { describe, expect, it } from 'vitest';
import type { AccessRequest, DocumentReader } from '../rules/access.ts';
import { BY_N, documents, listen, target, write } from './listen-fixture.ts';
import type { LocalFirestore } from './options.ts';
import type { Caller } from './requests.ts';
import { ALICE, DATABASE, EVERYTHING, openService, patch, remove, set, verdict } from './service-fixture.ts';

const BOB: Caller = { kind: 'user', auth: { uid: 'bob', token: new Map() } };

/** A member may read until they are banned; looks up both documents, as rules with `exists` do. */
function membersOnly({ auth }: AccessRequest, reader: DocumentReader) {
  const member = `members/${auth?.uid}`;
  const ban = `bans/${auth?.uid}`;
  const allowed = reader.before(member) !== null && reader.before(ban) === null;
  return verdict(allowed, '\nfalse', [member, ban]);
}

async function openChat(): Promise<{ service: LocalFirestore; asked: AccessRequest[] }> {
  const asked: AccessRequest[] = [];
  const { service } = openService({
    authorize: (request, reader) => {
      asked.push(request);
      return membersOnly(request, reader);
    },
  });
  await write(service, set('members/alice', {}), set('members/bob', {}), set('c/a', { n: 1n }));
  return { service, asked };
}

describe.each([
  ['a query', target(2, EVERYTHING)],
  ['a query with a limit', target(2, { ...BY_N, limit: 5 })],
  ['a document', documents(2, ['c/a'])],
])('a listener of %s', (_, watched) => {
  it('ends when its member is removed, while that of another member goes on', async () => {
    const { service } = await openChat();
    const alice = listen(service, ALICE);
    const bob = listen(service, BOB);
    for (const { stream, take } of [alice, bob]) {
      stream.addTarget(watched);
      take();
    }
    await write(service, remove('members/alice'));
    expect(alice.take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED']);
    await write(service, set('c/a', { n: 2n }));
    expect(alice.take()).toStrictEqual([]);
    expect(bob.take()).toStrictEqual(['+ c/a 2', 'NO_CHANGE token']);
    expect(alice.failures).toStrictEqual([]);
  });

  it('ends when a document is written that was looked up and was not there', async () => {
    const { service } = await openChat();
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(watched);
    take();
    await write(service, set('bans/bob', {}));
    expect(take()).toStrictEqual([]);
    await write(service, set('bans/alice', {}));
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED']);
  });

  it('is not told what the commit brings that takes the right to it', async () => {
    const { service } = await openChat();
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(watched);
    take();
    await write(service, set('c/a', { n: 9n }), remove('members/alice'));
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED']);
  });

  it('goes on when what was looked up changes and still allows it', async () => {
    const { service } = await openChat();
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(watched);
    take();
    await write(service, patch('members/alice', { role: 'owner' }, ['role']));
    expect(take()).toStrictEqual([]);
    await write(service, set('c/a', { n: 2n }));
    expect(take()).toStrictEqual(['+ c/a 2', 'NO_CHANGE token']);
  });

  it('is not asked about when a commit changes neither it nor what was looked up', async () => {
    const { service, asked } = await openChat();
    const { stream } = listen(service, ALICE);
    stream.addTarget(watched);
    asked.length = 0;
    await write(service, set('members/carl', {}), set('d/a', {}), remove('bans/bob'));
    expect(asked).toStrictEqual([]);
    await write(service, set('members/alice', { role: 'owner' }));
    expect(asked).toHaveLength(1);
  });

  it('is not asked about any more once it was removed, or its stream closed', async () => {
    const { service, asked } = await openChat();
    const removed = listen(service, ALICE);
    const closed = listen(service, ALICE);
    for (const { stream } of [removed, closed]) stream.addTarget(watched);
    removed.stream.removeTarget(2);
    closed.stream.close();
    asked.length = 0;
    await write(service, remove('members/alice'));
    service.rulesChanged();
    expect(asked).toStrictEqual([]);
  });

  it('is asked about again with each event, for rules that look at the clock', async () => {
    const expires = Date.UTC(2026, 0, 1) / 1000 + 1;
    const { service, clock } = openService({ authorize: ({ time }) => verdict(time.seconds < expires) });
    await write(service, set('c/a', { n: 1n }));
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(watched);
    take();
    clock.millis += 500;
    await write(service, set('c/a', { n: 2n }));
    expect(take()).toStrictEqual(['+ c/a 2', 'NO_CHANGE token']);
    clock.millis += 500;
    await write(service, set('c/a', { n: 3n }));
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED', 'NO_CHANGE token']);
  });

  it('ends when other rules do not allow it', async () => {
    let open = true;
    const { service } = openService({ authorize: () => verdict(open) });
    await write(service, set('c/a', { n: 1n }));
    const { stream, take } = listen(service, ALICE);
    const admin = listen(service);
    for (const each of [stream, admin.stream]) each.addTarget(watched);
    take();
    admin.take();
    service.rulesChanged();
    expect(take()).toStrictEqual([]);
    open = false;
    service.rulesChanged();
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED']);
    expect(admin.take()).toStrictEqual([]);
  });
});

describe('what a listener rests on', () => {
  it('is what the rules looked up last, not first', async () => {
    const { service } = openService({
      authorize: (_, reader) => {
        const first = reader.before('rights/first');
        if (first !== null) return verdict(true, '', ['rights/first']);
        return verdict(reader.before('rights/second') !== null, '\nfalse', ['rights/first', 'rights/second']);
      },
    });
    await write(service, set('rights/first', {}), set('rights/second', {}));
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(target(2, EVERYTHING));
    take();
    await write(service, remove('rights/first'));
    expect(take()).toStrictEqual([]);
    await write(service, remove('rights/second'));
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED']);
  });

  it('ends each target for itself, and tells the others of the stream of the same commit', async () => {
    const { service } = openService({
      authorize: ({ path }, reader) => {
        if (path !== 'c/secret') return verdict(true);
        return verdict(reader.before('rights/secret') !== null, '\nfalse', ['rights/secret']);
      },
    });
    await write(service, set('rights/secret', {}), set('c/secret', { n: 1n }), set('c/open', { n: 1n }));
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(documents(2, ['c/secret', 'c/open']));
    stream.addTarget(documents(4, ['c/open']));
    take();
    await write(service, set('c/open', { n: 2n }), remove('rights/secret'));
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED', '+ c/open 4', 'NO_CHANGE token']);
  });

  it('is nothing for an administrator', async () => {
    const { service, asked } = await openChat();
    const { stream, take } = listen(service);
    stream.addTarget(target(2, EVERYTHING));
    take();
    await write(service, remove('members/alice'), set('c/a', { n: 2n }));
    expect(take()).toStrictEqual(['+ c/a 2', 'NO_CHANGE token']);
    expect(asked).toStrictEqual([]);
  });

  it('is also told when documents go without a commit', async () => {
    const { service } = await openChat();
    const { stream, take } = listen(service, ALICE);
    stream.addTarget(documents(2, ['c/a']));
    take();
    service.removeDocuments(DATABASE, ['members/alice']);
    expect(take()).toStrictEqual(['REMOVE 2 PERMISSION_DENIED']);
  });
});
