import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, READ_MODELS, type Act } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import type { ReadModels } from '@alongside/read-models';
import { personStream } from '../../contracts.js';
import { person, type ContestFact as Contest, type PersonRefusal } from '../../domain/index.js';

/** Says that a recorded fact about whoever gives the command is wrong. The contest's id comes from the command's. */
export class ContestFact extends Command<Outcome<PersonRefusal>> {
  readonly contestId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Pick<Contest, 'eventId' | 'statement' | 'effectiveOn'>,
  ) {
    super();
    this.contestId = idMadeBy(act.commandId, 'contest');
  }
}

interface Found {
  readonly about: Uuid;
  /** Null where neither an organisation nor a locality answers for the fact. */
  readonly heldBy: Uuid | null;
}

// The host of a locality answers for the locality's facts.
const factAbout = `
  SELECT f.subject_id AS about, coalesce(f.organisation_id, l.host_organisation_id) AS "heldBy"
  FROM history.fact f LEFT JOIN localities.locality l ON l.locality_id = f.locality_id
  WHERE f.event_id = $1 AND f.subject_id = $2`;

@CommandHandler(ContestFact)
export class ContestFactHandler implements ICommandHandler<ContestFact> {
  constructor(
    private readonly commanding: Commanding,
    @Inject(READ_MODELS) private readonly readModels: ReadModels,
  ) {}

  async execute({ act, input, contestId }: ContestFact): Promise<Outcome<PersonRefusal>> {
    const self = act.actor.id;
    const fact = await this.factAbout(act, input.eventId);
    return this.commanding.run(act, {
      area: 'people',
      decider: person,
      stream: personStream(self),
      command: { type: 'ContestFact', contestId, fact, ...input },
      payload: input,
      owner: ({ registration }) =>
        registration ? { ...(fact ? { organisations: [fact.heldBy] } : {}), person: self } : undefined,
    });
  }

  /** Null where there is no such fact about whoever asks. A fact of the last moments may not be found yet. */
  private async factAbout({ scope, actor }: Act, eventId: Uuid): Promise<Contest['fact']> {
    const [found] = await this.readModels.query<Found & object>(scope, {
      name: 'people.fact_about',
      text: factAbout,
      values: [eventId, actor.id],
    });
    return found?.heldBy ? { about: found.about, heldBy: found.heldBy } : null;
  }
}
