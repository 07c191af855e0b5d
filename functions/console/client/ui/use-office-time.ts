/** Times on the clock of the office, with its name: staff in other places read the same campaign. */
import { useApp } from './app-context.ts';
import { placeOfZone, timeInZone } from './times.ts';
import { useLocale } from './use-locale.ts';

export interface OfficeTime {
  /** `Berlin` */
  readonly place: string;
  /** `26 Nov 2026, 09:00`: where the place stands beside it. */
  clock(instant: string): string;
  /** `26 Nov 2026, 09:00, Berlin time` */
  named(instant: string): string;
}

/** @param id of the office */
export function useOfficeTime(id: string): OfficeTime {
  const { text, offices } = useApp();
  const locale = useLocale();
  const timezone = offices.find((office) => office.id === id)?.timezone ?? 'UTC';
  const place = placeOfZone(timezone);
  const clock = (instant: string) => timeInZone(locale, instant, timezone);
  return { place, clock, named: (instant) => text.campaign.startsAt(clock(instant), place) };
}
