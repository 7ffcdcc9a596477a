import { enumOf } from './enums.js';

// Words of the domain that the graphs of several contexts have in common: one name in GraphQL is registered once.

export const EngagementKindEnum = enumOf(
  'EngagementKind',
  {
    agendaForChange: 'Employed on Agenda for Change terms.',
    otherEmployment: 'Employed on other terms, as in most voluntary-sector organisations.',
    bank: 'Paid for the shifts worked, with no agreed hours.',
    apprenticeship: 'Employed as an apprentice.',
    secondment: 'Employed elsewhere and working here for a time.',
    honorary: 'Working here under an honorary contract.',
    volunteer: 'Volunteering, with expenses only.',
    involvementPayment: 'Paid for involvement; not employed.',
  },
  'In which way a person works for an organisation.',
);
