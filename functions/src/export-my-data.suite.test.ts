import { type ExportCursor, exportedPictureSchema, exportPageSchema } from '@sameboat/model/export-my-data';
import { everyPersonalData } from '@sameboat/model/personal-data';
import { expect, it } from 'vitest';
import { callFunction } from './data/suite-caller.fixture.ts';
import { liveEverywhere, openPerson } from './data/suite-person.fixture.ts';

it('gives everything that a deletion would remove, page by page, and nothing that others wrote', async () => {
  const ada = await openPerson();
  const { marker, avatar, chatId } = await liveEverywhere(ada);
  const texts = new Map<string, string>();
  const pictures: string[] = [];
  let cursor: ExportCursor | null = null;
  do {
    const { result } = await callFunction('exportMyData', { kind: 'page', cursor }, ada.caller);
    const page = exportPageSchema.parse(result);
    for (const { name, text } of page.files) texts.set(name, text);
    pictures.push(...page.pictures);
    cursor = page.next;
  } while (cursor !== null);

  // No circle has begun, no moderator has decided anything.
  const none = ['circles', 'circle-messages', 'started-circles', 'restrictions'];
  const files = everyPersonalData.flatMap(({ file }) =>
    file === null || none.includes(file) ? [] : [`${file}.json`],
  );
  expect([...texts.keys()].sort()).toEqual([...files].sort());
  const whole = JSON.stringify([...texts]);
  for (const word of [ada.email, ada.handle, ada.name]) expect(whole).toContain(word);
  for (const file of ['profile', 'notifications', 'communities', 'messages']) {
    expect(texts.get(`${file}.json`), file).toContain(marker);
  }
  expect(JSON.parse(texts.get('messages.json') ?? '').length).toBe(3);
  expect(JSON.parse(texts.get('reactions.json') ?? '')).toEqual([
    { chat: 'Evening group', messageOf: expect.any(String), reaction: 'heart' },
  ]);
  expect(whole).not.toContain('An answer');

  expect(pictures).toContain(avatar);
  const inChat = pictures.filter((path) => path.startsWith(`chats/${chatId}/images/${ada.caller.uid}/`));
  for (const path of [avatar, inChat[0]]) {
    const { result } = await callFunction('exportMyData', { kind: 'picture', path }, ada.caller);
    expect(exportedPictureSchema.parse(result).content).toBe(Buffer.from('a picture').toString('base64'));
  }
}, 90_000);
