/** Imports of any lines, in any order and with any break: refusals stay (N-09), and nothing is lost or done twice. */
import { describe, expect, it } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { readCsv } from '../../shared/adapters/csv-lines.ts';
import { InvalidInput } from '../../shared/domain/faults.ts';
import { type Cells, type ImportColumn, importColumns } from '../../shared/domain/import-cells.ts';
import type { PersonRecord } from '../../shared/domain/person.ts';
import { leaseSeconds } from '../../shared/use-cases/run-import.ts';
import { csvOf, fileOf } from '../support/import-file.ts';
import { createUpload } from '../support/import-upload.ts';
import { createImportWorld } from '../support/import-world.ts';

const state = fc.constantFrom('granted', 'denied', '');
const at = fc.constantFrom('2019-01-01', '2026-05-04T09:30:00Z', '2026-11-23T11:00:00Z');
const answers = {
  emailMarketing: state,
  emailMarketingAt: at,
  emailBasis: fc.constantFrom('', '', 'express', 'soft-opt-in', 'implied-purchase'),
  pushMarketing: state,
  pushMarketingAt: at,
  profiling: state,
  profilingAt: at,
};
const facts = {
  country: fc.constantFrom('DE', 'FR', 'US', 'JP'),
  language: fc.constantFrom('', 'de', 'en'),
  interests: fc.constantFrom('', 'photo', 'photo;music'),
  deviceModel: fc.constantFrom('', 'XQ-EC54', 'XQ-DQ54'),
  emailSource: fc.constantFrom('', 'direct', 'google'),
};

/** Lines of a few people who exchange addresses and devices. */
const entangledLine: fc.Arbitrary<Partial<Cells>> = fc.record({
  ...facts,
  ...answers,
  externalId: fc.constantFrom('', 'a', 'b'),
  email: fc.constantFrom('', 'a@x.example', 'b@x.example', 'c@x.example'),
  deviceToken: fc.constantFrom('', 's', 't'),
  phone: fc.constantFrom('', '+4930123456'),
});

/** Lines of different people, good and bad. */
const separateLines = fc
  .array(fc.record({ ...facts, ...answers, bad: fc.nat(9) }), { maxLength: 40 })
  .map((lines) =>
    lines.map(
      ({ bad, ...line }, index): Partial<Cells> => ({
        ...line,
        country: bad === 0 ? 'XX' : line.country,
        externalId: `p${index}`,
        email: bad === 1 ? '' : `p${index}@x.example`,
        deviceToken: bad === 2 ? '' : `t${index}`,
      }),
    ),
  );

/** What there is, without ids and versions. */
function contentOf(records: readonly PersonRecord[]): string[] {
  const withoutIds = (value: unknown) => JSON.stringify(value).replace(/"eventId":"\w+"/g, '');
  const texts = records.map(({ person, contacts }) => {
    const { id: _id, version: _version, ledgerHead: _head, createdAt: _c, updatedAt: _u, ...rest } = person;
    const ways = contacts.map(({ id: _contact, personId: _person, version: _v, devices, ...contact }) =>
      withoutIds([contact, devices.map(({ model }) => model).sort()]),
    );
    return withoutIds([{ ...rest, refusals: Object.keys(rest.refusals).sort() }, ways.sort()]);
  });
  return texts.sort();
}

/** Everything that somebody has refused: by person and question, and by contact. */
function refusalsIn(records: readonly PersonRecord[]): string[] {
  return records.flatMap(({ person, contacts }) => [
    ...Object.keys(person.refusals).map((channel) => `${person.id} ${channel}`),
    ...(person.profiling.state === 'denied' ? [`${person.id} profiling`] : []),
    ...contacts.flatMap(({ id, marketing }) =>
      marketing.state === 'denied' ? [`${person.id} contact ${id}`] : [],
    ),
  ]);
}

describe('any sequence of lines', () => {
  it('leaves every refusal in force, until the refused address itself is replaced (N-09)', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entangledLine, { minLength: 1, maxLength: 12 }), async (lines) => {
        const world = createImportWorld();
        let before: string[] = [];
        for (const line of lines) {
          await world.take([line]);
          const people = await world.everybody();
          const after = new Set(refusalsIn(people));
          const present = new Set(people.flatMap(({ contacts }) => contacts.map(({ id }) => id)));
          const lost = before.filter((refusal) => !after.has(refusal));
          expect(
            lost.filter(
              (refusal) => !refusal.includes(' contact ') || present.has(refusal.split(' ')[2] ?? ''),
            ),
          ).toEqual([]);
          for (const { person, contacts } of people) {
            const emails = contacts.filter(({ channel }) => channel === 'email');
            if (person.refusals.email)
              expect(emails.map(({ marketing }) => marketing.state)).not.toContain('granted');
          }
          before = [...after];
        }
      }),
      { numRuns: 150 },
    );
  });

  it('has the same effect in one file as in one file each', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(entangledLine, { minLength: 1, maxLength: 12 }), async (lines) => {
        const together = createImportWorld();
        const apart = createImportWorld();
        const result = await together.take(lines);
        let accepted = 0;
        for (const line of lines) accepted += (await apart.take([line])).accepted;
        expect(contentOf(await together.everybody())).toEqual(contentOf(await apart.everybody()));
        expect(result.accepted).toBe(accepted);
      }),
      { numRuns: 150 },
    );
  });
});

describe('a file', () => {
  it('changes nothing when it is imported again', async () => {
    await fc.assert(
      fc.asyncProperty(separateLines, async (lines) => {
        const world = createImportWorld();
        const first = await world.take(lines);
        const before = world.table.all();
        const again = await world.take(lines);
        expect([again.accepted, again.unchanged]).toEqual([0, first.accepted + first.unchanged]);
        expect(world.table.all()).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('means the same with its columns in any order and with either line end', async () => {
    const order = fc.shuffledSubarray([...importColumns], { minLength: importColumns.length });
    await fc.assert(
      fc.asyncProperty(
        separateLines,
        order,
        fc.constantFrom('\n', '\r\n'),
        async (lines, columns, lineEnd) => {
          const one = createImportWorld();
          const other = createImportWorld();
          const first = await one.take(lines);
          expect(await other.takeFile(csvOf(lines, columns, lineEnd))).toEqual(first);
          expect(contentOf(await other.everybody())).toEqual(contentOf(await one.everybody()));
        },
      ),
      { numRuns: 50 },
    );
  });

  it('has the same result when its runs stop or crash anywhere', async () => {
    const lines = Array.from({ length: 1400 }, (_, index) => ({
      country: index % 50 === 0 ? 'XX' : 'DE',
      externalId: `p${index}`,
      language: index % 2 === 0 ? 'de' : 'en',
    }));
    const whole = createUpload(csvOf(lines));
    await whole.create();
    await whole.run();
    const expected = await whole.load();
    const content = contentOf(await whole.world.everybody());
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ crash: fc.boolean(), after: fc.integer({ min: 1, max: 20 }) }), {
          maxLength: 4,
        }),
        async (breaks) => {
          const upload = createUpload(csvOf(lines));
          await upload.create();
          for (const { crash, after } of breaks) await runUntil(upload, crash, after);
          expect(await upload.run()).toEqual({ kind: 'done' });
          const { state: ended, counts } = await upload.load();
          expect([ended, counts.lines, counts.rejected]).toEqual([
            'completed',
            expected.counts.lines,
            expected.counts.rejected,
          ]);
          expect(counts.accepted + counts.unchanged).toBe(expected.counts.accepted);
          expect(contentOf(await upload.world.everybody())).toEqual(content);
          expect([...upload.reports]).toEqual([...whole.reports]);
        },
      ),
      { numRuns: 6 },
    );
  });
});

/** A run that crashes at a save, or stops after some steps. */
async function runUntil(
  upload: ReturnType<typeof createUpload>,
  crash: boolean,
  after: number,
): Promise<void> {
  let left = after;
  const { people } = upload.world;
  const save: typeof people.save = async (changes) => {
    if (crash && --left < 0) throw new Error('crash');
    return people.save(changes);
  };
  await upload.run(() => crash || --left > 0, { people: { ...people, save } }).catch(() => undefined);
  upload.pass(leaseSeconds + 1);
}

describe('the reader of CSV', () => {
  const cell = fc.string({
    unit: fc.constantFrom('a', 'ü', ',', '"', '\n', '\r\n', ' ', '日'),
    maxLength: 6,
  });
  const rows = fc.array(
    fc.array(cell, { minLength: importColumns.length, maxLength: importColumns.length }),
    { maxLength: 6 },
  );

  it('reads what another reader of RFC 4180 reads', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (texts, chunkBytes) => {
        const lines = texts.map((row) =>
          Object.fromEntries(
            importColumns.map((column, index): [ImportColumn, string] => [column, row[index] ?? '']),
          ),
        );
        const csv = csvOf(lines);
        const found: unknown[] = [];
        for await (const chunk of readCsv(fileOf(csv, chunkBytes), { chunkLines: 2 })) {
          for (const line of chunk.lines) found.push(line.ok ? line.cells : line.problem);
        }
        expect(found).toEqual(parse(csv, { columns: true }));
      }),
      { numRuns: 200 },
    );
  });

  it('takes any bytes after a header: lines in order, or one clear fault', async () => {
    const piece = fc.oneof(
      fc.uint8Array({ maxLength: 30 }).map((bytes) => Buffer.from(bytes)),
      fc
        .constantFrom('"', '\n', ',', '\r\n', '""', 'x'.repeat(20_000), `"${'y\n'.repeat(9000)}`)
        .map((text) => Buffer.from(text)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(piece, { maxLength: 30 }),
        fc.integer({ min: 1, max: 5000 }),
        async (pieces, chunkBytes) => {
          const content = Buffer.concat([Buffer.from(`${importColumns.join(',')}\n`), ...pieces]);
          const numbers: number[] = [];
          const last = content.filter((byte) => byte === 0x0a).length + 1;
          try {
            for await (const chunk of readCsv(fileOf(content, chunkBytes), { chunkLines: 7 })) {
              numbers.push(...chunk.lines.map(({ line }) => line));
            }
          } catch (error) {
            expect(error).toBeInstanceOf(InvalidInput);
          }
          expect(numbers).toEqual([...new Set(numbers)].sort((left, right) => left - right));
          expect(numbers.every((line) => line >= 2 && line <= last)).toBe(true);
        },
      ),
      { numRuns: 60 },
    );
  });
});
