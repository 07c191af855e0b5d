/** What the API says when it refuses (RFC 9457), and what the network does, as one error. */

export interface FieldProblem {
  readonly field: string;
  readonly message: string;
}

/** `status` 0: there was no answer. */
export class ApiProblem extends Error {
  override name = 'ApiProblem';
  readonly status: number;
  readonly title: string;
  readonly errors: readonly FieldProblem[];
  /** Current state of a campaign, with a 409. */
  readonly state: string | undefined;
  readonly requestId: string | undefined;

  constructor(members: {
    status: number;
    title: string;
    detail: string;
    errors?: readonly FieldProblem[] | undefined;
    state?: string | undefined;
    requestId?: string | undefined;
  }) {
    super(members.detail);
    this.status = members.status;
    this.title = members.title;
    this.errors = members.errors ?? [];
    this.state = members.state;
    this.requestId = members.requestId;
  }

  /** The words about a field, or about what lies in it (`content.locales`). */
  errorAt(field: string): string | undefined {
    return this.errors.find((error) => error.field === field)?.message;
  }
}

/** The problem that an answer describes; an answer without a description gets its status as the title. */
export async function problemOf(answer: Response): Promise<ApiProblem> {
  const body: unknown = await answer.json().catch(() => undefined);
  const given = typeof body === 'object' && body !== null ? body : {};
  const text = (name: string): string | undefined => {
    const value: unknown = Reflect.get(given, name);
    return typeof value === 'string' ? value : undefined;
  };
  const errors: unknown = Reflect.get(given, 'errors');
  return new ApiProblem({
    status: answer.status,
    title: text('title') ?? `HTTP ${answer.status}`,
    detail: text('detail') ?? text('message') ?? answer.statusText,
    errors: Array.isArray(errors) ? errors : [],
    state: text('state'),
    requestId: text('requestId'),
  });
}
