import { avatarImagePath, communityImagePath, coverImagePath } from '@sameboat/model/image';
import { expect, it } from 'vitest';
import { replacedPictures } from './replaced-pictures.ts';

const [first, second] = ['AbCdEfGhIjKlMnOpQr01', 'AbCdEfGhIjKlMnOpQr02'] as const;
const [avatar, cover] = [avatarImagePath('ada', first), coverImagePath('ada', first)];

it('a picture that was replaced goes with its copies', () => {
  const after = { avatar: avatarImagePath('ada', second), cover };
  expect(replacedPictures('users/ada', { avatar, cover }, after)).toStrictEqual([
    avatar,
    `${avatar}_96`,
    `${avatar}_256`,
  ]);
});

it('a picture that was removed goes', () => {
  expect(replacedPictures('users/ada', { avatar, cover }, { avatar, cover: null })).toStrictEqual([cover]);
});

it('a picture that is still shown stays, also in the other place', () => {
  const shared = communityImagePath('harbour', 'ada', first);
  const target = 'communities/harbour';
  expect(replacedPictures('users/ada', { avatar, bio: 'a' }, { avatar, bio: 'b' })).toStrictEqual([]);
  expect(replacedPictures(target, { avatar: shared }, { avatar: null, cover: shared })).toStrictEqual([]);
  expect(replacedPictures(target, { avatar: shared }, { avatar: null, cover: null })).not.toStrictEqual([]);
});

it("somebody else's picture stays, though a document named it", () => {
  const ofBen = avatarImagePath('ben', first);
  expect(replacedPictures('users/ada', { avatar: ofBen }, { avatar: null })).toStrictEqual([]);
  expect(replacedPictures('users/ben', { avatar: ofBen }, { avatar: null })).not.toStrictEqual([]);
});
