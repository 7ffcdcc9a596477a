import type { Commanding } from '@alongside/application';
import type { ProcessManager, Published } from '@alongside/projections';
import { loginStream, type InvitationAccepted } from '../../contracts.js';
import { login } from '../../domain/index.js';

const name = 'link-accepted-invitation';

/** An accepted invitation links the login by which it was accepted to the person who was invited. */
export const linkAcceptedInvitation = (commanding: Commanding): ProcessManager => ({
  name,
  on: {
    InvitationAccepted: (event, reaction) => {
      const { data, metadata } = event as Published<InvitationAccepted>;
      const { loginId, personId, organisationId, effectiveOn } = data;
      // The person had no other login when the invitation was accepted: that was asked there.
      const command = { type: 'LinkLogin', loginId, personId, loginOfPerson: null, effectiveOn } as const;
      return commanding.run(
        {
          actor: 'system',
          client: name,
          commandId: reaction.commandId(),
          correlation: metadata.correlation,
          causation: event.id,
        },
        {
          area: 'people',
          decider: login,
          stream: loginStream(loginId),
          command,
          payload: command,
          owner: () => ({ organisations: [organisationId], person: personId }),
        },
      );
    },
  },
});
