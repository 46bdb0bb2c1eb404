import type { CommunityRole } from '@sameboat/model/community-member';
import type { MenuEntry } from '../../ui/menu-entry.ts';

/** What the founder or a moderator can do to somebody in the list of members. */
export type ListAct = 'appoint' | 'withdraw' | 'handOver' | 'remove';

export interface ChosenAct {
  readonly act: ListAct;
  readonly target: { readonly uid: string; readonly name: string };
}

/** Roles that changed on this page since the list was read; null for somebody who was removed. */
export type KnownChanges = ReadonlyMap<string, CommunityRole | null>;

interface Asking {
  readonly asker: { readonly uid: string; readonly role: CommunityRole };
  readonly member: { readonly uid: string; readonly role: CommunityRole };
}

const labels: Readonly<Record<ListAct, string>> = {
  appoint: 'Make moderator',
  withdraw: 'Withdraw as moderator',
  handOver: 'Hand the community over',
  remove: 'Remove from the community',
};

/** The acts that the rules allow `asker` towards `member`. */
export function actsTowards({ asker, member }: Asking): readonly ListAct[] {
  if (asker.uid === member.uid || member.role === 'founder' || asker.role === 'member') return [];
  if (asker.role === 'moderator') return member.role === 'member' ? ['remove'] : [];
  return [member.role === 'member' ? 'appoint' : 'withdraw', 'handOver', 'remove'];
}

/** The same as entries of a menu; empty where there are none. */
export function menuOf(asking: Asking, onAct: (act: ListAct) => void): readonly MenuEntry[] {
  return actsTowards(asking).flatMap((act): MenuEntry[] => {
    const entry = { label: labels[act], onSelect: () => onAct(act) };
    return act === 'remove' ? ['line', { ...entry, danger: true }] : [entry];
  });
}
