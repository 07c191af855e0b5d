/** Letters that wait to be sent, and those that were: the row is the outbox and, afterwards, the proof. */
import * as z from 'zod';
import { Letter } from '../domain/letter.ts';
import type { Instant } from '../domain/vocabulary.ts';
import { dueLetters, letterKey, letterPrefix, personPartition } from './people-keys.ts';
import { type Item, queryAll, type Table } from './table.ts';

const schemaVersion = 1;

const Row = z.object({ json: z.string() });

function readLetter(item: Item): Letter {
  return Letter.parse(JSON.parse(Row.parse(item).json));
}

/** The row of a letter; one that waits is in the index `due`. */
export function letterItem(letter: Letter): Item {
  const { progress, version } = letter;
  const due = progress.state === 'waiting' ? { due: dueLetters, dueAt: progress.dueAt } : {};
  return { ...letterKey(letter), ...due, version, json: JSON.stringify(letter), schemaVersion };
}

export type LetterStore = ReturnType<typeof createLetterStore>;

/** The store over the table `people`. */
export function createLetterStore(table: Table) {
  return {
    /** AP-12: one letter, strongly consistent. */
    async load(pointer: { personId: string; id: string }): Promise<Letter | undefined> {
      const item = await table.get(letterKey(pointer));
      return item && readLetter(item);
    },

    /** AP-12: writes the next state of a letter. @returns false when somebody else was quicker */
    async save(letter: Letter): Promise<boolean> {
      const before = { equals: { version: letter.version - 1 } };
      return (await table.write([{ kind: 'put', item: letterItem(letter), if: before }])).ok;
    },

    /** AP-12: all letters to a person, oldest first. */
    async listOf(personId: string): Promise<Letter[]> {
      const letters: Letter[] = [];
      const range = { prefix: letterPrefix };
      for await (const item of queryAll(table, {
        partition: personPartition(personId),
        range,
        consistent: true,
      }))
        letters.push(readLetter(item));
      return letters;
    },

    /** AP-13: letters that are due at an instant, the longest waiting first. */
    async *listDue(now: Instant): AsyncGenerator<Letter> {
      const range = { to: now };
      for await (const item of queryAll(table, { index: 'due', partition: dueLetters, range }))
        yield readLetter(item);
    },
  };
}
