import { expect, it } from 'vitest';
import {
  avatarImagePath,
  chatImagePath,
  communityImagePath,
  coverImagePath,
  imageObjectPaths,
  imagePathSchema,
  parseImagePath,
  smallImagePath,
} from './image.ts';

const fileId = 'AbCdEfGhIjKlMnOpQr12';

it.each([
  [avatarImagePath('ada', fileId), { target: 'users/ada', owner: 'ada', fileId }],
  [coverImagePath('ada', fileId), { target: 'users/ada', owner: 'ada', fileId }],
  [communityImagePath('harbour', 'ada', fileId), { target: 'communities/harbour', owner: 'ada', fileId }],
  [chatImagePath('dm_ada_ben', 'ada', fileId), { target: 'chats/dm_ada_ben', owner: 'ada', fileId }],
])('reads %s', (path, place) => {
  expect(parseImagePath(path)).toStrictEqual(place);
  expect(imagePathSchema.safeParse(path).success).toBe(true);
});

it.each([
  ['another place of a person', `users/ada/other/${fileId}`],
  ['another folder of a chat', `chats/evening/files/ada/${fileId}`],
  ['a folder without an owner', `chats/evening/images/${fileId}`],
  ['a folder more', `chats/evening/images/ada/more/${fileId}`],
  ['a short file id', `chats/evening/images/ada/${fileId.slice(1)}`],
  ['a file id with a dot', `chats/evening/images/ada/${fileId.slice(4)}.png`],
  ['a step back', `chats/evening/images/../${fileId}`],
  ['a slash in front', `/chats/evening/images/ada/${fileId}`],
  ['a line break at the end', `chats/evening/images/ada/${fileId}\n`],
  ['an address', `https://example.org/chats/evening/images/ada/${fileId}`],
])('takes %s for no picture of ours', (_, path) => {
  expect(parseImagePath(path)).toBeNull();
  expect(imagePathSchema.safeParse(path).success).toBe(false);
});

it('knows which pictures have square copies', () => {
  const withCopies = [avatarImagePath('ada', fileId), communityImagePath('harbour', 'ada', fileId)];
  const alone = [coverImagePath('ada', fileId), chatImagePath('evening', 'ada', fileId)];
  for (const path of withCopies)
    expect(imageObjectPaths(path)).toStrictEqual([path, `${path}_96`, `${path}_256`]);
  for (const path of alone) expect(imageObjectPaths(path)).toStrictEqual([path]);
});

it('takes a square copy for no picture that a document may name', () => {
  expect(parseImagePath(smallImagePath(avatarImagePath('ada', fileId), 96))).toBeNull();
});
