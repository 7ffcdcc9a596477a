import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act } from '@alongside/application';
import { idMadeBy, isRejected, timeline, type CalendarDate, type Uuid } from '@alongside/kernel';
import { adoptionStream } from '../../contracts.js';
import {
  adoption,
  standingClauses,
  versionsOf,
  type AdoptionRefusal,
  type AdoptionState,
  type ClauseDeviatedFrom,
  type DeclareDeviation as Declare,
} from '../../domain/index.js';
import type { Made } from '../adopt-version/adopt-version.handler.js';
import { FrameworkLookup } from '../lookups/framework.lookup.js';
import { ownerOfAdoption } from '../on-adoption/on-adoption.handler.js';

/** An organisation says in what it follows a clause of its adopted version differently, why, and until when. */
export class DeclareDeviation extends Command<Made<AdoptionRefusal>> {
  constructor(
    readonly act: Act,
    readonly adoptionId: Uuid,
    readonly clauseId: Uuid,
    readonly input: Omit<Declare, 'type' | 'deviationId' | 'clause'>,
  ) {
    super();
  }
}

@CommandHandler(DeclareDeviation)
export class DeclareDeviationHandler implements ICommandHandler<DeclareDeviation> {
  constructor(
    private readonly commanding: Commanding,
    private readonly lookup: FrameworkLookup,
  ) {}

  async execute({ act, adoptionId, clauseId, input }: DeclareDeviation): Promise<Made<AdoptionRefusal>> {
    const made = idMadeBy(act.commandId, 'deviation');
    const outcome = await this.commanding.run(act, {
      area: 'framework',
      decider: adoption,
      stream: adoptionStream(adoptionId),
      command: async (state): Promise<Declare> => ({
        type: 'DeclareDeviation',
        deviationId: correctedBy(input, state) ?? made,
        clause: await this.clauseAdopted(state, clauseId, input.effectiveOn),
        ...input,
      }),
      payload: { clauseId, ...input },
      owner: ownerOfAdoption,
    });
    if (isRejected(outcome)) return { id: made, outcome };
    const [fact] = outcome.facts;
    return { id: fact?.type === 'DeviationDeclared' ? fact.data.deviationId : made, outcome };
  }

  private async clauseAdopted(
    state: AdoptionState,
    clauseId: Uuid,
    on: CalendarDate,
  ): Promise<ClauseDeviatedFrom | null> {
    const versionId = state.status === 'None' ? null : timeline.valueOn(versionsOf(state), on);
    const version = versionId ? await this.lookup.version(versionId) : undefined;
    const clause = version && standingClauses(version).find((one) => one.clauseId === clauseId);
    return version && clause ? { versionId: version.versionId, clauseId, rule: clause.rule } : null;
  }
}

/** The deviation that a correction is about. */
const correctedBy = ({ corrects }: DeclareDeviation['input'], state: AdoptionState): Uuid | undefined =>
  state.status === 'None' || !corrects
    ? undefined
    : state.declared.find(({ eventId }) => eventId === corrects.eventId)?.deviationId;
