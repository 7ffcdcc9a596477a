import { frameworkLeadOf, localityIdOf, OPERATOR, staffOf, type Partner } from '@alongside/demonstration';
import { uuid5, type Uuid } from '@alongside/kernel';
import { inDays, organisations, planted, today, type Cast, type Give } from './cast.js';
import type { Program } from '../program.js';

const { trust, community, hospital, eastern, charity, oakleaf, southdown, mind, successor, southampton } =
  organisations;
const sussex = localityIdOf('Sussex');

interface Terms {
  readonly from: Partner;
  readonly to: Partner | 'Sussex';
  readonly purposes: readonly string[];
  readonly classes?: readonly string[];
  readonly effectiveOn?: string;
  /** What becomes of it once it is drawn up. */
  readonly acts: readonly ('discloser signs' | 'receiver signs' | 'suspend' | 'leave' | 'end')[];
}

const signed = ['discloser signs', 'receiver signs'] as const;
const training = ['recognisingTraining'];
const everything = [...training, 'planningTheWorkforce', 'supervisingTogether', 'keepingBoundaries'];

/** An agreement in each of the states that one can be in. */
const agreements: readonly Terms[] = [
  { from: trust, to: community, purposes: ['recognisingTraining', 'planningTheWorkforce'], acts: signed },
  { from: trust, to: southdown, purposes: everything.slice(2), classes: ['C2'], acts: signed },
  { from: trust, to: charity, purposes: everything, acts: [] },
  { from: trust, to: charity, purposes: everything, effectiveOn: inDays(10), acts: signed },
  { from: trust, to: oakleaf, purposes: everything, acts: ['discloser signs'] },
  { from: trust, to: hospital, purposes: everything, acts: [...signed, 'suspend'] },
  { from: trust, to: eastern, purposes: everything, acts: [...signed, 'leave'] },
  { from: trust, to: mind, purposes: everything, acts: [...signed, 'end'] },
  { from: charity, to: 'Sussex', purposes: everything, acts: signed },
  { from: successor, to: southampton, purposes: everything, acts: signed },
];

/** Answers the rights that they give, or would give. */
export const agree = async (give: Give): Promise<readonly Uuid[]> => {
  const grants: Uuid[] = [];
  for (const { from, to, purposes, classes = ['C1', 'C2'], effectiveOn = inDays(-30), acts } of agreements) {
    const localityId = localityIdOf(from.localities[0]!);
    const discloser = { kind: 'organisation', id: from.organisationId };
    const receiver =
      to === 'Sussex' ? { kind: 'locality', id: sussex } : { kind: 'organisation', id: to.organisationId };
    const receives = to === 'Sussex' ? frameworkLeadOf('Sussex') : staffOf(to).lead;
    const discloses = staffOf(from).lead;
    const { id: agreementId } = await give(discloses, 'drawUpAgreement', {
      localityId,
      title: 'Sharing',
      reference: 'ISA 1',
      disclosing: [from.organisationId],
      receiving: [receiver],
      purposes,
      classes,
      lawfulBasis: 'publicTask',
      specialCondition: 'healthOrSocialCare',
      effectiveOn,
    });
    const perform = {
      'discloser signs': () => give(discloses, 'signAgreement', { agreementId, party: discloser }),
      'receiver signs': () => give(receives, 'signAgreement', { agreementId, party: receiver }),
      suspend: () =>
        give(discloses, 'suspendAgreement', { agreementId, party: discloser, reason: planted('suspension') }),
      leave: () => give(receives, 'leaveAgreement', { agreementId, party: receiver }),
      end: () => give(frameworkLeadOf('Sussex'), 'endAgreement', { agreementId, effectiveOn: today }),
    };
    for (const act of acts) await perform[act]();
    grants.push(uuid5(`agreement:${agreementId}:${from.organisationId}:${receiver.id}`));
  }
  return grants;
};

/** Who reads what of whom by agreement, of those above that are in force. */
export const inForce = [
  { reader: community, of: [trust], areas: ['employment', 'training'] },
  { reader: southdown, of: [trust], areas: ['boundaries', 'supervision'] },
  {
    reader: southampton,
    of: [successor, organisations.absorbed],
    areas: ['boundaries', 'employment', 'supervision', 'training'],
  },
] as const;

/** The lead's role is lent, and somebody from another locality audits the trust. */
export const lend = async (give: Give): Promise<void> => {
  const { lead, supervisors } = staffOf(trust);
  await give(lead, 'delegateRole', {
    role: 'organisationLead',
    organisationId: trust.organisationId,
    delegateId: supervisors[2],
    from: today,
    until: inDays(30),
  });
  await give(OPERATOR, 'grantRole', {
    personId: staffOf(southampton).supervisors[0],
    role: 'auditor',
    organisationId: trust.organisationId,
    from: today,
  });
};

/** Lived experience shown to each role, to all of them, elsewhere, and no longer; training shown elsewhere. */
export const disclose = async (give: Give, { peer, colleague }: Cast): Promise<void> => {
  const disclosed = (sharedWithRole: string | null, to: Partner, more: object = {}) =>
    give(peer, 'grantDisclosure', {
      sharedWithRole,
      sharedWithOrganisationId: to.organisationId,
      area: 'supervision',
      text: planted(`disclosed to ${sharedWithRole} of ${to.name} ${JSON.stringify(more)}`),
      effectiveOn: today,
      ...more,
    });
  for (const role of ['organisationLead', 'hr', 'supervisor', null]) await disclosed(role, trust);
  await disclosed('hr', community);
  await disclosed(null, trust, { effectiveOn: inDays(5) });
  await disclosed(null, trust, { effectiveOn: inDays(-9), until: inDays(-1) });
  const withdrawn = await disclosed('hr', trust, { area: 'training' });
  await give(peer, 'withdrawDisclosure', { grantId: withdrawn.id, effectiveOn: today });

  await give(peer, 'sharePassport', { withOrganisationId: community.organisationId, until: inDays(30) });
  await give(peer, 'sharePassport', { withOrganisationId: charity.organisationId, until: inDays(30) });
  await give(peer, 'endPassportShare', { withOrganisationId: charity.organisationId });
  await give(colleague, 'sharePassport', {
    withOrganisationId: southampton.organisationId,
    until: inDays(30),
  });

  const adjustment = await give(peer, 'recordAdjustment', {
    whatToDo: planted('adjustment'),
    effectiveOn: today,
  });
  await give(peer, 'shareAdjustment', {
    adjustmentId: adjustment.id,
    organisationId: trust.organisationId,
    effectiveOn: today,
  });
};

/** Records opened to the operator: about one person, about everybody of an organisation, asked for in vain, and no longer. */
export const breakGlasses = async (program: Program, give: Give, { peer }: Cast) => {
  const asked = async (to: Partner, personId: Uuid | null, classes: readonly string[]): Promise<Uuid> => {
    const { id } = await give(OPERATOR, 'requestBreakGlass', {
      organisationId: to.organisationId,
      personId,
      classes,
      reason: planted(`emergency ${to.name} ${personId}`),
      hours: 4,
    });
    return id;
  };
  const onPeer = await asked(trust, peer, ['C1', 'C2', 'C3', 'C4']);
  const onTrust = await asked(trust, null, ['C2', 'C4']);
  const onAbsorbed = await asked(successor, null, ['C1']);
  await asked(community, null, ['C2']);
  const ended = await asked(trust, null, ['C1', 'C2']);
  await program.caughtUp();
  for (const [breakGlassId, partner] of [
    [onPeer, trust],
    [onTrust, trust],
    [onAbsorbed, successor],
    [ended, trust],
  ] as const)
    await give(staffOf(partner).lead, 'approveBreakGlass', { breakGlassId });
  await give(OPERATOR, 'endBreakGlass', { breakGlassId: ended });
  return { onPeer, onTrust, ended };
};
