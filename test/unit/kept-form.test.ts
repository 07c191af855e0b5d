/** What was written when a session ended is kept for the same person, and for nobody else. */
import { expect, it } from '@jest/globals';
import {
  type CampaignForm,
  emptyForm,
  toDraft,
} from '../../functions/console/client/composer/campaign-form.ts';
import { dropForm, keepForm, keptForm } from '../../functions/console/client/ui/kept-form.ts';

const texts = new Map<string, string>();
const store = {
  getItem: (key: string) => texts.get(key) ?? null,
  setItem: (key: string, text: string) => void texts.set(key, text),
  removeItem: (key: string) => void texts.delete(key),
};
const form = emptyForm({ id: 'ch', languages: ['fr', 'de'] });

it('is there for the same person and campaign until it is dropped', () => {
  expect(keepForm(store, 'cmp_1', { user: 'one', form })).toBe(true);
  const kept = keptForm<CampaignForm, never>(store, 'cmp_1', 'one');
  expect(kept && toDraft(kept.form)).toEqual(toDraft(form));
  expect(keptForm(store, 'cmp_1', 'other')).toBeUndefined();
  expect(keptForm(store, 'new', 'one')).toBeUndefined();
  dropForm(store, 'cmp_1');
  expect(keptForm(store, 'cmp_1', 'one')).toBeUndefined();
});

it('says where the tab has no room for it', () => {
  const full = {
    ...store,
    setItem: () => {
      throw new Error('QuotaExceededError');
    },
  };
  expect(keepForm(full, 'new', { user: 'one', form })).toBe(false);
});
