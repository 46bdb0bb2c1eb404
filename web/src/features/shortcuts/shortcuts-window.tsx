import { setOpensByQuestionMark, useOpensByQuestionMark } from '../../data/question-mark.ts';
import { Switch } from '../../ui/checkbox.tsx';
import { DialogWindow } from '../../ui/dialog-window.tsx';
import classes from './shortcuts-window.module.css';

/** On a Mac the command key takes the place of Ctrl. */
const ctrl = /Mac|iPhone|iPad/u.test(navigator.userAgent) ? '⌘' : 'Ctrl';

const shortcuts: readonly (readonly [
  string,
  readonly (readonly [keys: readonly string[], does: string])[],
])[] = [
  [
    'Anywhere',
    [
      [[ctrl, 'K'], 'Go to a chat, a community or a person'],
      [['?'], 'Show these shortcuts, outside a text field'],
      [['Tab'], 'Go to the next control'],
      [['Escape'], 'Close what is open'],
    ],
  ],
  [
    'In a chat',
    [
      [['Enter'], 'Send, or start a new line, as you chose in You'],
      [['Shift', 'Enter'], 'Start a new line'],
      [[ctrl, 'Enter'], 'Send'],
      [['@'], 'Mention somebody'],
      [['↑', '↓'], 'Go from message to message'],
      [['Home'], 'Go to the first message that is loaded'],
      [['End'], 'Go to the last message'],
    ],
  ],
  ['In the list of chats', [[['Shift', 'F10'], 'Open the menu of a chat']]],
];

interface ShortcutsWindowProps {
  uid: string;
  open: boolean;
  onClose: () => void;
}

/** What can be done by keys. */
export const ShortcutsWindow = ({ uid, open, onClose }: ShortcutsWindowProps) => (
  <DialogWindow open={open} onClose={onClose} title="Keyboard shortcuts">
    {shortcuts.map(([place, keys]) => (
      <section key={place} className={classes.part}>
        <h3 className={classes.title}>{place}</h3>
        <dl className={classes.keys}>
          {keys.map(([combination, does]) => (
            <div key={does} className={classes.line}>
              <dt>
                {combination.map((key) => (
                  <kbd key={key} className={classes.key}>
                    {key}
                  </kbd>
                ))}
              </dt>
              <dd>{does}</dd>
            </div>
          ))}
        </dl>
      </section>
    ))}
    <Switch
      label="Open this with the ? key"
      description="Turn it off if you dictate or press keys by accident."
      checked={useOpensByQuestionMark(uid)}
      onChange={(event) => setOpensByQuestionMark(uid, event.currentTarget.checked)}
    />
  </DialogWindow>
);
