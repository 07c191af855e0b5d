/** A table that becomes a list of cards on a narrow screen; each cell then carries the name of its column. */
import type { ComponentChildren } from 'preact';

export interface Column<Row> {
  /** Also the key of the column. */
  name: string;
  cell: (row: Row) => ComponentChildren;
  /** Numbers stand at the end. */
  numeric?: boolean;
  /** The column that names the row. */
  heading?: boolean;
  /** The name is for screen readers only, as of a column of buttons. */
  hiddenName?: boolean;
}

interface TableProps<Row> {
  /** Read out before the table. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  keyOf: (row: Row) => string;
}

export function Table<Row>({ caption, columns, rows, keyOf }: TableProps<Row>) {
  return (
    // The roles stay when the style makes cards of the rows.
    // biome-ignore lint/a11y/noRedundantRoles: `display: block` takes the roles of a table away
    <table class="table" role="table">
      <caption class="hidden">{caption}</caption>
      {/* biome-ignore lint/a11y/noRedundantRoles: see the table */}
      <thead role="rowgroup">
        {/* biome-ignore lint/a11y/noRedundantRoles: see the table */}
        <tr role="row">
          {columns.map(({ name, numeric, hiddenName }) => (
            // biome-ignore lint/a11y/noRedundantRoles: see the table
            <th key={name} role="columnheader" scope="col" class={numeric ? 'numeric' : undefined}>
              {hiddenName ? <span class="hidden">{name}</span> : name}
            </th>
          ))}
        </tr>
      </thead>
      {/* biome-ignore lint/a11y/noRedundantRoles: see the table */}
      <tbody role="rowgroup">
        {rows.map((row) => (
          // biome-ignore lint/a11y/noRedundantRoles: see the table
          <tr key={keyOf(row)} role="row">
            {columns.map((column) => (
              <Cell key={column.name} column={column} row={row} />
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const { name, cell, numeric, heading, hiddenName } = column;
  const content = (
    <>
      {!heading && !hiddenName && (
        <span class="cell-name" aria-hidden="true">
          {name}
        </span>
      )}
      <div class="cell">{cell(row)}</div>
    </>
  );
  const look = numeric ? 'numeric' : undefined;
  return heading ? (
    // biome-ignore lint/a11y/noRedundantRoles: see the table
    <th role="rowheader" scope="row" class={look}>
      {content}
    </th>
  ) : (
    // biome-ignore lint/a11y/noRedundantRoles: see the table
    <td role="cell" class={look}>
      {content}
    </td>
  );
}
