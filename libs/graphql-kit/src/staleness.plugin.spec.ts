import { describe, expect, it } from '@jest/globals';
import { stalenessOf } from './staleness.plugin.js';

describe('what an answer says of its age', () => {
  const parkedStreams = { posts: 2, vacancies: 1 };

  it('is nothing while the read models are as good as up to date', () => {
    expect(stalenessOf({ behindSeconds: 5, parkedStreams: {} }, ['posts'])).toBeUndefined();
  });
  it('is by how much they are behind', () => {
    expect(stalenessOf({ behindSeconds: 5.6, parkedStreams: {} }, ['posts'])).toEqual({
      behindSeconds: 6,
      parkedStreams: 0,
    });
  });
  it('is how many streams are waited with by the projections it comes from, and no others', () => {
    expect(stalenessOf({ behindSeconds: 0, parkedStreams }, ['posts', 'engagements'])).toEqual({
      behindSeconds: 0,
      parkedStreams: 2,
    });
    expect(stalenessOf({ behindSeconds: 0, parkedStreams }, ['engagements'])).toBeUndefined();
  });
});
