/** Leads to the field that a problem is about. */
import { nearestField } from './field-path.ts';

/** Gives the focus to the field of a path, or to the heading of its part. */
export function focusField(path: string): void {
  const spots = [...document.querySelectorAll<HTMLElement>('[data-field]')];
  const field = nearestField(
    path,
    spots.map((spot) => spot.dataset.field ?? ''),
  );
  const spot = spots.find((one) => one.dataset.field === field);
  const control =
    spot?.querySelector<HTMLElement>(':is(input, select, textarea):not(:disabled)') ??
    spot?.querySelector<HTMLElement>('button');
  const place = control ?? document.querySelector<HTMLElement>('.step-title');
  place?.focus();
  place?.scrollIntoView({ block: 'center' });
}
