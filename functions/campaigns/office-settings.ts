/** What an office sets for itself: read by its staff, written by an admin who has seen what is there. */
import type { SettingsStore, StoredSettings } from '../../shared/adapters/settings-store.ts';
import { requireOffice, type StaffActor } from '../../shared/domain/actor.ts';
import { InvalidInput, NotFound, PreconditionRequired } from '../../shared/domain/faults.ts';
import type { OfficeSettings } from '../../shared/domain/office-settings.ts';
import { officeById } from '../../shared/domain/offices.ts';
import { ruleBook } from '../../shared/domain/rules/rule-book.ts';
import { closedCountries } from '../../shared/domain/timing.ts';
import { type Instant, MarketingChannel } from '../../shared/domain/vocabulary.ts';
import { changedMeanwhile, requireVersion } from '../../shared/use-cases/if-match.ts';

/** @throws Forbidden, NotFound */
export async function readSettings(
  settings: Pick<SettingsStore, 'load'>,
  office: string,
  actor: StaffActor,
): Promise<StoredSettings> {
  requireOffice(actor, office);
  if (!officeById(office)) throw new NotFound('There is no office of this id.');
  return settings.load(office);
}

/** Addresses and tokens of colleagues are for those who set them; others see which ones there are. */
export function maskedFor({ roles }: StaffActor, stored: StoredSettings): StoredSettings {
  if (roles.includes('admin')) return stored;
  const testContacts = stored.settings.testContacts.map(({ name, email, deviceToken }) => ({
    name,
    ...(email === undefined ? {} : { email: email.replace(/^(.).*@/, '$1---@') }),
    ...(deviceToken === undefined ? {} : { deviceToken: `hidden-${deviceToken.slice(-4)}` }),
  }));
  return { ...stored, settings: { ...stored.settings, testContacts } };
}

/** @throws Forbidden, NotFound, InvalidInput, PreconditionRequired without a version, PreconditionFailed with one that is not the current one */
export async function changeSettings(
  store: Pick<SettingsStore, 'load' | 'save'>,
  office: string,
  settings: OfficeSettings,
  { actor, now, ifMatch }: { actor: StaffActor; now: Instant; ifMatch: string | undefined },
): Promise<StoredSettings> {
  const known = await readSettings(store, office, actor);
  if (ifMatch === undefined)
    throw new PreconditionRequired('Send If-Match with the ETag of the settings that you start from.');
  requireVersion(ifMatch, known.version);
  requireOwnNames(settings);
  requireOpenWindow(office, settings, now);
  const next = { settings, version: known.version + 1, updatedAt: now, updatedBy: actor.user };
  if (!(await store.save(office, next, known.version))) throw changedMeanwhile();
  return next;
}

/** Tests are sent by name. */
function requireOwnNames({ testContacts }: OfficeSettings): void {
  const names = testContacts.map(({ name }) => name);
  const errors = names.flatMap((name, index) =>
    names.indexOf(name) < index
      ? [{ field: `testContacts.${index}.name`, message: 'another contact has this name' }]
      : [],
  );
  if (errors.length > 0) throw new InvalidInput('The settings are not valid.', { errors });
}

/** Hours that lie inside the quiet hours of a country would silence the office there. */
function requireOpenWindow(office: string, { sendWindow }: OfficeSettings, now: Instant): void {
  const countries = officeById(office)?.countries ?? [];
  const places = { countries, channels: MarketingChannel.options };
  const closed = closedCountries(sendWindow, places, ruleBook, now).filter(({ who }) => who === 'everybody');
  const errors = closed.map(({ country, channel }) => ({
    field: 'sendWindow',
    message: `never opens for ${channel} in ${country}: it lies inside the quiet hours there`,
  }));
  if (errors.length > 0) throw new InvalidInput('The settings are not valid.', { errors });
}
