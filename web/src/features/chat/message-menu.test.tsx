import { expect, it, vi } from 'vitest';
import { messageMenu } from './message-menu.tsx';
import { shownMessage } from './shown-message.fixture.ts';

const acts = {
  onReact: vi.fn(),
  onReply: vi.fn(),
  onCopy: vi.fn(),
  onEdit: vi.fn(),
  onMarkUnread: vi.fn(),
  onReport: vi.fn(),
  onRemove: vi.fn(),
  onDelete: vi.fn(),
};
const labels = (over: Partial<Parameters<typeof messageMenu>[0]> = {}) =>
  messageMenu({ message: shownMessage(), isClosed: false, moderates: false, ...acts, ...over }).flatMap(
    (entry) => (entry === 'line' ? [] : [entry.label]),
  );

it('offers for what others wrote to answer, copy, mark as unread and report it', () => {
  expect(labels()).toEqual(['React', 'Reply', 'Copy text', 'Mark unread from here', 'Report']);
});

it('offers for what I wrote to change and delete it', () => {
  expect(labels({ message: shownMessage({ senderId: 'me' }) })).toEqual([
    'React',
    'Reply',
    'Copy text',
    'Edit',
    'Delete',
  ]);
});

it('offers those who run the community to remove what others wrote', () => {
  expect(labels({ moderates: true })).toContain('Remove message');
  expect(labels({ moderates: true, message: shownMessage({ senderId: 'me' }) })).not.toContain(
    'Remove message',
  );
});

it('offers nothing to write where nobody can, no text where there is none, and no mark without a row', () => {
  expect(labels({ isClosed: true, message: shownMessage({ text: '' }), onMarkUnread: null })).toEqual([
    'Report',
  ]);
});
