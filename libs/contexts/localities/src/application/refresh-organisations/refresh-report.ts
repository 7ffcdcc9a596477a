import type { Uuid } from '@alongside/kernel';
import type { OrganisationRefusal } from '../../domain/index.js';
import { rowFaults, type RowFault } from './ods-rows.js';
import type { Step } from './refresh-plan.js';

/** What was recorded of a row, or would be. */
export type Done = Step & { readonly line: number; readonly code: string; readonly organisationId: Uuid };

/** What a row asked for and the rules refuse, with what to do. */
export interface Refused {
  readonly line: number;
  readonly code: string;
  readonly doing: Step['doing'];
  readonly reason: OrganisationRefusal | 'NotFound';
  readonly message: string;
}

/** Why a line of one of the files could not be used, or not wholly, and whose it is where that could be told. */
export interface Faulty {
  readonly file: 'organisations' | 'succession';
  readonly line: number;
  readonly code?: string;
  readonly fault: RowFault;
  readonly message: string;
}

export interface RefreshReport {
  readonly rows: number;
  /** Rows of registered organisations of which nothing differs. */
  readonly unchanged: number;
  /** Codes of no registered organisation. */
  readonly notRegistered: readonly string[];
  readonly done: readonly Done[];
  readonly refused: readonly Refused[];
  readonly faults: readonly Faulty[];
}

/** A report in the making. */
export class RefreshNotes implements RefreshReport {
  rows = 0;
  unchanged = 0;
  readonly notRegistered: string[] = [];
  readonly done: Done[] = [];
  readonly refused: Refused[] = [];
  readonly faults: Faulty[] = [];

  fault(file: Faulty['file'], line: number, fault: RowFault, code?: string): void {
    this.faults.push({
      file,
      line,
      ...(code === undefined ? {} : { code }),
      fault,
      message: rowFaults[fault],
    });
  }
}
