import { describe, expect, it } from '@jest/globals';
import { specFor } from '@alongside/kernel/testing';
import type { VersionEvent } from '../../contracts.js';
import {
  ballot,
  boundary,
  carriedVote,
  clauseId,
  clauseOf,
  consulted,
  drafted,
  lapsed,
  person,
  proposed,
  ratified,
  secondVersion,
  superseded,
  votingClosed,
  votingOpened,
  withdrawn,
} from '../../testing/samples.js';
import type { CastBallot, MakeComment, StateDissent, VersionCommand } from './version.commands.js';
import { version } from './version.decider.js';

const { given } = specFor(version);
const restraint = clauseOf(boundary, 'restraint');
const draft = [drafted(), proposed(restraint)] as const;
const consultation = [...draft, consulted] as const;
const voting = [...consultation, votingOpened] as const;
const closed = [...voting, carriedVote] as const;
const sealed = { sealed: 1, class: 'C3', key: 'k', iv: 'i', box: 'b' } as const;
const erased = { erased: true, at: '2025-03-10T00:00:00.000Z' } as const;

const on = <Command extends VersionCommand>(command: Command, effectiveOn: string): Command => ({
  ...command,
  effectiveOn,
});

describe('opening the consultation', () => {
  const open = { type: 'OpenConsultation', effectiveOn: '2025-02-01' } as const;

  it('opens it on a draft with clauses', () => {
    given(...draft)
      .when(open)
      .then(consulted);
  });
  it('is refused while nothing is proposed', () => {
    given(drafted()).when(open).thenRejected('NoClauses');
    given(...draft, withdrawn(restraint))
      .when(open)
      .thenRejected('NoClauses');
  });
  it('changes nothing the second time', () => {
    given(...consultation)
      .when(open)
      .thenNothing();
  });
  it('is refused once voting has opened', () => {
    given(...voting)
      .when(on(open, '2025-03-02'))
      .thenRejected('NotInDraft');
  });
});

describe('commenting', () => {
  const comment: MakeComment = {
    type: 'MakeComment',
    commentId: clauseId('a comment'),
    personId: person('Ada'),
    clauseId: restraint.clauseId,
    text: ' Say what happens on a night shift. ',
    effectiveOn: '2025-02-02',
  };
  const made = (aboutClause: string | null): VersionEvent => ({
    type: 'CommentMade',
    data: {
      versionId: secondVersion,
      commentId: comment.commentId,
      clauseId: aboutClause,
      personId: comment.personId,
      text: 'Say what happens on a night shift.',
      effectiveOn: '2025-02-02',
    },
  });

  it('is about a clause, or about the version as a whole', () => {
    given(...consultation)
      .when(comment)
      .then(made(restraint.clauseId));
    given(...consultation)
      .when({ ...comment, clauseId: null })
      .then(made(null));
  });
  it('is refused before the consultation and after it', () => {
    given(...draft)
      .when(comment)
      .thenRejected('NotInConsultation');
    given(...voting)
      .when(on(comment, '2025-03-02'))
      .thenRejected('NotInConsultation');
  });
  it('is refused about a clause that was never in the version', () => {
    given(...consultation)
      .when({ ...comment, clauseId: clauseId('elsewhere') })
      .thenRejected('ClauseUnknown');
  });
  it.each(['', '  ', 'x'.repeat(4_001)])('is refused without words, or with too many', (text) => {
    given(...consultation)
      .when({ ...comment, text })
      .thenRejected('TextMissing');
  });
});

describe('opening the vote', () => {
  const open = { type: 'OpenVoting', effectiveOn: '2025-03-01' } as const;

  it('follows the consultation', () => {
    given(...consultation)
      .when(open)
      .then(votingOpened);
  });
  it('is refused without one', () => {
    given(...draft)
      .when(open)
      .thenRejected('NotInConsultation');
  });
  it('is refused when every clause was withdrawn', () => {
    given(...consultation, withdrawn(restraint, '2025-02-03'))
      .when(open)
      .thenRejected('NoClauses');
  });
  it('changes nothing the second time', () => {
    given(...voting)
      .when(open)
      .thenNothing();
  });
});

describe('casting a ballot', () => {
  const cast: CastBallot = {
    type: 'CastBallot',
    personId: person('Ada'),
    choice: 'for',
    member: { livedExperience: true },
    effectiveOn: '2025-03-02',
  };

  it('records the choice and what the member brought when they cast it', () => {
    given(...voting)
      .when(cast)
      .then(ballot('Ada', 'for', true));
  });
  it('is refused to who is not in the group', () => {
    given(...voting)
      .when({ ...cast, member: null })
      .thenRejected('NotAGroupMember');
  });
  it('can be changed until the vote is closed', () => {
    given(...voting, ballot('Ada', 'against', true))
      .when(cast)
      .then(ballot('Ada', 'for', true));
    given(...closed)
      .when(on(cast, '2025-03-16'))
      .thenRejected('VotingNotOpen');
  });
  it('changes nothing when it is cast again as it was', () => {
    given(...voting, ballot('Ada', 'for', true))
      .when(cast)
      .thenNothing();
  });
  it('is recorded again where the record is sealed and cannot tell', () => {
    const before: VersionEvent = {
      type: 'BallotCast',
      data: {
        versionId: secondVersion,
        personId: person('Ada'),
        choice: sealed,
        livedExperience: sealed,
        effectiveOn: '2025-03-02',
      },
    };
    given(...voting, before)
      .when(cast)
      .then(ballot('Ada', 'for', true));
  });
  it('is refused before voting opens', () => {
    given(...consultation)
      .when(cast)
      .thenRejected('VotingNotOpen');
  });
});

describe('closing the vote', () => {
  const close = { type: 'CloseVoting', effectiveOn: '2025-03-15' } as const;

  it('records the tally and the counts for the quorum', () => {
    given(
      ...voting,
      ballot('Ada', 'for', true),
      ballot('Ben', 'for', true),
      ballot('Cem', 'against', false),
      ballot('Dee', 'abstain', true),
    )
      .when(close)
      .then(votingClosed({ for: 2, against: 1, abstain: 1 }, 2));
  });
  it('counts the last ballot of each member', () => {
    given(...voting, ballot('Ada', 'for', true), ballot('Ben', 'for', false), ballot('Ada', 'against', true))
      .when(close)
      .then(votingClosed({ for: 1, against: 1, abstain: 0 }, 1));
  });
  it('counts by the rule of the version being replaced, whatever this one proposes', () => {
    const proposedRule: VersionEvent = {
      type: 'VotingRuleProposed',
      data: { versionId: secondVersion, quorumShare: 0, majorityShare: 0.5, effectiveOn: '2025-01-07' },
    };
    given(
      drafted('2025-01-06', 0.75, 0.6667),
      proposed(restraint),
      proposedRule,
      consulted,
      votingOpened,
      ballot('Ada', 'for', true),
    )
      .when(close)
      .then(votingClosed({ for: 1, against: 0, abstain: 0 }, 1, 0.75, 0.6667));
  });
  it('leaves out a ballot that was erased', () => {
    const forgotten: VersionEvent = {
      type: 'BallotCast',
      data: {
        versionId: secondVersion,
        personId: person('Ben'),
        choice: erased,
        livedExperience: erased,
        effectiveOn: '2025-03-02',
      },
    };
    given(...voting, ballot('Ada', 'for', true), forgotten)
      .when(close)
      .then(votingClosed({ for: 1, against: 0, abstain: 0 }, 1));
  });
  it('refuses to count ballots that it cannot read', () => {
    const unread: VersionEvent = {
      type: 'BallotCast',
      data: {
        versionId: secondVersion,
        personId: person('Ben'),
        choice: sealed,
        livedExperience: sealed,
        effectiveOn: '2025-03-02',
      },
    };
    given(...voting, ballot('Ada', 'for', true), unread)
      .when(close)
      .thenRejected('BallotsSealed');
  });
  it('closes a vote in which nobody voted', () => {
    given(...voting)
      .when(close)
      .then(votingClosed({ for: 0, against: 0, abstain: 0 }, 0));
  });
  it('leaves no ballot in the state', () => {
    const { state } = given(...voting, ballot('Ada', 'for', true), carriedVote);
    expect(state).toHaveProperty('ballots', {});
  });
  it('changes nothing the second time', () => {
    given(...closed)
      .when(close)
      .thenNothing();
  });
  it('is refused before voting opens', () => {
    given(...consultation)
      .when(close)
      .thenRejected('VotingNotOpen');
  });
});

describe('stating dissent', () => {
  const dissent: StateDissent = {
    type: 'StateDissent',
    dissentId: clauseId('a dissent'),
    personId: person('Cem'),
    clauseId: restraint.clauseId,
    statement: 'No peer should lay hands on anybody.',
    named: false,
    member: true,
    effectiveOn: '2025-03-20',
  };
  const stated: VersionEvent = {
    type: 'DissentStated',
    data: {
      versionId: secondVersion,
      dissentId: dissent.dissentId,
      personId: dissent.personId,
      clauseId: restraint.clauseId,
      statement: dissent.statement,
      named: false,
      effectiveOn: '2025-03-20',
    },
  };

  it.each([
    ['while voting', voting],
    ['when the vote is closed', closed],
    ['after ratification, before the version is in force', [...closed, ratified]],
  ])('is recorded %s', (_, history) => {
    given(...history)
      .when(dissent)
      .then(stated);
  });
  it.each([
    ['in consultation', consultation],
    ['on what was not ratified', [...closed, lapsed]],
  ])('is refused %s', (_, history) => {
    given(...history)
      .when(dissent)
      .thenRejected('NoTimeForDissent');
  });
  it('is refused on what was superseded', () => {
    given(...closed, ratified, superseded)
      .when(on(dissent, '2026-04-02'))
      .thenRejected('NoTimeForDissent');
  });
  it('is refused to who is not in the group', () => {
    given(...voting)
      .when({ ...dissent, member: false })
      .thenRejected('NotAGroupMember');
  });
  it('is refused without a statement, or about no clause of the version', () => {
    given(...voting)
      .when({ ...dissent, statement: ' ' })
      .thenRejected('TextMissing');
    given(...voting)
      .when({ ...dissent, clauseId: clauseId('elsewhere') })
      .thenRejected('ClauseUnknown');
  });
});
