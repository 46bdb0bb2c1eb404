import type { KeyboardEvent, ReactNode } from 'react';
import classes from './table.module.css';

export interface TableColumn<Row> {
  id: string;
  head: string;
  cell: (row: Row) => ReactNode;
  /** Numbers stand at the end, so that their digits line up. */
  align?: 'start' | 'end';
}

interface TableProps<Row> {
  /** Spoken, not shown: "Open reports". */
  caption: string;
  columns: readonly TableColumn<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** Opens a row. Its first cell becomes the button for it, so keep that cell to words. */
  onOpen?: (row: Row) => void;
  /** The row that is open beside the table. */
  openRow?: string | null;
  /** Stands in the table's place when it has no rows. */
  empty?: ReactNode;
}

/** Rows and columns, dense. The first cell of a row opens it; j and k, or the arrow keys, go from row to row. */
export const Table = <Row,>({
  caption,
  columns,
  rows,
  rowId,
  onOpen,
  openRow = null,
  empty,
}: TableProps<Row>) => {
  if (rows.length === 0 && empty !== undefined) return empty;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard
    <section className={classes.scroll} aria-label={caption} tabIndex={0}>
      <table className={classes.table} onKeyDown={moveBetweenRows}>
        <caption className={classes.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-align={column.align}>
                {column.head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowId(row)} data-open={rowId(row) === openRow || undefined}>
              {columns.map((column, index) => (
                <td key={column.id} data-align={column.align}>
                  {index === 0 && onOpen ? (
                    <button
                      type="button"
                      className={classes.open}
                      data-row-button=""
                      aria-current={rowId(row) === openRow || undefined}
                      onClick={() => onOpen(row)}
                    >
                      {column.cell(row)}
                    </button>
                  ) : (
                    column.cell(row)
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
};

const steps: Readonly<Record<string, number>> = { j: 1, ArrowDown: 1, k: -1, ArrowUp: -1 };

const moveBetweenRows = (event: KeyboardEvent<HTMLTableElement>) => {
  const step = steps[event.key];
  if (step === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement) return;
  const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-button]')];
  const row = (event.target as Element).closest('tr');
  const at = buttons.findIndex((button) => button.closest('tr') === row);
  const next = buttons[at === -1 ? 0 : at + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
};
