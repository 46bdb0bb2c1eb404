import { avatarImagePath, chatImagePath, communityImagePath } from '@sameboat/model/image';
import { messageEdit, messageTombstone, newImageMessage } from '@sameboat/model/message';
import { describe, expect, it } from 'vitest';
import { picturesToDelete } from './pictures-to-delete.ts';

const now = { seconds: 1, nanoseconds: 0, toMillis: () => 1_000 };
const first = 'AbCdEfGhIjKlMnOpQr01';
const second = 'AbCdEfGhIjKlMnOpQr02';

function messageWith(...paths: readonly string[]) {
  const images = paths.map((path) => ({ path, width: 8, height: 6, alt: '' }));
  return newImageMessage({ senderId: 'ada', text: 'Look.', images }, now);
}

function deleted(before: object) {
  return { ...before, ...messageTombstone(now) };
}

it('deletes every picture of a message that is deleted', () => {
  const paths = [chatImagePath('evening', 'ada', first), chatImagePath('evening', 'ada', second)];
  const before = messageWith(...paths);
  expect(picturesToDelete('evening', before, deleted(before))).toStrictEqual(paths);
});

it('keeps the pictures of a message that is edited', () => {
  const before = messageWith(chatImagePath('evening', 'ada', first));
  expect(picturesToDelete('evening', before, { ...before, ...messageEdit('Look here.', now) })).toStrictEqual(
    [],
  );
});

it('keeps a picture that the deleted message still names', () => {
  const before = messageWith(chatImagePath('evening', 'ada', first), chatImagePath('evening', 'ada', second));
  const after = { ...deleted(before), images: before.images.slice(1) };
  expect(picturesToDelete('evening', before, after)).toStrictEqual([chatImagePath('evening', 'ada', first)]);
});

describe('a deleted message does not take with it', () => {
  it.each([
    ['a picture of somebody else', chatImagePath('evening', 'ben', first)],
    ['a picture in another chat', chatImagePath('morning', 'ada', first)],
    ['a picture of a community', communityImagePath('evening', 'ada', first)],
    ['a face', avatarImagePath('ada', first)],
    ['a file that is no picture', `chats/evening/images/ada/${first}/more`],
  ])('%s', (_, path) => {
    const own = chatImagePath('evening', 'ada', second);
    const before = messageWith(path, own);
    expect(picturesToDelete('evening', before, deleted(before))).toStrictEqual([own]);
  });
});

it('reads nothing out of a document that is not as it should be', () => {
  const after = { deletedAt: now };
  for (const images of [undefined, null, 'x', {}, [null, 1, {}, { path: 3 }]])
    expect(picturesToDelete('evening', { senderId: 'ada', images }, after)).toStrictEqual([]);
});
