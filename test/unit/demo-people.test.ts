/** The people of the demo: the same for the same seed, and of every kind that the story needs. */
import { describe, expect, it } from '@jest/globals';
import { chooseRegistrants } from '../../infra/local/demo/choose-people.ts';
import { importLines, refusalLine, toCsv } from '../../infra/local/demo/import-file.ts';
import { generatePeople, recalledModel } from '../../infra/local/demo/people.ts';
import { places } from '../../infra/local/demo/places.ts';
import { parseImportLine } from '../../shared/domain/import-line.ts';
import { officeOf } from '../../shared/domain/offices.ts';
import { cellsOf } from '../support/import-file.ts';

const now = new Date('2026-11-23T12:00:00Z');
const people = generatePeople(2000, 7, now);
const monthMs = 31 * 86_400_000;
const isOlder = (at: string | undefined, months: number) =>
  at !== undefined && now.getTime() - Date.parse(at) > months * monthMs;
const from = (country: string) => people.filter(({ place }) => place.country === country);

describe('generatePeople', () => {
  it('gives the same people for the same seed, and others for another', () => {
    expect(generatePeople(50, 7, now)).toEqual(people.slice(0, 50));
    expect(generatePeople(50, 8, now)).not.toEqual(people.slice(0, 50));
  });

  it('spreads them over at least 14 countries, each of one office, most of them in Germany and Japan', () => {
    const countries = [...new Set(people.map(({ place }) => place.country))];
    expect(countries.length).toBeGreaterThanOrEqual(14);
    expect(countries.filter((country) => officeOf(country) === undefined)).toEqual([]);
    expect(places.reduce((sum, { share }) => sum + share, 0)).toBe(100);
    expect(from('DE').length).toBe(560);
    expect(from('JP').length).toBe(400);
  });

  it('gives every person, address, token and number to one person only', () => {
    const keys = people.flatMap(({ externalId, email, phone, devices }) => [
      externalId,
      ...[email?.address, phone, ...devices.map(({ token }) => token)].filter((key) => key !== undefined),
    ]);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it.each([
    ['an express consent', people.filter(({ email }) => email?.answer?.basis === 'express')],
    ['a soft opt-in', people.filter(({ email }) => email?.answer?.basis === 'soft-opt-in')],
    [
      'a consent implied by a purchase',
      people.filter(({ email }) => email?.answer?.basis === 'implied-purchase'),
    ],
    [
      'a consent implied by an inquiry',
      people.filter(({ email }) => email?.answer?.basis === 'implied-inquiry'),
    ],
    ['no answer', people.filter(({ email }) => email && !email.answer)],
    ['a refusal', people.filter(({ email }) => email?.answer?.state === 'denied')],
    ['a sign-in with Facebook', people.filter(({ email }) => email?.source === 'facebook')],
    ['a sign-in with Google', people.filter(({ email }) => email?.source === 'google')],
    ['no email address', people.filter(({ email }) => !email)],
    ['an age below 16', people.filter(({ birthYear }) => birthYear !== undefined && birthYear > 2010)],
    ['several phones', people.filter(({ devices }) => devices.length > 1)],
    ['no phone that can be reached', people.filter(({ devices }) => devices.every(({ token }) => !token))],
    ['a phone number', people.filter(({ phone }) => phone !== undefined)],
    [
      'a refusal of push',
      people.filter(({ devices }) => devices.some(({ push }) => push?.state === 'denied')),
    ],
    ['a consent to profiling', people.filter(({ profiling }) => profiling?.state === 'granted')],
    ['a Korean grant older than 24 months', from('KR').filter(({ email }) => isOlder(email?.answer?.at, 24))],
    ['a French grant older than 36 months', from('FR').filter(({ email }) => isOlder(email?.answer?.at, 36))],
    ['an English-speaking German', from('DE').filter(({ language }) => language === 'en')],
  ])('has people with %s', (_what, found) => {
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(people.length);
  });

  it('gives interests to everybody who agreed to profiling, so that the personal text has no gaps', () => {
    const profiled = people.filter(({ profiling }) => profiling?.state === 'granted');
    expect(profiled.filter(({ interests }) => interests.length === 0)).toEqual([]);
  });

  it('gives about one in ten the recalled model', () => {
    const owners = people.filter(({ devices }) => devices.some(({ model }) => model === recalledModel));
    expect(owners.length / people.length).toBeGreaterThan(0.07);
    expect(owners.length / people.length).toBeLessThan(0.15);
  });

  it('has five Germans whose only phone is of the recalled model, for the registrations', () => {
    const registrants = chooseRegistrants(people);
    expect(registrants.length).toBe(5);
    expect(registrants.map(({ person }) => person.devices.length)).toEqual([1, 1, 1, 1, 1]);
  });
});

describe('the import file', () => {
  it('has a line for each person and each further phone, and every line is one that the import takes', () => {
    const lines = importLines(people);
    expect(lines.length).toBeGreaterThan(2200);
    const parsed = lines.map((line) => parseImportLine(cellsOf(line), now.toISOString()));
    expect(parsed.filter(({ ok }) => !ok)).toEqual([]);
  });

  it('needs no quotes', () => {
    const [header = '', ...rows] = toCsv(importLines(people)).trimEnd().split('\n');
    const columns = header.split(',').length;
    expect(rows.filter((row) => row.split(',').length !== columns || row.includes('"'))).toEqual([]);
  });

  it('refuses all marketing of a person in one line, with neither address nor token', () => {
    const [person] = people;
    if (!person) throw new Error('nobody');
    const parsed = parseImportLine(cellsOf(refusalLine(person)), now.toISOString());
    expect(parsed).toMatchObject({
      ok: true,
      line: {
        externalId: person.externalId,
        emailMarketing: { state: 'denied' },
        pushMarketing: { state: 'denied' },
      },
    });
  });
});
