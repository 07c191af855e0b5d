/** One group of a report, as its bars and its table show it. */
import type { ReportCell } from './views.ts';

export type Row = readonly [group: string, cell: ReportCell];
