import { describe, it } from '@jest/globals';
import { foldSpec } from '@alongside/projections/testing';
import { courseId, courseRegistered, provider } from '../../domain/testing/examples.js';
import { courses, type CourseRow } from './courses.projection.js';

const { given } = foldSpec<CourseRow>(courses);

const row: CourseRow = {
  course_id: courseId,
  organisation_id: provider,
  title: 'Peer support training, 40 hours',
  kind: 'imroc40',
  provider: 'ImROC',
  accreditor: null,
  level: null,
  accredited_until: null,
  hours: 40,
  outcome: 'assessed',
  competences: ['hee1', 'hee3.2'],
  refresher_months: null,
  registered_on: '2025-01-06',
  withdrawn_on: null,
};
const on = { courseId, effectiveOn: '2025-06-01' };
const accredited = {
  type: 'CourseAccredited',
  data: { ...on, accreditor: 'OCN London', level: 'Level 3', until: '2028-05-31' },
};
const accreditedRow = {
  ...row,
  accreditor: 'OCN London',
  level: 'Level 3',
  accredited_until: '2028-05-31',
};

describe('the list of courses', () => {
  it('shows a course from its registration', () => {
    given(courseRegistered()).then(row);
  });
  it('shows who accredits it and until when', () => {
    given(courseRegistered(), accredited).then(accreditedRow);
  });
  it('shows no accreditation that has ended, and keeps one of somebody else', () => {
    const ended = (accreditor: string) => ({ type: 'AccreditationEnded', data: { ...on, accreditor } });
    given(courseRegistered(), accredited, ended('OCN London')).then(row);
    given(courseRegistered(), accredited, ended('SQA')).then(accreditedRow);
  });
  it('shows what it covers and how long that counts, as last said', () => {
    given(
      courseRegistered(),
      { type: 'CompetencesMapped', data: { ...on, competences: ['hee2'] } },
      { type: 'RefresherIntervalSet', data: { ...on, refresherMonths: 12 } },
    ).then({ ...row, competences: ['hee2'], refresher_months: 12 });
  });
  it('shows since when it is no longer on offer', () => {
    given(courseRegistered(), { type: 'CourseWithdrawn', data: on }).then({
      ...row,
      withdrawn_on: '2025-06-01',
    });
  });
});
