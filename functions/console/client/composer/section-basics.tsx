/** What a campaign is called, what it is about, and how it goes out. */
import type { MarketingChannel, Topic } from '../../../../shared/domain/vocabulary.ts';
import { useText } from '../ui/app-context.ts';
import { Checkbox, FieldGroup, Radios, SelectField, TextField } from '../ui/fields.tsx';
import { Spot } from '../ui/parts.tsx';
import { useComposer, useFindingsAt } from './composer-context.ts';

/** Every topic, in the order of the list. */
const topics = ['news', 'offers', 'articles', 'recommendations'] as const satisfies readonly Topic[];
const channels = ['email', 'push'] as const satisfies readonly MarketingChannel[];

type Delivery = 'each' | MarketingChannel;

export function BasicsSection() {
  const { composer, terms } = useText();
  const { form, update } = useComposer();
  const name = useFindingsAt('name');
  const topic = useFindingsAt('topic');
  return (
    <div class="card form">
      <Spot path="name">
        <TextField
          label={composer.fields.name}
          hint={composer.nameHint}
          value={form.name}
          error={name.error}
          onChange={(value) => update((before) => ({ ...before, name: value }))}
        />
      </Spot>
      <Spot path="topic">
        <SelectField
          label={composer.fields.topic}
          hint={composer.topicHint}
          value={form.topic}
          options={topics.map((value) => ({ value, name: terms.topic[value] }))}
          error={topic.error}
          onChange={(value) => update((before) => ({ ...before, topic: value }))}
        />
      </Spot>
      <ChannelChoice />
      {form.channels.length > 1 && <DeliveryChoice />}
    </div>
  );
}

function ChannelChoice() {
  const { composer, terms } = useText();
  const { form, update } = useComposer();
  const { error } = useFindingsAt('channels', true);
  const toggle = (channel: MarketingChannel, isChosen: boolean) =>
    update((before) => {
      const others = before.channels.filter((one) => one !== channel);
      const chosen = isChosen ? [...others, channel] : others;
      return { ...before, channels: chosen, deliver: chosen.length > 1 ? before.deliver : 'each' };
    });
  return (
    <Spot path="channels">
      <FieldGroup label={composer.fields.channels} hint={composer.channelsHint} error={error}>
        {channels.map((channel) => (
          <Checkbox
            key={channel}
            label={terms.channel[channel]}
            checked={form.channels.includes(channel)}
            onChange={(isChosen) => toggle(channel, isChosen)}
          />
        ))}
      </FieldGroup>
    </Spot>
  );
}

/** The order of the channels counts only when one of them is enough. */
function DeliveryChoice() {
  const { composer } = useText();
  const { form, update } = useComposer();
  const [first = 'email'] = form.channels;
  const value: Delivery = form.deliver === 'each' ? 'each' : first;
  const choose = (chosen: Delivery) =>
    update((before) =>
      chosen === 'each'
        ? { ...before, deliver: 'each' }
        : {
            ...before,
            deliver: 'first',
            channels: [chosen, ...before.channels.filter((one) => one !== chosen)],
          },
    );
  return (
    <Spot path="deliver">
      <Radios<Delivery>
        label={composer.fields.deliver}
        value={value}
        options={[
          { value: 'each', name: composer.deliverEach, hint: composer.deliverEachHint },
          { value: 'email', name: composer.emailFirst, hint: composer.firstHint },
          { value: 'push', name: composer.pushFirst, hint: composer.firstHint },
        ]}
        onChange={choose}
      />
    </Spot>
  );
}
