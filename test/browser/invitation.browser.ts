import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { partnerByOds, staffOf } from '@alongside/demonstration';
import { dayOf } from '@alongside/kernel';
import { openBrowser, type Browser } from '../support/browser.js';
import { startRunningProgram, type RunningProgram } from '../support/running-program.js';

const rx2 = partnerByOds('RX2');
const today = dayOf(new Date().toISOString());

describe('the page at / for somebody who was invited', () => {
  let program: RunningProgram;
  let browser: Browser;
  let page: Page;
  const asked: string[] = [];
  const broken: string[] = [];

  beforeAll(async () => {
    program = await startRunningProgram();
    browser = await openBrowser();
    ({ page } = browser);
    page.on('request', (request) => asked.push(request.url()));
    page.on('pageerror', (error) => broken.push(error.message));
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await program?.stop();
  }, 60_000);

  const invitationFor = async (givenName: string): Promise<string> => {
    const { ask } = await program.as(staffOf(rx2).hr);
    const registering = await ask(
      `mutation ($input: RegisterPersonInput!) { registerPerson(input: $input) { ... on RegisterPersonAccepted { id } } }`,
      { input: { registeredBy: rx2.organisationId, givenName, familyName: 'Newcomer', effectiveOn: today } },
    );
    const sending = await ask(
      `mutation ($input: SendInvitationInput!) {
        sendInvitation(input: $input) { ... on SendInvitationAccepted { invitationCode } } }`,
      { input: { personId: registering.data.registerPerson.id, organisationId: rx2.organisationId } },
    );
    return sending.data.sendInvitation.invitationCode;
  };
  const signInAs = async (search: string): Promise<void> => {
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.waitForURL(/sign-in/);
    await page.getByLabel('Name, role or organisation').fill(search);
    await page.getByRole('button', { name: 'Search' }).click();
    await page.getByRole('listitem').getByRole('button').first().click();
    await page.waitForURL(`${program.url}/`);
  };
  const openLink = async (code: string): Promise<void> => {
    // The page is left first, as a link from a message is: only behind the `#` it would not be loaded again.
    await page.goto('about:blank');
    await page.goto(`${program.url}/#invitation=${code}`);
  };
  const notice = () => page.getByRole('alert');

  it('lets them accept as they sign in, and takes the code out of the address bar', async () => {
    const code = await invitationFor('Ama');
    await openLink(code);
    await notice().getByText('You have an invitation').waitFor();
    expect(page.url()).toBe(`${program.url}/`);

    await signInAs('somebody new');
    await notice().getByText('You have accepted your invitation').waitFor();
    await page.getByText('Signed in as Ama Newcomer.').waitFor();
    expect(asked.filter((url) => url.includes(code.slice(33)))).toEqual([]);
    expect(await page.evaluate('JSON.stringify(sessionStorage)')).not.toContain(code.slice(33));
    expect(await page.evaluate('JSON.stringify(localStorage)')).not.toContain(code.slice(33));
  });

  it('says in words why an invitation cannot be accepted', async () => {
    await browser.context.clearCookies();
    await openLink(await invitationFor('Ben'));
    await signInAs('framework lead sussex');
    await notice().getByText('is known here already').waitFor();
    await page.getByText(/^Signed in as (?!somebody)/).waitFor();

    await browser.context.clearCookies();
    await openLink('no-code');
    await signInAs('framework lead sussex');
    await notice().getByText('This is not the code of an invitation').waitFor();
    expect(broken).toEqual([]);
  });

  it('says nothing of invitations to anybody else', async () => {
    await page.goto('about:blank');
    await page.goto(program.url);
    expect(await page.locator('#notice').isVisible()).toBe(false);
  });
});
