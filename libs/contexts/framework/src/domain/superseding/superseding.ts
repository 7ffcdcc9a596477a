import type { Uuid } from '@alongside/kernel';
import { versionStream, type VersionRatified } from '../../contracts.js';
import type { SupersedeVersion } from '../version/version.commands.js';
import type { Drafted } from '../version/version.state.js';

/** What a ratified version asks of the one it replaces; undefined where it is the first. */
export const supersession = ({
  data,
}: Pick<VersionRatified, 'data'>):
  { readonly stream: string; readonly command: SupersedeVersion } | undefined =>
  data.replaces === null
    ? undefined
    : {
        stream: versionStream(data.replaces),
        command: { type: 'SupersedeVersion', by: data.versionId, effectiveOn: data.effectiveOn },
      };

/**
 * Of the versions of one framework the one last ratified, also in the time before the one it replaces is recorded as
 * superseded; undefined where none is ratified.
 */
export const versionInForceLast = (versions: readonly (Drafted | undefined)[]): Drafted | undefined => {
  const ratified = versions.filter(
    (version): version is Drafted & { readonly inForceFrom: string } =>
      version?.status === 'Ratified' && version.inForceFrom !== null,
  );
  const replaced = new Set<Uuid | null>(ratified.map(({ replaces }) => replaces));
  return ratified
    .filter(({ versionId }) => !replaced.has(versionId))
    .toSorted((a, b) => (a.inForceFrom < b.inForceFrom ? -1 : 1))
    .at(-1);
};
