import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { pageOfAll } from './paging.args.js';

const all = ['c', 'a', 'b'].map((id) => ({ id }));
const page = (first: number, after?: string) =>
  pageOfAll(all, { first, ...(after ? { after } : {}) }, ({ id }) => id);
const ids = ({ nodes }: { readonly nodes: readonly { readonly id: string }[] }) => nodes.map(({ id }) => id);

describe('a page of what was worked out as a whole', () => {
  it('keeps its order from page to page and says when it ends', () => {
    const first = page(2);
    expect([ids(first), first.pageInfo.hasNextPage]).toEqual([['c', 'a'], true]);
    const second = page(2, first.pageInfo.endCursor!);
    expect([ids(second), second.pageInfo.hasNextPage]).toEqual([['b'], false]);
  });

  it('is empty behind an entry that is there no longer', () => {
    const { endCursor } = pageOfAll([{ id: 'z' }], { first: 1 }, ({ id }) => id).pageInfo;
    expect(ids(page(2, endCursor!))).toEqual([]);
  });

  it('has 1 to 100 entries', () => {
    expect(() => page(0)).toThrow('1 to 100');
    expect(() => page(101)).toThrow('1 to 100');
  });
});
