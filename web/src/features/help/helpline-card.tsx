import type { Helpline } from '@sameboat/model/helpline';
import { IconExternalLink, IconMessage, IconPhone } from '@tabler/icons-react';
import { ButtonAnchor } from '../../ui/button-anchor.tsx';
import { dialAddress, textAddress } from './dial.ts';
import classes from './helpline-card.module.css';

/** One helpline: who they are, when they are open, and a button for each way to reach them. */
export const HelplineCard = ({ line }: { line: Helpline }) => (
  <li className={classes.card}>
    <div>
      <h3 className={classes.name} dir="auto">
        {line.name}
      </h3>
      <p className={classes.hours}>
        {line.hours ? `Open ${line.hours}. ` : null}
        <a href={line.url} target="_blank" rel="noopener noreferrer">
          {new URL(line.url).hostname.replace(/^www\./u, '')}
          <IconExternalLink size={14} stroke={1.75} aria-hidden="true" className={classes.out} />
        </a>
      </p>
    </div>
    <div className={classes.ways}>
      {line.call?.map((number) => (
        <ButtonAnchor
          key={number}
          href={dialAddress(number)}
          variant="light"
          icon={<IconPhone size={20} stroke={1.75} aria-hidden="true" />}
        >
          <span>
            Call <bdi dir="ltr">{number}</bdi>
          </span>
        </ButtonAnchor>
      ))}
      {line.text ? (
        <ButtonAnchor
          href={textAddress(line.text.number, line.text.words)}
          variant="light"
          icon={<IconMessage size={20} stroke={1.75} aria-hidden="true" />}
        >
          <span>
            Text {line.text.words} to <bdi dir="ltr">{line.text.number}</bdi>
          </span>
        </ButtonAnchor>
      ) : null}
    </div>
  </li>
);
