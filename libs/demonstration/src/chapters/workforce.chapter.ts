import { addDays, uuid5, type CalendarDate } from '@alongside/kernel';
import { engagement, post } from '@alongside/employment/domain';
import { engagementIdOf, engagementStream, postStream } from '@alongside/employment/contracts';
import { partners, localityIdOf, MERGER_DAY, type Partner } from '../partners.js';
import { introduce, personIdOf } from '../people.js';
import { randomOf, type Random } from '../random.js';
import { dayOfStory, later, type Story } from '../story.js';
import { telling, type Telling, type Thread } from '../telling.js';
import { DAY } from './framework.chapter.js';
import { saidFor, type StoryPost, type Worker } from '../saying.js';
import { vacancyFor, applicationOf, type Hire } from './recruitment.telling.js';
import { workingLife } from './working-life.telling.js';

const PLACES = 3;
const VOLUNTEERS = 0.15;
/** Organisations that no longer recruit: absorbed by another. */
const lastHireOn = (partner: Partner, until: CalendarDate): CalendarDate =>
  partner.ods === 'R1C' ? addDays(MERGER_DAY, -60) : until;

/** How many peer workers each organisation has, in the proportion of their weights. */
const headcounts = (people: number): readonly (readonly [Partner, number])[] => {
  const whole = partners.reduce((sum, { weight }) => sum + weight, 0);
  return partners.map((partner) => [partner, Math.round((people * partner.weight) / whole)] as const);
};

export const workforceOfStory = (story: Story): readonly Thread[] =>
  headcounts(story.people).flatMap(([partner, headcount]) => {
    const volunteers =
      partner.sector === 'nhsTrust' ? Math.round(headcount * 0.05) : Math.round(headcount * VOLUNTEERS * 2);
    const posts = Math.ceil((headcount - volunteers) / PLACES);
    return [
      ...Array.from({ length: posts }, (_, index) => ({
        name: `post:${partner.name}:${index}`,
        tellings: aroundPost(
          story,
          partner,
          index,
          Math.min(PLACES, headcount - volunteers - index * PLACES),
        ),
      })),
      ...Array.from({ length: volunteers }, (_, index) => ({
        name: `volunteer:${partner.name}:${index}`,
        tellings: volunteering(story, partner, index),
      })),
    ];
  });

function* aroundPost(story: Story, partner: Partner, index: number, filled: number): Generator<Telling> {
  const name = `${partner.name}:${index}`;
  const random = randomOf(`${story.seed}:post:${name}`);
  const senior = random.chance(0.12);
  const postId = uuid5(`demonstration:post:${name}`);
  const storyPost: StoryPost = {
    postId,
    partner,
    team: randomOf(`${story.seed}:team:${postId}`).pick(partner.teams),
    title: senior ? 'Senior Peer Support Worker' : 'Peer Support Worker',
    places: filled,
    hoursPerWeek: random.pick([15, 18.75, 22.5, 30, 37.5]),
    band: senior ? '4' : '3',
    establishedOn: addDays(story.start, -random.between(200, 900)),
  };
  yield* established(story, storyPost, senior);
  const before = Array.from({ length: filled }, () => random.chance(0.45));
  for (const [place, alreadyThere] of before.entries())
    if (alreadyThere) yield* inPostAlready(story, random, storyPost, place);
  const hires = before.filter((alreadyThere) => !alreadyThere).length;
  if (hires > 0) yield* recruited(story, random, storyPost, hires);
}

function* established(story: Story, storyPost: StoryPost, senior: boolean): Generator<Telling> {
  const { partner, postId, team, establishedOn } = storyPost;
  const stream = postStream(postId);
  const said = saidFor(story, partner, establishedOn);
  yield telling(said, post, stream, {
    type: 'EstablishPost',
    postId,
    title: storyPost.title,
    roleFamily: senior ? 'seniorPeerWorker' : 'peerWorker',
    employingOrganisationId: partner.organisationId,
    hostOrganisationId: partner.organisationId,
    localityId: localityIdOf(partner.localities[0]!),
    teamId: team.teamId,
    team: null,
    setting: null,
    formedTeam: team,
    places: storyPost.places,
    hoursPerWeek: storyPost.hoursPerWeek,
    effectiveOn: establishedOn,
  });
  if (partner.sector !== 'nhsTrust') {
    yield telling(said, post, stream, {
      type: 'DeclareEquivalentBand',
      band: storyPost.band,
      effectiveOn: establishedOn,
    });
    return;
  }
  const reference = `JE-${postId.slice(0, 8)}`;
  yield telling(said, post, stream, {
    type: 'RecordJobEvaluation',
    reference,
    band: storyPost.band,
    evaluatedOn: establishedOn,
  });
  yield telling(said, post, stream, {
    type: 'BandPost',
    band: storyPost.band,
    evaluation: reference,
    effectiveOn: establishedOn,
  });
}

const kindAt = ({ sector }: Partner) =>
  sector === 'nhsTrust' ? ('agendaForChange' as const) : ('otherEmployment' as const);

const leavingDay = (story: Story, random: Random, startsOn: CalendarDate): CalendarDate | null => {
  const lastDay = addDays(later(startsOn, story.start), random.between(150, 1000));
  return random.chance(0.3) && lastDay < story.until ? lastDay : null;
};

function* inPostAlready(
  story: Story,
  random: Random,
  storyPost: StoryPost,
  place: number,
): Generator<Telling> {
  const { partner, postId } = storyPost;
  const startsOn = addDays(storyPost.establishedOn, random.between(0, 120));
  const personId = personIdOf(`${postId}:${place}`);
  const said = saidFor(story, partner, startsOn);
  yield* introduce(random, story.loginOf, {
    personId,
    organisation: partner.organisationId,
    locality: said.locality!,
    on: startsOn,
    at: said.at,
  });
  const engagementId = uuid5(`demonstration:engagement:${postId}:${place}`);
  yield telling(said, post, postStream(postId), {
    type: 'ReservePlace',
    engagementId,
    applicationId: null,
    personId,
    startsOn,
    engagementKind: kindAt(partner),
    hoursPerWeek: null,
    fixedTermUntil: null,
    askedOn: startsOn,
  });
  yield* worked(story, random, partner, {
    personId,
    engagementId,
    startsOn,
    lastDay: leavingDay(story, random, startsOn),
  });
}

function* recruited(story: Story, random: Random, storyPost: StoryPost, places: number): Generator<Telling> {
  const { partner } = storyPost;
  const lastDay = lastHireOn(partner, story.until);
  const span = 820;
  const opensOn = dayOfStory(story, DAY.adopted + random.between(10, span));
  // Too late to fill before the end of the story, or before its organisation is absorbed: the vacancy stays open.
  if (addDays(opensOn, 130) > lastDay) {
    if (opensOn < addDays(lastDay, -20) && partner.ods !== 'R1C')
      yield* vacancyFor(story, storyPost, opensOn, places, 'open');
    return;
  }
  const vacancyId = yield* vacancyFor(story, storyPost, opensOn, places, 'filled');
  for (let place = 0; place < places; place += 1) {
    const hire: Hire = yield* applicationOf(
      story,
      random,
      storyPost,
      vacancyId,
      opensOn,
      `hired:${place}`,
      true,
    );
    if (hire.startsOn)
      yield* worked(story, random, partner, {
        personId: hire.personId,
        engagementId: engagementIdOf(hire.applicationId),
        startsOn: hire.startsOn,
        lastDay: leavingDay(story, random, hire.startsOn),
      });
  }
  if (random.chance(0.5))
    yield* applicationOf(story, random, storyPost, vacancyId, opensOn, 'declined', false);
}

function* worked(story: Story, random: Random, partner: Partner, worker: Worker): Generator<Telling> {
  yield* workingLife(story, random, partner, worker);
  const { lastDay, engagementId } = worker;
  if (lastDay)
    yield telling(saidFor(story, partner, lastDay), engagement, engagementStream(engagementId), {
      type: 'EndEngagement',
      lastDay,
      reason: random.pick(['resignation', 'movedToOtherPost', 'resignation', 'other'] as const),
    });
}

function* volunteering(story: Story, partner: Partner, index: number): Generator<Telling> {
  const random = randomOf(`${story.seed}:volunteer:${partner.name}:${index}`);
  const startsOn = dayOfStory(story, random.between(-200, 900));
  const said = saidFor(story, partner, startsOn);
  const personId = personIdOf(`${partner.name}:volunteer:${index}`);
  const engagementId = uuid5(`demonstration:engagement:volunteer:${personId}`);
  yield* introduce(random, story.loginOf, {
    personId,
    organisation: partner.organisationId,
    locality: said.locality!,
    on: startsOn,
    at: said.at,
  });
  yield telling(said, engagement, engagementStream(engagementId), {
    type: 'BeginEngagement',
    engagementId,
    personId,
    postId: null,
    applicationId: null,
    employingOrganisationId: partner.organisationId,
    hostOrganisationId: partner.organisationId,
    localityId: said.locality!,
    kind: random.chance(0.7) ? 'volunteer' : 'involvementPayment',
    title: 'Peer Support Volunteer',
    roleFamily: 'peerWorker',
    hoursPerWeek: null,
    fixedTermUntil: null,
    startsOn,
  });
  yield* worked(story, random, partner, {
    personId,
    engagementId,
    startsOn,
    lastDay: leavingDay(story, random, startsOn),
  });
}
