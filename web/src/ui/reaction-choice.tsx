import classes from './reaction-choice.module.css';

interface ReactionChoiceProps<Id extends string> {
  choices: readonly { readonly id: Id; readonly emoji: string; readonly name: string }[];
  /** Mine; undefined when there is none. */
  chosen: Id | undefined;
  onChoose: (id: Id) => void;
}

/** A row of reactions. Mine is pressed. */
export const ReactionChoice = <Id extends string>({ choices, chosen, onChoose }: ReactionChoiceProps<Id>) => (
  <div className={classes.row}>
    {choices.map(({ id, emoji, name }) => (
      <button
        key={id}
        type="button"
        className={classes.choice}
        aria-label={name}
        aria-pressed={id === chosen}
        title={name}
        onClick={() => onChoose(id)}
      >
        <span aria-hidden="true">{emoji}</span>
      </button>
    ))}
  </div>
);
