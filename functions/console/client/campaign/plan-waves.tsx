/** When the waves of a campaign are due: on the clock of the office, and on the clocks of the readers. */
import { useState } from 'preact/hooks';
import { isSmall } from '../../../../shared/domain/cells.ts';
import { useApp } from '../ui/app-context.ts';
import { Button } from '../ui/button.tsx';
import { byMinute, byTime, placeOfZone, type Wave, wallTime } from '../ui/times.ts';
import { useLocale } from '../ui/use-locale.ts';
import { useOfficeTime } from '../ui/use-office-time.ts';
import { Count } from './count.tsx';
import type { PlanView } from './views.ts';

const fewWaves = 6;
const fewPlaces = 4;

export function PlanWaves({ waves: counted, office }: { waves: PlanView['waves']; office: string }) {
  const { text, format } = useApp();
  const words = text.plan;
  const officeTime = useOfficeTime(office);
  const [showsAll, setShowsAll] = useState(false);
  const waves = byMinute(counted);
  if (waves.length === 0) return null;
  const shown = showsAll ? waves : waves.slice(0, fewWaves);
  // Readers' clocks are counted for a plan only, not for what has been decided.
  const hasPlaces = waves.some(({ localTimes }) => localTimes.length > 0);
  return (
    <div class="waves">
      <h3>{words.waves}</h3>
      <table class="figures">
        <caption class="hidden">{words.waves}</caption>
        <thead>
          <tr>
            <th scope="col">{words.officeTime(officeTime.place)}</th>
            {hasPlaces && (
              <th scope="col" class="wide-only">
                {words.localTime}
              </th>
            )}
            <th scope="col" class="numeric">
              {words.contacts}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ at, contacts, localTimes }) => (
            <tr key={at}>
              <th scope="row">
                <time dateTime={at}>{officeTime.clock(at)}</time>
                {hasPlaces && (
                  <div class="hint narrow-only">
                    {words.localTime}: <LocalTimes times={localTimes} />
                  </div>
                )}
              </th>
              {hasPlaces && (
                <td class="wide-only">
                  <LocalTimes times={localTimes} />
                </td>
              )}
              <td class="numeric">
                <Count value={isSmall(contacts) ? undefined : contacts} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {waves.length > shown.length && (
        <Button look="quiet" onClick={() => setShowsAll(true)}>
          {words.allWaves(format.number(waves.length))}
        </Button>
      )}
    </div>
  );
}

function LocalTimes({ times }: { times: Wave['localTimes'] }) {
  const { text, format } = useApp();
  const locale = useLocale();
  const words = text.plan;
  const groups = byTime(times);
  if (groups.length === 0) return <span class="quiet">{words.fewReaders}</span>;
  return (
    <>
      {groups.map(({ time, zones }) => {
        const places = zones.slice(0, fewPlaces).map(placeOfZone);
        const more = zones.length - places.length;
        const list = more > 0 ? [...places, words.morePlaces(format.number(more))] : places;
        return <p key={time}>{words.localTimeAt(wallTime(locale, time), format.list(list))}</p>;
      })}
    </>
  );
}
