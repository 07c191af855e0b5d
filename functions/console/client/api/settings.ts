/** The settings of an office as the API shows them. */
import type { OfficeSettings } from '../../../../shared/domain/office-settings.ts';
import type { Api } from './client.ts';

export type { OfficeSettings };

/** Settings with the version that a change starts from. */
export interface VersionedSettings {
  readonly settings: OfficeSettings;
  readonly etag: string | undefined;
}

interface SettingsBody {
  readonly settings: OfficeSettings;
  readonly version: number;
}

const pathOf = (office: string) => `/offices/${encodeURIComponent(office)}/settings`;

export async function loadSettings(
  api: Api,
  office: string,
  signal?: AbortSignal,
): Promise<VersionedSettings> {
  const { body, etag } = await api.get<SettingsBody>(pathOf(office), signal ? { signal } : {});
  return { settings: body.settings, etag: etag ?? `"${body.version}"` };
}

/** @throws ApiProblem 412 when somebody else has changed the settings since */
export async function saveSettings(
  api: Api,
  office: string,
  { settings, etag }: VersionedSettings,
): Promise<VersionedSettings> {
  const { body, etag: next } = await api.put<SettingsBody>(pathOf(office), settings, { ifMatch: etag });
  return { settings: body.settings, etag: next ?? `"${body.version}"` };
}
