import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import type { ModulesContainer } from '@nestjs/core';
import { Mutation, Query, Resolver } from '@nestjs/graphql';
import { grantableMutations, Rule } from './index.js';

const says = () => String;

@Resolver()
class Commands {
  @Mutation(says) @Rule('employment') bandPost() {
    return '';
  }
  @Mutation(says, { name: 'enrol' }) @Rule('training') enrolUnderAnotherName() {
    return '';
  }
  @Mutation(says) @Rule('partners') grantRole() {
    return '';
  }
  @Mutation(says) @Rule('signedIn') signedIn() {
    return '';
  }
  @Mutation(says) @Rule(() => true) byItself() {
    return '';
  }
  @Mutation(says) unruled() {
    return '';
  }
  @Query(says) @Rule('employment') posts() {
    return '';
  }
}

@Rule('people')
@Resolver()
class ByClass {
  @Mutation(says) registerPerson() {
    return '';
  }
}

const providers = new Map([Commands, ByClass].map((type) => [type, { metatype: type }]));
const modules = new Map([['one', { providers, controllers: new Map() }]]) as unknown as ModulesContainer;

describe('what integration clients can be given of a graph', () => {
  const { all, grantable } = grantableMutations(modules);
  it('is the mutations whose rule is an area of theirs, by their names in the graph', () => {
    expect([...grantable].sort()).toEqual(['bandPost', 'enrol', 'registerPerson']);
  });
  it('is told apart from mutations that are not there', () => {
    expect([...all].sort()).toEqual([
      'bandPost',
      'byItself',
      'enrol',
      'grantRole',
      'registerPerson',
      'signedIn',
      'unruled',
    ]);
  });
});
