import type { Commanding } from '@alongside/application';
import { uuid5 } from '@alongside/kernel';
import type { ProcessManager, Published } from '@alongside/projections';
import type { VersionRatified } from '../../contracts.js';
import { supersession, version } from '../../domain/index.js';

const name = 'supersede-replaced-version';

/** A ratified version takes the place of the one that it replaces, from the day on which it is in force. */
export const supersedeReplacedVersion = (commanding: Commanding): ProcessManager => ({
  name,
  on: {
    VersionRatified: async (event) => {
      const answer = supersession(event as Published<VersionRatified>);
      if (!answer) return undefined;
      const { correlation, locality } = event.metadata;
      const act = {
        actor: 'system',
        client: name,
        commandId: uuid5(`${name}:${event.id}`),
        correlation,
        causation: event.id,
      } as const;
      return commanding.run(act, {
        area: 'framework',
        decider: version,
        ...answer,
        payload: answer.command,
        // A version is the locality's record and no organisation's.
        owner: () => ({ localities: locality ? [locality] : [] }),
      });
    },
  },
});
