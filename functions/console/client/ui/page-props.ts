/** What a page is given by the router. */
export interface PageProps {
  /** From the address: `/campaigns/:id` gives `id`. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}
