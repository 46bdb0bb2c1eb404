import { whatDeletionDoes } from '@sameboat/model/personal-data';
import classes from './delete-account.module.css';

/** What goes and what stays, in the words of the table that the deletion itself goes by. */
export const WhatDeletionDoes = () => {
  const { goes, stays } = whatDeletionDoes();
  return (
    <>
      <Sentences title="What goes" sentences={goes} />
      <Sentences title="What stays" sentences={stays} />
    </>
  );
};

const Sentences = ({ title, sentences }: { title: string; sentences: readonly string[] }) => (
  <section className={classes.section}>
    <h2 className={classes.heading}>{title}</h2>
    <ul className={classes.sentences}>
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  </section>
);
