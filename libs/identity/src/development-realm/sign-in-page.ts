import type { DevAccount } from './dev-account.js';
import { escaped, page } from './page.js';

const SHOWN = 50;

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The accounts in which every word of the search is found, in name or description, whatever its case or accents. */
export const matching = (accounts: readonly DevAccount[], search: string): readonly DevAccount[] => {
  const words = folded(search).split(/\s+/).filter(Boolean);
  return accounts.filter(({ name, description }) => {
    const text = folded(`${name} ${description}`);
    return words.every((word) => text.includes(word));
  });
};

/** The page that asks as whom to sign in, with a search over all accounts and the first fifty that it finds. */
export const signInPage = (accounts: readonly DevAccount[], search: string): string => {
  const found = matching(accounts, search);
  return page(
    'Sign in as',
    `<p class="notice">Demonstration: these people are invented, and none of them has a password.</p>
<form method="get" role="search">
<p><label for="search">Name, role or organisation</label></p>
<p><input id="search" name="search" type="search" autocomplete="off" value="${escaped(search)}"> <button>Search</button></p>
</form>
<p role="status">${counted(found.length, accounts.length)}</p>
<form method="post">
<ul>
${found
  .slice(0, SHOWN)
  .map((account, index) => item(account, index))
  .join('\n')}
</ul>
</form>`,
  );
};

const counted = (found: number, all: number): string => {
  if (found === 0) return all === 0 ? 'There is nobody to sign in as yet.' : 'Nobody fits that search.';
  if (found > SHOWN) return `The first ${SHOWN} of ${found} people. Search to see others.`;
  return found === 1 ? '1 person' : `${found} people`;
};

const item = ({ sub, name, description }: DevAccount, index: number): string =>
  `<li><button name="sub" value="${escaped(sub)}" aria-describedby="about-${index}">${escaped(name)}</button>` +
  `<p id="about-${index}">${escaped(description)}</p></li>`;

export const expiredPage = (): string =>
  page('This sign-in has ended', '<p>Go back to Alongside and choose “Sign in” again.</p>');

export const refusedPage = (what: string): string =>
  page('That did not work', `<p>The development realm refused the request: ${escaped(what)}.</p>`);

/** `form` is a form of oidc-provider's, which this page gives its button. */
export const signOutPage = (form: string): string =>
  page(
    'Sign out',
    `<p>Sign out of the demonstration?</p>
${form}
<p><button form="op.logoutForm" name="logout" value="yes">Sign out</button></p>`,
  );

export const signedOutPage = (): string => page('You are signed out', '<p>You can close this page.</p>');
