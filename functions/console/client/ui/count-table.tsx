/** Names with their numbers, the largest first. */
import type { ComponentChildren } from 'preact';
import { useFormat } from './app-context.ts';

interface CountTableProps {
  title: string;
  /** Names of the two columns. */
  columns: readonly [name: string, count: string];
  rows: readonly { readonly name: string; readonly count: number }[];
  hint?: ComponentChildren;
}

export function CountTable({ title, columns, rows, hint }: CountTableProps) {
  const { number } = useFormat();
  const sorted = rows.toSorted((one, other) => other.count - one.count);
  return (
    <div>
      <h3>{title}</h3>
      <table class="figures">
        <caption class="hidden">{title}</caption>
        <thead>
          <tr>
            <th scope="col">{columns[0]}</th>
            <th scope="col" class="numeric">
              {columns[1]}
            </th>
          </tr>
        </thead>
        <tbody>
          {sorted.map(({ name, count }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="numeric">{number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hint && <p class="hint">{hint}</p>}
    </div>
  );
}
