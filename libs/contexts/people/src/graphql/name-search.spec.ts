import { describe, expect, it } from '@jest/globals';
import { patternsOf } from './name-search.js';

describe('what a name is looked for by', () => {
  it('is each of its words, without accents and capitals', () => {
    expect(patternsOf('  Zoë   O’Neill ')).toEqual(['%zoe%', '%o’neill%']);
  });
  it('is nothing where no name is given', () => {
    expect([patternsOf(undefined), patternsOf(null), patternsOf(' ')]).toEqual([[], [], []]);
  });
  it('takes the signs of patterns for what they are', () => {
    expect(patternsOf('50%_\\')).toEqual(['%50\\%\\_\\\\%']);
  });
});
