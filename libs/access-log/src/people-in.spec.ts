import { describe, expect, it } from '@jest/globals';
import { uuid5 } from '@alongside/kernel';
import { peopleIn } from './people-in.js';

const [ann, bea, north, south] = ['ann', 'bea', 'north', 'south'].map((name) => uuid5(name)) as [
  string,
  string,
  string,
  string,
];

describe('the people in an answer', () => {
  it('are found however deep, with the organisations beside them', () => {
    const node = {
      personId: ann,
      employingOrganisationId: north,
      hostOrganisationId: south,
      title: 'Volunteer',
    };
    const answer = { nodes: [node], edges: [{ node, cursor: 'x' }], pageInfo: { endCursor: null } };
    expect(peopleIn(answer)).toEqual([{ person: ann, organisations: [north, south] }]);
  });

  it('are of the organisation that the object around them says, or that was asked for', () => {
    const answer = [
      { organisationId: south, data: { personId: ann } },
      { personId: bea, displayName: 'Bea' },
    ];
    expect(peopleIn(answer, { organisationId: north, first: 10 })).toEqual([
      { person: ann, organisations: [south] },
      { person: bea, organisations: [north] },
    ]);
  });

  it('are who was asked for where the answer says whose record it is and not of whom', () => {
    const answer = { nodes: [{ organisationId: south, title: 'A course' }] };
    expect(peopleIn(answer, { personId: ann })).toEqual([{ person: ann, organisations: [south] }]);
  });

  it('are also those whom a fact is about', () => {
    expect(peopleIn([{ subjectId: ann, organisationId: north }])).toEqual([
      { person: ann, organisations: [north] },
    ]);
  });

  it('are nobody where nothing was found, whoever was asked for', () => {
    expect(peopleIn(null, { personId: ann })).toEqual([]);
    expect(peopleIn({ nodes: [], edges: [] }, { personId: ann, organisationId: north })).toEqual([]);
  });

  it('are nobody by what is no id, or by an organisation alone', () => {
    expect(peopleIn([{ personId: 'ann' }, { personId: null, organisationId: north }, 'personId'])).toEqual(
      [],
    );
  });

  it('are looked for without opening what opens only when it is asked for', () => {
    let begun = 0;
    const livedExperience = { personId: bea, then: () => (begun += 1) };
    expect(peopleIn({ personId: ann, organisationId: north, livedExperience })).toHaveLength(1);
    expect(begun).toBe(0);
  });

  it('are found in an answer that holds itself', () => {
    const answer: Record<string, unknown> = { personId: ann };
    answer['again'] = answer;
    expect(peopleIn(answer)).toEqual([{ person: ann, organisations: [] }]);
  });
});
