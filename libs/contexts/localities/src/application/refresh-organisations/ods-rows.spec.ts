import { describe, expect, it } from '@jest/globals';
import { organisationOf, rowFaults, successionOf } from './ods-rows.js';

const organisationRow = (given: Readonly<Record<number, string>> = {}): readonly string[] =>
  Array.from({ length: 27 }, (_, index) => ({ 1: 'R1C', 2: 'SOLENT NHS TRUST', ...given })[index + 1] ?? '');

describe('a row of organisations', () => {
  it('says the code, the name and the last day', () => {
    expect(organisationOf(organisationRow({ 1: 'r1c', 11: '20110401', 12: '20240930' }))).toEqual({
      code: 'R1C',
      name: 'SOLENT NHS TRUST',
      closesOn: '2024-09-30',
    });
    expect(organisationOf(organisationRow())).toMatchObject({ closesOn: null });
  });
  it.each([
    ['ColumnsWrong', organisationRow().slice(1)],
    ['ColumnsWrong', [...organisationRow(), '']],
    ['CodeMissing', organisationRow({ 1: '' })],
    ['CodeMalformed', organisationRow({ 1: 'Organisation Code' })],
    ['NameMissing', organisationRow({ 2: '' })],
    ['DateMalformed', organisationRow({ 11: '1/4/2011' })],
    ['DateMalformed', organisationRow({ 12: '20240931' })],
    ['ClosedBeforeOpened', organisationRow({ 11: '20240401', 12: '20240331' })],
  ] as const)('is not usable: %s', (fault, row) => {
    expect(organisationOf(row)).toEqual({ fault });
  });
});

describe('a row of successions', () => {
  it('says who takes whose place from which day', () => {
    expect(successionOf(['R1C', 'RW1', 'R', '20241001', ''])).toEqual({
      code: 'R1C',
      successor: 'RW1',
      effectiveOn: '2024-10-01',
    });
  });
  it.each([
    ['ColumnsWrong', ['R1C', 'RW1', 'R', '20241001']],
    ['CodeMissing', ['', 'RW1', 'R', '20241001', '']],
    ['CodeMalformed', ['R1C', 'R-1', 'R', '20241001', '']],
    ['DateMissing', ['R1C', 'RW1', 'R', '', '']],
    ['DateMalformed', ['R1C', 'RW1', 'R', '20241301', '']],
    ['SuccessorIsItself', ['R1C', 'r1c', 'R', '20241001', '']],
  ] as const)('is not usable: %s', (fault, row) => {
    expect(successionOf(row)).toEqual({ fault });
  });
});

it('every fault is said in a sentence', () => {
  for (const sentence of Object.values(rowFaults)) expect(sentence).toMatch(/^[A-Z].*\.$/);
});
