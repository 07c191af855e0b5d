/** What each office has set for itself. */
import * as z from 'zod';
import { defaultSettings, OfficeSettings } from '../domain/office-settings.ts';
import { Instant } from '../domain/vocabulary.ts';
import { settingsKey } from './campaign-keys.ts';
import type { Table } from './table.ts';

const schemaVersion = 1;

const Stored = z.object({
  settings: OfficeSettings,
  version: z.int(),
  updatedAt: Instant.optional(),
  updatedBy: z.string().optional(),
});
/** Settings with the version that a change starts from; 0: nothing was ever set. */
export type StoredSettings = z.infer<typeof Stored>;

export type SettingsStore = ReturnType<typeof createSettingsStore>;

/** The store over the table `campaigns`. */
export function createSettingsStore(table: Table) {
  return {
    /** AP-32: what an office has set. */
    async load(office: string): Promise<StoredSettings> {
      const item = await table.get(settingsKey(office));
      return item ? Stored.parse(item) : { settings: defaultSettings, version: 0 };
    },

    /** AP-32: replaces the settings of `expected`. False: somebody else was first. */
    async save(office: string, stored: StoredSettings, expected: number): Promise<boolean> {
      const result = await table.write([
        {
          kind: 'put',
          item: { ...settingsKey(office), ...stored, schemaVersion },
          if: expected === 0 ? { absent: true } : { equals: { version: expected } },
        },
      ]);
      return result.ok;
    },
  };
}
