/** How a notice reaches people: how soon, on which channels, in which order, and how long before the next. */
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Channel } from '../../../../shared/domain/vocabulary.ts';
import { useText } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox, FieldGroup, NumberField, Radios, SelectField } from '../ui/fields.tsx';
import { Icon } from '../ui/icon.tsx';
import { Spot } from '../ui/parts.tsx';
import { movedChannel, type NoticeForm, waitUnits } from './notice-form.ts';
import { useErrorAt, useWriter } from './writer-context.ts';

const allChannels = ['push', 'email', 'sms'] as const satisfies readonly Channel[];

export function DeliverySection() {
  const { noticeWriting: words } = useText();
  const { form, update } = useWriter();
  return (
    <section class="card form">
      <h2>{words.delivery}</h2>
      <Spot path="urgency">
        <Radios<NoticeForm['urgency']>
          label={words.fields.urgency}
          value={form.urgency}
          options={[
            { value: 'immediate', name: words.immediate, hint: words.immediateHint },
            { value: 'routine', name: words.routine, hint: words.routineHint },
          ]}
          onChange={(urgency) => update((before) => ({ ...before, urgency }))}
        />
      </Spot>
      <ChannelOrder />
      {form.channels.length > 1 && <Turns />}
    </section>
  );
}

/** The chosen channels in their order, then the others. */
function ChannelOrder() {
  const { noticeWriting: words, terms } = useText();
  const { form, update } = useWriter();
  const error = useErrorAt('channels', true);
  const [moved, setMoved] = useState<{ channel: Channel; by: -1 | 1; place: number }>();
  const list = useRef<HTMLOListElement>(null);
  useLayoutEffect(() => {
    if (moved) focusMoved(list.current, moved);
  }, [moved]);
  const { channels } = form;
  const rows = [...channels, ...allChannels.filter((channel) => !channels.includes(channel))];
  const toggle = (channel: Channel, isChosen: boolean) =>
    update((before) => ({
      ...before,
      channels: isChosen ? [...before.channels, channel] : before.channels.filter((one) => one !== channel),
    }));
  const move = (channel: Channel, by: -1 | 1) => {
    update((before) => ({ ...before, channels: movedChannel(before.channels, channel, by) }));
    setMoved({ channel, by, place: channels.indexOf(channel) + by + 1 });
  };
  return (
    <Spot path="channels">
      <FieldGroup label={words.fields.channels} hint={words.channelsHint} error={error}>
        <ol class="channel-order" ref={list}>
          {rows.map((channel) => {
            const at = channels.indexOf(channel);
            const name = terms.channel[channel];
            return (
              <li key={channel} data-channel={channel}>
                <Checkbox
                  label={at === -1 ? name : `${at + 1}. ${name}`}
                  checked={at !== -1}
                  onChange={(isChosen) => toggle(channel, isChosen)}
                />
                {at !== -1 && channels.length > 1 && (
                  <span class="order-buttons">
                    <Button
                      look="quiet"
                      label={words.earlier(name)}
                      disabled={at === 0}
                      onClick={() => move(channel, -1)}
                    >
                      <Icon name="up" />
                    </Button>
                    <Button
                      look="quiet"
                      label={words.later(name)}
                      disabled={at === channels.length - 1}
                      onClick={() => move(channel, 1)}
                    >
                      <Icon name="down" />
                    </Button>
                  </span>
                )}
              </li>
            );
          })}
        </ol>
        <p class="hidden" role="status">
          {moved && words.moved(terms.channel[moved.channel], String(moved.place))}
        </p>
      </FieldGroup>
    </Spot>
  );
}

/** The row has another place now: the focus stays on its button, or goes to the other one at an end of the list. */
function focusMoved(list: HTMLOListElement | null, { channel, by }: { channel: Channel; by: -1 | 1 }): void {
  const buttons = [
    ...(list?.querySelectorAll<HTMLButtonElement>(`[data-channel="${channel}"] button`) ?? []),
  ];
  const ordered = by === -1 ? buttons : buttons.toReversed();
  ordered.find((button) => !button.disabled)?.focus();
}

function Turns() {
  const { noticeWriting: words } = useText();
  const { form, update } = useWriter();
  const error = useErrorAt('escalateAfter');
  const { wait } = form;
  return (
    <>
      <Radios
        label={words.order}
        value={form.isInTurn ? 'turn' : 'once'}
        options={[
          { value: 'turn', name: words.inTurn, hint: words.inTurnHint },
          { value: 'once', name: words.atOnce },
        ]}
        onChange={(value) => update((before) => ({ ...before, isInTurn: value === 'turn' }))}
      />
      {form.isInTurn && (
        <Spot path="escalateAfter">
          <div class="columns even wait-fields">
            <NumberField
              label={words.fields.escalateAfter}
              min={1}
              value={wait.amount}
              error={error}
              onChange={(amount) => update((before) => ({ ...before, wait: { ...before.wait, amount } }))}
            />
            <SelectField
              label={words.waitUnit}
              value={wait.unit}
              options={waitUnits.map((value) => ({ value, name: words[value] }))}
              onChange={(unit) => update((before) => ({ ...before, wait: { ...before.wait, unit } }))}
            />
          </div>
        </Spot>
      )}
    </>
  );
}
