import { addDays, type CalendarDate, type Uuid } from '@alongside/kernel';
import { nameOn, type OrganisationState } from '../../domain/index.js';
import type { OdsOrganisation, RowFault } from './ods-rows.js';
import type { KnownSuccessions } from './read-files.js';
import { isSameName, titled } from './organisation-wording.js';

/** A registered organisation that takes the place of one that closes. */
export interface RegisteredSuccessor {
  readonly organisationId: Uuid;
  readonly code: string;
  readonly effectiveOn: CalendarDate;
}

/** What a row asks to be recorded. */
export type Step =
  | {
      readonly doing: 'rename';
      readonly from: string;
      readonly name: string;
      readonly effectiveOn: CalendarDate;
    }
  | { readonly doing: 'merge'; readonly into: RegisteredSuccessor; readonly effectiveOn: CalendarDate }
  | { readonly doing: 'close'; readonly effectiveOn: CalendarDate };

/** What is known of who takes the organisation's place: where `unclear`, some of it could not be read. */
export interface Successions {
  readonly registered: readonly RegisteredSuccessor[];
  readonly unclear: boolean;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly fault?: RowFault;
}

/**
 * What a row asks of a registered organisation. One that is closed here stays as it is: nothing is opened again and no
 * day of a closing is moved. Names of days after the closing are of no account, nor is a name that has been recorded
 * for a later day.
 */
export const planOf = (
  row: OdsOrganisation,
  state: OrganisationState,
  successions: Successions,
  effectiveOn: CalendarDate,
): Plan => {
  if (state.closure) return { steps: [] };
  const closing = row.closesOn === null ? { steps: [] } : closingOf(row.closesOn, successions);
  const from = closing.steps[0]?.effectiveOn ?? (row.closesOn === null ? null : addDays(row.closesOn, 1));
  const renaming = from === null || effectiveOn < from ? renamingOf(row, state, effectiveOn) : [];
  return { ...closing, steps: [...renaming, ...closing.steps] };
};

const renamingOf = (
  { name }: OdsOrganisation,
  state: OrganisationState,
  effectiveOn: CalendarDate,
): readonly Step[] => {
  const now = nameOn(state, effectiveOn) ?? state.names[0]?.value ?? '';
  const later = state.names.filter(({ from }) => effectiveOn < from).map(({ value }) => value);
  if ([now, ...later].some((known) => isSameName(known, name))) return [];
  return [{ doing: 'rename', from: now, name: titled(name), effectiveOn }];
};

/** The close date is the last day of the organisation; a merger is from the day that the succession says. */
const closingOf = (closesOn: CalendarDate, { registered, unclear }: Successions): Plan => {
  if (unclear) return { steps: [], fault: 'SuccessionUnclear' };
  const [into, ...others] = registered;
  if (!into) return { steps: [{ doing: 'close', effectiveOn: addDays(closesOn, 1) }] };
  if (others.length > 0) return { steps: [], fault: 'SeveralSuccessors' };
  return { steps: [{ doing: 'merge', into, effectiveOn: into.effectiveOn }] };
};

/** Which registered organisations take the place of the one with this code. */
export const successionsOf = (
  code: string,
  { of, unclear }: KnownSuccessions,
  organisationWith: (code: string) => Uuid | undefined,
): Successions => {
  const own = organisationWith(code);
  return {
    unclear: unclear.has(code),
    registered: (of.get(code) ?? []).flatMap(({ successor, effectiveOn }) => {
      const organisationId = organisationWith(successor);
      return organisationId && organisationId !== own
        ? [{ organisationId, code: successor, effectiveOn }]
        : [];
    }),
  };
};
