import { uuid5, type CalendarDate } from '@alongside/kernel';
import { course, type CourseOnDay } from '@alongside/training/domain';
import { courseStream } from '@alongside/training/contracts';
import { localityIdOf, partnerByOds } from './partners.js';
import { OPERATOR } from './chapters/partners.chapter.js';
import { morningOf, type Story } from './story.js';
import { telling, type Telling, type Thread } from './telling.js';

interface Offered extends Omit<CourseOnDay, 'courseId'> {
  readonly provider: string;
  readonly accreditor: string | null;
  readonly level: string | null;
  readonly hours: number;
}

const offered: Readonly<Record<'peerSupport' | 'safeguarding' | 'loneWorking' | 'supervising', Offered>> = {
  peerSupport: {
    kind: 'imroc40',
    title: 'Peer support training (40 hours)',
    provider: 'ImROC',
    accreditor: 'ImROC',
    level: null,
    hours: 40,
    outcome: 'assessed',
    competences: ['hee1', 'hee2', 'hee3', 'hee4', 'hee6'],
    refresherMonths: null,
  },
  safeguarding: {
    kind: 'coreSkillsSafeguardingAdults',
    title: 'Safeguarding adults',
    provider: 'Sussex Partnership NHS Foundation Trust',
    accreditor: null,
    level: 'Level 2',
    hours: 3,
    outcome: 'attended',
    competences: ['hee5'],
    refresherMonths: 36,
  },
  loneWorking: {
    kind: 'loneWorking',
    title: 'Working alone safely',
    provider: 'Southdown',
    accreditor: null,
    level: null,
    hours: 6,
    outcome: 'attended',
    competences: ['hee5'],
    refresherMonths: 24,
  },
  supervising: {
    kind: 'supervisingPeers',
    title: 'Supervising peer workers',
    provider: 'CAPITAL Project Trust',
    accreditor: null,
    level: null,
    hours: 14,
    outcome: 'assessed',
    competences: ['hee6', 'hee8'],
    refresherMonths: null,
  },
};
export type CourseName = keyof typeof offered;

const FIRST_OFFERED: CalendarDate = '2018-01-01';

/** The course as completions name it. */
export const courseOf = (name: CourseName): CourseOnDay => {
  const { kind, title, outcome, competences, refresherMonths } = offered[name];
  return {
    courseId: uuid5(`demonstration:course:${name}`),
    kind,
    title,
    outcome,
    competences,
    refresherMonths,
  };
};

export const coursesOfStory = (story: Story): readonly Thread[] =>
  (Object.keys(offered) as CourseName[]).map((name) => ({
    name: `course:${name}`,
    tellings: registered(story, name),
  }));

function* registered(story: Story, name: CourseName): Generator<Telling> {
  const { courseId } = courseOf(name);
  const { organisationId } = partnerByOds('RX2');
  yield telling(
    {
      at: morningOf(story, story.start),
      actor: OPERATOR,
      organisation: organisationId,
      locality: localityIdOf('Sussex'),
    },
    course,
    courseStream(courseId),
    { type: 'RegisterCourse', courseId, ...offered[name], organisationId, effectiveOn: FIRST_OFFERED },
  );
}
