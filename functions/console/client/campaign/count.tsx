/** A figure, or the words for one that would speak of fewer than ten people. */
import { useApp } from '../ui/app-context.ts';

export function Count({ value }: { value: number | undefined }) {
  const { text, format } = useApp();
  const words = text.report.groups;
  if (value !== undefined) return <>{format.number(value)}</>;
  return (
    <span class="quiet">
      <span aria-hidden="true">{words.few}</span>
      <span class="hidden">{words.fewSaid}</span>
    </span>
  );
}
