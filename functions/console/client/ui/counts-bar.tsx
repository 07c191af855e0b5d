/** Counts as one bar of parts. Those that are not zero are named in words too. */
import { useApp } from './app-context.ts';
import { type Part, PartsBar } from './charts.tsx';

/** @param label the bar in words, from the list of its parts */
export function CountsBar({
  counts,
  label,
}: {
  counts: readonly Omit<Part, 'text'>[];
  label: (list: string) => string;
}) {
  const { text, format } = useApp();
  const parts = counts.map((count) => ({ ...count, text: format.number(count.value) }));
  const named = parts.filter(({ value }) => value > 0).map((part) => text.plan.part(part.name, part.text));
  return <PartsBar parts={parts} label={label(format.list(named))} />;
}
