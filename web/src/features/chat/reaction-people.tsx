import { useContext } from 'react';
import { ShownName } from '../../ui/shown-name.tsx';
import { BlockedPeople } from './blocked-people.ts';
import { countReactions } from './count-reactions.ts';
import classes from './reaction-people.module.css';
import { ReactionPicker } from './reaction-picker.tsx';
import type { ShownMessage } from './shown-message.ts';
import { usePersonName } from './use-person-name.ts';

/** So many names are read and shown of one reaction. */
const NAMES = 50;

interface ReactionPeopleProps {
  message: ShownMessage;
  onDone: () => void;
}

/** Who gave which reaction, and the choice of mine. */
export const ReactionPeople = ({ message, onDone }: ReactionPeopleProps) => {
  const counted = countReactions(message.reactions, useContext(BlockedPeople));
  return (
    <>
      <ReactionPicker message={message} onDone={onDone} />
      <dl className={classes.people}>
        {counted.map(({ id, emoji, name, from }) => (
          <div key={id} className={classes.group}>
            <dt role="img" aria-label={name}>
              {emoji}
            </dt>
            <dd>
              <ul className={classes.names}>
                {from.slice(0, NAMES).map((person) => (
                  <Person key={person} id={person} />
                ))}
                {from.length > NAMES ? <li>and {from.length - NAMES} more</li> : null}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
};

const Person = ({ id }: { id: string }) => (
  <li>
    <ShownName name={usePersonName(id)} />
  </li>
);
