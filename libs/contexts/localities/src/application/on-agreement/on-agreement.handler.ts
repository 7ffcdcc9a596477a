import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import type { Uuid } from '@alongside/kernel';
import { agreementStream } from '../../contracts.js';
import {
  agreement,
  type AgreementCommand,
  type AgreementRefusal,
  type AgreementState,
  type DrawUpAgreement,
  type SignAgreement,
} from '../../domain/index.js';
import { ownerOfScope } from '../owners.js';
import { PartnerReader } from '../partner.reader.js';

type Drawn = Exclude<AgreementCommand, DrawUpAgreement>;
type WithoutWhoAndWhen<One> = One extends Drawn ? Omit<One, 'by' | 'today' | 'inLocality'> : never;

/**
 * What is done with an agreement that is drawn up. A party does everything by its own lead and nobody else's: an
 * organisation by whoever leads it, a locality by whoever leads its framework. Only the latter ends it for all.
 */
export class OnAgreement extends Command<Outcome<AgreementRefusal>> {
  constructor(
    readonly act: Act,
    readonly agreementId: Uuid,
    readonly asked: WithoutWhoAndWhen<Drawn>,
  ) {
    super();
  }
}

@CommandHandler(OnAgreement)
export class OnAgreementHandler implements ICommandHandler<OnAgreement> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, agreementId, asked }: OnAgreement): Promise<Outcome<AgreementRefusal>> {
    const byToday = { by: act.actor.id, today: act.actor.today };
    return this.commanding.run(act, {
      area: 'agreements',
      decider: agreement,
      stream: agreementStream(agreementId),
      command: async (state): Promise<Drawn> =>
        asked.type === 'SignAgreement'
          ? { ...asked, ...byToday, inLocality: await this.isInLocality(act, asked, state) }
          : { ...asked, ...byToday },
      payload: asked,
      owner: (state) => ownerOf(asked, state),
    });
  }

  private async isInLocality(
    { actor }: Act,
    { party }: Pick<SignAgreement, 'party'>,
    { terms }: AgreementState,
  ): Promise<boolean> {
    if (!terms || party.kind === 'locality') return true;
    return this.partners.isIn(party.id, terms.localityId, actor.today);
  }
}

const ownerOf = (asked: OnAgreement['asked'], { terms }: AgreementState): Owner | undefined => {
  if (!terms) return undefined;
  return asked.type === 'EndAgreement' ? { localities: [terms.localityId] } : ownerOfScope(asked.party);
};
