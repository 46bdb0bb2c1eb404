import { useNavigate } from 'react-router';
import { communityNames } from '../../data/community-names.ts';
import { useLeftChats } from '../../data/left-chats.ts';
import { useLive } from '../../data/use-live.ts';
import { watchInbox } from '../../data/watch-inbox.ts';
import { watchMemberships } from '../../data/watch-memberships.ts';
import { DialogWindow } from '../../ui/dialog-window.tsx';
import { Finder } from '../../ui/finder.tsx';
import { type Place, placesToGo } from './places-to-go.ts';

/** Of the latest joined communities: each that this device does not know is a read. */
const COMMUNITIES = 20;

interface QuickSwitcherProps {
  uid: string;
  open: boolean;
  onClose: () => void;
}

/** Goes to a chat, a community or a person by name, with the keyboard alone. */
export const QuickSwitcher = ({ uid, open, onClose }: QuickSwitcherProps) => (
  <DialogWindow open={open} onClose={onClose} title="Go to">
    <Places uid={uid} onClose={onClose} />
  </DialogWindow>
);

const Places = ({ uid, onClose }: Omit<QuickSwitcherProps, 'open'>) => {
  const navigate = useNavigate();
  const places = usePlaces(uid);
  return (
    <Finder
      label="Chat, community or person"
      options={places.map(({ to, name, kind }) => ({ value: to, label: name, note: kind }))}
      onChoose={(to) => {
        onClose();
        void navigate(to);
      }}
      nothingYet="Your chats and communities will be here."
      nothingFound="Nothing of yours has that name."
    />
  );
};

function usePlaces(uid: string): readonly Place[] {
  const rows = useLive(watchInbox(uid)).value ?? [];
  const left = useLeftChats();
  const memberships = useLive(watchMemberships(uid)).value;
  const ids = memberships ? [...memberships.communities].slice(0, COMMUNITIES) : null;
  const communities = useLive(ids ? communityNames(uid, ids) : null).value ?? [];
  return placesToGo(
    uid,
    rows.filter(({ id }) => !left.has(id)),
    communities,
  );
}
