/** Results of a pure function, kept for the last few inputs. */

const rememberedResults = 64;

/** `make`, which keeps its results by input: for compiled templates and footers, whose inputs repeat from recipient to recipient. */
export function remember<Result>(make: (input: string) => Result): (input: string) => Result {
  const results = new Map<string, { result: Result }>();
  return (input) => {
    const known = results.get(input);
    if (known) return known.result;
    if (results.size >= rememberedResults) results.clear();
    const result = make(input);
    results.set(input, { result });
    return result;
  };
}
