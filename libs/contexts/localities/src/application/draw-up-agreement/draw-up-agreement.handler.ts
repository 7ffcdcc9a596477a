import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Commanding, type Act, type Owner } from '@alongside/application';
import type { Outcome } from '@alongside/event-store';
import { organisationsOf } from '@alongside/identity';
import { idMadeBy, type Uuid } from '@alongside/kernel';
import { agreementStream } from '../../contracts.js';
import {
  agreement,
  MOST_PARTIES,
  partiesOf,
  type AgreementRefusal,
  type DrawUpAgreement as DrawUp,
} from '../../domain/index.js';
import { PartnerReader } from '../partner.reader.js';

/**
 * Writes down the terms of an agreement: by the lead of any organisation that is a party to it, or whoever leads the
 * framework of its locality. It opens nothing until parties sign. Its id comes from the command's.
 */
export class DrawUpAgreement extends Command<Outcome<AgreementRefusal>> {
  readonly agreementId: Uuid;
  constructor(
    readonly act: Act,
    readonly input: Omit<DrawUp, 'type' | 'agreementId' | 'outside'>,
  ) {
    super();
    this.agreementId = idMadeBy(act.commandId, 'agreement');
  }
}

@CommandHandler(DrawUpAgreement)
export class DrawUpAgreementHandler implements ICommandHandler<DrawUpAgreement> {
  constructor(
    private readonly commanding: Commanding,
    private readonly partners: PartnerReader,
  ) {}

  execute({ act, input, agreementId }: DrawUpAgreement): Promise<Outcome<AgreementRefusal>> {
    return this.commanding.run(act, {
      area: 'agreements',
      decider: agreement,
      stream: agreementStream(agreementId),
      command: async (): Promise<DrawUp> => ({
        type: 'DrawUpAgreement',
        agreementId,
        ...input,
        outside: await this.outside(act, input),
      }),
      payload: input,
      owner: () => ownerOf(act, input),
    });
  }

  /** More parties than an agreement may have are refused without being looked for. */
  private async outside({ actor }: Act, input: DrawUpAgreement['input']): Promise<readonly Uuid[]> {
    const organisations = organisationsIn(input);
    if (organisations.length > MOST_PARTIES) return [];
    const inside = await Promise.all(
      organisations.map((id) => this.partners.isIn(id, input.localityId, actor.today)),
    );
    return organisations.filter((_, index) => !inside[index]);
  }
}

const organisationsIn = (input: DrawUpAgreement['input']): readonly Uuid[] =>
  partiesOf(input).flatMap(({ kind, id }) => (kind === 'organisation' ? [id] : []));

/** Of the parties those come first for which the actor acts: it becomes their record. */
const ownerOf = ({ actor }: Act, input: DrawUpAgreement['input']): Owner => {
  const parties = organisationsIn(input);
  const own = organisationsOf(actor, 'organisationLead').filter((id) => parties.includes(id));
  return { organisations: [...new Set([...own, ...parties])], localities: [input.localityId] };
};
