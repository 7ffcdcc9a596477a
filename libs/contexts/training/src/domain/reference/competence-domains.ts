import type { CompetenceCode, CompetenceDomain } from '../../contracts.js';

export interface CompetenceDomainEntry {
  readonly code: CompetenceDomain;
  readonly title: string;
  /** What it comes to, in our words: the wording of the framework itself is its publishers'. */
  readonly wording: string;
  /** Whose competence it is. Domain 9 is about how services employ and support peer workers. */
  readonly of: 'person' | 'organisation';
}

/** Where the framework's own text is read. */
export const competenceFrameworkLink =
  'https://www.rcpsych.ac.uk/improving-care/nccmh/competence-frameworks/the-competence-framework-for-mental-health-peer-support-workers';

/**
 * The nine domains of The Competence Framework for Mental Health Peer Support Workers (Health Education England,
 * NCCMH and UCLPartners, October 2020). A competence within a domain has the framework's own number: `hee3.2`.
 */
export const competenceDomainList: readonly CompetenceDomainEntry[] = [
  {
    code: 'hee1',
    title: 'Values and principles',
    wording: 'Knows what peer support stands for, and lets it guide each piece of work.',
    of: 'person',
  },
  {
    code: 'hee2',
    title: 'Knowledge',
    wording:
      'Knows enough about distress, trauma, services, confidentiality, safeguarding and staying safe to work well within the role.',
    of: 'person',
  },
  {
    code: 'hee3',
    title: 'Core relational skills',
    wording:
      'Builds relationships between equals, listens, works with difference, and draws on lived experience with purpose.',
    of: 'person',
  },
  {
    code: 'hee4',
    title: 'Supporting people',
    wording: 'Walks beside people as they work out and do what matters to them.',
    of: 'person',
  },
  {
    code: 'hee5',
    title: 'Working with teams and rights',
    wording: 'Works as a peer within a team, links people to others, and stands up for their rights.',
    of: 'person',
  },
  {
    code: 'hee6',
    title: 'Self-care and support',
    wording: 'Looks after own wellbeing and makes use of supervision.',
    of: 'person',
  },
  {
    code: 'hee7',
    title: 'Optional skills',
    wording: 'Takes on further work, such as groups or training others, once prepared for it.',
    of: 'person',
  },
  {
    code: 'hee8',
    title: 'Meta-competences',
    wording: 'Judges what fits this person at this moment, and reflects on it afterwards.',
    of: 'person',
  },
  {
    code: 'hee9',
    title: 'Organisations supporting the role',
    wording: 'The service prepares its teams, supervises peers well and gives the role room to be itself.',
    of: 'organisation',
  },
];

const code = /^hee[1-9](\.[1-9]\d?)?$/;

export const isCompetenceCode = (text: string): boolean => code.test(text);

/** Whether a person, rather than an organisation, can have the competence. */
export const isOfPerson = (competence: CompetenceCode): boolean => {
  const domain = competence.split('.')[0];
  return competenceDomainList.some((entry) => entry.code === domain && entry.of === 'person');
};
