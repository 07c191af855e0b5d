/** Records of one invocation, each on its own: one that fails leaves the others alone. */
import { MetricUnit } from '@aws-lambda-powertools/metrics';
import { describeError, logger, metrics } from './telemetry.ts';

export interface RunOptions<R> {
  /** How many records are worked on at a time. */
  concurrency: number;
  /** What the log says of a record: ids only (policy P-12). */
  describe: (record: R) => Record<string, unknown>;
}

/** Works on every record once and gives back exactly those that failed, in the order they came in. Logs each failure once. */
export async function runRecords<R>(
  records: readonly R[],
  work: (record: R) => Promise<unknown>,
  { concurrency, describe }: RunOptions<R>,
): Promise<R[]> {
  const failed = new Set<R>();
  const waiting = records.values();
  const worker = async () => {
    for (const record of waiting) {
      try {
        await work(record);
      } catch (error) {
        failed.add(record);
        logger.error('record failed', { ...describe(record), fault: describeError(error) });
      }
    }
  };
  await Promise.all(Array.from({ length: Math.max(1, Math.min(concurrency, records.length)) }, worker));
  metrics.addMetric('Records', MetricUnit.Count, records.length);
  metrics.addMetric('RecordsFailed', MetricUnit.Count, failed.size);
  return records.filter((record) => failed.has(record));
}
