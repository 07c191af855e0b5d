/** All alarms of a cell go to one topic; each says what it means for people, and where the runbook tells what to do. */
import { Duration } from 'aws-cdk-lib';
import * as cloudwatch from 'aws-cdk-lib/aws-cloudwatch';
import { SnsAction } from 'aws-cdk-lib/aws-cloudwatch-actions';
import type * as kms from 'aws-cdk-lib/aws-kms';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';

export interface AlarmProps {
  metric: cloudwatch.IMetric;
  /** Alarms at this value, in the unit of the metric. */
  threshold: number;
  /** What is wrong for people when this fires. */
  errorImpact: string;
  /** Heading of `docs/runbook.md` as an anchor, without `#`. */
  runbook: string;
  /** Alarms below the threshold, and when nothing is measured, instead of at or above it. */
  onSilence?: boolean;
}

export class Alarms extends Construct {
  readonly topic: sns.Topic;

  constructor(scope: Construct, id: string, key: kms.IKey | undefined) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Topic', { masterKey: key, enforceSSL: true });
  }

  /** Adds an alarm on a metric, with the scope that the alarm belongs to. */
  add(scope: Construct, id: string, props: AlarmProps): void {
    const { onSilence = false } = props;
    const alarm = new cloudwatch.Alarm(scope, id, {
      metric: props.metric,
      threshold: props.threshold,
      evaluationPeriods: 1,
      comparisonOperator: onSilence
        ? cloudwatch.ComparisonOperator.LESS_THAN_THRESHOLD
        : cloudwatch.ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
      treatMissingData: onSilence
        ? cloudwatch.TreatMissingData.BREACHING
        : cloudwatch.TreatMissingData.NOT_BREACHING,
      alarmDescription: `${props.errorImpact} What to do: docs/runbook.md#${props.runbook}`,
    });
    alarm.addAlarmAction(new SnsAction(this.topic));
  }
}

/** How long a measurement lasts where an alarm should be quick. */
export const alarmPeriod = Duration.minutes(1);
