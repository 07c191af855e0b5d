/** The shape of the texts. English names the keys; a language that lacks one does not compile. */
import type { en } from './en/index.ts';

type Words<Of> = {
  readonly [Key in keyof Of]: Of[Key] extends string
    ? string
    : Of[Key] extends (...parts: infer Parts) => string
      ? (...parts: Parts) => string
      : Words<Of[Key]>;
};

/** Every key of English, with any words. */
export type Catalog = Words<typeof en>;
