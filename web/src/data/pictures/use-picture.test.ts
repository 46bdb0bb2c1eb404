import { avatarImagePath, chatImagePath } from '@sameboat/model/image';
import { expect, it } from 'vitest';
import { objectFor } from './use-picture.ts';

const fileId = 'AbCdEfGhIjKlMnOpQr12';
const face = avatarImagePath('ada', fileId);

it.each([
  [40, `${face}_96`],
  [96, `${face}_96`],
  [97, `${face}_256`],
  [257, face],
])('a face drawn %d pixels wide takes the smallest copy that suffices', (pixels, object) => {
  expect(objectFor(face, pixels)).toBe(object);
});

it('a picture without copies is always itself', () => {
  const picture = chatImagePath('evening', 'ada', fileId);
  expect(objectFor(picture, 40)).toBe(picture);
});
