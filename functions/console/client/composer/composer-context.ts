/** What every part of the composer works on: the form, what is wrong with it, and where in it somebody is. */
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Checks } from '../../../../shared/api/drafting.ts';
import type { OfficeSettings } from '../../../../shared/domain/office-settings.ts';
import type { LatestReply } from '../api/use-latest.ts';
import type { OfficeView } from '../api/views.ts';
import { useFormat, useText } from '../ui/app-context.ts';
import { isWithin } from '../ui/field-path.ts';
import { sayFinding } from '../ui/finding-words.ts';
import type { CampaignForm } from './campaign-form.ts';
import type { VariantName } from './change-texts.ts';
import type { Estimate } from './estimate-figures.ts';
import type { StepName } from './field-places.ts';
import { type Finding, isShown } from './findings.ts';

/** What can be open over the composer. */
export type DialogName = 'save-template' | 'pick-template' | 'test';

/** The part of the form that is looked at. */
export interface ComposerView {
  readonly step: StepName;
  readonly arm: number;
  readonly locale: string;
  readonly variant: VariantName;
  /** Both versions of a text beside each other. */
  readonly isPaired: boolean;
  /** What previews look like. */
  readonly country: string;
  readonly isDark: boolean;
  readonly isPhone: boolean;
}

export interface Variable {
  readonly name: string;
  readonly sample: string;
}

/** What texts may hold; `mail` is for the HTML and the plain text of mails only. */
type Variables = Checks['variables'] & { readonly mail?: readonly Variable[] };

export interface ComposerState {
  readonly form: CampaignForm;
  update(change: (form: CampaignForm) => CampaignForm): void;
  readonly office: OfficeView;
  readonly settings: OfficeSettings | undefined;
  readonly view: ComposerView;
  look(change: Partial<ComposerView>): void;
  readonly findings: readonly Finding[];
  readonly variables: Variables;
  /** What is missing is said at its field. */
  readonly isStrict: boolean;
  readonly estimate: LatestReply<Estimate>;
  /** Shows the field of a path and gives it the focus. */
  goToField(path: string): void;
}

export const ComposerContext = createContext<ComposerState | undefined>(undefined);

export function useComposer(): ComposerState {
  const composer = useContext(ComposerContext);
  if (!composer) throw new Error('This component stands outside of the composer.');
  return composer;
}

/** What is said at a field: the first error, and every warning. @param deep also what is said of what lies in it, such as the entries of a list */
export function useFindingsAt(path: string, deep = false): { error: string | undefined; warnings: string[] } {
  const { findings, isStrict } = useComposer();
  const text = useText();
  const format = useFormat();
  const here = findings.filter(({ field }) => (deep ? isWithin(field, path) : field === path));
  const say = ({ message }: Finding) => sayFinding(message, text, format);
  const [error] = here.filter((finding) => isShown(finding, isStrict)).map(say);
  return { error, warnings: here.filter(({ kind }) => kind === 'warning').map(say) };
}
