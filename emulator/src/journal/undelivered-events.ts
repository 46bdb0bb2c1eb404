import type { JournaledEvent } from './journal-record.ts';
import type { JournalWriter } from './journal-writer.ts';

export interface UndeliveredEvents {
  /** It is to be found again if the program is killed before `done`. */
  taken(event: JournaledEvent): void;
  done(event: JournaledEvent): void;
}

/** `known`: what the journal holds already. Of an event that is delivered at once, nothing is written. */
export function keepUndelivered(
  journal: Pick<JournalWriter, 'append'>,
  known: readonly JournaledEvent[],
): UndeliveredEvents {
  const withdrawals = new Map<string, () => boolean>(known.map(({ id }) => [id, () => false]));
  return {
    taken: (event) => {
      if (!withdrawals.has(event.id)) withdrawals.set(event.id, journal.append({ event }));
    },
    done: ({ id }) => {
      const withdraw = withdrawals.get(id);
      withdrawals.delete(id);
      if (withdraw && !withdraw()) journal.append({ delivered: id });
    },
  };
}
