import { describe, expect, it } from '@jest/globals';
import { competenceDomains, courseKinds } from '../../contracts.js';
import { competenceDomainList, isCompetenceCode, isOfPerson } from './competence-domains.js';
import { coreSkills } from './core-skills.js';

describe('the competence domains', () => {
  it('are the nine that the contracts name, in order', () => {
    expect(competenceDomainList.map(({ code }) => code)).toEqual(competenceDomains);
  });
  it('belong to people, but for the ninth', () => {
    expect(competenceDomains.filter((code) => !isOfPerson(code))).toEqual(['hee9']);
    expect([isOfPerson('hee3.2'), isOfPerson('hee9.1'), isOfPerson('other')]).toEqual([true, false, false]);
  });
  it('have competences with the numbers of the framework', () => {
    expect(['hee1', 'hee3.2', 'hee7.12'].every(isCompetenceCode)).toBe(true);
    expect(['hee0', 'hee10', 'hee3.', 'hee3.0', 'HEE3', 'listening', ''].some(isCompetenceCode)).toBe(false);
  });
});

describe('the core skills', () => {
  it('are the eleven subjects, each a kind of course', () => {
    const kinds = courseKinds.filter((kind) => kind.startsWith('coreSkills'));
    expect(coreSkills.map(({ kind }) => kind)).toEqual(kinds);
    expect(kinds).toHaveLength(11);
  });
});
