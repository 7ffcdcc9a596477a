import { isCalendarDate, type CalendarDate } from '@alongside/kernel';
import { identifierForms, identifierText } from '../../domain/index.js';

/** Why a row cannot be used, with what to do. */
export const rowFaults = {
  ColumnsWrong: 'The row has not the columns of this layout. Take the file as it is published.',
  QuotesWrong: 'The quotation marks of the line do not match. Take the file as it is published.',
  NotUtf8: 'The line is not in UTF-8. Save the file so.',
  LineTooLong: 'The line is too long for a row. Take the file as it is published.',
  CodeMissing: 'The row has no organisation code.',
  CodeMalformed: 'This is not what an ODS code looks like: three to ten letters and digits.',
  NameMissing: 'The row has no name.',
  DateMissing: 'The row has no effective date.',
  DateMalformed: 'A date is not a day of the calendar as YYYYMMDD.',
  ClosedBeforeOpened: 'The organisation would be closed before it was opened.',
  RowTwice: 'Another row has the same code. The first one counts.',
  SuccessorIsItself: 'The organisation would succeed itself.',
  SuccessionUnclear:
    'It is closed, and who succeeds it cannot be read. Put the succession right, or record the closing or merger by hand.',
  SeveralSuccessors:
    'It is closed, and several registered organisations succeed it. Record by hand into which one it merges.',
} as const satisfies Record<string, string>;
export type RowFault = keyof typeof rowFaults;

/** What a row says of an organisation. */
export interface OdsOrganisation {
  readonly code: string;
  /** In capitals, as published. */
  readonly name: string;
  /** The last day; null where none is known. */
  readonly closesOn: CalendarDate | null;
}

/** Who takes an organisation's place from a day. */
export interface OdsSuccession {
  readonly code: string;
  readonly successor: string;
  /** The first day. */
  readonly effectiveOn: CalendarDate;
}

type Read<Row> = Row | { readonly fault: RowFault };

export const isFault = <Row extends object>(read: Read<Row>): read is { readonly fault: RowFault } =>
  'fault' in read;

/**
 * A row of a file of organisations as the NHS Organisation Data Service publishes it for download (`etr.csv` holds NHS
 * trusts): 27 columns without a header, dates as YYYYMMDD. 1 code, 2 name, 3 national grouping, 4 high level health
 * geography, 5 to 9 address, 10 postcode, 11 open date, 12 close date, 18 telephone, 22 amended record indicator, 24
 * Government Office Region; the rest holds nothing. Source: the data description `etr.pdf` that is published in the same
 * archive as the file.
 */
export const organisationOf = (fields: readonly string[]): Read<OdsOrganisation> => {
  if (fields.length !== 27) return { fault: 'ColumnsWrong' };
  const [code = '', name = ''] = fields;
  const wrong = codeFault(code);
  if (wrong) return { fault: wrong };
  if (name === '') return { fault: 'NameMissing' };
  const [opensOn, closesOn] = [dayOfText(fields[10]!), dayOfText(fields[11]!)];
  if (opensOn === undefined || closesOn === undefined) return { fault: 'DateMalformed' };
  if (opensOn !== null && closesOn !== null && closesOn < opensOn) return { fault: 'ClosedBeforeOpened' };
  return { code: identifierText(code), name, closesOn };
};

/**
 * A row of `succ.csv` of the same publisher: five columns without a header, which its search names organisation code,
 * successor organisation code, succession reason, succession effective date and succession indicator.
 */
export const successionOf = (fields: readonly string[]): Read<OdsSuccession> => {
  if (fields.length !== 5) return { fault: 'ColumnsWrong' };
  const [code = '', successor = '', , date = ''] = fields;
  const wrong = codeFault(code) ?? codeFault(successor);
  if (wrong) return { fault: wrong };
  const effectiveOn = dayOfText(date);
  if (effectiveOn === null) return { fault: 'DateMissing' };
  if (effectiveOn === undefined) return { fault: 'DateMalformed' };
  if (identifierText(code) === identifierText(successor)) return { fault: 'SuccessorIsItself' };
  return { code: identifierText(code), successor: identifierText(successor), effectiveOn };
};

const codeFault = (code: string): RowFault | undefined => {
  if (code === '') return 'CodeMissing';
  return identifierForms.ods.test(identifierText(code)) ? undefined : 'CodeMalformed';
};

/** Null where there is none; undefined where it is no day. */
const dayOfText = (text: string): CalendarDate | null | undefined => {
  if (text === '') return null;
  const day = text.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  return isCalendarDate(day) ? day : undefined;
};
