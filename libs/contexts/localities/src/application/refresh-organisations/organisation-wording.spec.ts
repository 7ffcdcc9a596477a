import { describe, expect, it } from '@jest/globals';
import { isSameName, titled } from './organisation-wording.js';

describe('a published name in capitals', () => {
  it.each([
    ['SUSSEX PARTNERSHIP NHS FOUNDATION TRUST', 'Sussex Partnership NHS Foundation Trust'],
    [
      'HAMPSHIRE AND ISLE OF WIGHT HEALTHCARE NHS FOUNDATION TRUST',
      'Hampshire and Isle of Wight Healthcare NHS Foundation Trust',
    ],
    ["GUY'S AND ST THOMAS' NHS FOUNDATION TRUST", "Guy's and St Thomas' NHS Foundation Trust"],
    ['NHS NORTH EAST AND NORTH CUMBRIA ICB - 00L', 'NHS North East and North Cumbria ICB - 00L'],
    ['STOCKTON-ON-TEES (SOCIAL CARE) CIC', 'Stockton-on-Tees (Social Care) CIC'],
    ['THE ROYAL MARSDEN NHS FOUNDATION TRUST', 'The Royal Marsden NHS Foundation Trust'],
    ["O'NEILL & MCINDOE CARE LTD", "O'Neill & McIndoe Care Ltd"],
    ['CNWL  TALKING THERAPIES', 'CNWL Talking Therapies'],
    ['RHYL BY THE SEA', 'Rhyl by the Sea'],
  ])('%s is written %s', (published, written) => {
    expect(titled(published)).toBe(written);
  });
  it('stays as it is where it has small letters', () => {
    expect(titled('mySociety in Sussex')).toBe('mySociety in Sussex');
  });
  it('is the same name once more when it is written', () => {
    const written = titled('KING’S COLLEGE HOSPITAL NHS FOUNDATION TRUST');
    expect(titled(written)).toBe(written);
  });
});

describe('two names', () => {
  it.each([
    ['Sussex Partnership NHS Foundation Trust', 'SUSSEX PARTNERSHIP NHS FOUNDATION TRUST'],
    ["Guy's & St. Thomas' NHS Foundation Trust", 'GUYS AND ST THOMAS NHS FOUNDATION TRUST'],
    ['Stockton-on-Tees  Care', 'STOCKTON ON TEES CARE'],
    ['Siân’s Place', "SIAN'S PLACE"],
  ])('are the same where nothing but capitals and punctuation differs: %s', (one, other) => {
    expect(isSameName(one, other)).toBe(true);
  });
  it.each([
    ['Solent NHS Trust', 'SOLENT NHS FOUNDATION TRUST'],
    ['Southern Health', 'SOUTHERN HEALTHCARE'],
    ['Care 1', 'CARE 11'],
  ])('differ where a word does: %s', (one, other) => {
    expect(isSameName(one, other)).toBe(false);
  });
});
