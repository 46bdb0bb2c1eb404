import { exportCallsPerHour, exportsPerHour } from '@sameboat/model/export-my-data';
import { expect, it } from 'vitest';
import { type ExportCounter, nextExportCounter } from './decide-export.ts';

const begin = { isStart: true, now: 1_000 };

it('starts as many exports as an hour has, and then again in the next one', () => {
  let counter: ExportCounter | null = null;
  for (let count = 0; count < exportsPerHour; count++) {
    counter = nextExportCounter(counter, begin);
    expect(counter).not.toBeNull();
  }
  expect(nextExportCounter(counter, begin)).toBeNull();
  expect(nextExportCounter(counter, { isStart: true, now: 3_600_999 })).toBeNull();
  expect(nextExportCounter(counter, { isStart: true, now: 3_601_000 })).toEqual({
    since: 3_601_000,
    starts: 1,
    calls: 1,
  });
});

it('goes on with an export when no other could be started, up to a number of calls', () => {
  const used = { since: 0, starts: exportsPerHour, calls: exportCallsPerHour - 1 };
  expect(nextExportCounter(used, { isStart: false, now: 5 })).toEqual({ ...used, calls: exportCallsPerHour });
  expect(nextExportCounter({ ...used, calls: exportCallsPerHour }, { isStart: false, now: 5 })).toBeNull();
});
