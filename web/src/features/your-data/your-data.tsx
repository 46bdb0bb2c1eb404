import { ButtonLink } from '../../ui/button-link.tsx';
import { ExportRow } from './export-row.tsx';
import classes from './your-data.module.css';

/** The section of the settings about what is stored: to take it along, and to delete it. */
export const YourData = () => (
  <section className={classes.group}>
    <h2 className={classes.heading}>Your data</h2>
    <div className={classes.rows}>
      <ExportRow />
      <div className={classes.row}>
        <div className={classes.label}>
          <p>Delete account</p>
          <p className={classes.note}>You read what goes and what stays before anything happens.</p>
        </div>
        <div className={classes.value}>
          <ButtonLink to="/settings/delete-account" quiet danger>
            Delete account
          </ButtonLink>
        </div>
      </div>
    </div>
  </section>
);
