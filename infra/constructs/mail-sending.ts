/** Amazon SES of a cell: configuration sets for each lane, one for letters and one for tests, the identities of the offices, and the events of what became of each mail. */
import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as ses from 'aws-cdk-lib/aws-ses';
import * as sns from 'aws-cdk-lib/aws-sns';
import { Construct } from 'constructs';
import type { Office } from '../../shared/domain/office.ts';
import type { CellContext } from './cell-context.ts';
import type { ServiceFunction } from './service-function.ts';

/** Neither sends nor delays: the answer of SES says the first, and nothing follows from the second. */
const events = [
  ses.EmailSendingEvent.DELIVERY,
  ses.EmailSendingEvent.BOUNCE,
  ses.EmailSendingEvent.COMPLAINT,
  ses.EmailSendingEvent.REJECT,
  ses.EmailSendingEvent.RENDERING_FAILURE,
];
/** They tell what a person does with a mail, and change its links: only for people who agree to profiling (policy P-17). */
const engagement = [ses.EmailSendingEvent.OPEN, ses.EmailSendingEvent.CLICK];

export interface MailSendingProps {
  context: CellContext;
  offices: readonly Office[];
  /** Registers the sender domains with SES; without, they are only named in permissions. */
  registerDomains: boolean;
}

export class MailSending extends Construct {
  readonly topic: sns.Topic;
  readonly marketing: ses.ConfigurationSet;
  /** As `marketing`, and counts opens and clicks. */
  readonly marketingMeasured: ses.ConfigurationSet;
  readonly mandatory: ses.ConfigurationSet;
  /** Confirmations and results of choices: neither lane. */
  readonly letters: ses.ConfigurationSet;
  /** Tests to staff: neither lane, and nobody counts what becomes of them. */
  readonly tests: ses.ConfigurationSet;
  readonly #domains: readonly string[];

  constructor(scope: Construct, id: string, { context, offices, registerDomains }: MailSendingProps) {
    super(scope, id);
    this.topic = new sns.Topic(this, 'Events', { masterKey: context.key, enforceSSL: true });
    this.marketing = this.#createSet('Marketing', ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS);
    this.marketingMeasured = this.#createSet(
      'MarketingMeasured',
      ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS,
      [...events, ...engagement],
    );
    // A complaint about marketing must not stop a notice (policy P-19).
    this.mandatory = this.#createSet('Mandatory', ses.SuppressionReasons.BOUNCES_ONLY);
    this.letters = this.#createSet('Letters', ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS);
    this.tests = this.#createSet('Tests', ses.SuppressionReasons.BOUNCES_AND_COMPLAINTS, []);
    this.#domains = [...new Set(offices.map(senderDomain))].sort();
    if (!registerDomains) return;
    for (const domain of this.#domains) {
      new ses.EmailIdentity(this, domain, { identity: ses.Identity.domain(domain) });
    }
  }

  /** Lets a function send raw mail from the offices' domains through these configuration sets only. */
  grantSend(sets: readonly ses.ConfigurationSet[], { function: sender }: ServiceFunction): void {
    const arnOf = (resource: string, resourceName: string) =>
      Stack.of(this).formatArn({ service: 'ses', resource, resourceName });
    sender.addToRolePolicy(
      new iam.PolicyStatement({
        actions: ['ses:SendRawEmail'],
        resources: [
          ...this.#domains.map((domain) => arnOf('identity', domain)),
          ...sets.map(({ configurationSetName }) => arnOf('configuration-set', configurationSetName)),
        ],
      }),
    );
  }

  /** @param wanted events that are heard of; none: a silent set */
  #createSet(
    id: string,
    suppressionReasons: ses.SuppressionReasons,
    wanted: readonly ses.EmailSendingEvent[] = events,
  ): ses.ConfigurationSet {
    const set = new ses.ConfigurationSet(this, id, {
      suppressionReasons,
      reputationMetrics: true,
      tlsPolicy: ses.ConfigurationSetTlsPolicy.REQUIRE,
    });
    if (wanted.length === 0) return set;
    set.addEventDestination('Events', {
      destination: ses.EventDestination.snsTopic(this.topic),
      events: [...wanted],
    });
    return set;
  }
}

function senderDomain({ id, sender }: Office): string {
  const domain = sender.address.split('@')[1];
  if (domain === undefined) throw new Error(`The sender of office ${id} has no domain: ${sender.address}`);
  return domain;
}
