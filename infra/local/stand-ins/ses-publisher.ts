/** Event publishing of SES: each configuration set has destinations, and each of them asks for some types of events. */
import type { SesEvent } from './ses-events.ts';
import type { Topics } from './sns-topics.ts';

/** Where a configuration set sends its events. */
export interface EventDestination {
  configurationSet: string;
  /** As CloudFormation writes them: `send`, `bounce`, … */
  eventTypes: readonly string[];
  topicArn: string;
}

export interface SesPublisher {
  /** Whether anybody asks for these events of a configuration set. */
  isAsked(eventType: SesEvent['eventType'], configurationSet: string): boolean;
  publish(event: SesEvent, configurationSet: string): void;
}

const eventSubject = 'Amazon SES Email Event Notification';

export function createSesPublisher(destinations: readonly EventDestination[], topics: Topics): SesPublisher {
  const find = (eventType: SesEvent['eventType'], configurationSet: string) =>
    destinations.filter(
      (destination) =>
        destination.configurationSet === configurationSet &&
        destination.eventTypes.some((type) => type.toLowerCase() === eventType.toLowerCase()),
    );
  return {
    isAsked: (eventType, configurationSet) => find(eventType, configurationSet).length > 0,
    publish: (event, configurationSet) => {
      for (const { topicArn } of find(event.eventType, configurationSet))
        topics.publish(topicArn, JSON.stringify(event), eventSubject);
    },
  };
}
