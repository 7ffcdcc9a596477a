import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import type { CourseKind } from '../../contracts.js';
import { courseId, courseRegistered, registerCourse } from '../testing/examples.js';
import type { AccreditCourse } from './course.commands.js';
import { course } from './course.decider.js';
import type { CourseEvent } from './course.events.js';
import { accreditationOn, courseOn } from './course.state.js';

const { given } = specFor(course);

const accredit = (changes: Partial<AccreditCourse> = {}): AccreditCourse => ({
  type: 'AccreditCourse',
  effectiveOn: '2025-06-01',
  accreditor: 'OCN London',
  level: 'Level 3',
  until: '2028-05-31',
  ...changes,
});
const accredited: CourseEvent = {
  type: 'CourseAccredited',
  data: {
    courseId,
    accreditor: 'OCN London',
    level: 'Level 3',
    until: '2028-05-31',
    effectiveOn: '2025-06-01',
  },
};
const mapped = (competences: readonly string[], effectiveOn: string): CourseEvent => ({
  type: 'CompetencesMapped',
  data: { courseId, competences, effectiveOn },
});
const interval = (refresherMonths: number | null, effectiveOn: string): CourseEvent => ({
  type: 'RefresherIntervalSet',
  data: { courseId, refresherMonths, effectiveOn },
});
const withdrawn: CourseEvent = { type: 'CourseWithdrawn', data: { courseId, effectiveOn: '2025-09-01' } };

describe('registering a course', () => {
  it('says who provides it, whether it is assessed and what it covers', () => {
    given().when(registerCourse()).then(courseRegistered());
  });
  it('can be about restraint, to be refreshed every year', () => {
    const restraint = { kind: 'restraintReduction', refresherMonths: 12, competences: [] } as const;
    given().when(registerCourse(restraint)).then(courseRegistered(restraint));
  });
  it.each([0, -12, 1.5])('refuses a refresher interval of %s months', (refresherMonths) => {
    given().when(registerCourse({ refresherMonths })).thenRejected('RefresherNotPositive');
  });
  it('refuses a course of no hours', () => {
    given()
      .when(registerCourse({ hours: 0 }))
      .thenRejected('HoursNotPositive');
  });
  it('refuses a course without a title or a provider', () => {
    given()
      .when(registerCourse({ title: ' ' }))
      .thenRejected('TitleMissing');
    given()
      .when(registerCourse({ provider: '' }))
      .thenRejected('TitleMissing');
  });
  it('refuses a kind that the framework cannot name', () => {
    given()
      .when(registerCourse({ kind: 'juggling' as CourseKind }))
      .thenRejected('UnknownCourseKind');
  });
  it('refuses competences that the framework does not have', () => {
    given()
      .when(registerCourse({ competences: ['hee1', 'listening'] }))
      .thenRejected('UnknownCompetence', { competences: ['listening'] });
  });
  it('refuses competences of organisations', () => {
    given()
      .when(registerCourse({ competences: ['hee1', 'hee9.1'] }))
      .thenRejected('CompetenceOfOrganisations', { competences: ['hee9.1'] });
  });
  it('refuses to register twice', () => {
    given(courseRegistered()).when(registerCourse()).thenRejected('AlreadyRegistered');
  });
});

describe('accrediting a course', () => {
  it('records by whom, at which level and until when', () => {
    given(courseRegistered()).when(accredit()).then(accredited);
  });
  it('records nothing when that accreditation is in force', () => {
    given(courseRegistered(), accredited)
      .when(accredit({ effectiveOn: '2026-01-01' }))
      .thenNothing();
  });
  it('renews an accreditation that has run out', () => {
    given(courseRegistered(), accredited)
      .when(accredit({ effectiveOn: '2028-06-01' }))
      .thenRejected('EndsBeforeItStarts');
    given(courseRegistered(), accredited)
      .when(accredit({ effectiveOn: '2028-06-01', until: null }))
      .then({
        ...accredited,
        data: { ...accredited.data, effectiveOn: '2028-06-01', until: null },
      } as CourseEvent);
  });
  it('refuses an end before the beginning', () => {
    given(courseRegistered())
      .when(accredit({ until: '2025-05-31' }))
      .thenRejected('EndsBeforeItStarts');
  });
  it('refuses a day before the course was registered', () => {
    given(courseRegistered())
      .when(accredit({ effectiveOn: '2025-01-05' }))
      .thenRejected('BeforeRegistration');
  });
  it('ends when the accreditor says so', () => {
    const end = { type: 'EndAccreditation', accreditor: 'OCN London', effectiveOn: '2025-08-01' } as const;
    given(courseRegistered(), accredited)
      .when(end)
      .then({
        type: 'AccreditationEnded',
        data: { courseId, accreditor: 'OCN London', effectiveOn: '2025-08-01' },
      });
    given(courseRegistered()).when(end).thenRejected('NotAccredited');
  });
  it('shows which accreditation was in force on a day', () => {
    const { state } = given(courseRegistered({ accreditor: 'ImROC', level: null }), accredited);
    expect(
      ['2025-01-05', '2025-05-31', '2025-06-01', '2028-05-31', '2028-06-01'].map(
        (day) => accreditationOn(state, day)?.accreditor ?? null,
      ),
    ).toEqual([null, 'ImROC', 'OCN London', 'OCN London', null]);
  });
});

describe('what a course covers', () => {
  it('can be mapped anew from a day', () => {
    given(courseRegistered())
      .when({ type: 'MapCompetences', competences: ['hee2'], effectiveOn: '2025-06-01' })
      .then(mapped(['hee2'], '2025-06-01'));
  });
  it('records nothing when the mapping is the same, in whatever order', () => {
    given(courseRegistered())
      .when({ type: 'MapCompetences', competences: ['hee3.2', 'hee1'], effectiveOn: '2025-06-01' })
      .thenNothing();
  });
  it('refuses competences that nobody has', () => {
    given(courseRegistered())
      .when({ type: 'MapCompetences', competences: ['hee9'], effectiveOn: '2025-06-01' })
      .thenRejected('CompetenceOfOrganisations');
  });
  it('is asked for on a day, whatever was recorded first', () => {
    const { state } = given(
      courseRegistered(),
      interval(12, '2026-01-01'),
      interval(24, '2025-06-01'),
      mapped(['hee2'], '2025-07-01'),
    );
    const asOn = (day: string) => {
      const on = courseOn(state, day);
      return on && [on.refresherMonths, on.competences];
    };
    expect([asOn('2025-01-05'), asOn('2025-01-06'), asOn('2025-07-01'), asOn('2026-01-01')]).toEqual([
      undefined,
      [null, ['hee1', 'hee3.2']],
      [24, ['hee2']],
      [12, ['hee2']],
    ]);
  });
  it('is still known of a course that was withdrawn', () => {
    const { state } = given(courseRegistered(), withdrawn);
    expect(courseOn(state, '2025-10-01')?.kind).toBe('imroc40');
  });
});

describe('setting the refresher interval', () => {
  const set = (refresherMonths: number | null) =>
    ({ type: 'SetRefresherInterval', refresherMonths, effectiveOn: '2025-06-01' }) as const;

  it('holds from a day', () => {
    given(courseRegistered()).when(set(12)).then(interval(12, '2025-06-01'));
  });
  it('records nothing for the interval that holds', () => {
    given(courseRegistered()).when(set(null)).thenNothing();
  });
  it('refuses none of a month', () => {
    given(courseRegistered()).when(set(0)).thenRejected('RefresherNotPositive');
  });
});

describe('withdrawing a course', () => {
  it('takes it off offer', () => {
    given(courseRegistered()).when({ type: 'WithdrawCourse', effectiveOn: '2025-09-01' }).then(withdrawn);
  });
  it('is the last thing that happens to it', () => {
    given(courseRegistered(), withdrawn)
      .when({ type: 'WithdrawCourse', effectiveOn: '2025-09-02' })
      .thenRejected('CourseNotOpen');
    given(courseRegistered(), withdrawn).when(accredit()).thenRejected('CourseNotOpen');
    given().when(accredit()).thenRejected('CourseNotOpen');
  });
});
