import { CommandBus } from '@nestjs/cqrs';
import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { Acting, commandResult } from '@alongside/graphql-kit';
import { Rule } from '@alongside/identity';
import { OnOrganisation } from '../../application/on-organisation/on-organisation.handler.js';
import { OnTeam } from '../../application/on-team/on-team.handler.js';
import {
  organisationRefusals,
  teamRefusals,
  type OrganisationRefusal,
  type ReadinessCommand,
  type TeamRefusal,
} from '../../domain/index.js';
import { correctionOf } from '../partner-correction.input.js';
import {
  LapseReadinessItemInput,
  RecordReadinessItemMetInput,
  WaiveReadinessItemInput,
  type ReadinessItemInput,
} from './readiness.inputs.js';

const result = (name: string, accepted: string) =>
  commandResult(
    name,
    { ...organisationRefusals, ...teamRefusals },
    { accepted, id: 'The organisation, or the team where one was named.' },
  );

const RecordReadinessItemMetResult = result('RecordReadinessItemMet', 'The item is in place.');
const LapseReadinessItemResult = result('LapseReadinessItem', 'The item is no longer in place.');
const WaiveReadinessItemResult = result('WaiveReadinessItem', 'The item is waived, publicly.');

type Of = Pick<ReadinessItemInput, 'organisationId' | 'teamId'>;

const idOf = ({ organisationId, teamId }: Of): string => teamId ?? organisationId;

@Resolver()
export class ReadinessCommandsResolver {
  constructor(private readonly commands: CommandBus) {}

  @Mutation(() => RecordReadinessItemMetResult.union, {
    description:
      'Records that an organisation, or one of its teams, has a readiness item in place. For the organisation’s own lead, and operators. That it is met is public; the evidence is not.',
  })
  @Rule('partners')
  async recordReadinessItemMet(@Args('input') input: RecordReadinessItemMetInput, @Acting() act: Act) {
    const { clauseId, evidenceNote, effectiveOn, until, corrects } = input;
    const outcome = await this.say(act, input, {
      type: 'MeetReadinessItem',
      clauseId,
      evidenceNote,
      effectiveOn,
      until: until ?? null,
      ...correctionOf(corrects),
    });
    return RecordReadinessItemMetResult.answer(outcome, idOf(input));
  }

  @Mutation(() => LapseReadinessItemResult.union, {
    description:
      'Records that a readiness item is no longer in place. With `corrects` it never was, and what stood before stands again.',
  })
  @Rule('partners')
  async lapseReadinessItem(@Args('input') input: LapseReadinessItemInput, @Acting() act: Act) {
    const { clauseId, effectiveOn, corrects } = input;
    const outcome = await this.say(act, input, {
      type: 'LapseReadinessItem',
      clauseId,
      effectiveOn,
      ...correctionOf(corrects),
    });
    return LapseReadinessItemResult.answer(outcome, idOf(input));
  }

  @Mutation(() => WaiveReadinessItemResult.union, {
    description:
      'Waives a readiness item that is not met, for twelve months at the most. The waiver, who gave it, its reason and its end are public.',
  })
  @Rule('partners')
  async waiveReadinessItem(@Args('input') input: WaiveReadinessItemInput, @Acting() act: Act) {
    const { clauseId, reason, effectiveOn, expiresOn, corrects } = input;
    const outcome = await this.say(act, input, {
      type: 'WaiveReadinessItem',
      clauseId,
      waivedBy: act.actor.id,
      reason,
      effectiveOn,
      expiresOn,
      ...correctionOf(corrects),
    });
    return WaiveReadinessItemResult.answer(outcome, idOf(input));
  }

  /** Of the organisation, or of the team where one is named. */
  private say(
    act: Act,
    { organisationId, teamId }: Of,
    command: ReadinessCommand,
  ): Promise<Outcome<OrganisationRefusal | TeamRefusal>> {
    return this.commands.execute(
      teamId
        ? new OnTeam(act, teamId, command, organisationId)
        : new OnOrganisation(act, organisationId, command),
    );
  }
}
