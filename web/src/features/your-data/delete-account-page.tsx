import { useSession } from '../../data/session/use-session.ts';
import { PageBody } from '../../ui/page-body.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SettingsRows } from '../../ui/settings-group.tsx';
import { usePageTitle } from '../../ui/use-page-title.ts';
import classes from './delete-account.module.css';
import { DeleteAccountForm } from './delete-account-form.tsx';
import { ExportRow } from './export-row.tsx';
import { WhatDeletionDoes } from './what-deletion-does.tsx';

/** What deleting the account does, said before it is done. For people who are banned too. */
export const DeleteAccountPage = () => {
  usePageTitle('Delete account');
  const session = useSession();
  if (session.status !== 'signed-in' && session.status !== 'banned') return null;
  return (
    <>
      <PageHeader title="Delete account" back={{ to: '/settings', label: 'Back to You' }} />
      <PageBody>
        <p className={classes.lead}>
          This cannot be undone. Your account is closed at once, and what you wrote is removed in the minutes
          after. If you only need a break, you can sign out and come back.
        </p>
        <WhatDeletionDoes />
        <section className={classes.section}>
          <h2 className={classes.heading}>Take your data along first</h2>
          <SettingsRows>
            <ExportRow />
          </SettingsRows>
        </section>
        <section className={classes.section}>
          <h2 className={classes.heading}>Delete it</h2>
          <DeleteAccountForm
            uid={session.uid}
            handle={session.status === 'signed-in' ? session.profile.handle : null}
          />
        </section>
      </PageBody>
    </>
  );
};
