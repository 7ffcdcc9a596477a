import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import {
  approved,
  breakGlassId,
  ended,
  leadId,
  openedId,
  operatorId,
  otherOperatorId,
  refused,
  requested,
} from '../testing/break-glass.examples.js';
import type {
  ApproveBreakGlass,
  EndBreakGlass,
  RefuseBreakGlass,
  RequestBreakGlass,
} from './break-glass.commands.js';
import { breakGlass, isOpenAt } from './break-glass.decider.js';

const { given } = specFor(breakGlass);
const { organisationId } = requested().data;

const request = (part: Partial<RequestBreakGlass> = {}): RequestBreakGlass => ({
  type: 'RequestBreakGlass',
  breakGlassId,
  requestedBy: operatorId,
  organisationId,
  personId: openedId,
  classes: ['C2', 'C3'],
  reason: 'A safeguarding alert that nobody else can answer.',
  hours: 4,
  effectiveOn: '2025-01-01',
  ...part,
});
const answer = { by: leadId, at: '2025-01-01T10:00:00.000Z', effectiveOn: '2025-01-01' };
const approve = (part: Partial<ApproveBreakGlass> = {}): ApproveBreakGlass => ({
  type: 'ApproveBreakGlass',
  ...answer,
  ...part,
});
const refuse = (part: Partial<RefuseBreakGlass> = {}): RefuseBreakGlass => ({
  type: 'RefuseBreakGlass',
  ...answer,
  ...part,
});
const end = (part: Partial<EndBreakGlass> = {}): EndBreakGlass => ({
  type: 'EndBreakGlass',
  ...answer,
  by: operatorId,
  at: '2025-01-01T11:00:00.000Z',
  ...part,
});

describe('asking to break the glass', () => {
  it('records what is asked for, and opens nothing', () => {
    given().when(request()).then(requested());
    expect(isOpenAt(given(requested()).state, '2025-01-01T00:00:01.000Z')).toBe(false);
  });
  it('may concern everybody in the organisation', () => {
    given()
      .when(request({ personId: null }))
      .then(requested({ personId: null }));
  });
  it('names each class once', () => {
    given()
      .when(request({ classes: ['C3', 'C2', 'C3'] }))
      .then(requested());
  });
  it('refuses a request that would open nothing', () => {
    given()
      .when(request({ classes: [] }))
      .thenRejected('NoClasses');
  });
  it('refuses a request without a reason', () => {
    given()
      .when(request({ reason: ' \n' }))
      .thenRejected('ReasonMissing');
  });
  it.each([0, 25, 1.5, -1, Number.NaN])('refuses %s hours', (hours) => {
    given().when(request({ hours })).thenRejected('HoursOutOfRange');
  });
  it.each([1, 24])('takes %s hours', (hours) => {
    given().when(request({ hours })).then(requested({ hours }));
  });
  it('is asked once', () => {
    given(requested()).when(request()).thenRejected('AlreadyRequested');
  });
});

describe('approving', () => {
  it('opens for the hours that were asked for, from that moment', () => {
    given(requested()).when(approve()).then(approved());
    const { state } = given(requested(), approved());
    expect(isOpenAt(state, '2025-01-01T13:59:59.999Z')).toBe(true);
    expect(isOpenAt(state, '2025-01-01T14:00:00.000Z')).toBe(false);
  });
  it('is done by another than the one who asked', () => {
    given(requested())
      .when(approve({ by: operatorId }))
      .thenRejected('SelfApproval');
    given(requested())
      .when(approve({ by: otherOperatorId }))
      .then(approved({ approvedBy: otherOperatorId }));
  });
  it('comes within 24 hours of the request', () => {
    given(requested())
      .when(approve({ at: '2025-01-01T23:59:59.999Z' }))
      .then(approved({ from: '2025-01-01T23:59:59.999Z', until: '2025-01-02T03:59:59.999Z' }));
    given(requested())
      .when(approve({ at: '2025-01-02T00:00:00.000Z', effectiveOn: '2025-01-02' }))
      .thenRejected('RequestLapsed');
  });
  it('is done once', () => {
    given(requested(), approved()).when(approve()).thenRejected('AlreadyAnswered', { status: 'approved' });
    given(requested(), refused()).when(approve()).thenRejected('AlreadyAnswered', { status: 'refused' });
    given(requested(), approved(), ended()).when(approve()).thenRejected('AlreadyAnswered');
  });
  it('needs a request', () => {
    given().when(approve()).thenRejected('NotRequested');
  });
  it('is never dated before the request, whoever’s day has not yet turned', () => {
    given(requested({ effectiveOn: '2025-01-02' }))
      .when(approve({ effectiveOn: '2025-01-01' }))
      .then(approved({ effectiveOn: '2025-01-02' }));
  });
});

describe('refusing', () => {
  it('opens nothing', () => {
    given(requested()).when(refuse()).then(refused());
    expect(isOpenAt(given(requested(), refused()).state, '2025-01-01T11:00:00.000Z')).toBe(false);
  });
  it('takes the request back where it is one’s own', () => {
    given(requested())
      .when(refuse({ by: operatorId }))
      .then(refused({ refusedBy: operatorId }));
  });
  it('is done once, and not of what was approved or lapsed', () => {
    given(requested(), refused()).when(refuse()).thenRejected('AlreadyAnswered');
    given(requested(), approved()).when(refuse()).thenRejected('AlreadyAnswered');
    given(requested())
      .when(refuse({ at: '2025-01-02T00:00:00.000Z' }))
      .thenRejected('RequestLapsed');
    given().when(refuse()).thenRejected('NotRequested');
  });
});

describe('ending', () => {
  it('closes at that moment', () => {
    given(requested(), approved()).when(end()).then(ended());
    const { state } = given(requested(), approved(), ended());
    expect(isOpenAt(state, '2025-01-01T10:59:59.999Z')).toBe(true);
    expect(isOpenAt(state, '2025-01-01T11:00:00.000Z')).toBe(false);
  });
  it('refuses where nothing is open', () => {
    for (const history of [[], [requested()], [requested(), refused()], [requested(), approved(), ended()]])
      given(...history)
        .when(end())
        .thenRejected('BreakGlassNotOpen');
    given(requested(), approved())
      .when(end({ at: '2025-01-01T14:00:00.000Z' }))
      .thenRejected('BreakGlassNotOpen');
  });
});
