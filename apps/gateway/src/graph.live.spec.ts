import 'reflect-metadata';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { printSchema, type GraphQLSchema } from 'graphql';
import { EmploymentModule } from '@alongside/employment';
import { graphOf } from './graph.js';

describe('the graph', () => {
  let schema: GraphQLSchema;
  beforeAll(async () => {
    try {
      schema = await graphOf([EmploymentModule]);
    } catch (e) {
      console.log((e as { details: unknown }).details);
      throw e;
    }
  });
  it('prints', () => {
    console.log(printSchema(schema).slice(0, 3000));
    expect(schema.getQueryType()).toBeDefined();
  });
});
