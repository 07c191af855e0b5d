/** The result of the demo in figures: what `--json` prints on the last line. Pure. */
import type { Channel } from '../../../shared/domain/vocabulary.ts';
import type { Checks, OptOut, Sent } from './checks.ts';
import { countByChannel, type Delivery } from './delivery.ts';
import type { DemoPerson } from './people.ts';
import { type Recall, reachedBy } from './recall.ts';

interface MessageFigures extends Pick<Sent, 'id' | 'name' | 'office' | 'plan' | 'report'> {
  /** What the stand-ins for mail, push and SMS hold of it. */
  arrived: Partial<Record<Channel, number>>;
}

export interface Figures {
  people: number;
  countries: number;
  campaigns: MessageFigures[];
  optOuts: readonly OptOut[];
  notice: MessageFigures;
  /** People: those whom the recall has reached, and the others by name. */
  recall: { affected: number; reached: number; unreachable: number; unreached: string[] };
  /** Name of the check → whether it holds. */
  checks: Record<string, boolean>;
  /** What is wrong, in words. */
  findings: string[];
  ok: boolean;
}

export interface Story {
  people: readonly DemoPerson[];
  campaigns: readonly Sent[];
  notice: Sent;
  recall: Recall;
  arrived: readonly Delivery[];
  optOuts: readonly OptOut[];
  checks: Checks;
}

export function figuresOf({ people, campaigns, notice, recall, arrived, optOuts, checks }: Story): Figures {
  const messageFigures = ({ id, name, office, plan, report }: Sent): MessageFigures => ({
    id,
    name,
    office,
    plan,
    report,
    arrived: countByChannel(arrived.filter(({ message }) => message === id)),
  });
  const findings = Object.values(checks).flat();
  return {
    people: people.length,
    countries: new Set(people.map(({ place }) => place.country)).size,
    campaigns: campaigns.map(messageFigures),
    optOuts,
    notice: messageFigures(notice),
    recall: {
      affected: recall.reach.affected,
      reached: reachedBy(recall.reach),
      unreachable: recall.reach.unreachable,
      unreached: recall.unreached.map(({ externalId, personId }) => externalId ?? personId),
    },
    checks: Object.fromEntries(Object.entries(checks).map(([name, found]) => [name, found.length === 0])),
    findings,
    ok: findings.length === 0,
  };
}
