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

export const RoleEnum = enumOf(
  'Role',
  {
    frameworkLead: 'Leads the framework of a locality.',
    organisationLead: 'Answers for an organisation.',
    hr: 'Employs and registers the people of an organisation.',
    supervisor: 'Supervises the people assigned to them in an organisation.',
    peerWorker: 'Works as a peer. Opens nothing but what is their own.',
    integration: 'A system of an organisation, not a person.',
    auditor: 'Audits what was recorded in an organisation or a locality.',
    operator: 'Runs the installation, and sees none of its data.',
  },
  'What somebody does in an organisation or a locality, and so what they may see and do.',
);

export const ScopeKindEnum = enumOf(
  'ScopeKind',
  {
    locality: 'A locality.',
    organisation: 'An organisation.',
    self: 'The person themselves.',
    deployment: 'The whole installation.',
  },
  'In what a role is held.',
);

export const SupervisionKindEnum = enumOf(
  'SupervisionKind',
  {
    line: 'By the line manager.',
    practice: 'Of the practice of peer support.',
    peer: 'By a peer, one to one.',
    peerGroup: 'Among peers, in a group.',
  },
  'Which supervision. No national frequency exists: how often is agreed for each.',
);
