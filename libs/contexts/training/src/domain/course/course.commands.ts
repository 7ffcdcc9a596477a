import type { CalendarDate, Uuid } from '@alongside/kernel';
import type { CompetenceCode, CompletionWay, CourseKind } from '../../contracts.js';

export interface RegisterCourse {
  readonly type: 'RegisterCourse';
  readonly effectiveOn: CalendarDate;
  readonly courseId: Uuid;
  readonly title: string;
  readonly kind: CourseKind;
  readonly provider: string;
  readonly accreditor: string | null;
  readonly level: string | null;
  readonly hours: number;
  readonly outcome: CompletionWay;
  readonly competences: readonly CompetenceCode[];
  readonly refresherMonths: number | null;
  readonly organisationId: Uuid;
}

export interface AccreditCourse {
  readonly type: 'AccreditCourse';
  readonly effectiveOn: CalendarDate;
  readonly accreditor: string;
  readonly level: string | null;
  readonly until: CalendarDate | null;
}

export interface EndAccreditation {
  readonly type: 'EndAccreditation';
  readonly effectiveOn: CalendarDate;
  readonly accreditor: string;
}

export interface MapCompetences {
  readonly type: 'MapCompetences';
  readonly effectiveOn: CalendarDate;
  readonly competences: readonly CompetenceCode[];
}

export interface SetRefresherInterval {
  readonly type: 'SetRefresherInterval';
  readonly effectiveOn: CalendarDate;
  readonly refresherMonths: number | null;
}

export interface WithdrawCourse {
  readonly type: 'WithdrawCourse';
  readonly effectiveOn: CalendarDate;
}

export type CourseCommand =
  RegisterCourse | AccreditCourse | EndAccreditation | MapCompetences | SetRefresherInterval | WithdrawCourse;
