/** A campaign that was cancelled before everybody had been looked at: how far it came. */
import { useApp } from '../ui/app-context.ts';
import { isPartlyDecided } from './sums.ts';
import type { ReportView } from './views.ts';

export function PartlyDecided({ report }: { report: ReportView }) {
  const { text, format } = useApp();
  if (!isPartlyDecided(report)) return null;
  // Rounded down: 100 % would say that nobody is missing.
  const share = Math.floor(report.progress * 100) / 100;
  return (
    <div class="notice wait">
      <p>{text.report.partly(format.percent(share))}</p>
    </div>
  );
}
