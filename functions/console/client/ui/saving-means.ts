/** How the page of a form saves what it holds. */
import type { Api } from '../api/client.ts';
import type { DraftBody } from '../api/draft-body.ts';

/** What a form is saved as, such as a campaign or a notice with its version. */
export interface SavingMeans<Form, Saved> {
  toBody(form: Form): DraftBody;
  /** What was saved, in the shape in which the form gives it. */
  bodyOf(saved: Saved): DraftBody;
  stateOf(saved: Saved): string;
  /** What creates one thing, however often it is tried. */
  creator(api: Api): (body: DraftBody) => Promise<Saved>;
  /** Saves over the version that was read. @throws ApiProblem 412 when there is a newer one */
  change(api: Api, body: DraftBody, saved: Saved): Promise<Saved>;
  /** The version of now. */
  reload(api: Api, saved: Saved): Promise<Saved>;
}
