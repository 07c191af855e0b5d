/** The form of the preference centre: what differs from what it showed is an answer, everything else is left as it is. */

import { isLanguageTag } from '../../shared/domain/language-tag.ts';
import type { PreferenceChange } from '../../shared/domain/person-preferences.ts';
import { type Choice, Topic } from '../../shared/domain/vocabulary.ts';

export type Form = Readonly<Record<string, unknown>>;

export interface ReadChoices {
  change: PreferenceChange;
  /** BCP 47; only when it was changed. */
  language?: string | undefined;
  version?: string | undefined;
}

/** What was changed on the form. A field that came twice, once as a refusal, is a refusal. */
export function readChoices(form: Form): ReadChoices {
  const topics = Topic.options.flatMap((topic) => {
    const choice = choiceIn(form, `topics.${topic}`);
    return choice ? [[topic, choice] as const] : [];
  });
  const marketing = { email: choiceIn(form, 'marketing.email'), push: choiceIn(form, 'marketing.push') };
  return {
    change: {
      marketing,
      topics: Object.fromEntries(topics),
      profiling: choiceIn(form, 'profiling'),
      diagnostics: choiceIn(form, 'diagnostics'),
    },
    language: languageIn(form),
    version: textsIn(form, 'version').find((text) => /^\d{1,15}$/.test(text)),
  };
}

function choiceIn(form: Form, name: string): Choice | undefined {
  const values = textsIn(form, name);
  const wasOn = textsIn(form, `was.${name}`).includes('granted');
  if (values.includes('denied')) return 'denied';
  if (values.includes('granted')) return wasOn ? undefined : 'granted';
  return wasOn ? 'denied' : undefined;
}

function languageIn(form: Form): string | undefined {
  const [language] = textsIn(form, 'language');
  const isTag =
    language !== undefined &&
    /^[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/.test(language) &&
    isLanguageTag(language);
  return isTag && !textsIn(form, 'was.language').includes(language) ? language : undefined;
}

function textsIn(form: Form, name: string): string[] {
  const value = Object.hasOwn(form, name) ? form[name] : undefined;
  return [value].flat().filter((text) => typeof text === 'string');
}
