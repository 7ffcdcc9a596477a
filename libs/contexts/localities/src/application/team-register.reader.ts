import { Inject, Injectable } from '@nestjs/common';
import { WRITING } from '@alongside/application';
import { factsOf, type Writing } from '@alongside/event-store';
import { fold, type CalendarDate, type Uuid } from '@alongside/kernel';
import { teamStream, type TeamFound } from '../contracts.js';
import { team, teamOn, type TeamEvent, type TeamState } from '../domain/index.js';
import { PartnerReader } from './partner.reader.js';

/** A team, and the organisation that formed it. */
export interface TeamOnDay extends TeamFound {
  readonly organisationId: Uuid;
}

/** Whose teams are whose, from the record itself. */
@Injectable()
export class TeamRegister {
  constructor(
    @Inject(WRITING) private readonly writing: Writing,
    private readonly partners: PartnerReader,
  ) {}

  /** The team as it is on the day; null where the organisation has no such team then. */
  async find(teamId: Uuid, organisationId: Uuid, day: CalendarDate): Promise<TeamOnDay | null> {
    const state = await this.state(teamId);
    const found = teamOn(state, day);
    if (!found || !(await this.answersFor(organisationId, state, day))) return null;
    return { organisationId: state.formation!.organisationId, ...found };
  }

  /**
   * The organisation that formed the team, be the team there on the day or not; null where the one that is named does not
   * answer for it on the day.
   */
  async formedBy(teamId: Uuid, organisationId: Uuid, day: CalendarDate): Promise<Uuid | null> {
    const state = await this.state(teamId);
    return (await this.answersFor(organisationId, state, day)) ? state.formation!.organisationId : null;
  }

  private async answersFor(
    organisationId: Uuid,
    { formation }: TeamState,
    day: CalendarDate,
  ): Promise<boolean> {
    return formation !== null && this.partners.answersFor(organisationId, formation.organisationId, day);
  }

  private async state(teamId: Uuid): Promise<TeamState> {
    return fold(team, await factsOf<TeamEvent>(this.writing, teamStream(teamId)));
  }
}
