import { expect, it, vi } from 'vitest';
import { createAttachments } from './attachments.ts';
import { PictureProblem, pictureSentence } from './picture-problem.ts';

const file = (name: string) => new File([name], name);
const files = (count: number) => Array.from({ length: count }, (_, place) => file(`${place}.jpg`));

function open() {
  let count = 0;
  const ports = {
    newPath: () => `p${count++}`,
    prepare: vi.fn(async (chosen: Blob) => {
      if (chosen instanceof File && chosen.name.startsWith('bad')) throw new PictureProblem('broken');
      return { picture: new Blob(['12345']), width: 4, height: 3 };
    }),
    keep: vi.fn(async (_path: string, _picture: Blob) => {}),
    forget: vi.fn(),
    sentence: pictureSentence,
  };
  return { ports, attachments: createAttachments(ports) };
}

it('keeps the order of choice, while each is prepared, and gives them away to be sent', async () => {
  const { attachments, ports } = open();
  const adding = attachments.add(files(2));
  expect(attachments.read().pictures.map(({ path, ready }) => [path, ready])).toEqual([
    ['p0', null],
    ['p1', null],
  ]);
  expect(attachments.read().isHeldUp).toBe(true);
  await adding;
  expect(attachments.read().isHeldUp).toBe(false);
  attachments.describe('p1', 'x'.repeat(501));
  expect(attachments.read().isHeldUp).toBe(true);
  attachments.describe('p1', ' Two boats ');
  expect(ports.keep.mock.calls.map(([path]) => path)).toEqual(['p0', 'p1']);
  expect(attachments.take()).toEqual([
    { path: 'p0', alt: '', width: 4, height: 3, size: 5, state: 'new' },
    { path: 'p1', alt: 'Two boats', width: 4, height: 3, size: 5, state: 'new' },
  ]);
  expect(attachments.read().pictures).toEqual([]);
  expect(ports.forget).not.toHaveBeenCalled();
});

it('takes six, and says how many were left out', async () => {
  const { attachments } = open();
  await attachments.add(files(7));
  expect(attachments.read().pictures).toHaveLength(6);
  expect(attachments.read().problems).toEqual(['A message can have 6 pictures. One was left out.']);
  attachments.remove('p0');
  await attachments.add(files(3));
  expect(attachments.read().pictures.map(({ path }) => path)).toEqual(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
  expect(attachments.read().problems).toEqual(['A message can have 6 pictures. 2 were left out.']);
});

it('says why a file was refused, by its name, and keeps the others', async () => {
  const { attachments } = open();
  await attachments.add([file('good.jpg'), file('bad.jpg')]);
  expect(attachments.read().pictures.map(({ path }) => path)).toEqual(['p0']);
  expect(attachments.read().problems).toEqual([
    'bad.jpg: We could not read this picture. It may be damaged. Try another one.',
  ]);
  await attachments.add(files(1));
  expect(attachments.read().problems).toEqual([]);
});

it('keeps nothing of a picture that is removed before it is ready', async () => {
  const { attachments, ports } = open();
  const adding = attachments.add(files(2));
  attachments.remove('p0');
  await adding;
  expect(ports.keep.mock.calls.map(([path]) => path)).toEqual(['p1']);
  expect(ports.forget).toHaveBeenCalledWith('p0');
});
