import { addDays } from '@alongside/kernel';
import { team } from '@alongside/localities/domain';
import { teamStream } from '@alongside/localities/contracts';
import { clauseOf } from '../clauses.js';
import { FOUNDED, partners, type Partner, type StoryTeam } from '../partners.js';
import { saidFor } from '../saying.js';
import { dayOfStory, type Story } from '../story.js';
import { telling, type Telling, type Thread } from '../telling.js';
import { DAY } from './framework.chapter.js';
import { staffOf } from './partners.chapter.js';

/** The teams of each organisation, as old as the organisation itself. */
export const teamsOfStory = (story: Story): readonly Thread[] =>
  partners.map((partner) => ({ name: `teams:${partner.name}`, tellings: formed(story, partner) }));

function* formed(story: Story, partner: Partner): Generator<Telling> {
  const { organisationId } = partner;
  for (const { teamId, name, setting } of partner.teams)
    yield telling(saidFor(story, partner, FOUNDED, staffOf(partner).lead), team, teamStream(teamId), {
      type: 'FormTeam',
      teamId,
      organisationId,
      name,
      setting,
      organisation: { registeredOn: FOUNDED, closedOn: null },
      effectiveOn: FOUNDED,
    });
}

/** What the teams have in place once their organisations hold themselves to the framework. */
export const readyTeamsOfStory = (story: Story): readonly Thread[] =>
  partners.map((partner) => ({ name: `ready teams:${partner.name}`, tellings: ready(story, partner) }));

function* ready(story: Story, partner: Partner): Generator<Telling> {
  for (const one of partner.teams) yield prepared(story, partner, one);
}

const prepared = (story: Story, partner: Partner, { teamId }: StoryTeam): Telling => {
  const effectiveOn = dayOfStory(story, DAY.adopted);
  const said = saidFor(story, partner, effectiveOn, staffOf(partner).lead);
  const { clauseId } = clauseOf(partner.localities[0]!, 'prepared');
  if (partner.sector === 'userLed' || partner.weight > 1)
    return telling(said, team, teamStream(teamId), {
      type: 'MeetReadinessItem',
      clauseId,
      evidenceNote: 'Preparation days were held with peers.',
      until: null,
      effectiveOn,
    });
  return telling(said, team, teamStream(teamId), {
    type: 'WaiveReadinessItem',
    clauseId,
    waivedBy: staffOf(partner).lead,
    reason: 'The team is being formed; preparation is planned with the first peers.',
    expiresOn: addDays(effectiveOn, 180),
    effectiveOn,
  });
};
