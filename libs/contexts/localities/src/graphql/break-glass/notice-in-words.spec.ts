import { describe, expect, it } from '@jest/globals';
import { noticeInWords, type Noticed } from './notice-in-words.js';

const notice: Noticed = {
  requestedByName: null,
  organisationName: 'Sussex Oakleaf',
  namedYou: true,
  classes: ['C2', 'C3'],
  reason: 'A safeguarding alert that nobody else can answer.',
  from: '2026-03-28T23:30:00.000Z',
  until: '2026-03-29T03:30:00.000Z',
  wasRead: true,
};

describe('a notice in words', () => {
  it('says who could read what of whose, when, why, and that something was read', () => {
    expect(noticeInWords(notice)).toBe(
      'In an emergency your records at Sussex Oakleaf were open to an operator from 23:30 on 28 March 2026 until 04:30 on 29 March 2026. ' +
        'What was open: employment, training and supervision; lived experience, adjustments and benefits. ' +
        'The reason given: “A safeguarding alert that nobody else can answer.” ' +
        'Something about you was read. The log of who looked says what.',
    );
  });
  it('names whoever asked where that may be seen', () => {
    expect(noticeInWords({ ...notice, requestedByName: 'Ada Example' })).toContain(
      'open to Ada Example from',
    );
  });
  it('says where the reader was one of everybody', () => {
    expect(noticeInWords({ ...notice, namedYou: false })).toContain(
      'In an emergency everybody’s records, yours among them, at Sussex Oakleaf were open',
    );
  });
  it('does not say that something was read where no reading is logged', () => {
    expect(noticeInWords({ ...notice, wasRead: false })).toContain(
      'The log of who looked shows nothing of yours.',
    );
  });
  it('says that the reason is gone where it was erased', () => {
    expect(noticeInWords({ ...notice, reason: null })).toContain('The reason given is no longer on record.');
  });
});
