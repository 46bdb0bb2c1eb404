import { countries, directories } from '@sameboat/model/helplines';
import { IconExternalLink, IconPhone } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { ButtonAnchor } from '../../ui/button-anchor.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import { CountryChoice } from './country-choice.tsx';
import { dialAddress } from './dial.ts';
import { facts } from './facts.ts';
import { rememberCountry, rememberedCountry } from './guess-country.ts';
import classes from './help-page.module.css';
import { HelplineCard } from './helpline-card.tsx';

/** Numbers that reach an emergency service in most of the world, for countries that are not in the list. */
const anywhere = ['112', '911', '999'];

/** Crisis help. Works without an account and without a network; nothing about the visit is sent or kept elsewhere. */
export const HelpPage = () => {
  usePageTitle('Help');
  const [code, setCode] = useState(() => rememberedCountry() ?? '');
  const country = countries.find((candidate) => candidate.code === code);

  const choose = (next: string) => {
    setCode(next);
    if (next) rememberCountry(next);
  };

  return (
    <div className={classes.page}>
      <h1 className={classes.title}>Help now</h1>
      <p className={classes.lead}>
        You do not have to be in danger to call. These services are there for any bad night.
      </p>

      <section className={classes.danger} aria-labelledby="danger">
        <div>
          <h2 id="danger" className={classes.heading}>
            Is anyone in danger right now?
          </h2>
          <p>Call the emergency services, or go to the nearest hospital.</p>
        </div>
        <div className={classes.numbers}>
          {(country?.emergency ?? anywhere).map((number) => (
            <ButtonAnchor
              key={number}
              href={dialAddress(number)}
              icon={<IconPhone size={20} stroke={1.75} aria-hidden="true" />}
            >
              Call {number}
            </ButtonAnchor>
          ))}
        </div>
      </section>

      <section className={classes.section} aria-labelledby="lines">
        <div className={classes.head}>
          <h2 id="lines" className={classes.heading}>
            Someone to talk to
          </h2>
          <CountryChoice
            code={country ? code : ''}
            codes={countries.map((one) => one.code)}
            onChoose={choose}
          />
        </div>
        {country ? (
          <ul className={classes.list}>
            {country.lines.map((line) => (
              <HelplineCard key={line.name} line={line} />
            ))}
          </ul>
        ) : (
          <p className={classes.quiet}>
            Your country is not in our list. The directories below cover almost every country.
          </p>
        )}
      </section>

      <section className={classes.section} aria-labelledby="world">
        <h2 id="world" className={classes.heading}>
          Anywhere in the world
        </h2>
        <ul className={classes.plain}>
          {directories.map(({ name, words, url }) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noopener noreferrer">
                {name}
                <IconExternalLink size={14} stroke={1.75} aria-hidden="true" className={classes.out} />
              </a>
              <p className={classes.quiet}>{words}</p>
            </li>
          ))}
        </ul>
      </section>

      <section className={classes.section} aria-labelledby="hour">
        <h2 id="hour" className={classes.heading}>
          For the next hour
        </h2>
        <p>
          <Link to="/help/breathing">Breathe with a circle that shows you when</Link>
        </p>
        <ul className={classes.facts}>
          {facts.map(({ words, source, url }) => (
            <li key={words} className={classes.fact}>
              <p>{words}</p>
              <p className={classes.source}>
                <a href={url} target="_blank" rel="noopener noreferrer">
                  {source}
                </a>
              </p>
            </li>
          ))}
        </ul>
      </section>

      <p className={classes.foot}>
        This page works without a connection and sends nothing about you. We guess your country from your
        browser's language, and your choice stays on this device. If a number has changed, the service's own
        website has the right one. The names of towns in this app are from GeoNames (CC BY 4.0).
      </p>
    </div>
  );
};
