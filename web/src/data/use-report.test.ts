import { act, renderHook } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { DataError } from './data-error.ts';
import { sendReport } from './send-report.ts';
import { useReport } from './use-report.ts';

let reports = 0;
vi.mock('./send-report.ts', () => ({ newReportId: () => `report${++reports}`, sendReport: vi.fn() }));

const words = { reason: 'spam' as const, note: '' };
const sentIds = () => vi.mocked(sendReport).mock.calls.map(([, { id }]) => id);

it('sends one report again under its id when the answer was lost, and the next under another', async () => {
  const { result } = renderHook(() => useReport('ada', { kind: 'chat', path: 'chats/c1' }));
  expect(result.current.open).toBe(false);
  act(() => result.current.begin());
  expect(result.current.open).toBe(true);
  vi.mocked(sendReport).mockRejectedValueOnce(new DataError('offline'));
  expect(await result.current.onSend(words)).toMatch(/offline|connection/i);
  expect(await result.current.onSend(words)).toBeNull();
  act(() => result.current.onClose());
  act(() => result.current.begin());
  await result.current.onSend(words);
  expect(sentIds()).toEqual(['report1', 'report1', 'report2']);
  expect(vi.mocked(sendReport).mock.lastCall).toEqual([
    'ada',
    { id: 'report2', kind: 'chat', path: 'chats/c1', ...words },
  ]);
});
